"""Lists of unlike promises that are joined (`# E`), and joins that are fine."""

from typing import Any

from typedpromise import Promise


class Job(Promise[int]):
    """A promise of one's own class is a promise."""


def name(user: int) -> Promise[str]:
    raise NotImplementedError


def age(user: int) -> Promise[int]:
    raise NotImplementedError


def joins(job: Job, untyped: Any, more: list[Promise[int]], unknown: Promise[Any]) -> object:
    return [
        Promise.all([name(1), age(1)]),  # E
        Promise.all([job, name(1), age(1)]),  # E
        Promise.all([name(1), name(1).then(len)]),  # E
        Job.all([name(1), age(1)]),  # E
        Promise.all(name(1), age(1)),
        Promise.all((name(1), age(1))),
        Promise.all([name(1), name(2)]),
        Promise.all([job, age(1)]),
        Promise.all([name(1)]),
        Promise.all([]),
        Promise.all([name(user) for user in range(3)]),
        Promise.all([name(1), *more]),
        Promise.all([name(1), untyped]),
        Promise.all([name(1), unknown]),
        Promise.race([name(1), age(1)]),
        all([name(1), age(1)]),
    ]


def ignored() -> object:
    return Promise.all([name(1), age(1)])  # type: ignore[all-list-literal]
