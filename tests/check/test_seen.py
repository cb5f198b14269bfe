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


# mypy asks plugins about calls, attributes, and what calls a method: none of that is in these.
_UNASKED: dict[str, tuple[str, str]] = {
    "branch": ("def f(p: Promise[bool]) -> int:\n    if p:\n        return 1\n    return 2\n", "promise-condition"),
    "conditional": ("def f(p: Promise[bool]) -> int:\n    return 1 if p else 2\n", "promise-condition"),
    "negated": ("def f(p: tuple[Promise[bool], int]) -> object:\n    return not p[0]\n", "promise-condition"),
    "dropped": ("def f(p: Promise[bool]) -> None:\n    p\n", "floating-promise"),
    "guard": (
        "def f(p: Promise[bool], x: int) -> None:\n    match x:\n        case 1 if p:\n            pass\n",
        "promise-condition",
    ),
    "returned": ("async def f(p: Promise[int]) -> Promise[int]:\n    return p\n", "async-returns-promise"),
    "comment": ("x: Promise[int] | None = None  # type: ignore[floating-promises]\n", "unknown-rule"),
    "imported": ("from declared import later\nx = 1 if later else 2\n", "promise-condition"),
    "class_attribute": (
        "from declared import Holder\ndef f(p: Promise[int]) -> object:\n    return Holder.number if p else None\n",
        "promise-condition",
    ),
}


@pytest.mark.parametrize(
    "options", [[], ["--local-partial-types"], ["-n", "2"]], ids=["alone", "in two steps", "workers"]
)
def test_modules_about_which_mypy_asks_nothing_are_walked(make_mypy: Callable[[], Mypy], options: list[str]) -> None:
    """A module without a call and without an attribute is visited as any other."""
    mypy = make_mypy()
    mypy.choose('preset = "all"')
    text = "from typedpromise import Promise\nlater: Promise[int]\nclass Holder:\n    number = 1\n"
    (mypy.folder / "declared.py").write_text(text)
    for name, (text, _) in _UNASKED.items():
        (mypy.folder / f"{name}.py").write_text(f"from typedpromise import Promise\n{text}")

    done = mypy(*options, "declared.py", *(f"{name}.py" for name in _UNASKED))

    errors = [line for line in done.stdout.splitlines() if ": error: " in line]
    found = {(line.partition(".py:")[0], line.rpartition("[")[2].rstrip("]")) for line in errors}
    assert found == {(name, code) for name, (_, code) in _UNASKED.items()}, done.stdout + done.stderr
