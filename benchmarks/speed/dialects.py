"""How each contestant writes the same work: a table of snippets of source.

The shapes (shapes.py) are templates that are filled with these snippets and compiled, so that a contestant runs
the code its users would write, with no adapter between that would cost the fast ones more than the slow ones.
A snippet that is missing means that the contestant does not offer it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Dialect:
    """What one contestant's users write; `p` is a promise, `r` what settles it."""

    name: str
    # Modules that must be there.
    needs: tuple[str, ...] = ()
    # Runs once; defines what the snippets use.
    prelude: str = ""
    # Statements that bind `p` and `r`, pending.
    make: str | None = None
    # Expressions.
    resolved: str | None = None
    then: str | None = None
    caught: str | None = None
    caught_only: str | None = None
    after: str | None = None
    value: str | None = None
    get: str | None = None
    joined: str | None = None
    joins_values: bool = False
    mapped: str | None = None
    awaited: str | None = None
    # Statements.
    resolve: str | None = None
    reject: str | None = None
    # Whether a promise can be resolved with another, and a handler may return one.
    adopts: bool = False
    follows: bool = False
    fans_out: bool = True
    # Whether `get` waits for another thread.
    blocks: bool = True
    # Whether the work has to be done by a coroutine in a running loop.
    in_a_loop: bool = False
    # A loader per key: an expression that makes one, of a batch function without a loop, or of one for a loop.
    loader: str | None = None
    loaded: str | None = None
    loop_loader: str | None = None
    loop_loaded: str | None = None


# A filter by hand, for those whose `catch` takes no class.
_FILTER = """
def only(cls, handler):
    def filtered(error):
        if isinstance(error, cls):
            return handler(error)
        raise error
    return filtered
"""

# finally by hand, for those who have none.
_AFTER = """
def passing(handler):
    def passes(value):
        handler()
        return value
    return passes

def raising(handler):
    def raises(error):
        handler()
        raise error
    return raises
"""

OURS = Dialect(
    name="typedpromise",
    needs=("typedpromise",),
    prelude="from typedpromise import Promise, Resolvers\nfrom typedpromise.dataloader import DataLoader",
    make="r = Resolvers(); p = r.promise",
    resolved="Promise.resolve({v})",
    then="{p}.then({f})",
    caught="{p}.catch({f})",
    caught_only="{p}.catch({c}, {f})",
    after="{p}.finally_({f})",
    value="{p}.value",
    get="{p}.get()",
    joined="Promise.all({ps})",
    joins_values=True,
    mapped="Promise.map({vs}, {f})",
    awaited="await {p}",
    resolve="{r}.resolve({v})",
    reject="{r}.reject({e})",
    adopts=True,
    follows=True,
    loader="DataLoader(doubled)",
    loaded="Promise.resolve(None).then(lambda _: Promise.all([users.load(key) for key in range(n)])).get()",
    loop_loader="DataLoader(doubled_soon)",
    loop_loaded="await Promise.all([users.load(key) for key in range(n)])",
)

PROMISE = Dialect(
    name="promise 2.3",
    needs=("promise", "promise.dataloader"),
    prelude="from promise import Promise\nfrom promise.dataloader import DataLoader\n" + _FILTER + _AFTER,
    make="p = r = Promise()",
    resolved="Promise.resolve({v})",
    then="{p}.then({f})",
    caught="{p}.catch({f})",
    caught_only="{p}.catch(only({c}, {f}))",
    after="{p}.then(passing({f}), raising({f}))",
    value="{p}.value",
    get="{p}.get()",
    joined="Promise.all({ps})",
    joins_values=True,
    mapped="Promise.all([Promise.resolve(v).then({f}) for v in {vs}])",
    awaited="await {p}",
    resolve="{r}.do_resolve({v})",
    reject="{r}.do_reject({e})",
    adopts=True,
    follows=True,
    loader="DataLoader(lambda keys: Promise.resolve(doubled(keys)))",
    loaded="Promise.resolve(None).then(lambda _: Promise.all([users.load(key) for key in range(n)])).get()",
)

ASYNC_PROMISES = Dialect(
    name="async-promises",
    needs=("async_promises",),
    prelude="from async_promises import Promise\n" + _FILTER + _AFTER,
    make="p = r = Promise()",
    resolved="Promise.fulfilled({v})",
    then="{p}.then({f})",
    caught="{p}.catch({f})",
    caught_only="{p}.catch(only({c}, {f}))",
    after="{p}.then(passing({f}), raising({f}))",
    value="{p}.value",
    get="{p}.get()",
    joined="Promise.all({ps})",
    joins_values=True,
    mapped="Promise.all([Promise.fulfilled(v).then({f}) for v in {vs}])",
    resolve="{r}.fulfill({v})",
    reject="{r}.reject({e})",
    adopts=True,
    follows=True,
)

APLUS = Dialect(
    name="aplus",
    needs=("aplus",),
    prelude="from aplus import Promise, listPromise\n" + _FILTER + _AFTER,
    make="p = r = Promise()",
    resolved="Promise.fulfilled({v})",
    then="{p}.then({f})",
    caught="{p}.then(None, {f})",
    caught_only="{p}.then(None, only({c}, {f}))",
    after="{p}.then(passing({f}), raising({f}))",
    value="{p}.value",
    get="{p}.get()",
    joined="listPromise(*{ps})",
    mapped="listPromise(*[Promise.fulfilled(v).then({f}) for v in {vs}])",
    resolve="{r}.fulfill({v})",
    reject="{r}.reject({e})",
    adopts=True,
    follows=True,
)

VINE = Dialect(
    name="vine",
    needs=("vine",),
    prelude="from vine import promise\ndef resolved(v):\n    p = promise()\n    p(v)\n    return p",
    make="p = r = promise()",
    resolved="resolved({v})",
    then="{p}.then({f})",
    value="{p}.value[0][0]",
    resolve="{r}({v})",
)

TWISTED = Dialect(
    name="Twisted",
    needs=("twisted.internet.defer",),
    # It prints the errors that it loses.
    prelude="from twisted.logger import globalLogBeginner\n"
    "globalLogBeginner.beginLoggingTo([], redirectStandardIO=False)\n"
    "from twisted.internet.defer import Deferred, gatherResults, succeed\n" + _AFTER,
    make="p = r = Deferred()",
    resolved="succeed({v})",
    then="{p}.addCallback({f})",
    caught="{p}.addErrback({f})",
    caught_only="{p}.addErrback(lambda failure: failure.trap({c}) and ({f})(failure.value))",
    after="{p}.addBoth(passing({f}))",
    value="{p}.result",
    joined="gatherResults({ps})",
    mapped="gatherResults([succeed(v).addCallback({f}) for v in {vs}])",
    awaited="await {p}.asFuture(loop)",
    resolve="{r}.callback({v})",
    reject="{r}.errback({e})",
    follows=True,
    # One value runs through a Deferred; a second reader would read what the first made of it.
    fans_out=False,
)

# The least that chains asyncio futures by callbacks, with errors passed on.
_FUTURE_THEN = """
def then(source, on_fulfilled, on_rejected=None):
    child = new()
    def done(source):
        error = source.exception()
        try:
            if error is None:
                child.set_result(on_fulfilled(source.result()) if on_fulfilled else source.result())
            elif on_rejected is None:
                child.set_exception(error)
            else:
                child.set_result(on_rejected(error))
        except Exception as raised:
            child.set_exception(raised)
    source.add_done_callback(done)
    return child

def resolved(v):
    future = new()
    future.set_result(v)
    return future
"""

FUTURE = Dialect(
    name="asyncio.Future + callback",
    prelude="from asyncio import gather\nnew = loop.create_future\n" + _FUTURE_THEN + _FILTER + _AFTER,
    make="p = r = new()",
    resolved="resolved({v})",
    then="then({p}, {f})",
    caught="then({p}, None, {f})",
    caught_only="then({p}, None, only({c}, {f}))",
    after="then({p}, passing({f}), raising({f}))",
    value="(await {p})",
    get="{p}.result()",
    blocks=False,
    joined="gather(*{ps})",
    mapped="gather(*[then(resolved(v), {f}) for v in {vs}])",
    awaited="await {p}",
    resolve="{r}.set_result({v})",
    reject="{r}.set_exception({e})",
    in_a_loop=True,
)

TASK = Dialect(
    name="asyncio.Task",
    prelude="""
from asyncio import gather
new = loop.create_future
async def following(source, f):
    return f(await source)
async def catching(source, f, cls=Exception):
    try:
        return await source
    except cls as error:
        return f(error)
async def finishing(source, f):
    try:
        return await source
    finally:
        f()
def resolved(v):
    future = new()
    future.set_result(v)
    return future
""",
    make="p = r = new()",
    resolved="resolved({v})",
    then="loop.create_task(following({p}, {f}))",
    caught="loop.create_task(catching({p}, {f}))",
    caught_only="loop.create_task(catching({p}, {f}, {c}))",
    after="loop.create_task(finishing({p}, {f}))",
    value="(await {p})",
    mapped="gather(*[loop.create_task(following(resolved(v), {f})) for v in {vs}])",
    resolve="{r}.set_result({v})",
    reject="{r}.set_exception({e})",
    in_a_loop=True,
)

PROMISIO = Dialect(
    name="promisio",
    needs=("promisio",),
    prelude="""
from promisio import Promise
class Deferred:
    def __init__(self):
        self.promise = Promise(self.keep)
    def keep(self, resolve, reject):
        self.resolve = resolve
        self.reject = reject
"""
    + _FILTER,
    make="r = Deferred(); p = r.promise",
    resolved="Promise.resolve({v})",
    then="{p}.then({f})",
    caught="{p}.catch({f})",
    caught_only="{p}.catch(only({c}, {f}))",
    after="{p}.finally_({f})",
    value="(await {p})",
    joined="Promise.all({ps})",
    joins_values=True,
    mapped="Promise.all([Promise.resolve(v).then({f}) for v in {vs}])",
    awaited="await {p}",
    resolve="{r}.resolve({v})",
    reject="{r}.reject({e})",
    follows=True,
    in_a_loop=True,
)

CONCURRENT = Dialect(
    name="concurrent.futures",
    prelude="from asyncio import wrap_future\nfrom concurrent.futures import Future\nnew = Future\n"
    + _FUTURE_THEN
    + _FILTER
    + _AFTER,
    make="p = r = Future()",
    resolved="resolved({v})",
    then="then({p}, {f})",
    caught="then({p}, None, {f})",
    caught_only="then({p}, None, only({c}, {f}))",
    after="then({p}, passing({f}), raising({f}))",
    value="{p}.result(0)",
    get="{p}.result()",
    awaited="await wrap_future({p})",
    resolve="{r}.set_result({v})",
    reject="{r}.set_exception({e})",
)

AIODATALOADER = Dialect(
    name="aiodataloader",
    needs=("aiodataloader",),
    prelude="from asyncio import gather\nfrom aiodataloader import DataLoader",
    loop_loader="DataLoader(doubled_soon)",
    loop_loaded="await gather(*[users.load(key) for key in range(n)])",
)

STRAWBERRY = Dialect(
    name="strawberry",
    needs=("strawberry.dataloader",),
    prelude="from asyncio import gather\nfrom strawberry.dataloader import DataLoader",
    loop_loader="DataLoader(doubled_soon)",
    loop_loaded="await gather(*[users.load(key) for key in range(n)])",
)

PEERS = (
    *(PROMISE, FUTURE, TASK, TWISTED, VINE, PROMISIO, APLUS, ASYNC_PROMISES, CONCURRENT),
    *(AIODATALOADER, STRAWBERRY),
)
