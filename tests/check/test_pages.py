"""Rules, pages, tests and docs name the same codes."""

import re
from pathlib import Path

import pytest

from docs.readme import part_of, rule_table
from typedpromise.check import rules
from typedpromise.check.fixes import FIXES
from typedpromise.check.pages import codes, page

ROOT = Path(__file__).parents[2]
SECTIONS = [
    "What",
    "Why",
    "❌ Bad",
    "✅ Good",
    "What counts as handled",
    "What is followed",
    "Fix",
    "Options",
    "When not to use it",
]


def stems(folder: str, prefix: str = "") -> set[str]:
    """Return the codes for which a folder has a file."""
    names = {file.stem for file in (ROOT / folder).glob(f"{prefix}[a-z]*.py")}
    return {name.removeprefix(prefix).replace("_", "-") for name in names}


def test_every_rule_file_is_registered() -> None:
    """A rule that is written runs."""
    assert {rule.code for rule in rules.ALL} == set(codes()) == stems("src/typedpromise/check/rules")


def test_every_rule_has_tests_and_cases_of_its_stem() -> None:
    """A rule without tests of its own is not done."""
    assert set(codes()) == stems("tests/check/rules", "test_")
    assert set(codes()) <= stems("tests/check/rules/cases")


def test_docs_list_every_rule() -> None:
    """The table in docs/checker.md is generated: `python docs/readme.py rules` writes it, and that of the README."""
    assert part_of((ROOT / "docs" / "checker.md").read_text(), "rules") == rule_table()


def test_changelog_names_every_rule() -> None:
    """A rule that was added or changed stands under "### Rule"."""
    sections = re.findall(r"^### Rule\n(.*?)(?=^#|\Z)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE | re.DOTALL)

    assert set(re.findall(r"^- `([a-z-]+)`: ", "".join(sections), re.MULTILINE)) == set(codes())


def test_page_has_the_code_and_the_options_of_its_rule() -> None:
    """The title is code and summary; each option is written down under "Options"."""
    for rule in rules.ALL:
        text = page(rule.code)
        options = text.partition("## Options\n")[2].partition("\n## ")[0]

        assert text.startswith(f"# {rule.code}: {rule.summary}.\n")
        assert set(re.findall(r"^- `([a-z-]+)`", options, re.MULTILINE)) == {option.name for option in rule.options}


@pytest.mark.parametrize("code", codes())
def test_page_has_its_sections(code: str) -> None:
    """A page has a title with the code, and its sections in the order readers know."""
    lines = page(code).splitlines()

    assert lines[0].startswith(f"# {code}: ")
    assert [section for section in SECTIONS if f"## {section}" in lines] == [
        line.removeprefix("## ") for line in lines if line.startswith("## ")
    ]
    assert {"What", "Why", "❌ Bad", "✅ Good", "When not to use it"} <= {line.removeprefix("## ") for line in lines}


@pytest.mark.parametrize("code", codes())
def test_page_says_whether_there_is_a_fix(code: str) -> None:
    """A page says what `--fix` does, or begins to say why there is none."""
    said = page(code).partition("## Fix\n")[2]

    assert said.startswith("`--fix` " if code in FIXES else "None: ")
