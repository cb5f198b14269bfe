"""What the README says is so: its programs run, its types are what mypy infers, its screens are what is printed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from docs.readme import ROOT, part_of, rule_table
from tests.support.typed_wheel import unpacked_wheel

README = (ROOT / "README.md").read_text()
PROGRAMS = re.findall(r"^```python\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
# What the first program takes for granted.
PRELUDE = """
from dataclasses import dataclass
from typing_extensions import assert_type
from typedpromise import Promise, Resolvers

@dataclass
class User:
    name: str

def load_user(number: int) -> Promise[User]:
    return Promise.resolve(User(f"user {number}"))

def load_age(number: int) -> Promise[int]:
    return Promise.resolve(number)

"""
REVEALED = re.compile(r"^( *)(\w+) = .*  # (Promise\[.*\])$")


def with_assertions(program: str) -> str:
    """Return the program with every `# Promise[...]` comment turned into an assertion for the type checker."""
    lines: list[str] = []
    for line in program.splitlines():
        lines.append(line)
        revealed = REVEALED.match(line)
        if revealed is not None:
            indent, name, expected = revealed.groups()
            lines.append(f"{indent}assert_type({name}, {expected})")
    return "\n".join(lines) + "\n"


def tool(*command: str) -> tuple[str, int]:
    """Run one of the environment's commands in the repository; return what it printed and its exit code."""
    executable = Path(sys.executable).with_name(command[0])
    done = subprocess.run(
        [executable, *command[1:]], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return done.stdout, done.returncode


def test_there_is_something_to_test() -> None:
    """The README shows programs, and says what is inferred in them."""
    assert len(PROGRAMS) >= 3
    assert sum(with_assertions(program).count("assert_type(") for program in PROGRAMS) >= 9


@pytest.mark.parametrize("number", range(len(PROGRAMS)))
def test_a_program_of_the_readme_runs(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each program of the README runs to its end, asserts included."""
    code = compile(PRELUDE + with_assertions(PROGRAMS[number]), "README.md", "exec")
    module = ModuleType("readme")
    monkeypatch.setitem(sys.modules, "readme", module)

    exec(code, module.__dict__)  # noqa: S102 - our own README


def test_the_types_of_the_readme_are_inferred(tmp_path: Path) -> None:
    """Each type in a comment of the README is what mypy --strict infers, on the wheel that users get."""
    typed = unpacked_wheel(ROOT / "build" / "typed")
    files: list[str] = []
    for number, program in enumerate(PROGRAMS):
        file = tmp_path / f"readme_{number}.py"
        file.write_text(PRELUDE + with_assertions(program))
        files.append(str(file))
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={tmp_path}/cache", *files],
        env={"MYPYPATH": str(typed)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout, done.returncode) == (f"Success: no issues found in {len(files)} source files\n", 0)


def test_the_rule_table_is_generated() -> None:
    """The README's rule table is the one that the rules give."""
    assert part_of(README, "rules") == rule_table()


def test_the_screen_of_the_demo_is_generated() -> None:
    """The README's screen holds, word for word, what the demo's commands print for the programs in examples/."""
    screen = part_of(README, "demo")
    types, types_code = tool("typedpromise", "types", "examples/chain.py")
    checked, check_code = tool("typedpromise", "check", "examples")
    findings = [line for line in checked.splitlines() if "[floating-promise]" in line]

    assert (types_code, check_code) == (0, 1)
    assert types in screen
    assert len(findings) == 3
    assert [line for line in findings if line not in screen] == []
    assert re.search(r"^checked \d+ files, saw \d+ promises: \d+ findings in [\d.]+ s$", screen, flags=re.MULTILINE)


def test_the_speed_is_what_the_benchmark_measured() -> None:
    """The README's ratios are those of the table that `make bench` writes, rounded to one digit."""
    page = (ROOT / "docs" / "performance.md").read_text()
    measured = re.search(r"^\| promise 2\.3 \|.*?\| ([\d.]+)x .*?\| ([\d.]+)x ", page, flags=re.MULTILINE)
    assert measured

    said = re.search(r"([\d.]+) times as fast pure and ([\d.]+) times compiled as `promise`", README)

    assert said
    assert said.groups() == tuple(f"{float(ratio):.1f}" for ratio in measured.groups())


def test_the_first_screen_shows_a_real_message(tmp_path: Path) -> None:
    """The finding on the README's first screen is what the command prints for such a line."""
    (tmp_path / "views.py").write_text(
        "from typedpromise import Promise\n\n\ndef save(text: str) -> Promise[int]:\n"
        "    return Promise.resolve(len(text))\n\n\ndef view() -> None:\n    save('text')\n"
    )
    printed, code = tool("typedpromise", "check", str(tmp_path / "views.py"))
    finding = printed.splitlines()[0].removeprefix(f"{tmp_path}/")

    assert code == 1
    assert finding in README


@pytest.mark.parametrize("program", ["chain.py", "checksums.py", "dropped.py"])
def test_an_example_runs(program: str) -> None:
    """Each program in examples/ runs."""
    _, code = tool("python", f"examples/{program}")

    assert code == 0
