"""The order in which handlers run: that of ECMAScript, held against an engine that nobody here wrote."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.hosts import Host, deferred, under_asyncio
from tests.support.programs import RUNNERS, Oracle, Result, Run, Writer
from tests.support.unhandled import Unhandled
from typedpromise import Promise, Resolvers

PROGRAMS = 300
every_runner = pytest.mark.parametrize("runner", RUNNERS, ids=lambda runner: runner.__name__)


@pytest.fixture(scope="module")
def oracle() -> Oracle:
    """An engine for all programs."""
    return Oracle()


def both(oracle: Oracle, runner: Callable[[Run], None], seed: int, *, adoption: bool) -> tuple[Result, Result, str]:
    """Run one program on both sides; return ours, theirs and the program's text."""
    program = Writer(seed, adoption=adoption).write()
    run = Run(program)
    runner(run)
    return run.result(), oracle.run(program), f"seed {seed}: {json.dumps(program)}"


@every_runner
def test_the_order_is_that_of_ecmascript(runner: Callable[[Run], None], oracle: Oracle, unhandled: Unhandled) -> None:
    """Without adoption every handler call of random programs comes at the place where QuickJS has it."""
    calls = 0
    for seed in range(PROGRAMS):
        ours, theirs, program = both(oracle, runner, seed, adoption=False)

        assert ours.log == theirs.log, program
        assert ours.outcomes == theirs.outcomes, program
        calls += len(ours.log)

    assert calls > 5 * PROGRAMS, "the programs do too little to prove anything"
    unhandled.take()


@every_runner
def test_the_outcomes_are_those_of_ecmascript(
    runner: Callable[[Run], None], oracle: Oracle, unhandled: Unhandled
) -> None:
    """With adoption and `finally_` every promise ends as in QuickJS, and its own handlers run in the same order."""
    adopted = 0
    for seed in range(PROGRAMS):
        ours, theirs, program = both(oracle, runner, seed, adoption=True)

        assert ours.outcomes == theirs.outcomes, program
        assert ours.handlers_of_each() == theirs.handlers_of_each(), program
        adopted += program.count('["promise"')

    assert adopted > PROGRAMS, "the programs adopt too little to prove anything"
    unhandled.take()


def test_the_comparison_can_fail(oracle: Oracle) -> None:
    """A program run in another order, here handlers inside `then`, is seen to differ from QuickJS."""
    program = [["new", "a", ["number", 1]], ["new", "b", ["number", 2]]]
    for number, (new, source) in enumerate((("c", "a"), ("d", "c"), ("e", "b"))):
        handler = {"id": number, "body": [], "end": ["return", ["number", 3]]}
        program.append(["then", new, source, handler, None])
    run = Run(program)
    run.begin()

    assert run.result().outcomes == oracle.run(program).outcomes
    assert run.result().log != oracle.run(program).log


def chains(log: list[str]) -> None:
    """Build two chains on settled promises, side by side."""
    for name in "ab":
        promise: Promise[Any] = Promise.resolve(0)
        for number in range(3):
            promise = promise.then(lambda _value, name=name, number=number: log.append(f"{name}{number}"))
    log.append("end")


@pytest.mark.parametrize("defer", [deferred, under_asyncio], ids=lambda host: host.__name__)
def test_chains_take_turns_where_jobs_are_deferred(defer: Host[None]) -> None:
    """Jobs are first in, first out, so two chains advance link by link, after the code that built them."""
    log: list[str] = []

    defer(lambda: chains(log))

    assert log == ["end", "a0", "b0", "a1", "b1", "a2", "b2"]


def test_without_a_loop_jobs_run_before_the_call_returns() -> None:
    """Outside of any job `then` on a settled promise runs the handler before it returns, as `promise` 2.3 does."""
    log: list[str] = []

    chains(log)

    assert log == ["a0", "a1", "a2", "b0", "b1", "b2", "end"]


def test_inside_a_handler_jobs_wait() -> None:
    """Inside a handler they are put behind those that stand in the queue, so order and depth are as in a loop."""
    log: list[str] = []

    Promise.resolve(0).then(lambda _value: chains(log))

    assert log == ["end", "a0", "b0", "a1", "b1", "a2", "b2"]


def test_resolving_runs_the_handlers_before_it_returns() -> None:
    """Without a loop `resolve` and `reject` come back when their handlers have run."""
    log: list[str] = []
    first, second = Resolvers[int](), Resolvers[int]()
    first.promise.then(lambda _value: log.append("handler"))
    second.promise.catch(lambda _error: log.append("catcher"))

    first.resolve(1)
    log.append("resolved")
    second.reject(ValueError("boom"))
    log.append("rejected")

    assert log == ["handler", "resolved", "catcher", "rejected"]


def test_adoption_takes_no_more_ticks_than_ecmascript(host: Host[Any]) -> None:
    """Passing on a promise that a handler returned takes three ticks in ECMAScript, and one here; never none."""
    log: list[str] = []

    def body() -> None:
        def start(_value: int) -> None:
            Promise.resolve(0).then(lambda _value: Promise.resolve(1)).then(lambda _value: log.append("adopted"))
            promise: Promise[Any] = Promise.resolve(0)
            for number in range(5):
                promise = promise.then(lambda _value, number=number: log.append(f"tick {number}"))

        Promise.resolve(0).then(start)

    host(body)

    assert log == ["tick 0", "adopted", "tick 1", "tick 2", "tick 3", "tick 4"]
