"""`[tool.typedpromise]`: what each key does, where the table is looked for, and what is said of a wrong one."""

from pathlib import Path

import pytest
from mypy.nodes import NameExpr

from typedpromise.check import rules
from typedpromise.check.cannot_run import CannotRun
from typedpromise.check.command import main
from typedpromise.check.host import check
from typedpromise.check.rule import Option, Rule
from typedpromise.check.settings import PROMISE_TYPES, Settings, read, read_beside, read_near

LOUD = Option("loud", default=False, strict=True)
NAMES = Option("names", ("print",))
ONE = Rule("one", "", (NameExpr,), lambda node, tree: iter(()), options=(LOUD, NAMES))
TWO = Rule("two", "", (NameExpr,), lambda node, tree: iter(()), preset="strict")
THREE = Rule("three", "", (NameExpr,), lambda node, tree: iter(()), preset="all")
RULES = (ONE, TWO, THREE)


def settings(tmp_path: Path, table: str) -> Settings:
    """Read a table."""
    file = tmp_path / "pyproject.toml"
    file.write_text(f"[tool.typedpromise]\n{table}\n")
    return read(file, lambda: RULES)


@pytest.mark.parametrize(
    ("table", "chosen"),
    [
        ("", [ONE]),
        ("preset = 'recommended'", [ONE]),
        ("preset = 'strict'", [ONE, TWO]),
        ("preset = 'all'", [ONE, TWO, THREE]),
        ("enable = ['three']", [ONE, THREE]),
        ("disable = ['one']", []),
        ("preset = 'strict'\nenable = ['three']\ndisable = ['one']", [TWO, THREE]),
        ("enable = ['two']\ndisable = ['two']", [ONE]),
    ],
)
def test_rules_that_run(tmp_path: Path, table: str, chosen: list[Rule]) -> None:
    """A preset holds the narrower ones; `enable` adds to it, `disable` takes away and has the last word."""
    assert settings(tmp_path, table).chosen(RULES) == chosen


@pytest.mark.parametrize(
    ("table", "loud", "names"),
    [
        ("", False, ("print",)),
        ("preset = 'strict'", True, ("print",)),
        ("preset = 'all'", True, ("print",)),
        ("[tool.typedpromise.rules.one]\nloud = true", True, ("print",)),
        ("preset = 'strict'\n[tool.typedpromise.rules.one]\nloud = false\nnames = ['log']", False, ("log",)),
    ],
)
def test_options_of_rules(tmp_path: Path, table: str, loud: bool, names: tuple[str, ...]) -> None:
    """An option has a default, which may depend on the preset, and is set in the table of its rule."""
    read_settings = settings(tmp_path, table)

    assert (read_settings.value("one", LOUD), read_settings.value("one", NAMES)) == (loud, names)


def test_promise_types_are_added(tmp_path: Path) -> None:
    """What is a promise out of the box stays one."""
    assert settings(tmp_path, "promise-types = ['lib.Later']").promise_types == (*PROMISE_TYPES, "lib.Later")


def test_futures_are_an_option(tmp_path: Path) -> None:
    """Asyncio's futures count when it is asked for, and the cache of mypy then holds for other settings."""
    on, off = settings(tmp_path, "futures = true"), settings(tmp_path, "futures = false")

    assert (on.futures, off.futures, Settings().futures) == (True, False, False)
    assert on.text() != off.text() == Settings().text()


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("presets = 1", ".x has an unknown key 'presets': did you mean 'preset'? the known keys are preset, enable, "),
        (
            "zzz = 1",
            ".x has an unknown key 'zzz': the known keys are preset, enable, disable, promise-types, futures, rules",
        ),
        ("preset = 'strickt'", ".x.preset is 'strickt': write one of 'recommended', 'strict', 'all'"),
        ("preset = 3", ".x.preset is an integer: write one of 'recommended', 'strict', 'all'"),
        ("enable = 'one'", ".x.enable is a string: write an array of strings"),
        ("enable = ['one', 2.5]", ".x.enable is an array with a float: write an array of strings"),
        ("disable = [2026-01-01]", ".x.disable is an array with a date or time: write an array of strings"),
        ("disable = ['tow']", ".x.disable has an unknown rule 'tow': did you mean 'two'? the known rules are one, two"),
        ("promise-types = ['Later']", ".x.promise-types is 'Later': write full names of classes, such as package.Cla"),
        ("futures = 1", ".x.futures is an integer: write true or false"),
        ("rules = []", ".x.rules is an array: write a table"),
        ("rules.once.loud = true", ".x.rules has an unknown rule 'once': did you mean 'one'? the known rules are"),
        ("rules.one = true", ".x.rules.one is a boolean: write a table"),
        ("rules.one.lout = true", ".x.rules.one has an unknown option 'lout': did you mean 'loud'? the known options"),
        ("rules.two.loud = true", ".x.rules.two has an unknown option 'loud': there are no options here"),
        ("rules.one.loud = 'yes'", ".x.rules.one.loud is a string: write true or false"),
        ("rules.one.names = {}", ".x.rules.one.names is a table: write an array of strings"),
    ],
)
def test_a_wrong_table(tmp_path: Path, table: str, said: str) -> None:
    """The complaint names the file, the key, what was found and what is allowed."""
    with pytest.raises(CannotRun) as raised:
        settings(tmp_path, table)

    expected = said.replace(".x", "tool.typedpromise", 1)
    assert str(raised.value).startswith(f"{tmp_path / 'pyproject.toml'}: {expected}")


def test_the_table_itself_is_wrong(tmp_path: Path) -> None:
    """`tool.typedpromise = 1` is no table."""
    file = tmp_path / "pyproject.toml"
    file.write_text("tool.typedpromise = 1\n")

    with pytest.raises(CannotRun, match=r"tool\.typedpromise is an integer: write a table"):
        read(file, lambda: RULES)


def test_other_files(tmp_path: Path) -> None:
    """A file without our table sets nothing; one that is no TOML, or is not there, is named."""
    file = tmp_path / "pyproject.toml"
    file.write_text("[project]\nname = 'other'\n")

    assert read(file, lambda: RULES) == Settings()

    file.write_text("tool = 1\n")

    assert read(file, lambda: RULES) == Settings()

    file.write_text("[tool\n")

    with pytest.raises(CannotRun, match=r"pyproject.toml is not TOML \(.*line 1.*\): correct it"):
        read(file, lambda: RULES)

    with pytest.raises(CannotRun, match=r"none.toml \(No such file or directory\): name a TOML file that has a table"):
        read(tmp_path / "none.toml", lambda: RULES)


def test_where_the_table_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command looks upwards from a folder; the plugin beside mypy's configuration, then in the current folder."""
    inner = tmp_path / "src" / "package"
    inner.mkdir(parents=True)
    settings(tmp_path, "preset = 'strict'")
    monkeypatch.chdir(tmp_path)

    assert read_near(inner, lambda: RULES).preset == "strict"
    assert read_beside(None, lambda: RULES).preset == "strict"
    assert read_beside("src/mypy.ini", lambda: RULES).preset == "strict"

    settings(inner.parent, "preset = 'all'")

    assert read_near(inner, lambda: RULES).preset == "all"
    assert read_beside("src/mypy.ini", lambda: RULES).preset == "all"


LATER = """\
class Later: ...
class Sooner(Later): ...
def make() -> Sooner: ...
make()
"""


def test_the_command_reads_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Classes named in `promise-types` are promises; `--config` names another file; a wrong one is exit code 2."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "later.py").write_text(LATER)

    assert main(["check", "later.py"]) == 0

    settings(tmp_path, "promise-types = ['later.Later']")

    assert main(["check", "later.py"]) == 1
    assert "later.py:4:1: error: Promise is dropped" in capsys.readouterr().out

    (tmp_path / "other.toml").write_text("tool.typedpromise.disable = ['floating-promises']\n")

    assert main(["check", "later.py", "--config", "other.toml"]) == 2
    assert capsys.readouterr().err.startswith(
        "typedpromise: error: other.toml: tool.typedpromise.disable has an unknown rule 'floating-promises': "
        "did you mean 'floating-promise'? the known rules are "
    )


def test_the_example_in_the_documentation_is_right(tmp_path: Path) -> None:
    """The table in docs/checker.md can be copied."""
    text = (Path(__file__).parents[2] / "docs" / "checker.md").read_text()
    file = tmp_path / "pyproject.toml"
    file.write_text(text.partition("## Configuration")[2].partition("```toml\n")[2].partition("```")[0])

    assert read(file, lambda: rules.ALL).promise_types == (*PROMISE_TYPES, "mylib.futures.Later")


def test_rules_are_asked_for_when_they_are_named(tmp_path: Path) -> None:
    """To import all rules takes time, and a program may have no promises."""
    file = tmp_path / "pyproject.toml"
    asked: list[str] = []

    def every_rule() -> tuple[Rule, ...]:
        asked.append("rules")
        return RULES

    file.write_text("[tool.typedpromise]\npreset = 'all'\nfutures = true\ndisable = []\n")
    read(file, every_rule)
    assert asked == []
    file.write_text("[tool.typedpromise]\ndisable = ['one']\n")
    assert read(file, every_rule).disable == ("one",)
    assert asked == ["rules"]


def test_disabled_rules_do_not_run(tmp_path: Path) -> None:
    """A rule that is switched off reports nothing."""
    file = tmp_path / "bad.py"
    file.write_text("from typedpromise import Promise\nPromise.resolve(1)\n")

    assert len(check([str(file)]).findings) == 1
    assert check([str(file)], settings=Settings(disable=tuple(rule.code for rule in rules.ALL))).findings == []
