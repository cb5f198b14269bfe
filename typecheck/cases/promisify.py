"""`promisify(function)`: the same arguments, and a promise of the result."""

from typing import assert_type

from typedpromise import Promise, promisify

from .. import world
from ..world import User


def a_function(_: int) -> None:
    assert_type(promisify(world.read)(1), Promise[bytes])


def a_function_with_a_keyword(_: int) -> None:
    assert_type(promisify(world.read)(1, mode="b"), Promise[bytes])


def an_async_function(_: int) -> None:
    assert_type(promisify(world.read_soon)(1), Promise[bytes])


def a_function_that_returns_a_promise(_: int) -> None:
    assert_type(promisify(world.read_later)(1), Promise[bytes])


def a_function_that_returns_a_value_or_a_promise(_: int) -> None:
    assert_type(promisify(world.cached)(1), Promise[str])


def a_function_that_returns_a_future_of_an_executor(_: int) -> None:
    assert_type(promisify(world.pooled)(1), Promise[str])


def a_function_that_returns_none(_: int) -> None:
    assert_type(promisify(world.log)(1), Promise[None])


def a_generic_function(_: int) -> None:
    assert_type(promisify(world.same)(1), Promise[int])


def a_generic_function_that_wraps(_: int) -> None:
    assert_type(promisify(world.listed)(1), Promise[list[int]])


def an_overloaded_function(_: int) -> None:
    assert_type(promisify(world.flip)(1), Promise[str])


def an_overloaded_function_by_its_second_form(_: int) -> None:
    assert_type(promisify(world.flip)("a"), Promise[int])


def a_lambda(_: int) -> None:
    assert_type(promisify(lambda: 1)(), Promise[int])


def a_class(_: int) -> None:
    assert_type(promisify(User)(1, "ada"), Promise[User])


def a_bound_method(user: User) -> None:
    assert_type(promisify(user.greet)(1), Promise[str])


def a_builtin(_: int) -> None:
    assert_type(promisify(len)([1]), Promise[int])


def as_a_decorator(_: int) -> None:
    @promisify
    def halved(n: int) -> float:
        return n / 2

    assert_type(halved(3), Promise[float])


def as_a_decorator_of_an_async_function(_: int) -> None:
    @promisify
    async def halved(n: int) -> float:
        return n / 2

    assert_type(halved(3), Promise[float])


def as_a_decorator_of_a_method(_: int) -> None:
    class Shop:
        @promisify
        def price(self, article: str) -> float:
            return float(len(article))

    assert_type(Shop().price("tea"), Promise[float])


def as_a_decorator_of_an_async_method(_: int) -> None:
    class Shop:
        @promisify
        async def price(self, article: str, *, taxed: bool = False) -> float:
            return float(len(article))

    assert_type(Shop().price("tea", taxed=True), Promise[float])


def as_a_decorator_of_a_static_method(_: int) -> None:
    class Shop:
        @staticmethod
        @promisify
        def price(article: str) -> float:
            return float(len(article))

    assert_type(Shop.price("tea"), Promise[float])


def as_a_handler(n: Promise[int]) -> None:
    assert_type(n.then(promisify(world.read)), Promise[bytes])
