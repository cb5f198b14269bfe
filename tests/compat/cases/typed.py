"""What checkers say of compat: `assert_type` for truth, `# deprecated` where PEP 702 leads the way out."""

from __future__ import annotations

import asyncio
from collections.abc import Generator, MutableMapping
from typing import Any, assert_type

import typedpromise
from typedpromise import compat
from typedpromise.compat import Promise, promisify
from typedpromise.compat.dataloader import DataLoader
from typedpromise.compat.iterate_promise import iterate_promise
from typedpromise.compat.schedulers.immediate import ImmediateScheduler


def name(number: int) -> str:
    """Return a name."""
    return str(number)


async def later(number: int) -> bytes:
    """Return bytes, later."""
    return bytes(number)


class Names(DataLoader[int, str]):
    """Loads names."""

    def batch_load_fn(self, keys: list[int]) -> Promise[list[str]]:
        """Return a name for each key."""
        return Promise.resolve([str(key) for key in keys])


one = Promise.resolve(1)
assert_type(one, Promise[int])
as_base: typedpromise.Promise[int] = one
assert_type(one.then(name), Promise[str])
assert_type(one.then(later), Promise[bytes])
assert_type(one.then(lambda number: Promise.resolve(str(number))), Promise[str])
assert_type(one.then(did_fulfill=name, did_reject=lambda _: None), Promise[str | None])
assert_type(one.then(did_reject=lambda _: None), Promise[int | None])
assert_type(one.catch(lambda _: None), Promise[int | None])
assert_type(one.catch(KeyError, lambda error: error), Promise[int | KeyError])
assert_type(Promise.all([one, one]), Promise[list[int]])
assert_type(Promise.resolve([one]).then(Promise.all), Promise[list[int]])
assert_type(one.get(), int)
assert_type(one.value, int | None)
assert_type(promisify(name)(1), Promise[str])
assert_type(Names().load(1), Promise[str])
assert_type(Names().load_many([1]), Promise[list[str]])


async def main() -> None:
    """Await one."""
    assert_type(await one, int)


bare: Promise[int] = Promise()  # deprecated
bare.do_resolve(1)  # deprecated
bare.fulfill(1)  # deprecated
bare.do_reject(KeyError())  # deprecated
assert_type(Promise.cast(1), Promise[int])  # deprecated
assert_type(Promise.fulfilled(1), Promise[int])  # deprecated
Promise.rejected(KeyError()).done()  # deprecated
assert_type(Promise.for_dict({"a": one}), Promise[dict[str, int]])  # deprecated
assert_type(compat.promise_for_dict({"a": one}), Promise[dict[str, int]])  # deprecated
assert_type(Promise.promisify(name)(1), Promise[str])  # deprecated
assert_type(Promise.safe(name)(1), Promise[str])  # deprecated
assert_type(one.future, asyncio.Future[int])  # deprecated
one.done_all([name])  # deprecated
assert_type(one.then_all([name]), list[Promise[str]])  # deprecated
Promise.is_thenable(one)  # deprecated
compat.is_thenable(one)  # deprecated
one.scheduler  # noqa: B018 # deprecated
compat.get_default_scheduler()  # deprecated
compat.set_default_scheduler(ImmediateScheduler())  # deprecated
# Any: what goes between the promise and the loop; cache keys.
assert_type(iterate_promise(one), Generator[Any, Any, int])
assert_type(Names()._promise_cache, MutableMapping[Any, Promise[str]])  # pyright: ignore[reportPrivateUsage] # as 2.3's
