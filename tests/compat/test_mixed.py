"""`promise` 2.3 and typedpromise in one program, both classes alive: nothing is lost at the border."""

from __future__ import annotations

import typing

import promise
import pytest

import typedpromise
from typedpromise import compat

Old: typing.Any = promise.Promise
OURS = [typedpromise.Promise, compat.Promise]


@pytest.mark.parametrize("ours", OURS)
def test_theirs_is_adopted_by_ours(ours: typing.Any) -> None:
    """A promise of 2.3, pending or settled, is waited for where it is given as a value."""
    pending = Old()
    from_handler = ours.resolve(1).then(lambda _: pending)
    from_resolve = ours.resolve(pending)
    from_executor = ours(lambda resolve, _: resolve(pending))
    joined = ours.all([pending, Old.resolve(2)])

    pending.do_resolve("late")

    assert [p.get(5) for p in (from_handler, from_resolve, from_executor)] == ["late"] * 3
    assert list(joined.get(5)) == ["late", 2]


@pytest.mark.parametrize("ours", OURS)
def test_a_rejection_of_theirs_is_ours(ours: typing.Any) -> None:
    """Its reason arrives, the very exception."""
    error = KeyError("k")

    assert ours.resolve(1).then(lambda _: Old.reject(error)).catch(lambda e: e).get(5) is error


@pytest.mark.parametrize("ours", OURS)
def test_ours_is_a_value_to_theirs(ours: typing.Any) -> None:
    """2.3 knows no promises but its own, so it hands ours on as a value, with which one can go on."""
    made = ours.resolve(1)

    assert not promise.is_thenable(made)
    assert Old.resolve(made).get() is made
    assert Old.resolve(0).then(lambda _: made).get().get() == 1


@pytest.mark.parametrize("ours", OURS)
def test_ours_is_handed_to_theirs_by_its_then(ours: typing.Any) -> None:
    """`promise.Promise(ours.then)` is the bridge: value and reason arrive."""
    error = KeyError("k")

    assert Old(ours.resolve(1).then).get(5) == 1
    assert Old(ours.reject(error).then).catch(lambda e: e).get(5) is error


def test_each_class_is_told_from_the_other() -> None:
    """`isinstance` and `is_thenable` of compat say what is what."""
    assert not isinstance(Old.resolve(1), typedpromise.Promise)
    assert not isinstance(compat.Promise.resolve(1), Old)
    assert compat.is_thenable(Old.resolve(1))
    assert compat.is_thenable(Old) is False


def test_a_loader_takes_theirs() -> None:
    """A batch function may return a promise of 2.3, and the loader of 2.3 refuses ours with an error."""
    from promise.dataloader import DataLoader as OldLoader

    from typedpromise.compat.dataloader import DataLoader

    assert DataLoader(Old.resolve).load(1).get(5) == 1
    refused = OldLoader(compat.Promise.resolve).load(1)
    assert "did not return a Promise" in str(refused.reason)
