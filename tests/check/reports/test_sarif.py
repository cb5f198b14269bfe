"""SARIF 2.1.0."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from typedpromise.check.engine import CRASH
from typedpromise.check.outcome import Outcome
from typedpromise.check.pages import codes, page
from typedpromise.check.report import Report
from typedpromise.check.reports import sarif

SCHEMA = Path(__file__).parent / "vendor" / "sarif-2.1.0-rtm.5.json"
SOURCE = 'x = "é😀中"; fetch(1)\n    fetch(1)\nfetch(1)\nfetch(2).then(\n    f)\n'


@pytest.fixture(autouse=True)
def _in_tmp_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    """The schema of the standard."""
    return Draft4Validator(json.loads(SCHEMA.read_text()))


def finding(file: str, line: int, column: int, end_line: int, end_column: int) -> Report:
    """A finding of the first rule there was."""
    return Report(
        file, line, column, "Promise is dropped", "floating-promise", end_line=end_line, end_column=end_column
    )


def run_of(outcome: Outcome, validator: Draft4Validator) -> dict[str, Any]:
    """Return the run of the document, which fits the schema."""
    document = json.loads("\n".join(sarif.lines(outcome)))

    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)] == []
    assert document["version"] == "2.1.0"
    run: dict[str, Any]
    (run,) = document["runs"]
    return run


def test_the_schema_is_asked(validator: Draft4Validator) -> None:
    """A document that is wrong inside a region is refused."""
    document = json.loads("\n".join(sarif.lines(Outcome([finding("a.py", 1, 0, 1, 1)]))))
    document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] = 0

    assert [error.json_path for error in validator.iter_errors(document)] == [
        "$.runs[0].results[0].locations[0].physicalLocation.region.startColumn"
    ]


def test_result(validator: Draft4Validator) -> None:
    """A finding has its rule, its message, and its region in characters from 1, behind astral ones too."""
    Path("a b.py").write_text(SOURCE)
    start = SOURCE.index("fetch")
    run = run_of(Outcome([finding("a b.py", 1, start, 1, start + 8)], files=1), validator)
    (result,) = run["results"]

    assert run["columnKind"] == "unicodeCodePoints"
    assert result["ruleId"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "floating-promise"
    assert (result["level"], result["message"]) == ("error", {"text": "Promise is dropped"})
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "a%20b.py", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 1, "startColumn": 12, "endLine": 1, "endColumn": 20},
            }
        }
    ]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert SOURCE.split("\n", maxsplit=1)[0][region["startColumn"] - 1 : region["endColumn"] - 1] == "fetch(1)"


def test_places_are_relative_to_the_current_folder(tmp_path: Path, validator: Draft4Validator) -> None:
    """A file elsewhere has a URI of its own; the base is the current folder, with a slash at its end."""
    files = ["pkg/../pkg/é.py", str(tmp_path / "x.py"), "/elsewhere/y.py", "../z.py"]
    run = run_of(Outcome([finding(file, 1, 0, 1, 1) for file in files]), validator)

    assert run["originalUriBaseIds"] == {"%SRCROOT%": {"uri": f"{tmp_path.as_uri()}/"}}
    assert [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in run["results"]] == [
        {"uri": "pkg/%C3%A9.py", "uriBaseId": "%SRCROOT%"},
        {"uri": "x.py", "uriBaseId": "%SRCROOT%"},
        {"uri": "file:///elsewhere/y.py"},
        {"uri": f"{tmp_path.parent.as_uri()}/z.py"},
    ]


def test_fingerprints_follow_the_source(validator: Draft4Validator) -> None:
    """A finding keeps its fingerprint when it moves; equal lines are told apart; another rule or line has another."""

    def fingerprints(text: str, *places: tuple[int, int]) -> list[str]:
        Path("a.py").write_text(text)
        found = [finding("a.py", line, 0, end_line, 1) for line, end_line in places]
        return [
            result["partialFingerprints"]["sourceText/v1"] for result in run_of(Outcome(found), validator)["results"]
        ]

    first, second, third = fingerprints(SOURCE, (2, 2), (3, 3), (4, 5))

    assert len({first, second, third}) == 3
    assert first.split(":")[0] == second.split(":")[0]
    assert fingerprints(f"import a\n\n{SOURCE}", (4, 4), (5, 5), (6, 7)) == [first, second, third]
    assert fingerprints(SOURCE.replace("fetch(2)", "fetch(3)"), (4, 5)) != [third]


def test_rules_have_their_pages(validator: Draft4Validator) -> None:
    """Every rule is described, whether it found something or not."""
    driver = run_of(Outcome(), validator)["tool"]["driver"]

    assert driver["name"] == "typedpromise"
    assert [rule["id"] for rule in driver["rules"]] == codes()
    for rule in driver["rules"]:
        assert rule["help"]["markdown"] == page(rule["id"])
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["fullDescription"]["text"]
        assert "## " not in rule["fullDescription"]["markdown"]


def test_what_was_not_checked_is_a_notification(validator: Draft4Validator) -> None:
    """Files that cannot be checked and rules that crash are no results; the invocation says that it went wrong."""
    failure = Report("a.py", 2, 0, "Cannot parse", "syntax")
    crash = Report("b.py", 3, 4, "Rule crashed", CRASH, end_line=3, end_column=9)
    run = run_of(Outcome([crash], [failure]), validator)
    (invocation,) = run["invocations"]

    assert run["results"] == []
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (2, False)
    assert [
        (note["descriptor"]["id"], note["level"], note["message"]["text"], note["locations"][0]["physicalLocation"])
        for note in invocation["toolExecutionNotifications"]
    ] == [
        (
            "syntax",
            "error",
            "Cannot parse",
            {
                "artifactLocation": {"uri": "a.py", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 2, "startColumn": 1},
            },
        ),
        (
            CRASH,
            "error",
            "Rule crashed",
            {
                "artifactLocation": {"uri": "b.py", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 10},
            },
        ),
    ]


@pytest.mark.parametrize(("findings", "code"), [(0, 0), (1, 1)])
def test_an_invocation_tells_its_exit_code(findings: int, code: int, validator: Draft4Validator) -> None:
    """Findings are a success of the tool."""
    (invocation,) = run_of(Outcome([finding("a.py", 1, 0, 1, 1)] * findings), validator)["invocations"]

    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (code, True)


def test_a_check_that_cannot_start(validator: Draft4Validator) -> None:
    """The reason is a notification about the configuration."""
    document = json.loads("\n".join(sarif.cannot_run("no such file")))
    (invocation,) = document["runs"][0]["invocations"]

    assert list(validator.iter_errors(document)) == []
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (2, False)
    assert invocation["toolConfigurationNotifications"] == [{"level": "error", "message": {"text": "no such file"}}]
