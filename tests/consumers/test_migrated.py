"""`make consumers-migrated` on small programs: what it lays out, and each way in which it fails."""

from __future__ import annotations

import sysconfig
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from consumers import migrated
from consumers.suites import SUITES, Suite
from consumers.typed import Error, Errors, lay_types, parsed, unexpected

SUITE = Suite("a program", "sources/a-1/tests", program=("packages/a", "sources/a-1/tests"))
PROGRAM = "from promise import Promise\n\ndef one() -> Promise[int]:\n    return Promise.cast(1)\n"
MIGRATED = PROGRAM.replace("from promise", "from typedpromise").replace("cast", "resolve")
TESTS = "from a import one\n\ndef test_one():\n    assert one().get() == 1\n"


@pytest.fixture
def original(tmp_path: Path) -> Path:
    """Return a folder with a program and its tests, as they would be downloaded."""
    for name, text in {
        "packages/a/__init__.py": PROGRAM,
        "packages/b/__init__.py": "",
        "packages/promise/__init__.py": "",
        "packages/promise-2.3.dist-info/METADATA": "",
        "sources/a-1/tests/test_a.py": TESTS,
        "sources/a-1.tar.gz": "",
    }.items():
        path = tmp_path / "original" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for name in ("_pytest", "iniconfig", "packaging", "pluggy", "py.py", "pygments", "pytest"):
        (tmp_path / "original" / "packages" / name).symlink_to(Path(pytest.__file__).parents[1] / name)
    return tmp_path / "original"


def laid(original: Path) -> Path:
    """Lay out the program; return the folder."""
    base = original.parent / "migrated"
    migrated.lay(base, (SUITE,), original)
    lay_types(base, Path(sysconfig.get_path("purelib")))
    return base


def test_what_is_to_be_migrated_is_a_copy_and_promise_is_not_there(original: Path) -> None:
    """What the program needs is linked, the program copied, and no part of `promise` comes along."""
    base = laid(original)

    names = {path.name for path in (base / "packages").iterdir()}
    assert {"a", "b"} <= names
    assert not {name for name in names if "promise" in name}
    assert (base / "packages" / "b").is_symlink()
    assert not (base / "packages" / "a").is_symlink()
    assert sorted(path.name for path in (base / "sources").iterdir()) == ["a-1"]


def passes(original: Path, monkeypatch: pytest.MonkeyPatch, before: str = "passed") -> bool:
    """Return whether the program passes, where its test ended so with `promise` 2.3."""
    ran = migrated.outcomes
    known = {"test_a::test_one": before}
    monkeypatch.setattr(migrated, "outcomes", lambda suite, plugins, *at: ran(suite, plugins, *at) if at else known)
    return migrated.passes(SUITE, laid(original))


def stubbed(monkeypatch: pytest.MonkeyPatch, after: Errors) -> None:
    """Let mypy say nothing before and `after` after, and a line of ours stand in for the command: both take seconds."""

    def migrate(_: Suite, base: Path) -> str:
        (base / "packages" / "a" / "__init__.py").write_text(MIGRATED)
        return "migrated"

    monkeypatch.setattr(migrated, "migrate", migrate)
    monkeypatch.setattr(migrated, "errors", lambda *_, migrated: after if migrated else Counter())


def test_a_program_that_does_what_it_did_passes(
    original: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Checked, migrated, checked again and run, all for real, it is told with its counts."""
    assert passes(original, monkeypatch)
    assert capsys.readouterr().out == (
        "a program\n  promise 2.3            1 passed\n  migrated, no promise   1 passed\n"
        "  migrated 1 file to typedpromise\n"
        "  mypy with the plugin: 0 errors before, 0 unexpected after the migration\n"
    )
    assert (original.parent / "migrated" / "packages" / "a" / "__init__.py").read_text() == MIGRATED
    assert (original / "packages" / "a" / "__init__.py").read_text() == PROGRAM


def test_another_outcome_fails(
    original: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A test that ended otherwise with 2.3 is named."""
    stubbed(monkeypatch, Counter())

    assert not passes(original, monkeypatch, "failure")
    assert "  test_a::test_one: failure with promise 2.3, passed now\n" in capsys.readouterr().out


def test_a_new_error_fails(original: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What mypy says of the migrated program only is printed."""
    stubbed(monkeypatch, Counter([Error("packages/a/__init__.py", "return 1", "misc", "Wrong")]))

    assert not passes(original, monkeypatch)
    assert "0 errors before, 1 unexpected after the migration\n    packages/a/__init__.py: return 1\n" in (
        capsys.readouterr().out
    )


def test_a_file_that_is_not_migrated_fails(
    original: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command's own exit code counts."""
    monkeypatch.setattr(migrated, "errors", lambda *_, **__: Counter())
    (original / "packages" / "a" / "__init__.py").write_text("print 'two'\n")

    assert not passes(original, monkeypatch)
    assert "typedpromise migrate ended with 2" in capsys.readouterr().out


def test_tests_that_still_find_promise_are_refused(original: Path) -> None:
    """The plugin ends a run in which `promise` could be imported."""
    base = laid(original)
    (base / "packages" / "a" / "__init__.py").write_text(MIGRATED)
    (base / "packages" / "promise.py").write_text("")

    with pytest.raises(migrated.NoRunError, match="still finds a module named promise"):
        migrated.outcomes(SUITE, migrated.GONE, base)


def errors_of(folder: Path, text: str, *lines: str) -> Errors:
    """Return the errors at lines of a file."""
    (folder / "a.py").write_text(text)
    return parsed(lines, folder)


def test_errors_are_compared_by_the_text_of_their_lines(tmp_path: Path) -> None:
    """An error that moved or names other types is the same; one at another line, or a second one, is new."""
    old = errors_of(tmp_path, "a()\nb()\n", 'a.py:1: error: Wrong "Old"  [misc]', "a.py:2: note: See there")
    moved = errors_of(tmp_path, "import x\na()\n", 'a.py:2: error: Wrong "New"  [misc]')
    more = errors_of(tmp_path, "a()\na()\nb()\n", *(f"a.py:{line}: error: Wrong  [misc]" for line in (1, 2, 3)))

    assert old.total() == 1
    assert unexpected(SUITE, old, moved) == []
    assert unexpected(SUITE, old, more) == ["a.py: a()\n      Wrong  [misc]", "a.py: b()\n      Wrong  [misc]"]


def test_a_new_error_may_be_listed_and_must_be_there_then(tmp_path: Path) -> None:
    """An error that is listed with a reason does not fail the run; its absence does."""
    after = errors_of(tmp_path, "a()\n", "a.py:1: error: Right  [misc]")
    listed = replace(SUITE, new_errors={"Right": "a reason"})

    assert unexpected(listed, Counter(), after) == []
    assert unexpected(listed, after, after) == ["listed in consumers/suites.py, and not said: Right"]


def test_every_program_that_is_run_is_migrated() -> None:
    """No suite is run with the drop-in only."""
    assert all(suite.program for suite in SUITES)
