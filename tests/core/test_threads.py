"""From several threads at once: nothing lost, nothing doubled, with a GIL and without."""

from __future__ import annotations

import os
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from typedpromise import Promise, Resolvers, compiled
from typedpromise._core import chaining, settlement
from typedpromise._core.jobs import JobQueue, current_queue
from typedpromise._core.reaction import Reaction

THREADS = 4
PER_THREAD = 100
# For a long run write e.g. TYPEDPROMISE_ROUNDS=10000 pytest tests/core/test_threads.py
ROUNDS = int(os.environ.get("TYPEDPROMISE_ROUNDS", "150"))


@pytest.fixture(autouse=True)
def _switch_often() -> Iterator[None]:
    """Have CPython switch threads as often as it can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


class Race:
    """Threads that start together, and a count of the callbacks that ran."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.ran: Counter[tuple[int, int]] = Counter()
        self._lock = threading.Lock()
        self._barrier = threading.Barrier(THREADS)

    def count(self, thread: int, index: int) -> Callable[[object], None]:
        """Return a handler that counts itself."""

        def handler(_value: object) -> None:
            with self._lock:
                self.ran[thread, index] += 1

        return handler

    def run(self, *bodies: Callable[[int], None]) -> None:
        """Run the bodies, each with its number, on as many threads, and raise what one of them raised."""
        errors: list[BaseException] = []

        def start(number: int) -> None:
            self._barrier.wait(timeout=10)
            try:
                bodies[number % len(bodies)](number)
            except BaseException as error:  # noqa: BLE001 - handed to the test's own thread
                errors.append(error)

        threads = [threading.Thread(target=start, args=(number,)) for number in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=30)
        assert not any(thread.is_alive() for thread in threads), "a thread hangs"
        assert errors == []

    def wrong(self, expected: int) -> dict[tuple[int, int], int]:
        """Return what ran more often than once, or {(-1, -1): n} where n callbacks never ran."""
        doubled = {key: times for key, times in self.ran.items() if times != 1}
        missing = expected - len(self.ran)
        return doubled | ({(-1, -1): missing} if missing else {})


def then_against_resolve() -> tuple[Race, int]:
    """Attach from three threads while the fourth resolves."""
    race = Race()
    resolvers = Resolvers[int]()

    def attach(thread: int) -> None:
        for index in range(PER_THREAD):
            resolvers.promise.then(race.count(thread, index))

    def resolve(thread: int) -> None:
        for index in range(PER_THREAD // 2):
            resolvers.promise.then(race.count(thread, index))
        resolvers.resolve(1)
        for index in range(PER_THREAD // 2, PER_THREAD):
            resolvers.promise.then(race.count(thread, index))

    race.run(attach, attach, attach, resolve)
    return race, THREADS * PER_THREAD


def then_against_adoption() -> tuple[Race, int]:
    """Attach to an inner promise while it is adopted, and settled."""
    race = Race()
    inner, outer = Resolvers[int](), Resolvers[int]()

    def attach(promise: Promise[int]) -> Callable[[int], None]:
        def body(thread: int) -> None:
            for index in range(PER_THREAD):
                promise.then(race.count(thread, index))

        return body

    def adopt(thread: int) -> None:
        attach(outer.promise)(thread)
        outer.resolve(inner.promise)

    def settle(thread: int) -> None:
        attach(inner.promise)(thread)
        inner.resolve(1)

    race.run(attach(inner.promise), attach(outer.promise), adopt, settle)
    return race, THREADS * PER_THREAD


def chains_of_adoption() -> tuple[Race, int]:
    """Link a row of promises in both directions from several threads while handlers are attached along it."""
    race = Race()
    row = [Resolvers[int]() for _ in range(PER_THREAD)]

    def link(numbers: range) -> Callable[[int], None]:
        def body(thread: int) -> None:
            for index in numbers:
                row[index].resolve(row[index + 1].promise)
                row[index].promise.then(race.count(thread, index))

        return body

    def settle(thread: int) -> None:
        row[-1].promise.then(race.count(thread, PER_THREAD))
        row[-1].resolve(1)

    half = PER_THREAD // 2
    race.run(
        link(range(half)), link(range(PER_THREAD - 2, half - 1, -1)), settle, lambda _thread: row[0].promise.wait(10)
    )
    return race, PER_THREAD


def handlers_that_return_promises() -> tuple[Race, int]:
    """Chains whose handlers return promises that other threads settle."""
    race = Race()
    gates = [Resolvers[int]() for _ in range(PER_THREAD)]
    start = Resolvers[int]()

    def build(thread: int) -> None:
        for index, gate in enumerate(gates):
            start.promise.then(lambda _value, gate=gate: gate.promise).then(race.count(thread, index))

    def open_gates(thread: int) -> None:
        for index, gate in enumerate(gates):
            gate.promise.then(race.count(thread, index))
            gate.resolve(index)

    def go(thread: int) -> None:
        start.resolve(0)
        build(thread)

    race.run(build, build, open_gates, go)
    return race, THREADS * PER_THREAD


def first_call_wins() -> tuple[Race, int]:
    """Resolve and reject the same promises from every thread; one outcome each is delivered."""
    race = Race()
    all_resolvers = [Resolvers[int]() for _ in range(PER_THREAD)]
    for index, resolvers in enumerate(all_resolvers):
        resolvers.promise.then(race.count(0, index), race.count(0, index))

    def settle(thread: int) -> None:
        for resolvers in all_resolvers:
            if thread % 2:
                resolvers.resolve(thread)
            else:
                resolvers.reject(ValueError(thread))

    race.run(settle)
    return race, PER_THREAD


def joins() -> tuple[Race, int]:
    """Join promises that other threads settle, by `all` and by `get`."""
    race = Race()
    parts = [Resolvers[int]() for _ in range(PER_THREAD)]

    def join(thread: int) -> None:
        for index in range(10):
            Promise.all([part.promise for part in parts]).then(race.count(thread, index))

    def settle(_thread: int) -> None:
        for part in parts:
            part.resolve(1)

    def wait(_thread: int) -> None:
        for part in parts:
            assert part.promise.get(10) == 1

    race.run(join, join, settle, wait)
    return race, 20


def waiters_that_give_up() -> tuple[Race, int]:
    """Attach and settle while other threads give up waiting for the same promises."""
    race = Race()
    all_resolvers = [Resolvers[int]() for _ in range(PER_THREAD)]

    def give_up(_thread: int) -> None:
        for resolvers in all_resolvers:
            resolvers.promise.wait(0)

    def attach(thread: int) -> None:
        for index, resolvers in enumerate(all_resolvers):
            resolvers.promise.then(race.count(thread, index))

    def settle(thread: int) -> None:
        for index, resolvers in enumerate(all_resolvers):
            resolvers.promise.then(race.count(thread, index))
            resolvers.resolve(1)

    race.run(give_up, give_up, attach, settle)
    return race, 2 * PER_THREAD


def mutual_adoption() -> tuple[Race, int]:
    """Resolve two promises with each other from two threads: one link stands, the other is a circle and rejects."""
    race = Race()
    pairs = [(Resolvers[int](), Resolvers[int]()) for _ in range(PER_THREAD)]

    def adopt(forwards: bool) -> Callable[[int], None]:
        def body(thread: int) -> None:
            for index, pair in enumerate(pairs):
                one, other = pair if forwards else reversed(pair)
                one.promise.then(race.count(thread, index), race.count(thread, index))
                one.resolve(other.promise)

        return body

    def attach(thread: int) -> None:
        for index, pair in enumerate(pairs):
            pair[thread % 2].promise.then(race.count(thread, index), race.count(thread, index))

    race.run(adopt(forwards=True), adopt(forwards=False), attach, attach)
    return race, THREADS * PER_THREAD


def decisions() -> tuple[Race, int]:
    """Decide `any`, `race`, `all` and `all_settled` from all threads at once."""
    race = Race()
    rows = [[Resolvers[int]() for _ in range(THREADS)] for _ in range(PER_THREAD // 4)]
    joins = [Promise.any, Promise.race, Promise.all, Promise.all_settled]
    for index, row in enumerate(rows):
        for number, join in enumerate(joins):
            join([part.promise for part in row]).then(race.count(number, index), race.count(number, index))

    def settle(thread: int) -> None:
        for index, row in enumerate(rows):
            # Rows of one fulfilled and three rejected, of two and two, of four rejected.
            if thread < index % 3:
                row[thread].resolve(thread)
            else:
                row[thread].reject(ValueError(thread))

    race.run(settle)
    return race, len(joins) * len(rows)


def rejections_that_are_handled_at_once() -> tuple[Race, int]:
    """Reject while others attach handlers: each rejection is handled, so none is reported (see conftest)."""
    race = Race()
    all_resolvers = [Resolvers[int]() for _ in range(PER_THREAD)]

    def attach(thread: int) -> None:
        for index, resolvers in enumerate(all_resolvers):
            resolvers.promise.catch(race.count(thread, index))

    def reject(_thread: int) -> None:
        for resolvers in all_resolvers:
            resolvers.reject(ValueError(1))

    race.run(attach, attach, attach, reject)
    return race, (THREADS - 1) * PER_THREAD


def traversals() -> tuple[Race, int]:
    """Go through values whose handlers wait for what other threads settle, some with a rejection."""
    race = Race()
    gates = [Resolvers[int]() for _ in range(PER_THREAD)]
    for number in range(4):
        part = gates[number * 10 : number * 10 + 40]
        Promise.map(part, lambda gate: gate.promise, concurrency=None if number == 0 else number).then(
            race.count(0, number), race.count(0, number)
        )

    def settle(thread: int) -> None:
        for index, gate in enumerate(gates):
            if index < 50:
                gate.resolve(thread)
            else:
                gate.reject(ValueError(index))

    race.run(settle)
    for gate in gates:
        gate.promise.catch(lambda _error: None)  # those that no traversal has come to
    return race, 4


def time_limits() -> tuple[Race, int]:
    """Settle promises while their time is up: each follower settles, once."""
    race = Race()
    all_resolvers = [Resolvers[int]() for _ in range(PER_THREAD)]
    limited = [resolvers.promise.timeout(0.0001 * index) for index, resolvers in enumerate(all_resolvers)]
    followers = [promise.then(race.count(0, index), race.count(0, index)) for index, promise in enumerate(limited)]

    def settle(_thread: int) -> None:
        for resolvers in all_resolvers:
            resolvers.resolve(1)

    race.run(settle)
    for follower in followers:
        follower.get(10)
    return race, PER_THREAD


SHAPES = [
    then_against_resolve, then_against_adoption, chains_of_adoption, handlers_that_return_promises, first_call_wins,
    joins, waiters_that_give_up, mutual_adoption, decisions, rejections_that_are_handled_at_once, traversals,
    time_limits,
]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_callback_runs_exactly_once(shape: Callable[[], tuple[Race, int]]) -> None:
    """Under a thread switch every microsecond each callback runs once and none is lost."""
    for _ in range(ROUNDS):
        race, expected = shape()

        assert race.wrong(expected) == {}


@pytest.mark.skipif(compiled, reason="what is compiled calls no patched function")
def test_the_race_finds_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a call between looking at the state and storing the reaction, the race loses callbacks: it can fail."""

    def attach_with_a_gap(source: settlement.Cell, reaction: Reaction) -> None:
        if source._state == settlement.AWAITED:
            # Without a GIL it may have settled even between these two looks: then that is the gap, and the loss.
            reactions = source._reaction or []
            for _ in range(20):  # each turn is a chance to switch
                threading.get_ident()
            reactions.append(reaction)
        else:
            settlement.attach(source, reaction)

    monkeypatch.setattr(chaining, "attach", attach_with_a_gap)

    def found() -> bool:
        race, expected = then_against_resolve()
        return race.wrong(expected) != {}

    assert any(found() for _ in range(300))


def test_a_thread_does_not_inherit_the_queue_of_one_that_has_ended() -> None:
    """The system gives the identifier of a thread that has ended to another, which starts with a queue of its own."""
    queues: list[tuple[int, JobQueue]] = []

    def look() -> None:
        queue = current_queue()
        assert current_queue() is queue
        queues.append((threading.get_ident(), queue))

    for _ in range(20):
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()

    identifiers = [identifier for identifier, _ in queues]
    assert len(set(identifiers)) < len(identifiers), "no identifier came again, so this shows nothing"
    assert len({id(queue) for _, queue in queues}) == len(queues)
