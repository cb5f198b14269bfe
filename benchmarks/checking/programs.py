"""The programs that are checked: one shape each, by size, with chains of a library or with none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

# What stands where a chain would: its value is the promise itself.
NO_CHAIN = "p"
_IN_A_FUNCTION = 10

Expression: TypeAlias = Callable[[int], str]


@dataclass(frozen=True)
class Shape:
    """One way to write promises, that grows with a number."""

    name: str
    sizes: tuple[int, ...]
    expression: Expression
    # Whether the size is how often the expression stands there, or how large it is.
    repeated: bool = False

    def program(self, size: int, module: str) -> str:
        """Return the program with chains of the promises in `module`."""
        return _program(module, self.expression(size), size if self.repeated else 1)

    def base(self, size: int, module: str) -> str:
        """Return the same program without chains."""
        return _program(module, NO_CHAIN, size if self.repeated else 1)


def _program(module: str, expression: str, count: int) -> str:
    functions = [
        f"def function_{start}(p: Promise[int], q: Promise[str]) -> None:\n"
        + "".join(f"    r{k} = {expression}\n" for k in range(start, min(start + _IN_A_FUNCTION, count)))
        for start in range(0, count, _IN_A_FUNCTION)
    ]
    return "\n".join(["from __future__ import annotations", f"from {module} import Promise", *functions])


def _chain(length: int) -> str:
    return "p" + ".then(lambda x: x + 1)" * length


def _nested(depth: int) -> str:
    return "".join(f"p.then(lambda x{k}: " for k in range(depth)) + "x0" + ")" * depth


def _each(expression: str) -> Expression:
    return lambda _size: expression


_PARTS = "p.then(lambda x: x + 1), q.then(lambda s: len(s)), p"

SHAPES = (
    Shape("one chain of lambdas", (50, 100, 200), _chain),
    Shape("chains of three lambdas", (125, 250, 500), _each(_chain(3)), repeated=True),
    Shape("nested lambdas", (1, 2, 3, 4, 5, 6), _nested),
    Shape("all([lambda, lambda, promise])", (125, 250, 500), _each(f"Promise.all([{_PARTS}])"), repeated=True),
    Shape("all(lambda, lambda, promise)", (125, 250, 500), _each(f"Promise.all({_PARTS})"), repeated=True),
)
# Its `all` takes one iterable.
WITHOUT_VARARGS = "promise"
