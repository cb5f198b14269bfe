"""`promisify(function)`: the same arguments, and a promise of the result."""

from typing import Never, assert_type

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


def as_a_decorator_of_a_class_method(_: int) -> None:
    class Shop:
        @classmethod
        @promisify
        def price(cls, article: str) -> float:
            return float(len(article))

    assert_type(Shop.price("tea"), Promise[float])


def as_a_decorator_of_an_async_class_method(_: int) -> None:
    class Shop:
        @classmethod
        @promisify
        async def price(cls, article: str, *, taxed: bool = False) -> float:
            return float(len(article))

    assert_type(Shop().price("tea", taxed=True), Promise[float])


def as_a_decorator_of_an_async_static_method(_: int) -> None:
    class Shop:
        @staticmethod
        @promisify
        async def price(article: str) -> float:
            return float(len(article))

    assert_type(Shop().price("tea"), Promise[float])


def as_a_decorator_of_a_function_that_returns_a_promise(_: int) -> None:
    @promisify
    def fetched(n: int) -> Promise[str]:
        return world.fetch(n)

    assert_type(fetched(3), Promise[str])


def as_a_decorator_of_a_method_that_returns_a_promise(_: int) -> None:
    class Shop:
        @promisify
        def label(self, n: int) -> Promise[str]:
            return world.fetch(n)

    assert_type(Shop().label(3), Promise[str])


def the_parameters_are_kept(_: int) -> None:
    @promisify
    def priced(article: str, /, amount: int = 1, *more: str, taxed: bool = False, **notes: str) -> float:
        return float(amount)

    assert_type(priced("tea", 2, "cup", taxed=True, note="hot"), Promise[float])


def a_method_of_the_class_called_on_an_object(user: User) -> None:
    assert_type(promisify(User.greet)(user, 1), Promise[str])


def a_callable_object(_: int) -> None:
    assert_type(promisify(world.Labeller())(1), Promise[str])


def a_callable_object_whose_call_is_a_coroutine(_: int) -> None:
    assert_type(promisify(world.AsyncLabeller())(1), Promise[str])


def a_function_that_returns_an_optional(_: int) -> None:
    assert_type(promisify(world.maybe_text)(1), Promise[str | None])


def a_function_that_only_raises(_: int) -> None:
    assert_type(promisify(world.fail)(1), Promise[Never])
