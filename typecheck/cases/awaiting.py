"""`await promise` gives the value, and a promise is taken wherever an awaitable is."""

import asyncio
from collections.abc import Awaitable
from typing import assert_type

from typedpromise import Promise

from .. import world
from ..world import User


async def a_promise(n: Promise[int]) -> None:
    assert_type(await n, int)


async def a_chain(n: Promise[int]) -> None:
    assert_type(await n.then(world.fetch), str)


async def a_chain_with_a_catch(n: Promise[int]) -> None:
    assert_type(await n.catch(lambda e: None), int | None)


async def an_optional_value(user: Promise[User | None]) -> None:
    found = await user
    assert_type(found.name if found else "", str)


async def a_combinator(n: Promise[int], s: Promise[str]) -> None:
    assert_type(await Promise.all(n, s), tuple[int, str])


async def a_combinator_into_names(n: Promise[int], s: Promise[str]) -> None:
    number, text = await Promise.all(n, s)
    assert_type(number, int)
    assert_type(text, str)


async def a_combinator_of_a_list(promises: list[Promise[int]]) -> None:
    assert_type(await Promise.all(promises), list[int])


async def in_gather(n: Promise[int], s: Promise[str]) -> None:
    # Not the whole: typeshed calls it a tuple, at run time it is a list.
    number, text = await asyncio.gather(n, s)
    assert_type(number, int)
    assert_type(text, str)


async def in_wait_for(n: Promise[int]) -> None:
    assert_type(await asyncio.wait_for(n, 1), int)


async def in_ensure_future(n: Promise[int]) -> None:
    assert_type(await asyncio.ensure_future(n), int)


async def in_shield(n: Promise[int]) -> None:
    assert_type(await asyncio.shield(n), int)


async def as_an_awaitable(n: Promise[int]) -> None:
    waiting: Awaitable[int] = n
    assert_type(await waiting, int)


async def in_a_comprehension(promises: list[Promise[int]]) -> None:
    assert_type([await p for p in promises], list[int])


async def in_an_expression(n: Promise[int]) -> None:
    assert_type(await n + 1, int)


async def a_subclass(traced: world.Traced[int]) -> None:
    assert_type(await traced, int)
