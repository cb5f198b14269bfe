"""The stretches that threads may not interrupt hold nothing at which CPython could switch."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import typedpromise
from typedpromise import _locks

CORE = Path(typedpromise.__file__).parent / "_core"
BEGIN, END = "# <atomic x>", "# </atomic>"
# A switch, a garbage collection or a signal handler can come at a call, a backward jump or a container allocation.
INTERRUPTIBLE = (
    ast.Await, ast.Call, ast.Dict, ast.DictComp, ast.For, ast.GeneratorExp, ast.JoinedStr, ast.Lambda, ast.List,
    ast.ListComp, ast.Set, ast.SetComp, ast.Tuple, ast.Try, ast.While, ast.With, ast.Yield, ast.YieldFrom,
)  # fmt: skip


def stretches(source: str) -> list[tuple[int, int]]:
    """Return the first and last line of every marked stretch."""
    return [(stretch.first, stretch.last) for stretch in _locks.stretches(source)]


def interruptions(source: str) -> list[str]:
    """Return every place inside a marked stretch of `source` at which a thread may be switched."""
    tree = ast.parse(source)
    changes = {id(call) for block in ast.walk(tree) if isinstance(block, ast.If) for call in _last_change(block.body)}
    return [
        f"line {node.lineno}: {ast.unparse(node)}"
        for first, last in stretches(source)
        for node in ast.walk(tree)
        if isinstance(node, INTERRUPTIBLE)
        and first < node.lineno < last
        and id(node) not in changes
        and not (isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Store))
    ]


def _last_change(body: list[ast.stmt]) -> list[ast.expr]:
    """Return the `list.append` or `remove` before the return that ends `body`: done before a switch can come."""
    match body:
        case [*_, ast.Expr(ast.Call(ast.Attribute(attr="append" | "remove"), arguments) as call), ast.Return()]:
            return [call] if all(isinstance(argument, ast.Name) for argument in arguments) else []
        case _:
            return []


def unlocked(source: str) -> list[str]:
    """Return every attribute in a marked stretch of `source` whose object the mark does not name.

    What was read there from a named object and declared to be a list counts as that object's.
    """
    tree = ast.parse(source)
    lists = {
        node.target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and ast.unparse(node.annotation).startswith("list[")
        and isinstance(node.value, ast.Attribute)
        and isinstance(node.value.value, ast.Name)
        for stretch in _locks.stretches(source)
        if stretch.first < node.lineno < stretch.last and node.value.value.id in stretch.names
    }
    return [
        f"line {node.lineno}: {ast.unparse(node)}"
        for stretch in _locks.stretches(source)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and stretch.first < node.lineno < stretch.last
        and isinstance(node.value, ast.Name)
        and node.value.id not in {*stretch.names, *lists}
    ]


@pytest.mark.parametrize("path", sorted(CORE.glob("*.py")), ids=lambda path: path.stem)
def test_a_mark_names_every_object_of_its_stretch(path: Path) -> None:
    """What a stretch reads or stores belongs to the objects that a build without a GIL locks for it."""
    assert unlocked(path.read_text()) == []


def test_an_unlocked_object_is_seen() -> None:
    """The check finds an attribute of an object that the mark leaves out."""
    assert unlocked(f"{BEGIN}\ny.a = x.b\n{END}\n") == ["line 2: y.a"]


def test_a_list_of_a_locked_object_is_locked_with_it() -> None:
    """A list read in the stretch is the object's; one of another object, or from before, is not."""
    inside = f"{BEGIN}\nw: list[int] = x.b\nw.append(y)\n{END}\n"
    foreign = f"{BEGIN}\nw: list[int] = y.b\nw.append(y)\n{END}\n"
    before = f"w: list[int] = x.b\n{BEGIN}\nw.append(y)\n{END}\n"

    assert unlocked(inside) == []
    assert unlocked(foreign) == ["line 2: y.b", "line 3: w.append"]
    assert unlocked(before) == ["line 3: w.append"]


@pytest.mark.parametrize("path", sorted(CORE.glob("*.py")), ids=lambda path: path.stem)
def test_no_atomic_stretch_can_be_interrupted(path: Path) -> None:
    """A marked stretch of the core holds no call, loop or allocation, but for a list's append or remove at its end."""
    assert interruptions(path.read_text()) == []


def test_the_core_has_marked_stretches() -> None:
    """Settling, attaching, detaching, linking and taking are marked, so that the test above has something to see."""
    marked = {path.stem: len(stretches(path.read_text())) for path in CORE.glob("*.py")}

    assert marked["settlement"] >= 5
    assert marked["adoption"] >= 1


INTERRUPTED = [
    "f(cell)",
    "x = [cell]",
    "x = (cell, 1)",
    "while cell.a: cell = cell.b",
    "x.append(cell)",
    "if x:\n  x.append(f(cell))\n  return",
]


@pytest.mark.parametrize("line", INTERRUPTED)
def test_an_interruption_is_seen(line: str) -> None:
    """The check finds a call, an allocation, a loop and a call inside an append."""
    assert interruptions(f"{BEGIN}\n{line}\n{END}\n") != []
