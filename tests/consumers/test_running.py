"""`make consumers` fails where an outcome differs and where no test ran; the suites themselves need a download."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from consumers import run, running
from consumers.suites import SUITES, Difference, Suite
from tests.docs.pages import table

SUITE = Suite("a program", "tests")
ITSELF = next(suite for suite in SUITES if suite.name.startswith("promise 2.3"))


@pytest.mark.parametrize(
    ("before", "after", "alike"),
    [
        ({"a": "passed", "b": "failure"}, {"a": "passed", "b": "failure"}, True),
        ({"a": "passed", "b": "failure"}, {"a": "failure", "b": "passed"}, False),
        ({"a": "passed"}, {}, False),
        ({"a": "passed"}, {"a": "passed", "b": "passed"}, False),
        ({}, {}, False),
    ],
)
def test_outcomes_are_compared_by_test(before: running.Outcomes, after: running.Outcomes, alike: bool) -> None:
    """Equal counts are not enough: each test has to end alike, and there has to be one."""
    assert running.compared(SUITE, before, after, "us") is alike


@pytest.mark.parametrize(
    ("now", "alike", "said"),
    [
        ("failure", True, "a: passed with promise 2.3, failure now: there is a reason\n"),
        ("skipped", False, "a: passed with promise 2.3, skipped now\n"),
        ("passed", False, "listed in consumers/suites.py as one that differs, and it does not"),
    ],
)
def test_a_listed_difference_has_to_be_there(
    now: str, alike: bool, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A test that is listed must end as listed, with its reason printed: a stale list fails."""
    listed = replace(SUITE, differences={"a": Difference("passed", "failure", "there is a reason")})

    assert running.compared(listed, {"a": "passed"}, {"a": now}, "us") is alike
    assert said in capsys.readouterr().out


def test_the_page_shows_every_listed_difference() -> None:
    """docs/coming-from-promise.md has the same tests and the same reasons as the list that the run is held to."""
    rows = {name.strip("`"): Difference(*rest) for name, *rest in table("promise", "Its own tests")}

    assert rows == ITSELF.differences


def test_names_do_not_depend_on_the_folder(tmp_path: Path) -> None:
    """A test has one name wherever its program was copied, so that outcomes can be compared."""
    for name in ("one", "two"):
        (tmp_path / name / "tests").mkdir(parents=True)
        (tmp_path / name / "tests" / "test_it.py").write_text("def test_a():\n    pass\ndef test_b():\n    assert 0\n")

    found = [running.outcomes(SUITE, (), tmp_path / name) for name in ("one", "two")]

    assert found == [{"test_it::test_a": "passed", "test_it::test_b": "failure"}] * 2


def test_a_suite_that_does_not_import_promise_is_refused(tmp_path: Path) -> None:
    """The plugin ends a run in which `promise` was not served, so that no count comes about by mistake."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_nothing.py").write_text("def test_nothing():\n    pass\n")

    with pytest.raises(running.NoRunError, match=r"the tests imported None and not typedpromise\.compat"):
        running.outcomes(SUITE, run.SERVED, tmp_path)


def test_a_suite_that_is_not_there_fails_the_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Tests that could not be downloaded are told, with the folder they belong in, and the exit status is 1."""
    monkeypatch.setattr(run, "SUITES", (replace(SUITE, path="absent/here"),))
    monkeypatch.setattr(run, "BUILD", tmp_path)

    assert run.main() == 1


def test_the_old_tools_are_put_back(tmp_path: Path) -> None:
    """With the plugin, tests that yield, that ask for `strpath`, and that return what is awaited, run and can fail."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_old.py").write_text(
        "from asyncio import coroutine, run\n"
        "from pytest import raises\n"
        "from typedpromise import Promise\n"
        "def test_yields():\n"
        "    @coroutine\n"
        "    def yields():\n"
        "        return (yield from Promise.resolve(7).__await__())\n"
        "    assert run(yields()) == 7\n"
        "def test_path():\n"
        "    with raises(ZeroDivisionError) as found:\n"
        "        1 / 0\n"
        "    assert found.traceback[-1].path.strpath == __file__\n"
        "def test_rejected():\n"
        "    return Promise.reject(KeyError())\n"
    )
    with_plugin = replace(SUITE, options=("-p", "old_tools"))

    assert running.outcomes(with_plugin, (), tmp_path) == {
        "test_old::test_yields": "passed",
        "test_old::test_path": "passed",
        "test_old::test_rejected": "failure",
    }
