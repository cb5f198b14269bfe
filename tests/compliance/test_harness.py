"""The mini-mocha, and the assertions the suite uses, can fail; a suite that cannot fail proves nothing."""

import pytest

from . import suite
from .hosts import QueueHost
from .library import TypedPromise


def run(source: str) -> suite.Report:
    return suite.run(TypedPromise(), QueueHost(), "tests", {"tests.js": source})


def errors(source: str) -> list[str | None]:
    return [result.error for result in run(source).results]


@pytest.mark.parametrize(
    ("assertion", "error"),
    [
        ("assert(false)", "AssertionError: false == true"),
        ("assert.strictEqual(1, '1')", "AssertionError: 1 === '1'"),
        ("assert.strictEqual(null, undefined)", "AssertionError: null === undefined"),
        ("assert.notStrictEqual(1, 1)", "AssertionError: 1 !== 1"),
        ("sinon.assert.notCalled(spy)", "AssertError: expected spy to not have been called but was called once"),
        ("sinon.assert.calledWith(spy, 2)", "AssertError: expected spy to be called with arguments 2"),
        ("sinon.assert.calledWith(spy, sinon.match.same({}))", "AssertError: expected spy to be called with"),
        ("sinon.assert.callOrder(later, spy)", "AssertError: expected spy, spy to be called in order but"),
    ],
)
def test_assertion_fails(assertion: str, error: str) -> None:
    """Each assertion that the suite uses fails on what it forbids, with its message as the test's error."""
    (actual,) = errors(f"""
        var assert = require("assert");
        var sinon = require("sinon");
        specify("fails", function () {{
            var spy = sinon.spy(), later = sinon.spy();
            spy({{}});
            later();
            {assertion};
        }});
    """)

    assert actual is not None
    assert actual.startswith(error)


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("function () { throw new Error('sync') }", "Error: sync"),
        ("function (done) { throw new Error('before done') }", "Error: before done"),
        ("function (done) { done(new Error('given')) }", "Error: given"),
        ("function (done) { setTimeout(function () { throw new Error('timer') }, 5) }", "Error: timer"),
        ("function (done) { }", "Error: timeout of 200ms exceeded: done() was not called"),
        ("function (done) { setTimeout(done, 300) }", "Error: timeout of 200ms exceeded: done() was not called"),
        ("function (done) { done(); done() }", "Error: done() called multiple times"),
        ("function (done) { done(); setTimeout(done, 50) }", "Error: done() called multiple times"),
    ],
)
def test_test_fails(body: str, error: str) -> None:
    """A test fails when it throws, at once or in a timer, and when it calls `done` with an error, too late or twice."""
    assert errors(f"specify('fails', {body}); specify('next', function () {{}})") == [error, None]


def test_rejected_assertion_is_a_timeout() -> None:
    """An assertion that fails in a handler is swallowed by the promise, and the missing `done` tells."""
    (error,) = errors("""
        specify("fails", function (done) {
            adapter.resolved(1).then(function () { throw new Error("swallowed") }).then(done);
        });
    """)

    assert error == "Error: timeout of 200ms exceeded: done() was not called"


@pytest.mark.parametrize("hook", ["beforeEach", "afterEach"])
def test_hook_fails(hook: str) -> None:
    """A test fails when a hook around it throws."""
    (error,) = errors(f"""
        {hook}(function () {{ throw new Error("hook") }});
        specify("fails", function () {{}});
    """)

    assert error == "Error: hook"


def test_hooks_nest() -> None:
    """Hooks run for the tests of their own `describe`, outer ones first before and last after."""
    report = run("""
        var log = [];
        describe("outer", function () {
            beforeEach(function () { log.push("<") });
            afterEach(function () { log.push(">") });
            describe("inner", function () {
                beforeEach(function () { log.push("(") });
                afterEach(function () { log.push(")") });
                specify("test", function () { log.push("t") });
            });
        });
        specify("without hooks", function () { throw log.join("") });
    """)

    assert [result.error for result in report.failed] == ["<(t)>"]


def test_timers_keep_order() -> None:
    """Timers run by time, those of one millisecond in the order they were set, immediates first."""
    (error,) = errors("""
        specify("test", function (done) {
            var log = [];
            function note(text) { log.push(text) }
            setTimeout(note, 20, "d");
            setTimeout(note, 10, "b");
            setTimeout(note, 10, "c");
            setImmediate(note, "a");
            clearTimeout(setTimeout(note, 5, "cleared"));
            setTimeout(function () { done(log.join("")) }, 30);
        });
    """)

    assert error == "abcd"


def test_failure_shows_its_titles() -> None:
    """A failed test is shown with the titles around it and its error."""
    (failure,) = run("""
        describe("2.2.4: outer", function () {
            specify("test", function () { throw new Error("why") });
        });
    """).failed

    assert failure.clause == "2.2.4"
    assert str(failure) == "2.2.4: outer\n  test\n    -> Error: why"


def test_test_that_never_ends_is_failed() -> None:
    """A test that did not even start counts as failed, not as passed."""
    report = run("""
        specify("ends the run", function () { global.setImmediate = function () {} });
        specify("is never reached", function () {});
    """)

    assert report.failed
