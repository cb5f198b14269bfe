"""`typedpromise migrate` as a user sees it: what is written, what is said, and the exit code."""

from pathlib import Path

import pytest

from typedpromise.check.command import main

OLD = "from promise import Promise\n\nprint(Promise.cast(1).get())\n"
NEW = "from typedpromise import Promise\n\nprint(Promise.resolve(1).get())\n"


@pytest.fixture(autouse=True)
def unhandled() -> None:
    """Stand in for the fixture that collects garbage around every test: these tests make no promises."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_write_goes_through_what_can_be_parsed(capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is no Python is told and left, the others are written, as they are encoded, and the code is 2."""
    Path("a.py").write_bytes(b"# coding: latin-1\r\n# \xe9\r\n" + OLD.replace("\n", "\r\n").encode())
    Path("broken.py").write_text("from promise import Promise\nprint 'two'\n")
    Path("real.py").write_text(OLD)
    Path("real.py").chmod(0o640)
    Path("link.py").symlink_to("real.py")
    Path("text.txt").write_text(OLD)

    assert main(["migrate", "--write", "."]) == 2
    printed = capsys.readouterr().out
    assert Path("a.py").read_bytes() == b"# coding: latin-1\r\n# \xe9\r\n" + NEW.replace("\n", "\r\n").encode()
    assert "print 'two'" in Path("broken.py").read_text()
    assert "broken.py:2:" in printed
    assert Path("real.py").read_text() == NEW
    assert Path("real.py").stat().st_mode & 0o777 == 0o640
    assert Path("link.py").is_symlink()
    assert Path("text.txt").read_text() == OLD


def test_without_write_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    """A bare run tells, and --diff shows; both exit with 1 while something would change."""
    Path("a.py").write_text(OLD)

    assert main(["migrate", "a.py"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "a.py: would migrate: imports 1, names 1",
        "would migrate 1 file to typedpromise; nothing is written without --write",
    ]
    assert main(["migrate", "--diff", "a.py"]) == 1
    shown = capsys.readouterr().out
    assert shown.startswith("--- a.py\n+++ a.py\n")
    assert "-from promise import Promise\n+from typedpromise import Promise\n" in shown
    assert Path("a.py").read_text() == OLD
    Path("a.py").write_text(NEW)
    assert main(["migrate", "a.py"]) == 0
    assert capsys.readouterr().out == "nothing to migrate in 1 file\n"


def test_the_summary_says_why_it_is_the_drop_in(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the imports lead to the drop-in, the places are counted that lead there, after a diff on stderr."""
    Path("a.py").write_text(OLD.replace(".get()", ".value"))

    assert main(["migrate", "--diff", "a.py"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == (
        "would migrate 1 file to typedpromise.compat, because 1 place is left; nothing is written without --write"
    )
    assert main(["migrate", "--write", "a.py"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == (
        "migrated 1 file to typedpromise.compat, because 1 place is left"
    )


def test_the_help_says_what_is_done_and_written(capsys: pytest.CaptureFixture[str]) -> None:
    """A newcomer learns from --help that nothing is written without --write, and that the whole program is one unit."""
    with pytest.raises(SystemExit):
        main(["migrate", "--help"])
    shown = capsys.readouterr().out
    assert "Without --diff or --write nothing is written" in shown
    assert "typedpromise migrate src tests --diff" in shown
    assert "  2  a file could not be migrated, or the command cannot run" in shown


def test_a_read_only_file_is_left_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A file that may not be written stays, and is listed with the reason."""
    Path("a.py").write_text(OLD)
    Path("a.py").chmod(0o444)

    assert main(["migrate", "--write", "a.py"]) == 1
    assert "a.py:1:1: left: the file: the file is read-only" in capsys.readouterr().out
    assert Path("a.py").read_text() == OLD


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("absent.py", "check the spelling"),
        ("other/*.py", "a shell replaces a pattern"),
        ("book.ipynb", "is a notebook"),
        ("text.txt", "is no Python source"),
        ("empty", "no Python files in the folder"),
        ("-", "reads no standard input"),
        ("own/a.py", "has a module named promise of its own"),
    ],
)
def test_a_path_that_cannot_be_migrated_says_why(path: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The command stops with code 2 before it writes anything, and says what to name instead."""
    for name in ("book.ipynb", "text.txt"):
        Path(name).write_text("{}")
    for name in ("empty", "own"):
        Path(name).mkdir()
    Path("own/promise.py").write_text("")
    Path("own/a.py").write_text(OLD)

    assert main(["migrate", "--write", path]) == 2
    assert said in capsys.readouterr().err
    assert Path("own/a.py").read_text() == OLD
