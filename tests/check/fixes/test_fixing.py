"""`check --fix` and `check --diff` as a user sees them: what is written, what is said, and what is left alone."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from typedpromise._codemod.source import Source
from typedpromise.check.command import main
from typedpromise.check.fixer import Fixer
from typedpromise.check.fixing import Permit, fixed
from typedpromise.check.outcome import Outcome
from typedpromise.check.report import Report

HEAD = "from typedpromise import Promise\n\n\ndef load(number: Promise[int]) -> Promise[str]:\n"
BAD = HEAD + "    return number.then(str).then()\n"
GOOD = HEAD + "    return number.then(str)\n"
FLOATING = "\n\nPromise.resolve(1)\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with every rule at work, and the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").write_text('[tool.typedpromise]\npreset = "all"\n')
    return tmp_path


def test_fix_writes_and_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    """What is left is reported on stdout, what was done on stderr, and the exit code is for the rest."""
    Path("good.py").write_text(GOOD)
    Path("bad.py").write_text(BAD + FLOATING)
    Path("bad.py").chmod(0o640)

    assert main(["check", "--fix", "."]) == 1
    printed = capsys.readouterr()
    assert Path("bad.py").read_text() == GOOD + FLOATING
    assert Path("bad.py").stat().st_mode & 0o777 == 0o640
    assert [line.split(": ")[0] for line in printed.out.splitlines()] == ["bad.py:8:1"]
    done, summary = printed.err.splitlines()
    assert done == "fixed 1 finding in 1 file: useless-then 1"
    assert summary.startswith("checked 2 files, saw ")
    assert ": 1 finding in " in summary
    assert sorted(path.name for path in Path().iterdir()) == ["bad.py", "good.py", "pyproject.toml"]


def test_nothing_left_exits_with_0_and_nothing_to_fix_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """After a fix of everything the check has succeeded; a second run leaves the file untouched."""
    file = Path("bad.py")
    file.write_text(BAD)

    assert main(["check", "--fix", "bad.py"]) == 0
    before = file.stat()
    assert main(["check", "--fix", "bad.py"]) == 0
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert capsys.readouterr().err.splitlines()[2] == "fixed nothing"


def test_diff_is_one_that_git_applies(capsys: pytest.CaptureFixture[str]) -> None:
    """`--diff` exits with 1 when there is something to fix, and writes nothing but the diff."""
    Path("bad.py").write_text(BAD.rstrip("\n"))
    Path("other.py").write_bytes(BAD.replace("\n", "\r\n").encode())

    assert main(["check", "--diff", "."]) == 1
    printed = capsys.readouterr()
    assert Path("bad.py").read_text() == BAD.rstrip("\n")
    assert "would fix 2 findings in 2 files: useless-then 2" in printed.err
    assert (
        "-    return number.then(str).then()\n\\ No newline at end of file\n+    return number.then(str)\n"
        in printed.out
    )
    if shutil.which("git"):
        apply = ["git", "apply", "-p0", "-"]
        subprocess.run(apply, input=printed.out.encode(), check=True)
        assert Path("bad.py").read_text() == GOOD.rstrip("\n")
        assert Path("other.py").read_bytes() == GOOD.replace("\n", "\r\n").encode()


def test_diff_of_nothing_exits_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    """Findings that cannot be fixed are no part of a diff."""
    Path("bad.py").write_text(GOOD + FLOATING)

    assert main(["check", "--diff", "bad.py"]) == 0
    assert capsys.readouterr().out == ""


def test_json_says_what_is_fixable(capsys: pytest.CaptureFixture[str]) -> None:
    """Each finding in JSON says whether `--fix` would put it right; after it, what is left cannot be."""
    Path("bad.py").write_text(BAD + FLOATING)

    assert main(["check", "--output", "json", "bad.py"]) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {report["code"]: report["fixable"] for report in found} == {"useless-then": True, "floating-promise": False}
    assert main(["check", "--fix", "--output", "json", "bad.py"]) == 1
    left = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(report["code"], report["fixable"]) for report in left] == [("floating-promise", False)]


def test_broken_files_do_not_keep_others_from_being_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    """A file with a syntax error is reported and left alone."""
    Path("bad.py").write_text(BAD)
    Path("broken.py").write_text("def f(:\n    return number.then(str).then()\n")

    assert main(["check", "--diff", "."]) == 2
    assert "broken.py:1:7: error: Cannot parse this file" in capsys.readouterr().err
    assert main(["check", "--fix", "."]) == 2
    assert Path("bad.py").read_text() == GOOD
    assert Path("broken.py").read_text().startswith("def f(:\n    return number.then(str).then()")
    assert "broken.py:1:7: error: Cannot parse this file" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (BAD.replace("\n", "\r\n").encode(), GOOD.replace("\n", "\r\n").encode()),
        (b"\xef\xbb\xbf" + BAD.encode(), b"\xef\xbb\xbf" + GOOD.encode()),
        (BAD.replace("    ", "\t").encode(), GOOD.replace("    ", "\t").encode()),
        ((BAD + "\x0c\n\nx = 1").encode(), (GOOD + "\x0c\n\nx = 1").encode()),
        (
            ("# -*- coding: latin-1 -*-\n" + BAD.replace("return", 'umlaut = "\u00e4\u00f6"; return')).encode(
                "latin-1"
            ),
            ("# -*- coding: latin-1 -*-\n" + GOOD.replace("return", 'umlaut = "\u00e4\u00f6"; return')).encode(
                "latin-1"
            ),
        ),
        (
            BAD.replace("return", 'text = "\u00e4\u4e2d\U0001f600" * 9; return').encode(),
            GOOD.replace("return", 'text = "\u00e4\u4e2d\U0001f600" * 9; return').encode(),
        ),
        (
            BAD.replace("number", "gr\u00f6\u00dfe").replace("return", '"\U0001f600"; return').encode(),
            GOOD.replace("number", "gr\u00f6\u00dfe").replace("return", '"\U0001f600"; return').encode(),
        ),
        (BAD.replace("\n\n\n", "\n\n\r\n").encode(), GOOD.replace("\n\n\n", "\n\n\r\n").encode()),
    ],
    ids=["crlf", "bom", "tabs", "form-feed", "latin-1", "wide", "names", "mixed-newlines"],
)
def test_bytes_around_the_fix_are_kept(data: bytes, wanted: bytes) -> None:
    """Newlines, byte order mark, tabs, form feeds and encoding stay, and columns are found behind other than ASCII."""
    Path("bad.py").write_bytes(data)

    assert main(["check", "--fix", "bad.py"]) == 0
    assert Path("bad.py").read_bytes() == wanted


def test_a_file_that_libcst_would_change_elsewhere_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """LibCST drops a form feed before the first statement, so such a file is not rewritten."""
    Path("bad.py").write_text("\x0c" + BAD)

    assert main(["check", "--fix", "bad.py"]) == 1
    assert Path("bad.py").read_text() == "\x0c" + BAD
    assert "bad.py:5:12: note: useless-then is not fixed: LibCST would change other parts" in capsys.readouterr().err


def test_read_only_files_are_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """A file without write permission keeps its text, its finding and its mode, also under root."""
    file = Path("bad.py")
    file.write_text(BAD)
    file.chmod(0o444)

    assert main(["check", "--fix", "bad.py"]) == 1
    printed = capsys.readouterr()
    assert file.read_text() == BAD
    assert "[useless-then]" in printed.out
    assert "bad.py:5:12: note: useless-then is not fixed: the file is read-only: make it writable" in printed.err


def test_links_and_installed_packages(capsys: pytest.CaptureFixture[str]) -> None:
    """A link out of the named folder and a file of an installed package are left alone; a named link is followed."""
    Path("project").mkdir()
    Path("lib/site-packages").mkdir(parents=True)
    Path("lib/site-packages/installed.py").write_text(BAD)
    Path("outside.py").write_text(BAD)
    Path("project/link.py").symlink_to(Path("outside.py").absolute())

    assert main(["check", "--fix", "project", "lib/site-packages/installed.py"]) == 1
    said = capsys.readouterr().err
    assert "link.py:5:12: note: useless-then is not fixed: a symbolic link leads out of the folders" in said
    assert "installed.py:5:12: note: useless-then is not fixed: the file belongs to an installed package" in said
    assert Path("outside.py").read_text() == Path("lib/site-packages/installed.py").read_text() == BAD

    assert main(["check", "--fix", "project/link.py"]) == 0
    assert Path("project/link.py").is_symlink()
    assert Path("outside.py").read_text() == GOOD


def test_without_libcst_the_user_is_told_how_to_get_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra is named; nothing is checked in vain."""
    Path("bad.py").write_text(BAD)
    monkeypatch.setitem(sys.modules, "libcst", None)

    assert main(["check", "--fix", "bad.py"]) == 2
    assert capsys.readouterr().err == (
        "typedpromise: error: --fix rewrites source with LibCST, which is not installed for this Python "
        "(a check alone does without it): install it with: "
        'python -m pip install "typedpromise[fix]"\n'
    )


def test_fix_and_diff_exclude_each_other() -> None:
    """A diff writes nothing, so it is one or the other."""
    with pytest.raises(SystemExit) as error:
        main(["check", "--fix", "--diff", "."])

    assert error.value.code == 2


def report(line: int, *, fixable: bool | None = True, code: str = "useless-then", message: str = "m") -> Report:
    """Return a report about the call at a line of BAD, once or more."""
    return Report("bad.py", line, 11, message, code, end_line=line, end_column=34, fixable=fixable)


def test_a_file_that_changes_while_it_is_checked_is_left_alone() -> None:
    """Between check and write, and between reading and check."""
    file = Path("bad.py")
    file.write_text(BAD)
    permit = Permit(["bad.py"])
    source = Source.read("bad.py")
    assert permit(source) is None
    file.write_text(BAD + "# edited\n")
    os.utime(file, ns=(1, 1))

    assert "changed while it was checked" in (permit(source) or "")

    def check(shadows: object) -> Outcome:
        # Somebody saves the file while the fixed text is checked.
        if shadows:
            file.write_text(BAD + "# saved\n")
            return Outcome()
        return Outcome([report(5)])

    left = fixed(check, ["bad.py"], write=True)

    assert file.read_text() == BAD + "# saved\n"
    assert left.exit_code == 2
    assert [failure.code for failure in left.failures] == ["unwritable"]
    assert "the file was changed while it was checked: run the command again" in left.failures[0].message
    assert left.findings == [report(5)]


def test_a_fix_that_would_bring_an_error_is_taken_back() -> None:
    """Of two fixes the one in the statement with the new error is refused, and the other is kept."""
    Path("bad.py").write_text(BAD + "\n" + BAD.removeprefix("from typedpromise import Promise\n"))
    first, second = 5, 10
    error = report(second, code="arg-type", message="Argument 1 is wrong", fixable=None)
    texts: list[str] = []

    def check(shadows: dict[str, str]) -> Outcome:
        if not shadows:
            return Outcome([report(first), report(second)])
        texts.append(Path(shadows["bad.py"]).read_text())
        lines = texts[-1].splitlines()
        bad = [report(line) for line in (first, second) if lines[line - 1].endswith(".then()")]
        return Outcome(bad, errors=[] if report(second) in bad else [error])

    result = Fixer(check, Permit(["bad.py"])).run()

    assert [line for line in result.texts["bad.py"].splitlines() if "return" in line] == [
        "    return number.then(str)",
        "    return number.then(str).then()",
    ]
    assert result.counts == {"useless-then": 1}
    assert result.refused == {report(second): "it would bring a new message: Argument 1 is wrong  [arg-type]"}
    assert result.after.findings == [report(second, fixable=False)]
    assert len(texts) == 2


def test_a_rule_that_is_never_silent_does_not_run_for_ever() -> None:
    """A finding whose code has not the shape it should have is refused, and passes end."""
    Path("bad.py").write_text(GOOD)
    calls: list[object] = []

    def check(shadows: object) -> Outcome:
        calls.append(shadows)
        return Outcome([report(5)])

    result = Fixer(check, Permit(["bad.py"])).run()

    assert len(calls) == 1
    assert result.texts == {}
    assert list(result.refused.values()) == ["the code at this place has not the shape the fix knows"]
