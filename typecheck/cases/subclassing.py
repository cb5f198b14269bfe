"""A subclass of `Promise` keeps its methods; a chain from it is a plain `Promise` (Python has no higher-kinded types)."""

from typing import Generic, TypeVar, assert_type

from typedpromise import Promise

from .. import world
from ..world import Traced

T_co = TypeVar("T_co", covariant=True)


class Download(Promise[bytes]):
    """A promise of one type."""

    def cancel(self) -> bool:
        return False


class Page(Traced[T_co], Generic[T_co]):
    """A subclass of a subclass."""

    number: int = 1


def its_own_method(traced: Traced[int]) -> None:
    assert_type(traced.trace(), str)


def a_chain_from_it_is_a_plain_promise(traced: Traced[int]) -> None:
    assert_type(traced.then(str), Promise[str])


def a_catch_from_it_is_a_plain_promise(traced: Traced[int]) -> None:
    assert_type(traced.catch(lambda e: None), Promise[int | None])


def made_by_an_executor(_: int) -> None:
    assert_type(Traced[int](lambda resolve, reject: resolve(1)), Traced[int])


def made_by_a_function(_: int) -> None:
    assert_type(Traced(world.start), Traced[int])


def a_subclass_of_one_type(download: Download) -> None:
    assert_type(download.then(len), Promise[int])


def a_subclass_of_one_type_keeps_its_method(download: Download) -> None:
    assert_type(download.cancel(), bool)


def a_subclass_of_a_subclass(page: Page[str]) -> None:
    assert_type(page.then(len), Promise[int])


def resolve_on_a_subclass_makes_a_plain_promise(_: int) -> None:
    assert_type(Traced.resolve(1), Promise[int])


def all_on_a_subclass_makes_a_plain_promise(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Traced.all(n, s), Promise[tuple[int, str]])


def a_mixed_list_of_subclasses(traced: Traced[int], download: Download) -> None:
    assert_type(Promise.all(traced, download), Promise[tuple[int, bytes]])


def a_class_that_holds_a_promise(_: int) -> None:
    class Job:
        def __init__(self) -> None:
            self.result = Promise.resolve(1).then(str)

    assert_type(Job().result, Promise[str])


def a_method_that_returns_a_promise(_: int) -> None:
    class Repository(Generic[world.X]):
        def __init__(self, first: world.X) -> None:
            self._first = first

        def load(self) -> Promise[world.X]:
            return Promise.resolve(self._first)

    assert_type(Repository(1).load().then(lambda x: [x]), Promise[list[int]])


def a_method_of_a_subclass_that_chains(traced: Traced[int]) -> None:
    class Named(Promise[T_co]):
        def named(self) -> Promise[tuple[str, T_co]]:
            def named(value: world.X) -> tuple[str, world.X]:
                return "name", value

            return self.then(named)

    assert_type(Named[int](lambda resolve, reject: resolve(1)).named(), Promise[tuple[str, int]])
