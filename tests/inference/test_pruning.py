"""What mypy has to try, counted: one overload a call, and a number of checks that grows slowly with nesting."""

import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from mypy.build import build
from mypy.modulefinder import BuildSource
from mypy.nodes import CallExpr, Context
from mypy.options import Options
from mypy.plugin import MethodContext, MethodSigContext
from mypy.types import FunctionLike, Type

from typedpromise.inference.calls import takes
from typedpromise.inference.plugin import Inference
from typedpromise.inference.pruning import is_pruned

from .conftest import HEAD


class Counting(Inference):
    """The plugin, which notes what its hooks leave and how often they are asked."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self.left: dict[Context, set[str]] = defaultdict(set)
        self.results = 0

    def get_method_signature_hook(self, fullname: str) -> Callable[[MethodSigContext], FunctionLike] | None:
        hook = super().get_method_signature_hook(fullname)
        return None if hook is None else lambda ctx: self._note(ctx, hook(ctx))

    def get_method_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
        hook = super().get_method_hook(fullname)
        return None if hook is None else lambda ctx: self._count(hook(ctx))

    def _note(self, ctx: MethodSigContext, signature: FunctionLike) -> FunctionLike:
        assert isinstance(ctx.context, CallExpr)
        item = signature.items[0]
        if takes(item, len(ctx.context.args)) and not is_pruned(item):
            self.left[ctx.context].add(str(ctx.default_signature))
        return signature

    def _count(self, result: Type) -> Type:
        self.results += 1
        return result


def counted(wheel: Path, *lines: str) -> Counting:
    """Check the lines in this process; return the plugin that saw them."""
    options = Options()
    options.incremental = False
    options.python_executable = sys.executable
    options.mypy_path = [str(wheel)]
    plugin = Counting(options)
    text = HEAD + "".join(f"    {line}\n" for line in lines)
    result = build([BuildSource(None, "use", text)], options, extra_plugins=[plugin])
    assert result.errors == []
    return plugin


CALLS = [
    "n.then(str)",
    "n.then(lambda x: x)",
    "n.then(str, repr)",
    "n.then(lambda x: x, lambda e: e)",
    "n.then(None, lambda e: e)",
    "n.then(lambda x: x, None)",
    "n.then()",
    "n.catch(lambda e: e)",
    "n.catch(KeyError, lambda e: e)",
    "n.catch((KeyError, OSError), lambda e: e)",
    "n.catch((KeyError, OSError, ValueError, TypeError, EOFError), lambda e: e)",
    "n.tap_catch(KeyError, lambda e: e)",
    "Promise.resolve(1)",
    "Promise.resolve()",
    "Promise.all(n, s)",
    "Promise.all((n, s))",
    "Promise.all([n, s])",
    "Promise.all(p for p in [n])",
    f"Promise.all({'n, ' * 12})",
    "Promise.all_settled([n, s])",
    "Promise.any([n, s])",
    "Promise.race(n, s)",
    "Promise.as_completed([n, s])",
    "Promise.props(by_name)",
    "Promise.map([n, n], lambda x: x)",
    "Promise.filter([n, n], lambda x: x)",
    "Promise.each([n, n], lambda x: x)",
    "Promise.reduce([n, n], lambda a, x: a + x, 0)",
]


def test_one_overload_is_left(wheel: Path) -> None:
    """Whatever the call, mypy has one overload to try."""
    plugin = counted(wheel, *CALLS)
    left = {CALLS[context.line - HEAD.count("\n") - 1]: len(kept) for context, kept in plugin.left.items()}

    assert left == dict.fromkeys(CALLS, 1)


def nested(depth: int) -> str:
    """Return so many calls of `then`, each in the handler of the one before."""
    call = "0"
    for level in reversed(range(depth)):
        call = f"n.then(lambda x{level}: {call})"
    return call


@pytest.mark.parametrize("depth", [2, 4, 6])
def test_nesting_at_most_doubles_the_work_a_level(wheel: Path, depth: int) -> None:
    """A handler's body is checked twice: to see whether the call fits an overload, and to type it."""
    assert counted(wheel, nested(depth)).results <= 2**depth
