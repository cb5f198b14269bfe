"""Classes derived from `Promise` that have an `__init__` of their own."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import InvalidStateError, Promise


class Forgetful(Promise[int]):
    """Forgets the constructor it has."""

    def __init__(self, name: str) -> None:  # pyright: ignore[reportMissingSuperCall]
        self.name = name


class Named(Promise[int]):
    """Does not."""

    def __init__(self, name: str, value: int) -> None:
        self.name = name
        super().__init__(lambda resolve, reject: resolve(value))


class Between(Named):
    """Forgets that of a class which does not forget."""

    def __init__(self) -> None:  # pyright: ignore[reportMissingSuperCall]
        self.name = "between"


class Below(Named):
    """Has more arguments, and passes them on."""

    def __init__(self, *, value: int) -> None:
        super().__init__("below", value)


MAKERS = {"Forgetful": lambda: Forgetful("a"), "Between": Between}


@pytest.mark.parametrize("name", MAKERS)
def test_a_constructor_that_forgets_ours_is_told_what_to_write(name: str, host: Host[Any]) -> None:
    """Whatever is done with the promise gives an error that names the class and the call, and none of our slots."""
    told: list[Exception] = []

    host(lambda: [MAKERS[name]().catch(told.append), Promise.all([MAKERS[name]()]).catch(told.append)])

    assert len(told) == 2
    for error in told:
        assert isinstance(error, InvalidStateError)
        assert f"{name}.__init__() has not called Promise.__init__()" in str(error)
        assert "write super().__init__(executor)" in str(error)
    assert "rejected with InvalidStateError" in repr(MAKERS[name]())


def test_get_raises_it() -> None:
    """`get()` does not wait for what nothing could decide."""
    with pytest.raises(InvalidStateError, match=r"Forgetful\.__init__\(\) has not called"):
        Forgetful("a").get()


def test_a_constructor_that_calls_ours_makes_a_promise_as_ever() -> None:
    """Arguments, by place and by name, come to every `__init__`; the promise starts pending."""
    assert (Named("a", 1).get(), Named("a", 1).name) == (1, "a")
    assert (Below(value=2).get(), Below(value=2).name) == (2, "below")


def test_a_class_statement_may_have_keywords_for_another_base() -> None:
    """What `class C(Promise, Mixin, label=...)` says comes to the mixin, and so do the arguments of its `__new__`."""

    class Mixin:
        label = "none"
        made_with: object = None

        def __init_subclass__(cls, *, label: str = "none", **kwargs: Any) -> None:
            super().__init_subclass__(**kwargs)
            cls.label = label

        def __new__(cls, *args: Any) -> Any:
            made = super().__new__(cls)
            made.made_with = args
            return made

    class Labelled(Mixin, Promise[int], label="mine"):
        def __init__(self, value: int) -> None:
            super().__init__(lambda resolve, reject: resolve(value))  # type: ignore[call-arg, misc]

    promise = Labelled(3)

    assert (promise.label, promise.made_with, promise.get()) == ("mine", (3,), 3)
