"""The rule lost-context: what it says, and that it is so (what it reports is in its case files)."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar, copy_context

import pytest

from tests.check.marked import said_of
from typedpromise import Promise
from typedpromise.check.outcome import Outcome

CODE = "lost-context"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "fetch(1).then(lambda name: user.set(name)).done()",
            (
                "Context variable is set in a handler, which runs in a copy of the context, and nothing in it reads "
                "the variable afterwards; return the value, or set the variable before then(...) is called"
            ),
        ),
        (
            "fetch(1).finally_(lambda: user.reset(token)).done()",
            (
                "Token was not made in this handler, which runs in a copy of the context, so reset(...) raises "
                "ValueError; reset the variable where it was set"
            ),
        ),
    ],
)
def test_message(checked: Outcome, statement: str, message: str) -> None:
    """The message says that the context is a copy, what follows from it, and what to do."""
    assert message == said_of(checked, statement, CODE)


def test_what_a_handler_sets_is_gone_when_it_ends() -> None:
    """The next handler and whoever waits see the value from where `then` was called."""
    user: ContextVar[str] = ContextVar("user")
    user.set("ann")

    seen = Promise.resolve(1).then(lambda _: user.set("bob")).then(lambda _: user.get())

    assert (seen.get(), user.get()) == ("ann", "ann")


def test_a_handler_cannot_reset_what_was_set_outside() -> None:
    """The token belongs to another context than the handler's copy."""
    user: ContextVar[str] = ContextVar("user")
    token = user.set("ann")

    with pytest.raises(ValueError, match="different Context"):
        Promise.resolve(1).finally_(lambda: user.reset(token)).get()


def test_an_executor_and_try_set_for_the_caller() -> None:
    """They run in the caller's own context, so the rule leaves them alone."""
    user: ContextVar[str] = ContextVar("user")

    Promise(lambda resolve, _: (user.set("ann"), resolve(None))).done()
    in_executor = user.get()
    Promise.try_(lambda: user.set("bob")).done()

    assert (in_executor, user.get()) == ("ann", "bob")


def test_a_thread_has_a_context_of_its_own() -> None:
    """A thread behind a promise sees none of the caller's values, unless it is given a copy; handlers see them."""
    user: ContextVar[str] = ContextVar("user", default="nobody")
    user.set("ann")

    with ThreadPoolExecutor() as threads:
        alone = Promise.resolve(threads.submit(user.get))
        with_copy = Promise.resolve(threads.submit(copy_context().run, user.get))
        behind = Promise.resolve(threads.submit(int)).then(lambda _: user.get())

        assert (alone.get(), with_copy.get(), behind.get()) == ("nobody", "ann", "ann")
