"""The programs that are checked: one shape each, by size, with chains of a library or with none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

# What stands where a chain would: its value is the promise itself.
NO_CHAIN = "p"
# An error that is there on purpose: only a checker that has a type for the result reports it.
CANARY = "canary: bytes = "
_IN_A_FUNCTION = 10
_IN_A_STATEMENT = 50

Expressions: TypeAlias = Callable[[int], list[str]]


@dataclass(frozen=True)
class Shape:
    """One way to write promises, that grows with a number."""

    name: str
    sizes: tuple[int, ...]
    # One for each statement; a statement may use the `r` of the one before.
    expressions: Expressions
    # What the table asks of two sizes that follow each other.
    step: str = "a doubling"
    # Sizes of which instructions are counted, under mypy: what takes a second takes a minute there.
    counted: tuple[int, ...] = ()
    # How deep lambdas are nested where it is cheap.
    deeper: tuple[int, ...] = ()

    def program(self, size: int, module: str) -> str:
        """Return the program with chains of the promises in `module`."""
        return _program(module, self.expressions(size))

    def base(self, size: int, module: str) -> str:
        """Return the same program without chains."""
        return _program(module, [NO_CHAIN] * len(self.expressions(size)))


def _program(module: str, expressions: list[str]) -> str:
    functions = [
        f"def function_{start}(p: Promise[int], q: Promise[str]) -> None:\n    r = p\n"
        + "".join(f"    r{start + k} = {text}\n" for k, text in enumerate(expressions[start : start + _IN_A_FUNCTION]))
        for start in range(0, len(expressions), _IN_A_FUNCTION)
    ]
    last = f"    {CANARY}r{len(expressions) - 1}\n"
    return "\n".join(["from __future__ import annotations", f"from {module} import Promise", *functions]) + last


def _chain(length: int) -> str:
    return "p" + ".then(lambda x: x + 1)" * length


def _split(length: int) -> list[str]:
    """Return a chain in statements, each of which goes on where the one before has ended."""
    count = length // _IN_A_STATEMENT
    starts = ["p", *(f"r{k}" for k in range(count - 1))]
    # A function of ten statements ends there: the next begins anew, which changes nothing about the links.
    starts = ["p" if k % _IN_A_FUNCTION == 0 else start for k, start in enumerate(starts)]
    return [start + _chain(_IN_A_STATEMENT)[1:] for start in starts]


def _nested(depth: int) -> str:
    return "".join(f"p.then(lambda x{k}: " for k in range(depth)) + "x0" + ")" * depth


def _repeated(expression: str) -> Expressions:
    return lambda size: [expression] * size


_PARTS = "p.then(lambda x: x + 1), q.then(lambda s: len(s)), p"

CHAIN = Shape("one chain of lambdas", (50, 100, 200, 400, 800), lambda n: [_chain(n)], counted=(50, 100, 200))
SPLIT = Shape("one chain, a statement for each 50 links", (50, 100, 200, 400, 800), _split)
CHAINS = Shape("chains of three lambdas", (125, 250, 500), _repeated(_chain(3)), counted=(50, 100))
NESTED = Shape(
    "nested lambdas",
    (1, 2, 3, 4, 5, 6),
    lambda n: [_nested(n)],
    step="a level",
    counted=(3, 4, 5, 6),
    deeper=(7, 8),
)
LISTS = Shape("all([lambda, lambda, promise])", (125, 250, 500), _repeated(f"Promise.all([{_PARTS}])"))
VARARGS = Shape("all(lambda, lambda, promise)", (125, 250, 500), _repeated(f"Promise.all({_PARTS})"))
SHAPES = (CHAIN, SPLIT, CHAINS, NESTED, LISTS, VARARGS)
# Its `all` takes one iterable.
WITHOUT_VARARGS = "promise"
