"""Where the imports lead, by the words of docs/migrate.md: a program of each kind, migrated."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .runs import migrate

LEADS: dict[str, Callable[[Path], None]] = {}

_PLAIN = "from promise import Promise\n\nPromise.for_dict({'a': 1}).get()\n"
_HELD = "from promise import Promise\n\nprint(Promise.resolve(1).value)\n"


def _program(words: str) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    def enter(check: Callable[[Path], None]) -> Callable[[Path], None]:
        LEADS[words] = check
        return check

    return enter


def _write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.py").write_text(text)


def _read(folder: Path, name: str) -> str:
    return (folder / f"{name}.py").read_text()


@_program("nothing is left over")
def _nothing_left(folder: Path) -> None:
    _write(folder, a=_PLAIN, b=_PLAIN)

    assert migrate(folder).target == "typedpromise"
    assert _read(folder, "a") == "from typedpromise import Promise\n\nPromise.props({'a': 1}).get()\n"


@_program("a place in one file needs what only `promise` 2.3 and the drop-in have")
def _one_place(folder: Path) -> None:
    _write(folder, a=_PLAIN, b=_HELD)
    result = migrate(folder)

    assert (result.target, result.waiting) == ("typedpromise.compat", 1)
    assert _read(folder, "a") == _PLAIN.replace("from promise", "from typedpromise.compat")
    assert _read(folder, "b") == _HELD.replace("from promise", "from typedpromise.compat")


@_program("mypy or a rule of `typedpromise check` would say something new of the result with `typedpromise`")
def _a_new_message(folder: Path) -> None:
    # 2.3 takes it, and typedpromise's types know no use of it.
    text = "from promise import Promise\n\n\ndef same(p: 'Promise[int]') -> object:\n    return p.then(None, None)\n"
    _write(folder, a=text)
    result = migrate(folder)
    (place,) = result.left[str(folder / "a.py")]

    assert (result.target, place.what, place.span.line) == ("typedpromise.compat", "this place", 5)
    assert 'there would be a new message: No overload variant of "then"' in place.why
    assert _read(folder, "a") == text.replace("from promise", "from typedpromise.compat")


@_program("a program on the drop-in, whose places have been put right, in a second run")
def _second_run(folder: Path) -> None:
    _write(folder, a=_PLAIN, b=_HELD)
    migrate(folder)
    _write(folder, b=_read(folder, "b").replace(".value", ".get()"))

    assert migrate(folder).target == "typedpromise"
    assert _read(folder, "a") == "from typedpromise import Promise\n\nPromise.props({'a': 1}).get()\n"
    assert _read(folder, "b") == "from typedpromise import Promise\n\nprint(Promise.resolve(1).get())\n"


@_program("a file with an import that not even the drop-in serves")
def _not_served(folder: Path) -> None:
    inside = "from promise.utils import deprecated\nfrom promise import Promise\n"
    _write(folder, a=_PLAIN, b=inside)
    result = migrate(folder)

    assert [place.what for place in result.left[str(folder / "b.py")]] == ["from promise.utils import deprecated"]
    assert _read(folder, "b") == inside
    assert _read(folder, "a") == _PLAIN.replace("from promise", "from typedpromise.compat")
