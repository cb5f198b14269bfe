"""The plugin in the user's mypy and the command find the same, and mypy's own switches silence both."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from typedpromise.check import host, rules
from typedpromise.check.host import check
from typedpromise.check.outcome import Outcome
from typedpromise.check.settings import Settings

from .conftest import Mypy
from .marked import CASE_FILES

CODE = "floating-promise"
OURS = {rule.code for rule in rules.ALL}
Places = set[tuple[str, int, int, str, str]]


def places(output: str) -> Places:
    """Return our findings in mypy's JSON lines."""
    reports = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    return {
        (Path(report["file"]).name, report["line"], report["column"], report["message"], report["code"])
        for report in reports
        if report["code"] in OURS
    }


def places_in(outcome: Outcome) -> Places:
    """Return the findings of the command."""
    return {
        (Path(report.file).name, report.line, report.column, report.message, report.code) for report in outcome.findings
    }


@pytest.fixture(scope="module")
def found(checked: Outcome) -> Places:
    """What the command finds."""
    return places_in(checked)


@pytest.fixture(scope="module")
def arguments(page_files: dict[str, Path]) -> list[str]:
    """The files the command was given."""
    return ["--output", "json", *map(str, [*CASE_FILES, *page_files.values()])]


def test_same_findings_with_cold_and_warm_cache(
    make_mypy: Callable[[], Mypy], arguments: list[str], found: Places
) -> None:
    """Mypy replays from its cache what the plugin found, and both are what the command finds."""
    mypy = make_mypy()
    mypy.choose('preset = "all"')
    cold, warm = mypy(*arguments), mypy(*arguments)

    assert len(found) > 100
    assert found == places(cold.stdout)
    assert cold.stdout == warm.stdout


def test_same_findings_with_parallel_workers(
    make_mypy: Callable[[], Mypy], arguments: list[str], found: Places
) -> None:
    """With `-n 2` the plugin is loaded in each worker and finds the same."""
    mypy = make_mypy()
    mypy.choose('preset = "all"')

    assert found == places(mypy("-n", "2", *arguments).stdout)


def test_same_findings_with_the_old_parser(make_mypy: Callable[[], Mypy], arguments: list[str], found: Places) -> None:
    """Which parser made the tree changes no finding; columns in f-strings and of generators are the parser's own."""
    mypy = make_mypy()
    mypy.choose('preset = "all"')

    old = places(mypy("--no-native-parser", *arguments).stdout)

    assert [(file, line, *rest) for file, line, _, *rest in sorted(found)] == [
        (file, line, *rest) for file, line, _, *rest in sorted(old)
    ]


def test_same_findings_in_the_daemon(make_mypy: Callable[[], Mypy], arguments: list[str], found: Places) -> None:
    """Dmypy finds the same at its start, and when it is asked again."""
    mypy = make_mypy()
    mypy.choose('preset = "all"')
    try:
        first = mypy("run", "--", *arguments, program="mypy.dmypy")
        again = mypy("run", "--", *arguments, program="mypy.dmypy")
    finally:
        mypy("stop", program="mypy.dmypy")

    assert found == places(first.stdout)
    assert found == places(again.stdout)


def test_same_findings_without_the_stubs_for_promise_23(
    make_mypy: Callable[[], Mypy], monkeypatch: pytest.MonkeyPatch, found: Places
) -> None:
    """Without the types that the command brings along both hosts find the same, and it is not the same as with them."""
    files = [str(file) for file in CASE_FILES if file.stem.endswith("_23")]
    monkeypatch.setattr(host, "promise_stubs", lambda *_: list[str]())
    poor = places_in(check(files, settings=Settings(preset="all")))
    mypy = make_mypy()
    mypy.choose('preset = "all"')
    mypy.stubs = ()

    assert poor == places(mypy("--output", "json", *files).stdout)
    assert poor != {place for place in found if place[0].endswith("_23.py")}


LIBRARY = """\
from typedpromise import Promise
def fetch(number: int) -> Promise[str]: raise NotImplementedError
"""
PROGRAM = """\
from library import fetch
def drop() -> None:
    fetch(1)
def ignore() -> None:
    fetch(1)  # type: ignore[floating-promise]
fetch(2).then(len)
"""


def lines(output: str) -> list[int]:
    """Return the lines with findings in mypy's text output."""
    return [int(line.split(":")[1]) for line in output.splitlines() if line.endswith(f"[{CODE}]")]


@pytest.fixture
def program(make_mypy: Callable[[], Mypy]) -> Mypy:
    """A program of two modules."""
    mypy = make_mypy()
    (mypy.folder / "library.py").write_text(LIBRARY)
    (mypy.folder / "program.py").write_text(PROGRAM)
    return mypy


def test_daemon_keeps_findings_when_other_files_are_edited(program: Mypy) -> None:
    """Dmypy says all findings after each edit, though it checks only a part again."""
    run = ("run", "--", "program.py", "library.py")
    library, own = program.folder / "library.py", program.folder / "program.py"
    try:
        assert lines(program(*run, program="mypy.dmypy").stdout) == [3, 6]

        library.write_text(LIBRARY.replace("int", "float"))

        assert lines(program(*run, program="mypy.dmypy").stdout) == [3, 6]

        library.write_text(LIBRARY + "\n")

        assert lines(program(*run, program="mypy.dmypy").stdout) == [3, 6]

        own.write_text(PROGRAM.replace("fetch(2).then(len)", "_ = fetch(2)"))

        assert lines(program(*run, program="mypy.dmypy").stdout) == [3]
    finally:
        program("stop", program="mypy.dmypy")


def test_mypy_can_switch_the_code_off(program: Mypy) -> None:
    """`disable_error_code` silences the rule, everywhere or in the modules of a section."""
    assert lines(program("program.py").stdout) == [3, 6]

    program.configure("[mypy-program]", f"disable_error_code = {CODE}")

    assert lines(program("program.py").stdout) == []

    program.configure(f"disable_error_code = {CODE}")

    assert lines(program("program.py").stdout) == []


def test_mypy_reports_an_ignore_comment_nobody_needs(program: Mypy) -> None:
    """An ignore comment counts as used when it silences one of our findings, else as unused."""
    (program.folder / "program.py").write_text(PROGRAM + "print(1)  # type: ignore[floating-promise]\n")

    answer = program("--warn-unused-ignores", "program.py").stdout

    assert [int(line.split(":")[1]) for line in answer.splitlines() if "[unused-ignore]" in line] == [7]


def test_command_honours_comments_in_the_file(tmp_path: Path) -> None:
    """What mypy's inline configuration switches off is off in the command too."""
    file = tmp_path / "quiet.py"
    file.write_text(f'# mypy: disable-error-code="{CODE}"\nfrom typedpromise import Promise\nPromise.resolve(1)\n')

    assert check([str(file)]).findings == []


def test_the_plugin_reads_our_table(program: Mypy) -> None:
    """What `[tool.typedpromise]` says holds at once: mypy's cache of a run under other settings is not used."""
    program.choose(f'disable = ["{CODE}"]')

    assert lines(program("program.py").stdout) == []

    program.choose()

    assert lines(program("program.py").stdout) == [3, 6]

    program.choose(f'disable = ["{CODE}"]')

    assert lines(program("program.py").stdout) == []


def test_the_plugin_reads_the_table_beside_the_configuration_of_mypy(program: Mypy) -> None:
    """The pyproject.toml beside mypy's configuration counts before the one in the current folder."""
    beside = program.folder / "configuration"
    beside.mkdir()
    (program.folder / "mypy.ini").rename(beside / "mypy.ini")
    program.choose()
    (beside / "pyproject.toml").write_text(f'[tool.typedpromise]\ndisable = ["{CODE}"]\n')

    assert lines(program("--config-file", "configuration/mypy.ini", "program.py").stdout) == []


@pytest.mark.parametrize("arguments", [[], ["-n", "2"]])
def test_a_wrong_table_ends_mypy_with_one_sentence(program: Mypy, arguments: list[str]) -> None:
    """The plugin does not let mypy go on under settings nobody meant; each process of mypy says so, in a line."""
    program.choose('preset = "strictest"')
    answer = program(*arguments, "program.py")

    assert answer.returncode == 2
    wrong = "pyproject.toml: tool.typedpromise.preset is 'strictest': write one of 'recommended', 'strict', 'all'"
    assert set(answer.stderr.splitlines()) == {f"typedpromise.mypy: error: {wrong}"}


CRASHING = """\
from mypy.nodes import ExpressionStmt
from typedpromise.check import rules
from typedpromise.check.rule import Rule
from typedpromise.mypy import plugin

def crash(node, tree):
    raise TypeError("no such attribute")
    yield

rules.ALL = (Rule("broken", "it crashes", (ExpressionStmt,), crash), *rules.ALL)
"""


@pytest.mark.parametrize("arguments", [[], ["-n", "2"]])
def test_a_rule_that_crashes_is_named_and_the_others_go_on(program: Mypy, arguments: list[str]) -> None:
    """Mypy ends as after findings, without a traceback; the crash names rule, file, line and cause, once a file."""
    (program.folder / "crashing.py").write_text(CRASHING)
    program.configure("")
    ini = program.folder / "mypy.ini"
    ini.write_text(ini.read_text().replace("typedpromise.mypy", "crashing.py"))
    answer = program(*arguments, "program.py")

    assert (answer.returncode, answer.stderr) == (1, "")
    assert lines(answer.stdout) == [3, 6]
    (crash,) = [line for line in answer.stdout.splitlines() if line.endswith("[rule-crash]")]
    assert crash.startswith(
        "program.py:3: error: Rule broken crashed at program.py:3 with TypeError: no such attribute (crash, line "
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"x = 1\n\0\n", "Got unexpected token"),
        (b'x = "\xff"\n', "can't decode byte 0xff"),
        (b"def f(:\n", "Expected a parameter"),
        (b"x = " + b"(" * 3000 + b")" * 3000 + b"\n", "Source is too deeply nested"),
    ],
)
def test_files_mypy_cannot_parse(program: Mypy, data: bytes, said: str) -> None:
    """The plugin leaves them to mypy, which names the file and ends with exit code 2."""
    (program.folder / "broken.py").write_bytes(data)
    answer = program("broken.py", "program.py")

    assert answer.returncode == 2
    # It says of bytes it cannot decode on stderr.
    assert (answer.stderr or answer.stdout).startswith("broken.py:")
    assert said in answer.stderr + answer.stdout
    assert "Traceback" not in answer.stdout + answer.stderr
