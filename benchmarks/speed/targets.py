"""What issue 6 asks for, and whether a run reached it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .shapes import SHAPES

THIRTEEN = tuple(shape.key for shape in SHAPES if shape.counts)
PER_LINK = ("b10r", "b10p", "b100r", "b100p", "b10kr", "b10kp", "c_fan", "d_pend")
# What a child found: by shape, `results` by contestant and `failed` by contestant.
Found = Mapping[str, Any]


@dataclass(frozen=True)
class Wanted:
    """A bound on the geometric mean, and on the worst shape where one is set."""

    mean: float
    worst: float | None = None


@dataclass(frozen=True)
class Target:
    """One line of the table."""

    against: str
    peer: str
    shapes: Sequence[str]
    pure: Wanted
    compiled: Wanted
    # Whether the bound is on our time divided by theirs, to be at most that; else on theirs divided by ours.
    is_time: bool = False


TARGETS = (
    Target("promise 2.3", "promise 2.3", THIRTEEN, Wanted(4, 1.5), Wanted(12, 4)),
    Target("asyncio.Future + callback", "asyncio.Future + callback", THIRTEEN, Wanted(3, 0.9), Wanted(9, 1.7)),
    Target("Twisted Deferred", "Twisted", THIRTEEN, Wanted(1.3), Wanted(4, 2.5)),
    Target("vine", "vine", THIRTEEN, Wanted(2), Wanted(6)),
    Target("asyncio.gather", "asyncio.Future + callback", ("d_pend", "d_settle"), Wanted(2.5), Wanted(10)),
    Target("promise.dataloader", "promise 2.3", ("i100", "i1000"), Wanted(6), Wanted(18)),
    Target("aiodataloader", "aiodataloader", ("i100_loop", "i1000_loop"), Wanted(2.5), Wanted(8)),
    Target("strawberry's loader", "strawberry", ("i100_loop", "i1000_loop"), Wanted(4), Wanted(13)),
    Target("await resolved", "asyncio.Future + callback", ("g_res",), Wanted(3.5), Wanted(1.3), is_time=True),
    Target("await pending", "asyncio.Future + callback", ("g_pend",), Wanted(1.45), Wanted(1.2), is_time=True),
    Target("get across threads", "concurrent.futures", ("h_xthread",), Wanted(1.0), Wanted(0.9), is_time=True),
    Target("bluebird in node", "bluebird", PER_LINK, Wanted(5), Wanted(1.5), is_time=True),
)


@dataclass(frozen=True)
class Reached:
    """What was measured for a target: the geometric mean, and the worst shape."""

    mean: float
    worst: float
    worst_shape: str


def geometric_mean(values: Sequence[float]) -> float:
    """Return the geometric mean of `values`, which are positive and not none."""
    return math.exp(math.fsum(map(math.log, values)) / len(values))


def reached(target: Target, found: Found, node: Mapping[str, Mapping[str, float]]) -> Reached | None:
    """Return what `found` says of `target`, or None where the peer was not measured.

    A shape that the peer does not offer, or fails at, says nothing.
    """
    ratios = {key: value for key in target.shapes if (value := _ratio(key, target.peer, found, node)) is not None}
    if not ratios:
        return None
    if target.is_time:
        ratios = {key: 1 / ratio for key, ratio in ratios.items()}
    worst = (max if target.is_time else min)(ratios, key=lambda key: ratios[key])
    return Reached(geometric_mean(list(ratios.values())), ratios[worst], worst)


def _ratio(key: str, peer: str, found: Found, node: Mapping[str, Mapping[str, float]]) -> float | None:
    results = found.get(key, {}).get("results", {})
    if peer in results and "typedpromise" in results:
        return float(results[peer]["ratio"])
    if key in node.get(peer, {}) and "typedpromise" in results:  # not paired
        return node[peer][key] / float(results["typedpromise"]["ns"])
    return None


def is_met(wanted: Wanted, was: Reached, *, is_time: bool) -> bool:
    """Whether both bounds are kept."""
    if is_time:
        return was.mean <= wanted.mean and (wanted.worst is None or was.worst <= wanted.worst)
    return was.mean >= wanted.mean and (wanted.worst is None or was.worst >= wanted.worst)
