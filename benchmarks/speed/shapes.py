"""The shapes: pieces of work, the same for every contestant, as templates of source.

A template is the body of a function of `n`, `times`, `clock` and `loop`.
It sets `elapsed`, the seconds that the work took, and `seen`, which must equal `wanted`: what is wrong is no result.
What is checked is checked after the clock was read.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from .dialects import Dialect


class NotOfferedError(LookupError):
    """The contestant lacks what the shape needs."""


class Snippets:
    """A dialect's snippets, filled in; asking for one that is missing raises `NotOfferedError`."""

    def __init__(self, dialect: Dialect) -> None:
        """Take the dialect."""
        self._dialect = dialect

    def __call__(self, name: str, **parts: str) -> str:
        """Return the snippet `name` with its parts in place."""
        snippet = getattr(self._dialect, name)
        if not snippet:
            raise NotOfferedError(name)
        return snippet.format(**parts) if isinstance(snippet, str) else ""


@dataclass(frozen=True)
class Shape:
    """A piece of work and how it is counted."""

    key: str
    # A line for the table.
    title: str
    # Elements in one piece, and how many pieces one sample does.
    n: int
    times: int
    template: Callable[[Snippets], str]
    # An expression of `n`.
    wanted: str
    # Whether it counts for the geometric mean: the thirteen shapes that the targets were set on.
    counts: bool = False
    # Whether the body is a coroutine's for every contestant.
    always_in_a_loop: bool = False
    # Threads take turns, so processor time says little.
    wall: bool = False

    @property
    def elements(self) -> int:
        """How many elements one sample does."""
        return self.n * self.times

    def source(self, dialect: Dialect) -> str:
        """Return the function's source; raises `NotOfferedError`."""
        body = textwrap.dedent(self.template(Snippets(dialect))).strip()
        kind = "async def" if dialect.in_a_loop or self.always_in_a_loop else "def"
        return (
            f"{kind} shape(n, times, clock, loop):\n{textwrap.indent(body, '    ')}\n"
            f"    return elapsed, seen, {self.wanted}\n"
        )


def _one(s: Snippets) -> str:
    return f"""
        begin = clock()
        for _ in range(times):
            {s("make")}
            p = {s("then", p="p", f="inc")}
            {s("resolve", r="r", v="1")}
            seen = {s("value", p="p")}
        elapsed = clock() - begin
    """


def _get(s: Snippets) -> str:
    return f"""
        begin = clock()
        for _ in range(times):
            p = {s("resolved", v="1")}
            seen = {s("get", p="p")}
        elapsed = clock() - begin
    """


def _chain_resolved(s: Snippets) -> str:
    return f"""
        begin = clock()
        for _ in range(times):
            p = {s("resolved", v="0")}
            for _ in range(n):
                p = {s("then", p="p", f="inc")}
            seen = {s("value", p="p")}
        elapsed = clock() - begin
    """


def _chain_pending(s: Snippets) -> str:
    return f"""
        begin = clock()
        for _ in range(times):
            {s("make")}
            for _ in range(n):
                p = {s("then", p="p", f="inc")}
            {s("resolve", r="r", v="0")}
            seen = {s("value", p="p")}
        elapsed = clock() - begin
    """


def _fan(s: Snippets) -> str:
    s("fans_out")
    return f"""
        begin = clock()
        {s("make")}
        ps = [{s("then", p="p", f="inc")} for _ in range(n)]
        {s("resolve", r="r", v="0")}
        p = ps[-1]
        seen = {s("value", p="p")}
        elapsed = clock() - begin
        seen = sum([{s("value", p="p")} for p in ps])
    """


def _all_values(s: Snippets) -> str:
    s("joins_values")
    return f"""
        vs = list(range(n))
        begin = clock()
        p = {s("joined", ps="vs")}
        seen = {s("value", p="p")}
        elapsed = clock() - begin
        seen = sum(seen)
    """


def _joined(s: Snippets, before: str, between: str) -> str:
    return f"""
        {before}
        rs = []
        ps = []
        for _ in range(n):
            {s("make")}
            rs.append(r)
            ps.append(p)
        p = {s("joined", ps="ps")}
        {between}
        for v in range(n):
            r = rs[v]
            {s("resolve", r="r", v="v")}
        seen = {s("value", p="p")}
        elapsed = clock() - begin
        seen = sum(seen)
    """


def _all_pending(s: Snippets) -> str:
    return _joined(s, "begin = clock()", "")


def _all_settle(s: Snippets) -> str:
    return _joined(s, "", "begin = clock()")


def _nest(s: Snippets) -> str:
    s("adopts")
    return f"""
        begin = clock()
        {s("make")}
        first = r
        for _ in range(n):
            inner = p
            {s("make")}
            {s("resolve", r="r", v="inner")}
        {s("resolve", r="first", v="7")}
        seen = {s("value", p="p")}
        elapsed = clock() - begin
    """


def _tail(s: Snippets) -> str:
    s("follows")
    return f"""
        def step(k):
            return {s("then", p=s("resolved", v="k - 1"), f="step")} if k else "done"
        begin = clock()
        p = {s("then", p=s("resolved", v="n"), f="step")}
        seen = {s("value", p="p")}
        elapsed = clock() - begin
    """


def _reject(s: Snippets) -> str:
    return f"""
        begin = clock()
        for _ in range(times):
            {s("make")}
            for _ in range(n):
                p = {s("then", p="p", f="inc")}
            p = {s("caught", p="p", f="five")}
            {s("reject", r="r", e="ValueError()")}
            seen = {s("value", p="p")}
        elapsed = clock() - begin
    """


def _catch(s: Snippets) -> str:
    return f"""
        begin = clock()
        for _ in range(times):
            {s("make")}
            p = {s("caught_only", p="p", c="KeyError", f="inc")}
            p = {s("caught_only", p="p", c="ValueError", f="five")}
            {s("reject", r="r", e="ValueError()")}
            seen = {s("value", p="p")}
        elapsed = clock() - begin
    """


def _finally(s: Snippets) -> str:
    return f"""
        begin = clock()
        for _ in range(times):
            {s("make")}
            for _ in range(n):
                p = {s("after", p="p", f="nothing")}
            {s("resolve", r="r", v="7")}
            seen = {s("value", p="p")}
        elapsed = clock() - begin
    """


def _map(s: Snippets) -> str:
    return f"""
        vs = list(range(n))
        begin = clock()
        p = {s("mapped", vs="vs", f="inc")}
        seen = {s("value", p="p")}
        elapsed = clock() - begin
        seen = sum(seen)
    """


def _drop(s: Snippets) -> str:
    return f"""
        def handler(value):
            return value
        kept = ref(handler)
        {s("make")}
        for _ in range(n):
            p = {s("then", p="p", f="handler")}
        begin = clock()
        del p, r, handler
        elapsed = clock() - begin
        seen = n if kept() is None else "a chain that is still kept, by a cycle or by the loop,"
    """


def _await_resolved(s: Snippets) -> str:
    s("fans_out")
    return f"""
        p = {s("resolved", v="7")}
        begin = clock()
        for _ in range(n):
            seen = {s("awaited", p="p")}
        elapsed = clock() - begin
    """


def _await_pending(s: Snippets) -> str:
    return f"""
        def settle(r):
            {s("resolve", r="r", v="7")}
        begin = clock()
        for _ in range(n):
            {s("make")}
            loop.call_soon(settle, r)
            seen = {s("awaited", p="p")}
        elapsed = clock() - begin
    """


def _await_in_tasks(s: Snippets) -> str:
    return f"""
        async def waits(p):
            return {s("awaited", p="p")}
        begin = clock()
        rs = []
        tasks = []
        for _ in range(n):
            {s("make")}
            rs.append(r)
            tasks.append(loop.create_task(waits(p)))
        await sleep(0)
        for r in rs:
            {s("resolve", r="r", v="1")}
        seen = sum([await task for task in tasks])
        elapsed = clock() - begin
    """


def _across_threads(s: Snippets) -> str:
    s("blocks")
    return f"""
        waiting = SimpleQueue()
        def other():
            while (r := waiting.get()) is not None:
                {s("resolve", r="r", v="7")}
        thread = Thread(target=other, daemon=True)
        thread.start()
        begin = clock()
        for _ in range(n):
            {s("make")}
            waiting.put(r)
            seen = {s("get", p="p")}
        elapsed = clock() - begin
        waiting.put(None)
        thread.join()
    """


def _load(s: Snippets) -> str:
    return f"""
        begin = clock()
        for _ in range(times):
            users = {s("loader")}
            seen = {s("loaded")}
        elapsed = clock() - begin
        seen = sum(seen)
    """


def _load_again(s: Snippets) -> str:
    return f"""
        users = {s("loader")}
        {s("loaded")}
        begin = clock()
        for _ in range(times):
            seen = {s("loaded")}
        elapsed = clock() - begin
        seen = sum(seen)
    """


def _load_in_a_loop(s: Snippets) -> str:
    return f"""
        begin = clock()
        for _ in range(times):
            users = {s("loop_loader")}
            seen = {s("loop_loaded")}
        elapsed = clock() - begin
        seen = sum(seen)
    """


_SUM = "n * (n - 1) // 2"

SHAPES = (
    Shape("a_one", "create, then, resolve, read", 1, 1000, _one, "2", counts=True),
    Shape("a_get", "create resolved, get()", 1, 1000, _get, "1"),
    Shape("b10r", "chain of 10 on a resolved promise", 10, 100, _chain_resolved, "n", counts=True),
    Shape("b10p", "chain of 10 on a pending promise", 10, 100, _chain_pending, "n", counts=True),
    Shape("b100r", "chain of 100, resolved", 100, 20, _chain_resolved, "n", counts=True),
    Shape("b100p", "chain of 100, pending", 100, 20, _chain_pending, "n", counts=True),
    Shape("b10kr", "chain of 10,000, resolved", 10_000, 1, _chain_resolved, "n", counts=True),
    Shape("b10kp", "chain of 10,000, pending", 10_000, 1, _chain_pending, "n", counts=True),
    Shape("c_fan", "10,000 thens on one promise", 10_000, 1, _fan, "n", counts=True),
    Shape("d_vals", "all of 10,000 plain values", 10_000, 1, _all_values, _SUM),
    Shape("d_pend", "all of 10,000 pending promises", 10_000, 1, _all_pending, _SUM, counts=True),
    Shape("d_settle", "the same, without making them", 10_000, 1, _all_settle, _SUM, counts=True),
    Shape("e_nest", "10,000 promises resolved with one another", 10_000, 1, _nest, "7", counts=True),
    Shape("e_tail", "handlers that return promises, 10,000 deep", 10_000, 1, _tail, "'done'", counts=True),
    Shape("f_rej", "rejection through 1,000 links", 1000, 2, _reject, "5", counts=True),
    Shape("catch", "two filtered catches, the second one catches", 1, 1000, _catch, "5"),
    Shape("finally", "chain of 100 finally_", 100, 20, _finally, "7"),
    Shape("map", "map over 10,000 values", 10_000, 1, _map, "n * (n + 1) // 2"),
    Shape("drop", "drop an unresolved chain of 10,000", 10_000, 1, _drop, "n"),
    Shape("g_res", "await a resolved promise", 10_000, 1, _await_resolved, "7", always_in_a_loop=True),
    Shape("g_pend", "await a pending promise", 1000, 1, _await_pending, "7", always_in_a_loop=True),
    Shape("g_tasks", "2,000 tasks await a promise each", 2000, 1, _await_in_tasks, "n", always_in_a_loop=True),
    Shape("h_xthread", "another thread resolves, get() waits", 500, 1, _across_threads, "7", wall=True),
    Shape("i100", "loader, batches of 100, per key", 100, 20, _load, "n * (n - 1)"),
    Shape("i1000", "loader, batches of 1,000, per key", 1000, 2, _load, "n * (n - 1)"),
    Shape("i_again", "loader, keys that the cache has", 1000, 2, _load_again, "n * (n - 1)"),
    Shape("i100_loop", "loader in a loop, by 100", 100, 20, _load_in_a_loop, "n * (n - 1)", always_in_a_loop=True),
    Shape("i1000_loop", "loader in a loop, by 1,000", 1000, 2, _load_in_a_loop, "n * (n - 1)", always_in_a_loop=True),
)
