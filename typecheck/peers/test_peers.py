"""The comparison with other promises: complete, as fresh as its cases, and what its page says."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import promise
import pytest

import typedpromise

from ..harness.case import Case, CaseError
from ..harness.suite import case_files
from .runner import typescript
from .runner.absent import Absent
from .runner.comparison import comparison
from .runner.ours import our_cases, our_verdicts
from .runner.paths import COMPARISON, RESULTS, TYPECHECK
from .runner.paths import PEERS as FOLDER
from .runner.peer import Peer, absent_of, digest
from .runner.promise23 import adapted
from .runner.reasons import read_reasons
from .runner.registry import PEERS
from .runner.results import Result, read_results, written

OURS = {case.id: case for case in our_cases()}
RERUN = "run `make peers`, or `python -m typecheck.peers {}` (it downloads what it needs)"
# On the cases that TypeScript can express, these must do at least as well as tsc.
AT_LEAST_TSC = ("mypy+plugin", "pyright", "pyrefly")

every_peer = pytest.mark.parametrize("peer", PEERS, ids=[peer.name for peer in PEERS])


@pytest.fixture(scope="module")
def results() -> dict[str, Result]:
    """Return what the last run of the peers found."""
    return read_results(RESULTS)


@every_peer
def test_every_case_is_written_for_the_peer_or_listed_with_a_reason(peer: Peer) -> None:
    """No case is left out silently, so that none is picked."""
    there = {case.id for case in peer.cases()}
    absent = absent_of(peer)

    assert [case.id for case in OURS.values() if case.id not in there and not absent.reason(case)] == []


def test_what_promise_2_3_lacks_is_listed_for_it() -> None:
    """Its cases are ours as they stand, so one with a method that it lacks would be refused, or wrong, for nothing."""
    lacked = set(vars(typedpromise.Promise)) - set(dir(promise.Promise))
    (peer,) = (peer for peer in PEERS if peer.name == "promise23")
    written = {(case.topic, case.name) for case in peer.cases()}

    used = [
        f"{path.stem}::{function.name} uses {node.attr}"
        for path in case_files(TYPECHECK)
        for function in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) and (path.stem, function.name) in written
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and node.attr in lacked
    ]
    assert used == []


@every_peer
def test_no_case_is_both_written_and_listed(peer: Peer) -> None:
    """A case that a peer cannot express has no result."""
    named = absent_of(peer).reasons

    assert [case.id for case in peer.cases() if case.name in named.get(case.topic, {})] == []


@every_peer
def test_what_is_written_and_listed_exists(peer: Peer) -> None:
    """A peer's case, its reasons and its absences name cases of ours."""
    assert sorted({case.id for case in peer.cases()} - set(OURS)) == []
    assert absent_of(peer).unknown(list(OURS.values())) == []


@every_peer
def test_a_refusal_is_one_in_both(peer: Peer) -> None:
    """What must be an error here must be one there, and a truth is a truth."""
    differ = [case.id for case in peer.cases() if bool(case.refusals) != bool(OURS[case.id].refusals)]

    assert differ == []


@every_peer
def test_the_results_are_those_of_the_cases(peer: Peer, results: dict[str, Result]) -> None:
    """The digest of the files, and the list of cases, are those of the run."""
    found = results[peer.name]

    assert found.digest == digest(peer), RERUN.format(peer.name)
    for verdicts in found.run.verdicts.values():
        assert sorted(verdicts) == sorted(case.id for case in peer.cases()), RERUN.format(peer.name)


@every_peer
def test_a_reason_is_for_a_case_that_is_wrong(peer: Peer, results: dict[str, Result]) -> None:
    """A reason does not outlive the error it explains."""
    reasons = read_reasons(FOLDER / "reasons" / f"{peer.name}.toml")

    for checker, verdicts in results[peer.name].run.verdicts.items():
        assert [case for case in reasons.named(checker) if verdicts.get(case) is not False] == []


def test_every_case_tsc_gets_wrong_has_its_reason(results: dict[str, Result]) -> None:
    """Whoever claims to beat a compiler says where, and why."""
    reasons = read_reasons(FOLDER / "reasons" / "typescript.toml")
    wrong = [case for case, right in results["typescript"].run.verdicts["tsc"].items() if not right]

    assert [case for case in wrong if not reasons.of(OURS[case], "tsc")] == []


def test_the_page_is_what_the_results_say(results: dict[str, Result]) -> None:
    """`docs/comparison.md` is generated, and nobody has edited it."""
    stale = "run `python -m typecheck.peers --report`; it needs no download"

    assert COMPARISON.read_text(encoding="utf-8") == comparison(results), stale


@pytest.mark.parametrize("checker", AT_LEAST_TSC)
def test_no_worse_than_tsc(checker: str, results: dict[str, Result]) -> None:
    """On the cases that exist in TypeScript, we do at least as well as its compiler."""
    theirs = results["typescript"].run.verdicts["tsc"]
    ours = our_verdicts(list(OURS.values()))

    assert sum(ours[checker][case] for case in theirs) >= sum(theirs.values())


def test_results_are_read_as_they_were_written(results: dict[str, Result]) -> None:
    """The file holds all that a run found."""
    assert written(results) == RESULTS.read_text(encoding="utf-8")


def test_a_case_is_wrong_where_tsc_reports_an_error(tmp_path: Path) -> None:
    """An error in a case is laid to that case, and to no other."""
    first, second = _written(tmp_path, *(_function(name, "  expectType<Equal<1, 1>>();") for name in ("a", "b")))

    assert typescript.judged([first, second], [(second.path, second.first_line + 1)]) == {
        first.id: True,
        second.id: False,
    }


def test_a_refusal_stands_after_its_comment(tmp_path: Path) -> None:
    """The line below `@ts-expect-error` is the one that must be refused."""
    (case,) = _written(tmp_path, _function("a", "  // @ts-expect-error\n  n.then(42);"))

    assert list(case.refusals) == [case.first_line + 2]


def test_an_error_outside_the_cases_stops_the_run(tmp_path: Path) -> None:
    """A slip in the world is no verdict about a case."""
    (case,) = _written(tmp_path, _function("a", "  expectType<Equal<1, 1>>();"))

    with pytest.raises(CaseError, match="outside the cases"):
        typescript.judged([case], [(tmp_path / "world.ts", 1)])


def test_a_typescript_case_must_claim_something(tmp_path: Path) -> None:
    """A function without a claim would always be right."""
    with pytest.raises(CaseError, match="asserts nothing"):
        _written(tmp_path, _function("a", "  n.then(String);"))


def test_what_tsc_prints_is_read() -> None:
    """A line an error; what explains it is indented; anything else stops the run."""
    printed = "handlers.ts(3,5): error TS2344: Type 'false'.\n  because\n"

    assert [(path.name, line) for path, line in typescript.errors(printed)] == [("handlers.ts", 3)]
    with pytest.raises(CaseError, match="cannot open"):
        list(typescript.errors("cannot open tsconfig.json\n"))


def test_our_cases_are_adapted_to_the_other_package(tmp_path: Path) -> None:
    """The import changes; what it lacks, and what is listed, goes."""
    source = (
        "from typedpromise import Promise, Resolvers\n\n"
        "def kept(n: Promise[int]) -> None: ...\n\n"
        "def lacking(r: Resolvers[int]) -> None: ...\n\n"
        "def listed(n: Promise[int]) -> None: ...\n"
    )
    listed = Case("topic", "listed", tmp_path, 7, 7, {})

    text = adapted(source, [listed], Absent({"topic": {"listed": "a reason"}}))

    assert re.findall(r"def (\w+)", text) == ["kept"]
    assert text.startswith("from promise import Promise\n")


def test_the_rest_of_a_topic_can_be_absent(tmp_path: Path) -> None:
    """A case's own reason comes before that of the rest."""
    absent = Absent({"topic": {"one": "its own", "*": "the rest"}})
    one, other = (Case("topic", name, tmp_path, 1, 1, {}) for name in ("one", "other"))
    elsewhere = Case("elsewhere", "one", tmp_path, 1, 1, {})

    assert [absent.reason(case) for case in (one, other, elsewhere)] == ["its own", "the rest", None]
    assert absent.unknown([other]) == ["topic::one"]


def _function(name: str, body: str) -> str:
    return f"export function {name}(n: Promise<number>): void {{\n{body}\n}}\n"


def _written(folder: Path, *functions: str) -> list[Case]:
    path = folder / "topic.ts"
    path.write_text("\n".join(functions), encoding="utf-8")
    return typescript.read_cases(path)
