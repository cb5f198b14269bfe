"""`import typedpromise.compat.install` serves `import promise`, each time in an interpreter of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import typedpromise

INSTALL = "import typedpromise.compat.install\n"


def run(program: str, *options: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program with the working tree and `promise` 2.3 on its path."""
    environment = os.environ | {"PYTHONPATH": str(Path(typedpromise.__file__).parents[1]), "PYTHONWARNINGS": "error"}
    command = [sys.executable, *options, *(() if program == "" else ("-c", program))]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=cwd)


def printed(program: str) -> str:
    """Return what a program prints, once it is sure that it ended well."""
    done = run(program)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_it_is_off_by_default() -> None:
    """Neither `typedpromise` nor `typedpromise.compat` touches what `import promise` finds."""
    assert "site-packages" in printed("import typedpromise.compat, promise; print(promise.__file__)")


def test_typedpromise_does_not_import_compat() -> None:
    """`import typedpromise` brings nothing of it, and compat brings neither typing nor asyncio."""
    assert printed("import sys, typedpromise; print([m for m in sys.modules if 'compat' in m])") == "[]"
    program = (
        "import typedpromise.compat.dataloader; print(sorted({'typing', 'asyncio', 'threading'} & set(sys.modules)))"
    )
    without_site = run(f"import sys; sys.path[:0] = {sys.path!r}; {program}", "-I", "-S")
    assert without_site.stdout.strip() == "[]", without_site.stderr


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("import promise as m", "typedpromise.compat"),
        ("import promise.promise as m", "typedpromise.compat.promise"),
        ("import promise.dataloader as m", "typedpromise.compat.dataloader"),
        ("import promise.async_ as m", "typedpromise.compat.async_"),
        ("import promise.promise_list as m", "typedpromise.compat.promise_list"),
        ("import promise.iterate_promise as m", "typedpromise.compat.iterate_promise"),
        ("import promise.schedulers as m", "typedpromise.compat.schedulers"),
        ("import promise.schedulers.immediate as m", "typedpromise.compat.schedulers.immediate"),
        ("import promise.schedulers.asyncio as m", "typedpromise.compat.schedulers.asyncio"),
        ("import promise.schedulers.thread as m", "typedpromise.compat.schedulers.thread"),
        ("import promise.schedulers.gevent as m", "typedpromise.compat.schedulers.gevent"),
        ("from promise import promise as m", "typedpromise.compat.promise"),
        ("import importlib; m = importlib.import_module('promise.dataloader')", "typedpromise.compat.dataloader"),
    ],
)
def test_a_module_is_the_very_same(statement: str, name: str) -> None:
    """Each import path of 2.3 gives the module of compat itself, so no class is there twice."""
    program = f"{INSTALL}{statement}\nimport sys, importlib\nprint(m.__name__, importlib.import_module('{name}') is m)"

    assert printed(program) == f"{name} True"


def test_names_can_be_imported_from_everywhere() -> None:
    """`from promise... import` gives one class, under every path."""
    program = f"""{INSTALL}
from promise import Promise, async_instance, set_default_scheduler
from promise.promise import Promise as P2, promisify
from promise.dataloader import DataLoader
from promise.async_ import Async
from promise.schedulers.asyncio import AsyncioScheduler
import typedpromise, typedpromise.compat
print(Promise is P2 is typedpromise.compat.Promise, isinstance(async_instance, Async))
print(isinstance(DataLoader(lambda keys: Promise.resolve(keys)).load(1), Promise))
print(isinstance(Promise.resolve(1), typedpromise.Promise))
"""
    assert printed(program).split() == ["True", "True", "True", "True"]


def test_twice_is_once() -> None:
    """A second import, and a reload, put no second finder in place."""
    program = f"""{INSTALL}
import importlib, sys, typedpromise.compat.install as install
import promise
cls = promise.Promise
importlib.reload(install)
importlib.reload(promise)
print([type(finder).__name__ for finder in sys.meta_path].count("_Finder"), promise.Promise is cls)
"""
    assert printed(program) == "1 True"


def test_too_late_is_an_error_that_says_what_to_do() -> None:
    """Where 2.3 has been imported before, nothing is served, and the error names the order."""
    done = run("import promise\nimport typedpromise.compat.install")

    assert done.returncode == 1
    assert "`promise` has been imported already, from" in done.stderr
    assert "as the program's first import" in done.stderr


def test_a_module_that_is_not_served_is_an_error() -> None:
    """An internal module of 2.3 is not looked for on disk, where it would bring 2.3 itself."""
    program = (
        f"{INSTALL}try:\n    import promise.utils\nexcept ModuleNotFoundError as error:\n    print(error.name, error)"
    )

    assert printed(program).startswith("promise.utils no module named 'promise.utils': typedpromise.compat.install")


def test_a_private_module_is_not_loaded_twice() -> None:
    """Our own private modules cannot be had under the name of `promise`."""
    done = run(f"{INSTALL}import promise._jobs")

    assert "ModuleNotFoundError" in done.stderr


def test_names_can_be_pickled() -> None:
    """A class is pickled by its own name; what was pickled with 2.3 is found as well."""
    program = f"""{INSTALL}
import pickle, promise
print(pickle.loads(pickle.dumps(promise.Promise)) is promise.Promise)
print(pickle.loads(b'cpromise.promise\\nPromise\\n.') is promise.Promise)
"""
    assert printed(program).split() == ["True", "True"]


def test_the_spec_is_that_of_the_module() -> None:
    """`importlib.util.find_spec` finds `promise`, before the import and after."""
    program = f"""{INSTALL}
from importlib.util import find_spec
print(find_spec("promise").name)
import promise
print(find_spec("promise").name, promise.__spec__.name, promise.__file__ == find_spec("typedpromise.compat").origin)
"""
    assert printed(program).split() == ["promise", "typedpromise.compat", "typedpromise.compat", "True"]


def test_metadata_speaks_of_what_is_installed() -> None:
    """`importlib.metadata` still tells the version of the distribution on disk: nothing is faked."""
    program = f"{INSTALL}import promise, importlib.metadata as m\nprint(m.version('promise'), promise.__version__)"

    assert printed(program) == "2.3 2.3"


def test_threads_that_import_at_once_get_one_class() -> None:
    """Many threads importing different paths see the same class."""
    program = f"""{INSTALL}
import threading, importlib
names = ["promise", "promise.promise", "promise.dataloader", "promise.schedulers.thread"] * 5
found = []
start = threading.Barrier(len(names))
def load(name):
    start.wait()
    module = importlib.import_module(name)
    found.append(getattr(module, "Promise", None))
threads = [threading.Thread(target=load, args=(name,)) for name in names]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(len(found), len(set(found) - {{None}}))
"""
    assert printed(program) == "20 1"


def test_a_program_that_cannot_be_changed(tmp_path: Path) -> None:
    """`runpy` starts somebody else's program with `promise` served."""
    (tmp_path / "theirs.py").write_text(
        "import promise\nif __name__ == '__main__':\n    print(promise.Promise.resolve(promise.__name__).get())\n"
    )
    program = f"{INSTALL}import runpy\nrunpy.run_module('theirs', run_name='__main__')"

    assert run(program, cwd=tmp_path).stdout.strip() == "typedpromise.compat"


def test_the_tests_of_a_program(tmp_path: Path) -> None:
    """`pytest -p typedpromise.compat.install` serves `promise` to tests."""
    (tmp_path / "test_theirs.py").write_text(
        "import promise\ndef test_it():\n    assert promise.__name__ == 'typedpromise.compat'\n"
    )
    done = run("", "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "typedpromise.compat.install", cwd=tmp_path)

    assert "1 passed" in done.stdout, done.stdout + done.stderr
