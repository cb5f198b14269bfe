"""`await promise` gives the value, and a promise is taken wherever an awaitable is."""

from collections.abc import Awaitable
from typing import assert_type

from twisted.internet.defer import Deferred, gatherResults

from .. import world
from ..world import User


async def a_promise(n: Deferred[int]) -> None:
    assert_type(await n, int)


async def a_chain(n: Deferred[int]) -> None:
    assert_type(await n.addCallback(world.fetch), str)


async def a_chain_with_a_catch(n: Deferred[int]) -> None:
    assert_type(await n.addErrback(lambda e: None), int | None)


async def an_optional_value(user: Deferred[User | None]) -> None:
    found = await user
    assert_type(found.name if found else "", str)


async def a_combinator_of_a_list(promises: list[Deferred[int]]) -> None:
    assert_type(await gatherResults(promises), list[int])


async def as_an_awaitable(n: Deferred[int]) -> None:
    waiting: Awaitable[int] = n
    assert_type(await waiting, int)


async def in_a_comprehension(promises: list[Deferred[int]]) -> None:
    assert_type([await p for p in promises], list[int])


async def in_an_expression(n: Deferred[int]) -> None:
    assert_type(await n + 1, int)
