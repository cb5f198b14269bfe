"""`Promise.all`: a tuple for promises given one by one or in a tuple, a list for any other iterable."""

from collections.abc import Iterable, Iterator
from typing import assert_type

from twisted.internet.defer import Deferred, gatherResults

from .. import world
from ..world import User

# Any other iterable.


def a_list(n: Deferred[int]) -> None:
    assert_type(gatherResults([n, n]), Deferred[list[int]])


def a_list_in_a_variable(promises: list[Deferred[int]]) -> None:
    assert_type(gatherResults(promises), Deferred[list[int]])


def a_list_of_two_types(n: Deferred[int], s: Deferred[str]) -> None:
    assert_type(gatherResults([n, s]), Deferred[list[int | str]])


def a_list_declared_with_two_types(promises: list[Deferred[int] | Deferred[str]]) -> None:
    assert_type(gatherResults(promises), Deferred[list[int | str]])


def a_list_of_chains(n: Deferred[int]) -> None:
    assert_type(gatherResults([n.addCallback(lambda x: str(x)), n.addCallback(str)]), Deferred[list[str]])


def a_set(n: Deferred[int]) -> None:
    assert_type(gatherResults({n}), Deferred[list[int]])


def a_generator(_: int) -> None:
    assert_type(gatherResults((world.fetch(i) for i in range(3))), Deferred[list[str]])


def a_comprehension(_: int) -> None:
    assert_type(gatherResults([world.fetch(i) for i in range(3)]), Deferred[list[str]])


def a_map(_: int) -> None:
    assert_type(gatherResults(map(world.fetch, [1, 2])), Deferred[list[str]])


def an_iterable(promises: Iterable[Deferred[int]]) -> None:
    assert_type(gatherResults(promises), Deferred[list[int]])


def an_iterator(promises: Iterator[Deferred[int]]) -> None:
    assert_type(gatherResults(promises), Deferred[list[int]])


def the_values_of_a_dict(by_name: dict[str, Deferred[int]]) -> None:
    assert_type(gatherResults(by_name.values()), Deferred[list[int]])


def a_list_of_optional_values(promises: list[Deferred[User | None]]) -> None:
    assert_type(gatherResults(promises), Deferred[list[User | None]])
