"""`await asyncio.gather(...)` gives the values."""

from asyncio import Future, gather
from typing import assert_type


async def a_combinator(n: Future[int], s: Future[str]) -> None:
    assert_type(await gather(n, s), tuple[int, str])


async def a_combinator_into_names(n: Future[int], s: Future[str]) -> None:
    number, text = await gather(n, s)
    assert_type(number, int)
    assert_type(text, str)


async def a_combinator_of_a_list(promises: list[Future[int]]) -> None:
    assert_type(await gather(*promises), list[int])
