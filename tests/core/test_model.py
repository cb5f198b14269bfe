"""Random programs do the same, in the same order, with our promises and with a model that is too simple to be wrong."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, Final, TypeAlias

import pytest

from tests.support.model import ModelPromise, ModelResolvers, Queue
from tests.support.unhandled import Unhandled
from typedpromise import Fulfilled, Promise, Rejected, Resolvers
from typedpromise.schedulers import DeferredScheduler, use

PROGRAMS = 600
# Actions in handlers, for a program: each may attach handlers that act.
ACTIONS = 90
JOINS: Final = ["all", "all_settled", "any", "race"]

# Any: our promise or the model's.
AnyPromise: TypeAlias = Any


class Interrupted(KeyboardInterrupt):
    """Ctrl-C, with a number."""


def shown(value: object) -> object:
    """Return what a value is, told in terms that both sides share."""
    if isinstance(value, BaseExceptionGroup):
        return "group", [shown(error) for error in value.exceptions]
    if isinstance(value, BaseException):
        return type(value).__name__, [each for each in value.args if isinstance(each, int)]
    if isinstance(value, Fulfilled):
        return "fulfilled", shown(value.value)
    if isinstance(value, Rejected):
        return "rejected", shown(value.reason)
    if isinstance(value, list | tuple):
        return [shown(each) for each in value] if isinstance(value, list) else tuple(shown(each) for each in value)
    return value


class Play:
    """Plays one program; what a handler does is drawn when it runs, by its number, so that both sides draw the same."""

    def __init__(self, seed: int, promise: Any, resolvers: Callable[[], Any], *, interrupts: bool) -> None:
        """Take the program's number, and the classes to play it with."""
        self.log: list[object] = []
        self._seed = seed
        self._cls = promise
        self._interrupts = interrupts
        self._actions = 0
        self._handlers = 0
        self._pairs = [resolvers() for _ in range(5)]
        self._promises: list[AnyPromise] = [pair.promise for pair in self._pairs]

    def begin(self) -> None:
        """Do what the program does at its top level."""
        random = self._random(0)
        for _ in range(random.randint(12, 30)):
            try:
                self._act(random)
            except Interrupted as interruption:  # of a handler that ran in `wait`
                self.log.append(["interrupted", *interruption.args])

    def end(self) -> None:
        """Decide what is left."""
        for number, pair in enumerate(self._pairs):
            pair.resolve(number)

    def _random(self, handler: int) -> Random:
        return Random(f"{self._seed} {handler}")  # noqa: S311 - chance, not secrecy

    def _act(self, random: Random) -> None:
        if self._actions == ACTIONS:
            return
        self._actions += 1
        source = random.choice(self._promises[-8:])
        match random.choice(
            ["then"] * 6 + ["pass", "catch", "filter", "finally_", "tap", "tap_catch", "settle"] + OTHERS
        ):
            case "then":
                handlers = [self._handler() if random.random() < 0.8 else None for _ in range(2)]
                new = source.then(*handlers)
            case "pass":
                new = source.then(self._handler()).then(self._handler()).then()
            case "catch" | "finally_" | "tap" | "tap_catch" as method:
                new = getattr(source, method)(self._handler())
            case "filter":
                new = source.catch(random.choice([ValueError, KeyError, Interrupted]), self._handler())
            case "settle":
                new = source.settle()
            case "resolve":
                random.choice(self._pairs).resolve(self._value(random))
                return
            case "reject":
                random.choice(self._pairs).reject(ValueError(random.randrange(100)))
                return
            case "wait":
                self.log.append(["waited", source.wait(0)])
                return
            case "new":
                new = self._cls.resolve(random.randrange(100))
            case "failed":
                new = self._cls.reject(KeyError(random.randrange(100)))
            case join:
                new = getattr(self._cls, join)([random.choice(self._promises) for _ in range(random.randint(1, 3))])
        self._promises.append(new)

    def _value(self, random: Random) -> Any:
        kind = random.random()
        if kind < 0.4:
            return random.choice(self._promises)
        return random.randrange(100) if kind < 0.9 else [random.randrange(100)]

    def _handler(self) -> Callable[..., Any]:
        self._handlers += 1
        number = self._handlers

        def handler(*arguments: object) -> Any:
            random = self._random(number)
            self.log.append([number, *map(shown, arguments)])
            if random.random() < 0.7:
                for _ in range(random.randint(1, 3)):
                    self._act(random)
            end = random.random()
            if end < 0.2:
                raise random.choice([ValueError, KeyError])(random.randrange(100))
            if self._interrupts and end < 0.24:
                raise Interrupted(random.randrange(100))
            return self._value(random)

        return handler

    def to_the_end(self, run: Callable[[], object]) -> None:
        """Have the jobs run, again after each interruption."""
        while True:
            try:
                run()
            except Interrupted as interruption:
                self.log.append(["interrupted", *interruption.args])
            else:
                return

    def result(self, outcome_of: Callable[[AnyPromise], object]) -> tuple[list[object], list[object]]:
        """Return what has been done, and how each promise ended."""
        return self.log, [outcome_of(promise) for promise in self._promises]


OTHERS: Final = ["resolve"] * 2 + ["reject"] * 2 + ["wait"] * 2 + ["new", "failed", *JOINS]


def outcome_of_ours(promise: Promise[Any]) -> object:
    """Return state and value or reason."""
    if promise.is_rejected:
        return "rejected", shown(promise.reason)
    return ("fulfilled", shown(promise.value)) if promise.is_fulfilled else ("pending", None)


def outcome_of_the_model(promise: ModelPromise) -> object:
    """Return state and value or reason."""
    root = promise.root()
    return root.state, shown(root.outcome)


def by_the_model(seed: int, *, defers: bool) -> tuple[list[object], list[object]]:
    """Play with the model."""

    class Modelled(ModelPromise):
        queue = Queue(defers=defers)

    play = Play(seed, Modelled, lambda: ModelResolvers(Modelled), interrupts=defers)
    play.begin()
    play.to_the_end(Modelled.queue.drain)
    play.end()
    play.to_the_end(Modelled.queue.drain)
    return play.result(outcome_of_the_model)


def by_us(seed: int, *, defers: bool) -> tuple[list[object], list[object]]:
    """Play with our promises."""
    play = Play(seed, Promise, Resolvers, interrupts=defers)
    if defers:
        scheduler = DeferredScheduler()
        with use(scheduler):
            play.begin()
            play.to_the_end(scheduler.run)
            play.end()
            play.to_the_end(scheduler.run)
    else:
        play.begin()
        play.end()
    return play.result(outcome_of_ours)


@pytest.mark.parametrize("defers", [True, False], ids=["deferred", "without a loop"])
def test_random_programs_do_what_the_model_does(*, defers: bool, unhandled: Unhandled) -> None:
    """Handlers, taps, joins, waits in handlers, settling in handlers, Ctrl-C: each call comes in its turn, once."""
    calls = interruptions = waits = 0
    for seed in range(PROGRAMS):
        theirs = by_the_model(seed, defers=defers)
        ours = by_us(seed, defers=defers)

        assert ours[0] == theirs[0], f"seed {seed}"
        assert ours[1] == theirs[1], f"seed {seed}"
        calls += len(ours[0])
        interruptions += str(ours[0]).count("'interrupted'")
        waits += str(ours[0]).count("'waited'")

    assert calls > 10 * PROGRAMS, "the programs do too little to prove anything"
    assert waits > PROGRAMS
    assert (interruptions > PROGRAMS / 10) == defers
    unhandled.take()
