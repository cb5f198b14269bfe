"""Time the contestants of a shape in rounds, and reduce the rounds to medians and paired ratios."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from statistics import median, quantiles
from time import perf_counter

FEWEST_ROUNDS = 3


@dataclass(frozen=True)
class Result:
    """What one contestant did in one shape."""

    # The median, in nanoseconds an element.
    ns: float
    # The median over the rounds of its time divided by ours in the same round, and the quartiles of that.
    ratio: float
    low: float
    high: float
    rounds: int

    def as_dict(self) -> dict[str, float]:
        """Return the fields, for JSON."""
        return asdict(self)


def rounds_of(samplers: Mapping[str, Callable[[], float]], seconds: float, most: int) -> dict[str, list[float]]:
    """Run rounds of one sample each, in random order, for about `seconds`; return the samples by contestant.

    Before each sample the garbage of the one before is collected, so that nobody pays for another's.
    """
    shuffled = random.Random(0)  # noqa: S311 - an order, no secret
    samples: dict[str, list[float]] = {name: [] for name in samplers}
    begun = perf_counter()
    for number in range(most):
        if number >= FEWEST_ROUNDS and perf_counter() - begun > seconds:
            break
        order = list(samplers)
        shuffled.shuffle(order)
        for name in order:
            gc.collect()
            samples[name].append(samplers[name]())
    return samples


def reduced(samples: Mapping[str, list[float]], ours: str, elements: int) -> dict[str, Result]:
    """Return the medians, and the ratios to `ours` paired by round.

    Args:
        samples: Seconds by contestant, a value a round.
        ours: The contestant that the others are divided by; without it the ratios are NaN.
        elements: How many elements a sample does.

    """
    own = samples.get(ours)
    results: dict[str, Result] = {}
    for name, taken in samples.items():
        ratios = [float("nan")] if own is None else [a / b for a, b in zip(taken, own, strict=True)]
        low, _, high = quantiles(ratios, n=4) if len(ratios) > 1 else (ratios[0],) * 3
        results[name] = Result(median(taken) / elements * 1e9, median(ratios), low, high, len(taken))
    return results
