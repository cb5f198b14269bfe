"""Time a loader per key against its peers: `python benchmarks/dataloader.py`.

Peers that are not installed are left out: promise (2.3), aiodataloader, strawberry-graphql.
Each round times every peer, in turn and in alternating order; a ratio is the median over the rounds of
the peer's time divided by ours in the same round, so that other load on the machine falls on both.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from typedpromise import Promise
from typedpromise.dataloader import DataLoader

ROUNDS = 21
KEYS = 20_000
# A timer of one shape: loads KEYS keys in batches of the given size, and returns the seconds.
Timer = Callable[[int], float]


def _doubled(keys: list[int]) -> list[int]:
    return [key * 2 for key in keys]


async def _doubled_soon(keys: list[int]) -> list[int]:
    return _doubled(keys)


def _without_a_loop(loader: Callable[[], Any], promise: Any) -> Timer:
    """Time loads in a handler, the one place where `promise` 2.3 makes a batch of them, and the wait for all."""

    def timer(size: int) -> float:
        begun = perf_counter()
        for _ in range(KEYS // size):
            values = _loaded(loader(), promise, size)
            assert values[-1] == 2 * size - 2
        return perf_counter() - begun

    return timer


def _loaded(users: Any, promise: Any, size: int) -> Any:
    return promise.resolve(None).then(lambda _: promise.all([users.load(key) for key in range(size)])).get()


def _in_a_loop(loader: Callable[[], Any], join: Callable[..., Any]) -> Timer:
    """Time loads that are awaited together by `join`, which for a peer's futures is `asyncio.gather`."""

    async def main(size: int) -> float:
        begun = perf_counter()
        for _ in range(KEYS // size):
            users = loader()
            values = await join(*[users.load(key) for key in range(size)])
            assert values[-1] == 2 * size - 2
        return perf_counter() - begun

    return lambda size: asyncio.run(main(size))


async def _awaited(promises: list[Any]) -> list[Any]:
    return [await promise for promise in promises]


def _awaited_in_a_loop(loader: Callable[[], Any]) -> Timer:
    """Time loads that are awaited one after the other, which needs no task for each."""

    async def main(size: int) -> float:
        begun = perf_counter()
        for _ in range(KEYS // size):
            users = loader()
            values = await _awaited([users.load(key) for key in range(size)])
            assert values[-1] == 2 * size - 2
        return perf_counter() - begun

    return lambda size: asyncio.run(main(size))


def _again(loader: Callable[[], Any], promise: Any) -> Timer:
    """Time loads of keys that the cache has."""

    def timer(size: int) -> float:
        users = loader()
        _loaded(users, promise, size)
        begun = perf_counter()
        for _ in range(KEYS // size):
            _loaded(users, promise, size)
        return perf_counter() - begun

    return timer


def _module(name: str) -> Any:
    """Return the module, or None where it is not installed."""
    try:
        return import_module(name)
    except ImportError:
        return None


def shapes() -> dict[str, dict[str, Timer]]:
    """Return the timers of each shape by peer, ours under `typedpromise`."""

    def ours() -> Any:
        return DataLoader(_doubled)

    def ours_soon() -> Any:
        return DataLoader(_doubled_soon)

    found: dict[str, dict[str, Timer]] = {
        "no loop": {"typedpromise": _without_a_loop(ours, Promise)},
        "no loop, cached": {"typedpromise": _again(ours, Promise)},
        "await all of them": {"typedpromise": _in_a_loop(ours_soon, Promise.all)},
        # It makes a task of everything that is no future.
        "asyncio.gather": {"typedpromise": _in_a_loop(ours_soon, asyncio.gather)},
        "await one by one": {"typedpromise": _awaited_in_a_loop(ours_soon)},
    }
    _add_promise(found)
    for name, module in {"aiodataloader": "aiodataloader", "strawberry": "strawberry.dataloader"}.items():
        peer = _module(module)
        if peer is not None:
            loader = _peer_loader(peer.DataLoader)
            found["await all of them"][name] = _in_a_loop(loader, asyncio.gather)
            found["asyncio.gather"][name] = _in_a_loop(loader, asyncio.gather)
            found["await one by one"][name] = _awaited_in_a_loop(loader)
    return found


def _peer_loader(cls: Any) -> Callable[[], Any]:
    return lambda: cls(_doubled_soon)


def _add_promise(found: dict[str, dict[str, Timer]]) -> None:
    promise, module = _module("promise"), _module("promise.dataloader")
    if module is None:
        return

    def loader() -> Any:
        return module.DataLoader(lambda keys: promise.Promise.resolve(_doubled(keys)))

    found["no loop"]["promise 2.3"] = _without_a_loop(loader, promise.Promise)
    found["no loop, cached"]["promise 2.3"] = _again(loader, promise.Promise)


def ratios(timers: dict[str, Timer], size: int) -> dict[str, tuple[float, float]]:
    """Return for each peer its median microseconds a key, and the median of its ratios to ours."""
    times: dict[str, list[float]] = {name: [] for name in timers}
    for number in range(ROUNDS + 1):
        order = list(timers) if number % 2 else list(reversed(timers))
        for name in order:
            seconds = timers[name](size)
            if number:  # the first round warms up
                times[name].append(seconds)
    ours = times["typedpromise"]
    return {
        name: (median(taken) / KEYS * 1e6, median(a / b for a, b in zip(taken, ours, strict=True)))
        for name, taken in times.items()
    }


def main() -> None:
    """Print a table."""
    print(f"Python {sys.version.split()[0]}, {KEYS} keys a run, medians of {ROUNDS} alternating rounds")
    for shape, timers in shapes().items():
        for size in (100, 1000):
            for name, (micros, ratio) in ratios(timers, size).items():
                print(f"{shape:18} batches of {size:5}  {name:14} {micros:7.2f} µs a key  {ratio:5.2f} times ours")


if __name__ == "__main__":
    main()
