"""The nodes of a module, walked once."""

from pathlib import Path

import pytest
from mypy.nodes import ClassDef, FuncDef, FuncItem, LambdaExpr, NameExpr

from typedpromise.check.functions import own_nodes
from typedpromise.check.host import visit
from typedpromise.check.nodes import children, walk
from typedpromise.check.tree import TypedTree

_SOURCE = """\
import asyncio
from typedpromise import Promise

def outer(items: list[int]) -> object:
    @staticmethod
    def inner(one, two=lambda: 1):
        class Local:
            field = [item for item in items if item]
            def method(self): return lambda x: (x, one)
        for one in items: yield {"a": one, **{}}
        return Local
    with open("a") as file, open("b") as items[0].real:
        return inner(file), f"{items!r}"

def empty() -> None: ...

async def last() -> None:
    match await asyncio.sleep(1, [1]):
        case [1, *rest] if rest: print(rest)
        case _: pass
"""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> bool:
    """Hold the outline of a module to the walk of it; what fails, fails here, while mypy has its tree."""
    file: Path = tmp_path_factory.mktemp("outline") / "source.py"
    file.write_text(_SOURCE)
    seen: list[int] = []

    def use(tree: TypedTree) -> None:
        found = list(tree.walk())
        assert found == list(walk(tree.file))
        for node, _ in found:
            assert tree.below(node) == [inner for inner, _ in walk(node)]
            assert all(next(tree.enclosing(child)) is node for child in children(node))
            if isinstance(node, FuncItem):
                assert tree.own_nodes(node) == list(own_nodes(node))
        kinds = {type(node) for node, _ in found}
        assert {FuncDef, LambdaExpr, ClassDef} <= kinds
        alone = NameExpr("alone")
        assert tree.below(alone) == [alone]
        seen.append(len(found))

    visit([str(file)], use)
    return seen != [] and seen[0] > 50


def test_outline_is_what_a_walk_gives(checked: bool) -> None:
    """Order, outermost functions, what stands below a node and in a body itself; of a foreign node as well."""
    assert checked
