"""Every rule on its marked case files and on its page: what is marked is reported, and nothing else."""

from pathlib import Path

import pytest

from typedpromise.check import rules
from typedpromise.check.outcome import Outcome
from typedpromise.check.pages import codes

from .marked import CASE_FILES, CASES, crossed_lines, marked_lines, messages


def rule_of(file: Path) -> str:
    """Return the code of the rule a case file is about."""
    return file.stem.removesuffix("_23").replace("_", "-")


@pytest.mark.parametrize("file", CASE_FILES, ids=lambda file: file.stem)
def test_marked_lines_are_reported_and_no_others(checked: Outcome, file: Path) -> None:
    """A case file holds lines its rule must report, and more that it must not."""
    marked = marked_lines(file)

    assert marked
    assert marked == set(messages(checked, file, rule_of(file)))


@pytest.mark.parametrize("code", codes())
def test_page_is_true(checked: Outcome, page_files: dict[str, Path], code: str) -> None:
    """What a page calls bad is reported, what it calls good is not."""
    file = page_files[code]

    assert crossed_lines(file)
    assert crossed_lines(file) == set(messages(checked, file, code))


@pytest.mark.parametrize("code", codes())
def test_both_kinds_of_promises_have_cases(code: str) -> None:
    """A rule is tried on this library's promises and on those of promise 2.3."""
    stem = code.replace("-", "_")

    assert [name for name in (f"{stem}.py", f"{stem}_23.py") if not (CASES / name).exists()] == []


@pytest.mark.parametrize("code", codes())
def test_messages_are_one_sentence_that_says_what_to_do(checked: Outcome, code: str) -> None:
    """A message says what happened, then what to write instead."""
    said = {report.message for report in checked.findings if report.code == code}

    assert said
    for message in said:
        assert message[0].isupper() or "(...)" in message.split()[0]
        assert not message.endswith(".")
        assert "; " in message or ": " in message
        assert len(message) <= 260


def test_rules_do_not_speak_of_the_same_line_twice(checked: Outcome) -> None:
    """A rule reports a place once."""
    places = [(report.file, report.line, report.column, report.code) for report in checked.findings]

    assert len(set(places)) == len(places)
    assert {code for *_, code in places} <= {rule.code for rule in rules.ALL}
