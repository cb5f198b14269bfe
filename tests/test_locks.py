"""On builds without a GIL the marked stretches run under locks, from the same source."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import traceback
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

import typedpromise
from typedpromise import _locks
from typedpromise._locks import COUNT, LOCKS, LockingFinder, locked, stretches

PACKAGE = Path(typedpromise.__file__).parent


def compiled_with_locks(source: str) -> dict[str, Any]:
    """Run a module's source with locks, and return its globals."""
    module: dict[str, Any] = {"_LOCKS": LOCKS}
    exec(compile(locked(source, "marked.py"), "marked.py", "exec"), module)  # noqa: S102 - it stands below
    return module


class Held:
    """A list whose `append` notes which locks are held."""

    def __init__(self) -> None:
        self.numbers: list[int] = []

    def append(self, _item: object) -> None:
        # A lock that this thread holds says so in its repr, and in no other way.
        self.numbers = [number for number, lock in enumerate(LOCKS) if repr(lock).startswith("<locked")]


ONE = """
def add(cell, item):
    while True:
        # <atomic cell>
        if cell.open:
            cell.items.append(item)
            return "returned"
        break
        # </atomic>
    return "broken off"
"""


class Cell:
    """Something with items."""

    def __init__(self, *, is_open: bool = True) -> None:
        self.open = is_open
        self.items = Held()


def number_of(cell: Cell) -> int:
    """Return which lock is the object's."""
    return id(cell) // 16 % COUNT


def test_a_stretch_holds_the_lock_of_its_object() -> None:
    """Inside the stretch the object's lock is held and no other; after a return none is."""
    cell = Cell()

    assert compiled_with_locks(ONE)["add"](cell, 1) == "returned"

    assert cell.items.numbers == [number_of(cell)]
    assert all(repr(lock).startswith("<unlocked") for lock in LOCKS)


def test_a_break_leaves_the_stretch() -> None:
    """`break` out of a stretch goes on behind the loop, without the lock."""
    assert compiled_with_locks(ONE)["add"](Cell(is_open=False), 1) == "broken off"
    assert all(repr(lock).startswith("<unlocked") for lock in LOCKS)


TWO = """
def link(outer, inner):
    # <atomic outer inner>
    outer.items.append(inner)
    # </atomic>
"""


def test_a_stretch_of_two_objects_holds_both_locks() -> None:
    """Both locks are held, also where they are one and the same."""
    link = compiled_with_locks(TWO)["link"]
    cells = [Cell() for _ in range(10)]

    for outer in cells:
        for inner in cells:
            link(outer, inner)
            assert outer.items.numbers == sorted({number_of(outer), number_of(inner)})


def _order(code: CodeType) -> list[str]:
    return [name for name in code.co_names if name in {"min", "max"}]


def test_two_locks_are_taken_in_the_order_of_their_numbers() -> None:
    """The lower number comes first, whichever object is named first, so no two threads wait for each other."""
    link: FunctionType = compiled_with_locks(TWO)["link"]

    assert _order(link.__code__) == ["min", "max"]


def test_lines_keep_their_numbers() -> None:
    """A traceback out of a stretch shows the line of the source."""
    with pytest.raises(AttributeError) as caught:
        compiled_with_locks(ONE)["add"](object(), 1)

    assert [frame.lineno for frame in traceback.extract_tb(caught.value.__traceback__)][-1] == 5
    assert ONE.splitlines()[4] == "        if cell.open:"


WRONG = {
    "# <atomic a>\nx = 1\n": "without",
    "x = 1\n# </atomic>\n": "without its beginning",
    "# <atomic a>\n# <atomic a>\nx = 1\n# </atomic>\n# </atomic>\n": "begins outside others",
    "# <atomic a b c>\nx = 1\n# </atomic>\n": "begins outside others",
    "# <atomic >\nx = 1\n# </atomic>\n": "begins outside others",
    "# <atomic a>\n# </atomic>\n": "whole statements of one block",
    "if a:\n  # <atomic a>\n  x = 1\ny = 1\n# </atomic>\n": "whole statements of one block",
}


@pytest.mark.parametrize("source", WRONG)
def test_a_wrong_mark_is_refused(source: str) -> None:
    """Marks without a partner, nested, without a name, or around no whole statements are errors, not gaps."""
    with pytest.raises(SyntaxError, match=WRONG[source]):
        locked(source, "marked.py")


def test_every_mark_of_the_package_can_be_locked() -> None:
    """Each module with marks compiles with them, and no mark is spelled so that it is overlooked."""
    for path in PACKAGE.rglob("*.py"):
        source = path.read_text()
        if path.name != "_locks.py":
            marks = re.findall(r"^ *# *(</?) *atomic", source, re.MULTILINE)
            assert marks == ["<", "</"] * len(stretches(source)), path
            locked(source, str(path))


PROGRAM = """
import sys
sys.path[:0] = {path!r}
import typedpromise.dataloader
from pathlib import Path
from typedpromise._locks import LockingLoader
Promise = typedpromise.Promise
print(Promise.all([1]).get(), Promise.map([1], str).get(), Promise.resolve(1).timeout(9).get())
for name, module in sorted(sys.modules.items()):
    if name.startswith("typedpromise") and name != "typedpromise._locks":
        if "# <atomic" in Path(module.__file__).read_text():
            print(name, isinstance(module.__spec__.loader, LockingLoader), "_LOCKS" in vars(module))
print(typedpromise.Promise.resolve(1).then(lambda value: value + 1).get())
"""


def lines_of(program: str, locks: str) -> list[str]:
    """Return what the program prints with TYPEDPROMISE_LOCKS set."""
    environment = {**os.environ, "TYPEDPROMISE_LOCKS": locks}
    finished = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    return finished.stdout.splitlines()


@pytest.mark.skipif(typedpromise.compiled, reason="the compiled core has no locks, and refuses to run without a GIL")
def test_every_module_with_marks_is_loaded_with_locks() -> None:
    """With the switch on, no marked module slips past the loader that puts the locks in, nor what comes on use."""
    first, *modules, result = lines_of(PROGRAM.format(path=sys.path), "1")

    assert (first, result) == ("[1] ['1'] 1", "2")
    assert {"combinators", "delays", "traversal"} <= {line.split()[0].rpartition(".")[2] for line in modules}
    assert len(modules) >= 10
    assert [line for line in modules if not line.endswith("True True")] == []


@pytest.mark.skipif(typedpromise.compiled, reason="as above")
def test_no_lock_is_taken_where_there_is_a_gil() -> None:
    """With the switch off, as by default with a GIL, the modules are loaded as any others, and the locks not at all."""
    program = (
        f"import sys; sys.path[:0] = {sys.path!r}; import typedpromise; print('typedpromise._locks' in sys.modules)"
    )

    assert lines_of(program, "0") == ["False"]


def test_what_is_no_source_is_refused(tmp_path: Path) -> None:
    """A module without a source would run without locks, so it is not imported."""
    package = tmp_path / "marked"
    package.mkdir()
    (package / "one.py").write_text("")
    import py_compile

    py_compile.compile(str(package / "one.py"), str(package / "two.pyc"))
    finder = LockingFinder("marked")

    assert type(finder.find_spec("marked.one", [str(package)]).loader) is _locks.LockingLoader  # type: ignore[union-attr]
    assert finder.find_spec("other.one", [str(package)]) is None
    assert finder.find_spec("marked.none", [str(package)]) is None
    with pytest.raises(ImportError, match="has to run from its sources"):
        finder.find_spec("marked.two", [str(package)])
