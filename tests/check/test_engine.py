"""The engine, on a module that mypy has just checked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from mypy.nodes import CallExpr, ExpressionStmt, NameExpr, Node

from typedpromise.check import rules
from typedpromise.check.engine import CRASH, Finding, run
from typedpromise.check.host import visit
from typedpromise.check.rule import Problem, Rule
from typedpromise.check.tree import TypedTree

SOURCE = """\
from typedpromise import Promise

def outer() -> None:
    def inner() -> None:
        Promise.resolve(1)
    inner()

Promise.resolve(2)
maybe: Promise[int] | None = None
maybe
Promise(print).catch(print)
[].append(1)
"""
FLOATING = rules.FLOATING_PROMISE


def crash(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Fail on calls, as a rule with a bug."""
    assert isinstance(node, ExpressionStmt)
    if isinstance(node.expr, CallExpr):
        raise TypeError("no such\nattribute")
    yield Problem(node, tree.show_type(node.expr))


def report(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report every node."""
    assert tree.file is not None
    yield Problem(node, "seen")


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    """What runs of the engine found, by a name for the run."""
    file = tmp_path_factory.mktemp("engine") / "source.py"
    file.write_text(SOURCE)
    found: dict[str, list[Finding]] = {}

    def use(tree: TypedTree) -> None:
        broken = Rule("broken", "it crashes", (ExpressionStmt,), crash)
        found["crash"] = list(run(tree, [broken, FLOATING]))
        found["other nodes"] = list(run(tree, [replace(FLOATING, visits=(NameExpr,))]))
        found["none"] = list(run(tree, []))
        every = Rule("every", "it reports calls", (CallExpr,), report)
        found["all"] = list(run(tree, [every]))
        found["links"] = list(run(tree, [replace(every, calls="links")]))
        found["executors"] = list(run(tree, [replace(every, calls="executors")]))

    visit([str(file)], use)
    return found


def test_crash_is_reported_and_the_other_rules_go_on(findings: dict[str, list[Finding]]) -> None:
    """A crash names rule, file, line and cause, once a module; other rules report as ever."""
    crashes = [found for found in findings["crash"] if found.code == CRASH]
    others = [found for found in findings["crash"] if found.code == FLOATING.code]

    assert [found.problem.node.line for found in others] == [5, 8, 10]
    assert [found.problem.node.line for found in crashes] == [5]
    message = crashes[0].problem.message
    assert message.startswith("Rule broken crashed at ")
    assert "source.py:5 with TypeError: no such attribute (crash, line " in message
    assert "please report it; the rule skips the rest of this file, the other rules went on" in message
    assert "\n" not in message


def test_finding_knows_its_outermost_function(findings: dict[str, list[Finding]]) -> None:
    """The daemon of mypy checks again by outermost functions."""
    functions = [found.function.name if found.function else None for found in findings["crash"] if found.code != CRASH]

    assert functions == ["outer", None, None]


def test_rule_sees_the_nodes_it_asked_for(findings: dict[str, list[Finding]]) -> None:
    """A rule that visits names is not shown statements."""
    assert findings["other nodes"] == []
    assert findings["none"] == []


def test_crash_reaches_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command reports a crash among the findings, under a code of its own, and its exit code is 2."""
    from typedpromise.check.host import check

    file = tmp_path / "source.py"
    file.write_text(SOURCE)
    monkeypatch.setattr(rules, "ALL", (Rule("broken", "it crashes", (ExpressionStmt,), crash), FLOATING))

    outcome = check([str(file)])

    assert outcome.exit_code == 2
    assert ": 3 findings, 1 crash of rules in " in outcome.summary()
    assert [(found.line, found.code) for found in outcome.findings] == [
        (5, CRASH),
        (5, FLOATING.code),
        (8, FLOATING.code),
        (10, FLOATING.code),
    ]


def test_calls_are_told_apart(findings: dict[str, list[Finding]]) -> None:
    """A rule about links, or about executors, sees no other calls."""

    def places(run_of: str) -> list[tuple[int, int | None]]:
        return [(found.problem.node.line, found.problem.node.end_column) for found in findings[run_of]]

    assert places("links") == [(11, 27)]
    assert places("executors") == [(11, 14)]
    assert {found.problem.node.line for found in findings["all"]} == {5, 6, 8, 11, 12}
