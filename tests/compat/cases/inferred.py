"""What mypy with the plugin infers of compat, where mypy alone gives the common base or an error."""

from __future__ import annotations

from typing import TypeVar, assert_type

from typedpromise.compat import Promise, promise_for_dict, promisify

T = TypeVar("T")


def number_or_text(number: int) -> int | str:
    """Return one of two types."""
    return number or "none"


def number_or_promise(number: int) -> int | Promise[str]:
    """Return a value or a promise of another type."""
    return number or Promise.resolve("none")


def perhaps(number: int) -> Promise[str] | None:
    """Return a promise or nothing."""
    return Promise.resolve("one") if number else None


async def deep(number: int) -> Promise[str]:
    """Return a promise from an async function."""
    return Promise.resolve(str(number))


def saved(error: Exception) -> bytes | float:
    """Return one of two types for an error."""
    return str(error).encode() or 1.5


def first(items: list[T]) -> T | Promise[T]:
    """Return the first item."""
    return items[0]


def use(n: Promise[int], s: Promise[str]) -> None:
    """Ask of each method that compat overrides."""
    assert_type(n.then(number_or_text), Promise[int | str])
    assert_type(n.then(lambda number: number_or_text(number + 1)), Promise[int | str])
    assert_type(n.then(number_or_promise), Promise[int | str])
    assert_type(n.then(perhaps), Promise[str | None])
    assert_type(n.then(deep), Promise[str])
    assert_type(n.then(lambda _: n.then(lambda _: s)), Promise[str])
    assert_type(n.then(number_or_text, saved), Promise[int | str | bytes | float])
    assert_type(n.catch(saved), Promise[int | bytes | float])
    assert_type(n.catch(KeyError, lambda error: error), Promise[int | KeyError])
    assert_type(n.catch((KeyError, OSError), lambda error: error), Promise[int | KeyError | OSError])
    assert_type(Promise.resolve(number_or_promise(1)), Promise[int | str])
    assert_type(Promise.all([n, s]), Promise[list[int | str]])
    assert_type(Promise.all((n, s)), Promise[list[int | str]])
    assert_type(Promise.all([n.then(lambda number: [number]), s]), Promise[list[list[int] | str]])
    assert_type(Promise.for_dict({"a": n, "b": s}), Promise[dict[str, int | str]])
    assert_type(promise_for_dict({"a": n, "b": s}), Promise[dict[str, int | str]])
    assert_type(promisify(number_or_promise)(1), Promise[int | str])
    assert_type(Promise.promisify(perhaps)(1), Promise[str | None])
    assert_type(Promise.safe(deep)(1), Promise[str])
    assert_type(promisify(first)([1]), Promise[int])
    assert_type(Promise(lambda resolve, _: resolve(1)), Promise[int])
