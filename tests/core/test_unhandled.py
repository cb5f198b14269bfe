"""A rejection nobody handles is reported once, with what is known of its place; a handled one is not."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from typedpromise import (
    Promise,
    PromiseTimeoutError,
    Resolvers,
    UnhandledRejection,
    set_unhandled_rejection_hook,
    track_origins,
)
from typedpromise.schedulers import DeferredScheduler, use


@pytest.fixture
def reports() -> Iterator[list[UnhandledRejection]]:
    """The reports of a test that asks for them."""
    seen: list[UnhandledRejection] = []
    before = set_unhandled_rejection_hook(seen.append)
    yield seen
    set_unhandled_rejection_hook(before)


def boom(_value: object) -> int:
    """Fail."""
    message = "boom"
    raise ValueError(message)


def test_a_dropped_rejection_is_reported_when_it_is_dropped(reports: list[UnhandledRejection]) -> None:
    """Without a loop the report comes as soon as nobody can handle the promise any more, and comes once."""
    promise = Promise.resolve(1).then(boom)
    assert reports == []

    del promise

    assert [str(report.reason) for report in reports] == ["boom"]


def get(promise: Promise[int]) -> None:
    """Get what there is."""
    with pytest.raises(ValueError, match="boom"):
        promise.get()


HANDLERS: dict[str, Callable[[Promise[int]], object]] = {
    "catch": lambda promise: promise.catch(lambda error: 0),
    "then with two handlers": lambda promise: promise.then(None, lambda error: 0),
    "reason": lambda promise: promise.reason,
    "get": get,
    "adopted and caught": lambda promise: Promise.resolve(0).then(lambda _: promise).catch(lambda error: 0),
    "joined and caught": lambda promise: Promise.all([promise, promise]).catch(lambda error: []),
    "finally_ and catch": lambda promise: promise.finally_(lambda: None).catch(lambda error: 0),
}


@pytest.mark.parametrize("name", HANDLERS)
def test_a_handled_rejection_is_silent(name: str, reports: list[UnhandledRejection]) -> None:
    """Whoever looks at the reason handles it, however late."""
    promise = Promise.resolve(1).then(boom)
    HANDLERS[name](promise)

    del promise

    assert reports == []


LOOKERS: dict[str, Callable[[Promise[int]], object]] = {
    "nobody": lambda promise: None,
    "is_rejected": lambda promise: promise.is_rejected,
    "repr": repr,
    "wait": lambda promise: promise.wait(),
    "then": lambda promise: promise.then(str),
    "filtered catch": lambda promise: promise.catch(KeyError, lambda error: 0),
    "finally_": lambda promise: promise.finally_(lambda: None),
}


@pytest.mark.parametrize("name", LOOKERS)
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_look_is_no_handling(name: str, when: str, reports: list[UnhandledRejection]) -> None:
    """What does not see the reason, or passes it on, leaves the rejection to be reported, once."""
    resolvers = Resolvers[int]()
    promise = resolvers.promise
    if when == "before" and name != "wait":
        LOOKERS[name](promise)
    resolvers.reject(ValueError("boom"))
    if when == "after":
        LOOKERS[name](promise)

    del promise, resolvers

    assert [str(report.reason) for report in reports] == ["boom"]


def test_a_loop_reports_on_the_tick_after(reports: list[UnhandledRejection]) -> None:
    """In an event loop the report comes though somebody still holds the promise, once, and after a tick of grace."""

    async def main() -> None:
        handled_in_time = Promise.resolve(1).then(boom)
        kept = Promise.resolve(1).then(boom)
        handled_in_time.catch(lambda error: 0)
        for _ in range(5):
            await asyncio.sleep(0)
        assert len(reports) == 1
        del kept

    asyncio.run(main())

    assert [str(report.reason) for report in reports] == ["boom"]


def test_tasks_woken_by_the_same_drain_are_in_time(reports: list[UnhandledRejection]) -> None:
    """Awaiting two promises one after the other, where both are rejected at once, is no unhandled rejection."""

    async def main() -> None:
        resolvers = Resolvers[int]()
        first, second = resolvers.promise.then(boom), resolvers.promise.then(boom)
        asyncio.get_running_loop().call_soon(resolvers.resolve, 1)
        for promise in (first, second):
            with pytest.raises(ValueError, match="boom"):
                await promise

    asyncio.run(main())

    assert reports == []


def test_a_deferring_scheduler_reports_after_its_drain(reports: list[UnhandledRejection]) -> None:
    """A host that defers reports one tick after the drain."""
    with use(DeferredScheduler()) as scheduler:
        kept = Promise.resolve(1).then(boom)
        assert isinstance(scheduler, DeferredScheduler)
        scheduler.run()

    assert len(reports) == 1
    del kept
    assert len(reports) == 1


def test_done_reports_at_once(reports: list[UnhandledRejection]) -> None:
    """`done` says that nobody else will look."""
    promise = Promise.resolve(1).then(boom)
    promise.done()

    assert [str(report.reason) for report in reports] == ["boom"]
    del promise
    assert len(reports) == 1


def test_the_report_names_the_line_that_made_the_promise(reports: list[UnhandledRejection]) -> None:
    """With origins tracked the report says where the promise was made."""
    was_on = track_origins(True)
    try:
        Promise.resolve(1).then(boom)  # the line that is named
    finally:
        track_origins(was_on)

    line = sys._getframe().f_code.co_firstlineno + 4
    assert reports[0].origin == f"{__file__}:{line} in test_the_report_names_the_line_that_made_the_promise"
    assert f"the promise was made at {__file__}:{line}" in str(reports[0])


def test_the_report_names_the_line_that_rejected(reports: list[UnhandledRejection]) -> None:
    """A reason that was never raised has no traceback, so the report says who rejected."""
    Promise.reject(ValueError("never raised"))

    line = sys._getframe().f_code.co_firstlineno + 2
    assert reports[0].rejected_at == f"{__file__}:{line} in test_the_report_names_the_line_that_rejected"


def test_a_hook_that_raises_does_not_hide_the_rejection(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the hook fails, the rejection and the failure are printed."""

    def broken(_rejection: UnhandledRejection) -> None:
        message = "hook is broken"
        raise RuntimeError(message)

    before = set_unhandled_rejection_hook(broken)
    try:
        Promise.resolve(1).then(boom)
    finally:
        set_unhandled_rejection_hook(before)

    printed = capsys.readouterr().err
    assert "Unhandled promise rejection: ValueError('boom')" in printed
    assert "hook is broken" in printed


def run_program(source: str) -> str:
    """Run a program of its own, and return what it wrote to stderr."""
    return subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True).stderr


def test_a_rejection_that_lives_to_the_end_of_the_program_is_reported() -> None:
    """A module-level promise that nobody handled is reported when the interpreter closes down."""
    printed = run_program("from typedpromise import Promise\nkept = Promise.resolve('x').then(int)")

    assert "Unhandled promise rejection: ValueError" in printed
    assert printed.count("Unhandled") == 1


def test_the_default_report_teaches() -> None:
    """The default hook prints the reason, its traceback, what to do, and how to see the origin."""
    printed = run_program(
        "from typedpromise import Promise\ndef parse(text): return int(text)\nPromise.resolve('x').then(parse)"
    )

    assert "in parse" in printed
    assert ".catch(handler)" in printed
    assert "TYPEDPROMISE_ORIGINS=1" in printed
    assert "typedpromise/_core" not in printed


def test_a_rejection_whose_awaiting_task_was_cancelled_is_reported(reports: list[UnhandledRejection]) -> None:
    """A task that is cancelled in the turn of the rejection has not seen it, so it is reported; one that saw it has."""

    async def main() -> None:
        seen, unseen = Resolvers[int](), Resolvers[int]()

        async def wait(promise: Promise[int]) -> None:
            with pytest.raises(ValueError, match="seen"):
                await promise

        watching, cancelled = asyncio.ensure_future(wait(seen.promise)), asyncio.ensure_future(wait(unseen.promise))
        await asyncio.sleep(0)
        seen.reject(ValueError("seen"))
        unseen.reject(ValueError("unseen"))
        cancelled.cancel()
        await asyncio.gather(watching, cancelled, return_exceptions=True)
        for _ in range(5):
            await asyncio.sleep(0)

    asyncio.run(main())

    assert [str(report.reason) for report in reports] == ["unseen"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_what_ended_the_program_is_not_reported_again(
    error: type[BaseException], reports: list[UnhandledRejection]
) -> None:
    """Ctrl-C and sys.exit() reach the caller, who has seen them."""

    def leave(_value: int) -> None:
        raise error

    with pytest.raises(error):
        Promise.resolve(1).then(leave)

    assert reports == []


def test_each_rejection_has_its_own_tick_of_grace(reports: list[UnhandledRejection]) -> None:
    """A check that an earlier drain asked for does not look at a rejection that came after."""

    async def main() -> None:
        Promise.reject(KeyError()).catch(lambda _: 0).done()
        with pytest.raises(PromiseTimeoutError):
            await Resolvers[int]().promise.timeout(0)

    asyncio.run(main())

    assert reports == []
