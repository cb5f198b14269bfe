"""Context variables: a handler sees those of the place where it was given, wherever it runs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextvars import Context, ContextVar, copy_context
from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import Promise, Resolvers

variable: ContextVar[str] = ContextVar("variable", default="unset")
seen: list[str] = []


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    seen.clear()
    yield
    assert variable.get() == "unset", "a handler wrote into the test's own context"


def look(*_arguments: object) -> None:
    """Note the variable, and change it for who comes after."""
    seen.append(variable.get())
    variable.set("of a handler")


GIVEN: dict[str, Callable[[Resolvers[int]], object]] = {
    "then": lambda resolvers: resolvers.promise.then(look),
    "then, rejected": lambda resolvers: resolvers.promise.then(lambda value: [][value]).then(None, look),
    "catch": lambda resolvers: resolvers.promise.then(lambda value: [][value]).catch(look),
    "filtered catch": lambda resolvers: resolvers.promise.then(lambda value: [][value]).catch(IndexError, look),
    "finally_": lambda resolvers: resolvers.promise.finally_(look),
    "done": lambda resolvers: resolvers.promise.done(look),
}


@pytest.mark.parametrize("given", GIVEN)
@pytest.mark.parametrize("settled", [False, True], ids=["before settling", "after settling"])
def test_a_handler_runs_in_the_context_it_was_given_in(given: str, host: Host[Any], *, settled: bool) -> None:
    """The context of the call of `then` and its kind counts, not that of `resolve` nor that of the host."""
    resolvers = Resolvers[int]()

    def give() -> None:
        variable.set("given")
        GIVEN[given](resolvers)

    def settle() -> None:
        variable.set("settled")
        resolvers.resolve(1)

    def body() -> None:
        for step in (settle, give) if settled else (give, settle):
            copy_context().run(step)

    host(body)

    assert seen == ["given"]


def test_each_handler_has_a_copy_of_its_own(host: Host[Any]) -> None:
    """What a handler sets is not seen by its siblings, nor behind it in the chain."""

    def body() -> None:
        def give() -> None:
            variable.set("given")
            promise = Promise.resolve(1)
            promise.then(look).then(look)
            promise.then(look)

        copy_context().run(give)

    host(body)

    assert seen == ["given"] * 3


def test_settled_on_another_thread() -> None:
    """A handler that runs on a worker thread brings the context of `then` along."""
    resolvers = Resolvers[int]()

    def give() -> Promise[None]:
        variable.set("given")
        return resolvers.promise.then(look)

    promise = copy_context().run(give)
    thread = threading.Thread(target=resolvers.resolve, args=(1,))
    thread.start()
    promise.get(5)
    thread.join(5)

    assert seen == ["given"]


def test_an_executor_runs_in_the_callers_context() -> None:
    """An executor and the function of `try_` are called at once, so what they set stays set."""

    def body() -> list[str]:
        Promise[int](lambda resolve, reject: variable.set("executor"))
        first = variable.get()
        Promise.try_(variable.set, "try_")
        return [first, variable.get()]

    assert copy_context().run(body) == ["executor", "try_"]


def test_waiting_inside_a_handler() -> None:
    """Jobs that a nested `get` runs have contexts of their own too."""

    def outer(_value: int) -> None:
        look()
        Promise.resolve(1).then(look).get()
        seen.append(variable.get())

    copy_context().run(lambda: (variable.set("given"), Promise.resolve(0).then(outer)))

    assert seen == ["given", "of a handler", "of a handler"]


class Thenable:
    """Looks at the variable when it is adopted."""

    def then(self, resolve: Callable[[int], None], _reject: object) -> None:
        """Fulfil at once."""
        look()
        resolve(1)


@pytest.mark.parametrize("handler", [look, lambda _: Thenable()], ids=["handler", "thenable of a handler"])
def test_an_empty_context_is_one_too(handler: Callable[[object], object], host: Host[Any]) -> None:
    """A handler given where no variable was set sees none that is set where the promise settles."""
    resolvers = Resolvers[int]()

    def settle() -> None:
        variable.set("settled")
        resolvers.resolve(1)

    def body() -> None:
        Context().run(resolvers.promise.then, handler)
        copy_context().run(settle)

    host(body)

    assert seen == ["unset"]


def test_the_handlers_of_a_chain_do_not_see_what_the_ones_before_have_set() -> None:
    """Given outside any context, each link has an empty one of its own, also where one has set a variable."""

    def chain() -> None:
        resolvers = Resolvers[int]()
        promise: Promise[None] = resolvers.promise.then(lambda _: None)
        for _ in range(3):
            promise = promise.then(look)
        resolvers.resolve(1)

    Context().run(chain)

    assert seen == ["unset", "unset", "unset"]
