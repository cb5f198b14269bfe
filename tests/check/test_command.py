"""The command: outputs, exit codes, and what it says when it cannot run."""

import json
import subprocess
import sys
import threading
import tomllib
from pathlib import Path

import pytest

from typedpromise.check.command import _on_a_deep_stack, main
from typedpromise.check.pages import codes

ROOT = Path(__file__).parents[2]
BAD = "from typedpromise import Promise\n\nPromise.resolve(1)\n"
GOOD = "from typedpromise import Promise\n\nkept = Promise.resolve(1)\n"


@pytest.fixture(autouse=True)
def _in_tmp_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str = BAD) -> None:
    """Write a file, in folders made for it."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_text_is_one_line_a_finding_and_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    """A finding is `path:line:column: error: message  [code]`; the summary goes to stderr."""
    write("bad.py")

    assert main(["check", "bad.py"]) == 1
    printed = capsys.readouterr()
    assert printed.out == (
        "bad.py:3:1: error: Promise is dropped: nobody sees its result or its error; "
        "await it, return it, keep it, or end the chain with .catch(handler)  [floating-promise]\n"
    )
    assert printed.err.startswith("checked 1 file, saw 1 promise: 1 finding in ")


@pytest.mark.parametrize("chosen", ["--output-format=github", "--output=github", "TYPEDPROMISE_OUTPUT_FORMAT"])
def test_output_format_is_chosen(
    chosen: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The option, under our name and mypy's, or the environment; being in a workflow of GitHub chooses nothing."""
    write("bad.py")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    if chosen.startswith("--"):
        monkeypatch.setenv("TYPEDPROMISE_OUTPUT_FORMAT", "json")
        main(["check", chosen, "bad.py"])
    else:
        monkeypatch.setenv(chosen, "github")
        main(["check", "bad.py"])

    assert capsys.readouterr().out.startswith("::error file=bad.py,line=3,col=1,endLine=3,endColumn=19,title=")


def test_output_format_that_is_none(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt format in the environment is named, with those there are."""
    write("bad.py")
    monkeypatch.setenv("TYPEDPROMISE_OUTPUT_FORMAT", "sarfi")

    assert main(["check", "bad.py"]) == 2
    assert capsys.readouterr().err == (
        "typedpromise: error: the environment variable TYPEDPROMISE_OUTPUT_FORMAT is 'sarfi': "
        "write one of text, json, sarif, github\n"
    )


def test_sarif_is_written_even_if_nothing_can_be_checked(capsys: pytest.CaptureFixture[str]) -> None:
    """The document tells what the message on stderr tells."""
    assert main(["check", "nowhere", "--output-format", "sarif"]) == 2
    printed = capsys.readouterr()
    (invocation,) = json.loads(printed.out)["runs"][0]["invocations"]
    (note,) = invocation["toolConfigurationNotifications"]

    assert invocation["exitCode"] == 2
    assert printed.err == f"typedpromise: error: {note['message']['text']}\n"


def test_a_terminal_is_shown_the_source(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Source and colours are for terminals; where one can have no colours it has the source all the same."""
    write("bad.py")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    main(["check", "bad.py"])

    assert capsys.readouterr().out.splitlines()[1:] == [" 3 | Promise.resolve(1)", "   | ^^^^^^^^^^^^^^^^^^", ""]


@pytest.mark.parametrize("when", ["always", "never"])
def test_colours_are_chosen(when: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Colours can be had without a terminal; a finding is a line there all the same."""
    write("bad.py")
    main(["check", "bad.py", "--color", when])

    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("\x1b[1mbad.py:3:1:" if when == "always" else "bad.py:3:1:")


def test_clean_files_exit_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing found is nothing printed but the summary; errors of types are mypy's business, not ours."""
    write("good.py", GOOD + "number: int = 'text'\nimport nowhere\nfor x in kept: pass\n")

    assert main(["check", "good.py"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    # `Promise.resolve(1)` and `kept` where it is read.
    assert printed.err.startswith("checked 1 file, saw 2 promises: 0 findings in ")


def test_path_that_does_not_exist(capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt path is named, with where it was looked for."""
    assert main(["check", "nowhere"]) == 2
    assert capsys.readouterr().err == (
        f"typedpromise: error: no such file or folder: nowhere (looked in {Path.cwd()}): "
        f"check the spelling of the path\n"
    )


def test_folder_without_python(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with nothing to check is not a success."""
    Path("empty").mkdir()

    assert main(["check", "empty"]) == 2
    assert "no Python files in the folder empty: name a folder" in capsys.readouterr().err


def test_broken_files_are_named_and_the_others_checked(capsys: pytest.CaptureFixture[str]) -> None:
    """A file nobody can parse or read is reported with the reason; the rest is checked without it."""
    write("bad.py", "import broken\nfrom also_broken import x\n" + BAD)
    write("broken.py", "x = 1\ndef f(:\n")
    write("also_broken.py", "x = (\n")
    write("twisted.py", "break\n")
    Path("latin.py").write_bytes(b'x = "\xff"\n')
    Path("dangling.py").symlink_to("nowhere")

    assert main(["check", "."]) == 2
    printed = capsys.readouterr()
    cure = "correct the file and check again (the other files were checked without it)  [syntax]"
    absent = "make it readable, or leave it out of the paths  [unreadable]"
    undecodable = "'utf-8' codec can't decode byte 0xff in position 5: invalid start byte"
    assert printed.out.splitlines()[:-1] == [
        f"also_broken.py:2:1: error: Cannot parse this file: unexpected EOF while parsing; {cure}",
        f"broken.py:2:7: error: Cannot parse this file: Expected a parameter or the end of the parameter list; {cure}",
        f"dangling.py:1:1: error: Cannot read this file: No such file or directory; {absent}",
        f"latin.py:1:1: error: Cannot parse this file: {undecodable}; {cure}",
        f'twisted.py:1:1: error: mypy stops at this file: "break" outside loop; {cure}',
    ]
    assert printed.out.splitlines()[-1].startswith("bad.py:5:1: error: Promise is dropped")
    assert "checked 1 file, saw 1 promise: 1 finding, 5 files could not be checked in" in printed.err


def test_what_is_not_python(capsys: pytest.CaptureFixture[str]) -> None:
    """A notebook is not taken for Python that does nothing; a NUL is named, not printed; depth has an end."""
    write("bad.py")
    write("book.ipynb", '{"cells": []}')
    Path("nul.py").write_bytes(b"x = 1\n\0\n")
    write("deep.py", f"x = {'(' * 3000}1{')' * 3000}\n")

    assert main(["check", "bad.py", "book.ipynb", "nul.py", "deep.py"]) == 2
    printed = capsys.readouterr()
    cure = "correct the file and check again (the other files were checked without it)  [syntax]"
    script = "write its code to a Python file, as `jupyter nbconvert --to script` does  [unreadable]"
    *failures, finding = printed.out.splitlines()
    assert failures[0] == f"book.ipynb:1:1: error: Cannot read a notebook: {script}"
    assert failures[1].startswith("deep.py:1:")
    assert failures[1].endswith(f": error: Cannot parse this file: Source is too deeply nested; {cure}")
    assert failures[2] == rf"nul.py:2:1: error: Cannot parse this file: Got unexpected token \x00; {cure}"
    assert finding.startswith("bad.py:3:1: error: Promise is dropped")


def test_standard_input(capsys: pytest.CaptureFixture[str]) -> None:
    """`-` is answered with what to do instead."""
    assert main(["check", "-"]) == 2
    assert capsys.readouterr().err == (
        "typedpromise: error: typedpromise reads no standard input, because types depend on where a module lies: "
        "name its file\n"
    )


def test_files_outside_of_the_current_folder(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are named as they were given: by an absolute path, or by one that climbs."""
    other = tmp_path_factory.mktemp("other")
    (other / "absolute.py").write_text(BAD)
    Path("../climbing.py").write_text(BAD)
    write("namespace/inner/bad.py")

    assert main(["check", str(other), "../climbing.py", "namespace"]) == 1
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == [
        "../climbing.py",
        str(other / "absolute.py"),
        "namespace/inner/bad.py",
    ]


def test_deep_source_has_a_deep_stack(capsys: pytest.CaptureFixture[str]) -> None:
    """At a chain of 6000 links mypy alone ends in a segmentation fault; wrong arguments end the process as ever."""
    before = threading.stack_size()
    try:
        assert _on_a_deep_stack(threading.stack_size) == 512 * 1024 * 1024
        with pytest.raises(SystemExit) as raised:
            _on_a_deep_stack(lambda: main(["check"]))
    finally:
        threading.stack_size(before)

    assert raised.value.code == 2
    assert "the following arguments are required: PATH" in capsys.readouterr().err


def test_modules_of_the_same_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Two `conftest.py`, scripts without packages and packages of the same name are checked side by side."""
    names = [
        "one/conftest.py",
        "two/conftest.py",
        "three/pkg/mod.py",
        "four/pkg/mod.py",
        "bad-name.py",
        "01.py",
        "script",
    ]
    for name in names:
        write(name)
    write("three/pkg/__init__.py", "")
    write("four/pkg/__init__.py", "")
    write("not-a-name/__init__.py")
    write("one/types.py", "")
    write("namespace/inner/deep.py")
    write(".hidden/skipped.py")
    write("venv/pyvenv.cfg", "")
    write("venv/lib/skipped.py")

    assert main(["check", "one", "two", "three", "four", "not-a-name", "namespace", *names[4:]]) == 1
    printed = capsys.readouterr()
    assert sorted(line.split(":")[0] for line in printed.out.splitlines()) == sorted(
        [*names, "not-a-name/__init__.py", "namespace/inner/deep.py"]
    )
    assert "checked 12 files" in printed.err


def test_imports_of_the_checked_files(capsys: pytest.CaptureFixture[str]) -> None:
    """A file is checked once, whatever name its neighbours import it by; what they import may be broken."""
    write("scripts/helper.py")
    write("lib/broken.py", "def f(:\n")
    write("main.py", "from scripts import helper\nfrom lib import broken\n" + BAD)

    assert main(["check", "main.py", "scripts"]) == 1
    out = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in out] == ["main.py", "scripts/helper.py"]


def test_current_folder_hides_a_library_module(capsys: pytest.CaptureFixture[str]) -> None:
    """What mypy cannot work around is passed on in its words, with the way out."""
    write("typing_extensions.py")
    write("bad.py")

    assert main(["check", "bad.py"]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("typedpromise: error: mypy could not check these files (run typedpromise from another ")
    assert 'shadows library module "typing_extensions"' in printed


def test_mypy_is_missing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without mypy the command says what to install."""
    write("bad.py")
    monkeypatch.setitem(sys.modules, "mypy.version", None)

    assert main(["check", "bad.py"]) == 2
    assert capsys.readouterr().err == (
        "typedpromise: error: mypy is not installed for this Python, and the checker reads types through it; "
        'it is tested with mypy>=2.4,<2.5: install that with: python -m pip install "typedpromise[mypy]"\n'
    )


def test_mypy_outside_the_window(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Another mypy is named, with the versions that will do and the way to get one."""
    write("bad.py")
    monkeypatch.setattr("mypy.version.__version__", "2.5.0")

    assert main(["check", "bad.py"]) == 2
    assert capsys.readouterr().err == (
        "typedpromise: error: mypy 2.5.0 is installed, but typedpromise's checker is tested with mypy>=2.4,<2.5 "
        "and mypy's plugin interface changes between versions: "
        'install one it knows with: python -m pip install "typedpromise[mypy]"\n'
    )


def test_python_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    """`--python` must run."""
    write("bad.py")

    assert main(["check", "--python", "no-python", "bad.py"]) == 2
    assert "--python no-python does not run as a Python interpreter" in capsys.readouterr().err


def test_types_along_a_chain(capsys: pytest.CaptureFixture[str]) -> None:
    """`types` prints the start and each link of a chain with the type after it, wherever the link stands."""
    write(
        "chain.py",
        "from typedpromise import Promise\n"
        "kept = (\n"
        "    Promise.resolve(1)\n"
        "    .then(lambda number: str(number))\n"
        "    .catch(\n"
        "        lambda error: None\n"
        "    )\n"
        ").finally_(print)\n",
    )

    assert main(["types", "chain.py"]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["chain.py:3", "Promise.resolve(1)", "Promise[int]"],
        ["chain.py:4", ".then(lambda", "number:", "str(number))", "Promise[str]"],
        ["chain.py:5", ".catch(", "lambda", "error:", "None", ")", "Promise[str", "|", "None]"],
        ["chain.py:8", ".finally_(print)", "Promise[str", "|", "None]"],
    ]


def test_types_of_files_without_a_chain(capsys: pytest.CaptureFixture[str]) -> None:
    """`types` says that it has found nothing, and prints no empty line."""
    write("plain.py", "from typedpromise import Promise\nkept = Promise.resolve(1)\n")

    assert main(["types", "plain.py"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "found no chain, such as promise.then(...), in 1 file\n")


@pytest.mark.parametrize(("compiled", "core"), [(True, "compiled"), (False, "pure")])
def test_version_says_whether_the_core_is_compiled(
    compiled: bool, core: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--version` tells the version, as in the project's file, and which of the two cores runs."""
    monkeypatch.setattr("typedpromise.check.command.compiled", compiled)
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    with pytest.raises(SystemExit) as raised:
        main(["--version"])

    assert raised.value.code == 0
    assert capsys.readouterr().out == f"typedpromise {declared} ({core})\n"


def test_explain_lists_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """`explain` without a code prints a line for each rule, with what it finds."""
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == codes()
    assert "floating-promise       a promise is made and dropped" in lines


def test_explain_prints_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    """The page of a rule is the docstring of its file."""
    assert main(["explain", "floating-promise"]) == 0
    assert capsys.readouterr().out.startswith("# floating-promise: a promise is made and dropped")


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("floating-promises", "did you mean floating-promise? "),
        ("floating", "did you mean floating-promise? "),
        ("return-in", "did you mean return-in-finally or return-in-try? "),
        ("promise", ""),
        ("", ""),
        ("E501", ""),
    ],
)
def test_explain_an_unknown_code(code: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown code is answered with the one that may be meant, and with all there are."""
    assert main(["explain", code]) == 2
    assert capsys.readouterr().err == (
        f"typedpromise: error: no rule has the code {code!r}: {hint}the known codes are {', '.join(codes())}\n"
    )


def test_as_a_process_on_another_python() -> None:
    """A process prints all its lines; `--python` names the interpreter whose packages give the types."""
    write("old.py", "from promise import Promise\n" + "Promise.resolve(1)\n" * 50)
    options = ["--python", sys.executable, "--output", "json"]
    command = [sys.executable, "-m", "typedpromise", "check", *options, "old.py"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert [json.loads(line)["line"] for line in done.stdout.splitlines()] == list(range(2, 52))
    assert "50 findings" in done.stderr
