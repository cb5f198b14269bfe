"""What is imported on use: each name where it is said to be, and the import when somebody needs it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

import typedpromise
from typedpromise._core import attempts, coroutines, delays, joining, later

HOMES = (attempts, coroutines, delays, joining)
SOURCE = Path(str(later.__file__)).read_text()
# Of the block that only checkers read.
DECLARED = sorted(
    statement.target.id
    for block in ast.parse(SOURCE).body
    if isinstance(block, ast.If)
    for statement in block.body
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name) and statement.value is None
)


def printed_by(program: str) -> str:
    """Return what `program` prints in an interpreter of its own."""
    whole = f"import sys; sys.path[:0] = {sys.path!r}\n{program}"
    ran = subprocess.run([sys.executable, "-I", "-S", "-c", whole], capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    return ran.stdout.strip()


def test_the_types_declare_something() -> None:
    """The test below has names to look for."""
    assert {"all_of", "attempt", "coroutine_job", "delayed"} <= set(DECLARED)


@pytest.mark.parametrize("name", DECLARED)
def test_every_name_is_where_it_is_said_to_be(name: str) -> None:
    """Each name that the types declare is a function that one module defines, and is bound once it was asked for."""
    later.__dict__.pop(name, None)

    found = getattr(later, name)

    assert [home for home in HOMES if vars(home).get(name) is found]
    assert vars(later)[name] is found


@pytest.mark.parametrize("module", [later, typedpromise])
def test_another_name_is_an_attribute_error(module: ModuleType) -> None:
    """A name that nobody declared is no attribute, though the modules imported on use define it."""
    for name in ("new_promise", "nothing"):
        with pytest.raises(AttributeError, match=f"module '{module.__name__}' has no attribute '{name}'"):
            getattr(module, name)


def test_imports_are_statements() -> None:
    """What packs programs into one file reads imports off the byte code, so each is a statement."""
    for module in (later, typedpromise):
        code = vars(module)["__getattr__"]
        assert isinstance(code, FunctionType)
        assert {"home"} <= set(code.__code__.co_varnames)
        assert "__import__" not in code.__code__.co_names


@pytest.mark.parametrize(
    ("use", "brings", "leaves"),
    [
        ("Promise.all([1]).get()", "joining", "delays"),
        ("Promise.map([1], str).get()", "traversal", "timers"),
        ("Promise.resolve(1).delay(0).get()", "timers", "joining"),
        ("Promise.resolve(1).timeout(9).get()", "delays", "joining"),
        ("Promise.try_(str).get()", "attempts", "joining"),
        ("Promise.resolve(answer()).get()", "coroutines", "joining"),
        ("list(Promise.as_completed([Promise.resolve(1)]))", "combinators", "delays"),
    ],
)
def test_the_first_use_imports(use: str, brings: str, leaves: str) -> None:
    """A method brings what it needs when it is called for the first time, and no more."""
    program = f"""
from typedpromise import Promise
async def answer(): return 1
def core(): return {{name.rpartition(".")[2] for name in sys.modules}}
before = core()
{use}
print({brings!r} in before, {brings!r} in core(), {leaves!r} in core())
"""

    assert printed_by(program) == "False True False"


def test_threads_may_be_the_first_together() -> None:
    """Eight threads whose first joins, delays and coroutines come at the same time all get their values."""
    program = """
from threading import Barrier, Thread
from typedpromise import Promise
together, got = Barrier(8), []
async def answer(): return 4
def work():
    together.wait()
    got.append((Promise.all([1]).get(), Promise.resolve(2).delay(0).get(), Promise.try_(int, "3").get(),
                Promise.resolve(answer()).get()))
threads = [Thread(target=work) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(got == [([1], 2, 3, 4)] * 8)
"""

    assert printed_by(program) == "True"


def test_a_signal_handler_may_be_the_first() -> None:
    """The first join of a program may come from a signal handler."""
    program = """
import signal
from typedpromise import Promise
got = []
signal.signal(signal.SIGTERM, lambda number, frame: got.append(Promise.all([1]).get()))
signal.raise_signal(signal.SIGTERM)
print(got)
"""

    assert printed_by(program) == "[[1]]"


def test_a_handler_at_exit_may_be_the_first() -> None:
    """The first join of a program may come when it ends."""
    program = """
import atexit
from typedpromise import Promise
atexit.register(lambda: print(Promise.all([1]).get()))
"""

    assert printed_by(program) == "[1]"
