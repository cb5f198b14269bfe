"""Which modules the rules walk at all: those with findings must be among them."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from typedpromise.check import promises
from typedpromise.check.promises import PromiseTypes

from .conftest import Mypy

_DECLARED = """
    from typedpromise import Promise

    Later = Promise[int]
    class Job(Promise[str]): ...
    class Holder:
        later: Promise[int]
    def fetch() -> Promise[int]: ...
    def on_change(callback) -> None: ...
    """


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("from declared import fetch\nfetch()\n", "floating-promise"),
        ("import declared\ndeclared.Holder().later\n", "floating-promise"),
        ("from declared import Job\ndef use(job: Job) -> None:\n    job.then(print)\n", "floating-promise"),
        ("from declared import Later\nasync def run() -> Later: ...\nprint(run)\n", "async-returns-promise"),
        ("import declared\nasync def run() -> declared.Later: ...\nprint(run)\n", "async-returns-promise"),
        ("import threading\nfrom elsewhere import load\nthreading.Thread(target=load)\n", "misused-promise"),
    ],
)
def test_modules_that_do_not_name_the_class_are_walked(make_mypy: Callable[[], Mypy], text: str, code: str) -> None:
    """What another module declares is found where it is used."""
    mypy = make_mypy()
    mypy.choose('preset = "all"')
    (mypy.folder / "declared.py").write_text(dedent(_DECLARED))
    (mypy.folder / "elsewhere.py").write_text("async def load() -> None: ...\n")
    (mypy.folder / "used.py").write_text(text)

    done = mypy("declared.py", "elsewhere.py", "used.py")

    assert f"[{code}]" in done.stdout, done.stdout + done.stderr


def test_modules_that_have_nothing_to_do_with_promises_are_left_alone() -> None:
    """A module whose types come from other modules than the promise classes cannot hold one."""
    known = PromiseTypes(["typedpromise._promise.Promise"])

    assert known.may_occur({"builtins", "typedpromise._promise"})
    assert not known.may_occur({"builtins", "typing"})
    assert promises.PromiseTypes(["a.b.C"]).may_occur({"a.b"})
