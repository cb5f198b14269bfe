"""Measures every program under every checker, base and chains in turn, and keeps the medians."""

from __future__ import annotations

import compileall
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from tests.support.typed_wheel import unpacked_wheel

from .checkers import COUNTED, Checker, Outcome, can_count
from .programs import CANARY, SHAPES, WITHOUT_VARARGS, Shape

MODULES = ("typedpromise", "promise")
Unit: TypeAlias = Literal["s", "M instructions"]


@dataclass(frozen=True)
class Cost:
    """What one program costs, and the same without chains."""

    checker: str
    module: str
    shape: str
    size: int
    base: float
    amount: float
    unit: Unit = "s"
    # Why the program was not checked, or not in time: then the amounts say nothing.
    failure: str | None = None

    @property
    def above(self) -> float | None:
        """What the chains cost."""
        return None if self.failure else self.amount - self.base

    def as_json(self) -> dict[str, object]:
        """Return the fields, for a report that other programs read."""
        return asdict(self)


def measure(checkers: tuple[Checker, ...], rounds: int, only: str = "") -> Iterator[Cost]:
    """Yield the costs of the shapes with `only` in their names, in seconds and where possible in instructions."""
    with tempfile.TemporaryDirectory(prefix="checking-") as scratch:
        # Outside the repository, whose settings pyrefly would take for the package's own.
        site = Path(scratch, "site")
        shutil.copytree(unpacked_wheel(Path(scratch, "wheel")), site)
        (site / "pyrefly.toml").touch()
        # As pip leaves a package: else each run of the plugin would compile it anew.
        compileall.compile_dir(site, quiet=1)
        shapes = [shape for shape in SHAPES if only in shape.name]
        for checker in checkers:
            folder = Path(scratch, checker.name)
            checker.prepare(folder)
            bench = _Bench(checker, folder, site, rounds)
            for shape in shapes:
                yield from bench.seconds(shape)
            for shape in shapes if checker in COUNTED and can_count() else ():
                yield from bench.instructions(shape)


@dataclass
class _Bench:
    checker: Checker
    folder: Path
    site: Path
    rounds: int
    _runs: int = 0
    _bases: dict[str, Outcome] = field(default_factory=dict[str, Outcome])

    def seconds(self, shape: Shape) -> Iterator[Cost]:
        for module in MODULES:
            if module == WITHOUT_VARARGS and shape.name.startswith("all("):
                continue
            self._run(shape.base(shape.sizes[0], module), "s")  # Fills the cache with what is imported.
            for size in (*shape.sizes, *(shape.deeper if self.checker.goes_deep else ())):
                cost = self._cost(shape, size, module)
                yield cost
                # What is larger fails as well.
                if cost.failure is not None:
                    break

    def instructions(self, shape: Shape) -> Iterator[Cost]:
        module = MODULES[0]
        for size in shape.counted:
            base = self._counted_base(shape.base(size, module))
            found = self._run(shape.program(size, module), "M instructions")
            why = base.failure or found.failure
            yield Cost(self.checker.name, module, shape.name, size, base.amount, found.amount, "M instructions", why)

    def _counted_base(self, program: str) -> Outcome:
        """Count a base once: a count does not change from run to run, and takes long."""
        if program not in self._bases:
            self._bases[program] = self._run(program, "M instructions")
        return self._bases[program]

    def _cost(self, shape: Shape, size: int, module: str) -> Cost:
        bases: list[float] = []
        chains: list[float] = []
        for number in range(self.rounds):
            # In turn, and each first in every other round: what warms up or slows down does so for both.
            for of_base in (True, False) if number % 2 else (False, True):
                program = shape.base(size, module) if of_base else shape.program(size, module)
                took = self._run(program, "s")
                if took.failure is not None:
                    return Cost(self.checker.name, module, shape.name, size, 0.0, took.amount, failure=took.failure)
                (bases if of_base else chains).append(took.amount)
        return Cost(self.checker.name, module, shape.name, size, statistics.median(bases), statistics.median(chains))

    def _run(self, program: str, unit: Unit) -> Outcome:
        self._runs += 1
        check = self.checker.cpu_seconds if unit == "s" else self.checker.instructions
        return check(self.folder, self.site, f"{program}\n# run {self._runs}\n", CANARY)
