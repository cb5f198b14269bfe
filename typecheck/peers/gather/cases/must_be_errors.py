"""What a checker must refuse, because it would fail at run time."""

from asyncio import Future, gather


def all_of_a_dict(by_name: dict[str, Future[int]]) -> None:
    gather(by_name)  # E[error]


def all_of_a_string(_: int) -> None:
    gather("abc")  # E[error]


def all_of_a_number(_: int) -> None:
    gather(42)  # E[error]


def all_with_a_plain_value_among_promises(n: Future[int]) -> None:
    gather(n, 42)  # E[error]
