"""Measures every program under every checker, base and chains in turn, and keeps the medians."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.support.typed_wheel import unpacked_wheel

from .checkers import Checker
from .programs import SHAPES, WITHOUT_VARARGS, Shape

MODULES = ("typedpromise", "promise")


@dataclass(frozen=True)
class Cost:
    """The processor seconds of one program, and of the same without chains; None: past the limit."""

    checker: str
    module: str
    shape: str
    size: int
    base: float
    seconds: float | None

    @property
    def above(self) -> float | None:
        """What the chains cost."""
        return None if self.seconds is None else self.seconds - self.base

    def as_json(self) -> dict[str, object]:
        """Return the fields, for a report that other programs read."""
        return asdict(self)


def measure(checkers: tuple[Checker, ...], rounds: int, only: str = "") -> Iterator[Cost]:
    """Yield the cost of every program whose shape has `only` in its name."""
    with tempfile.TemporaryDirectory(prefix="checking-") as scratch:
        # Outside the repository, whose settings pyrefly would take for the package's own.
        site = Path(scratch, "site")
        shutil.copytree(unpacked_wheel(Path(scratch, "wheel")), site)
        (site / "pyrefly.toml").touch()
        for checker in checkers:
            folder = Path(scratch, checker.name)
            checker.prepare(folder)
            bench = _Bench(checker, folder, site, rounds)
            for shape in SHAPES:
                if only in shape.name:
                    yield from bench.costs(shape)


@dataclass
class _Bench:
    checker: Checker
    folder: Path
    site: Path
    rounds: int
    _runs: int = 0

    def costs(self, shape: Shape) -> Iterator[Cost]:
        for module in MODULES:
            if module == WITHOUT_VARARGS and shape.name.startswith("all("):
                continue
            self._run(shape.base(shape.sizes[0], module))  # Fills the cache with what is imported.
            for size in shape.sizes:
                cost = self._cost(shape, size, module)
                yield cost
                if cost.seconds is None:
                    break

    def _cost(self, shape: Shape, size: int, module: str) -> Cost:
        bases: list[float] = []
        chains: list[float] = []
        for number in range(self.rounds):
            # In turn, and each first in every other round: what warms up or slows down does so for both.
            for of_base in (True, False) if number % 2 else (False, True):
                took = self._run(shape.base(size, module) if of_base else shape.program(size, module))
                if took is not None:
                    (bases if of_base else chains).append(took)
                elif not of_base:
                    base = self._run(shape.base(size, module))
                    return Cost(self.checker.name, module, shape.name, size, base or 0.0, None)
        return Cost(self.checker.name, module, shape.name, size, statistics.median(bases), statistics.median(chains))

    def _run(self, program: str) -> float | None:
        self._runs += 1
        return self.checker.cpu_seconds(self.folder, self.site, f"{program}\n# run {self._runs}\n")
