"""Handlers in handlers, as lambdas: the time that mypy takes doubles with every level.

It types each body twice, without knowing the parameter and then with it, and a body holds all the levels below.
That is so of any overloaded method, and no hook is asked before the first of the two (mypy 2.4,
`ExpressionChecker.check_overload_call`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.checker import TypeChecker
from mypy.nodes import LambdaExpr

if TYPE_CHECKING:
    from mypy.plugin import MethodSigContext

# At this depth mypy takes minutes, at twice the depth a year.
DEEPEST = 20


class EndlessError(SystemExit):
    """Ends the run, with the message on stderr: an exception of any other kind mypy takes for a crash of its own."""

    def __init__(self, path: str, line: int, module: str) -> None:
        """Take the place, and the name of the module."""
        self.path: str = path
        self.line: int = line
        self.module: str = module
        self.message: str = (
            f"Lambdas are nested more than {DEEPEST} deep, and the time that mypy takes doubles with each level, "
            f"so it would not end: return the promise from a handler and go on with .then(handler) behind it, "
            f"or write the handlers as functions"
        )
        super().__init__(f"{path}:{line}: error: {self.message}")


def refuse_endless(ctx: MethodSigContext) -> None:
    """End the run with a message where it would never come to an end.

    Raises:
        EndlessError: The handler is given in more lambdas than `DEEPEST`.

    """
    checker = ctx.api
    assert isinstance(checker, TypeChecker)
    # Asked for every handler of the program.
    if len(checker.scope.stack) <= DEEPEST:
        return
    around = [node for node in checker.scope.stack if isinstance(node, LambdaExpr)]
    if len(around) > DEEPEST:
        raise EndlessError(checker.errors.simplify_path(checker.path), around[0].line, checker.tree.fullname)
