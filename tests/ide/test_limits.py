"""What a server gets wrong without this library too, so that its gap is no fault of our types.

A limit that is gone fails here; its lines in `gaps/` go with it.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .editor import Editor
from .positions import Place

_UNCLOSED = """
def show(text: str) -> None:
    print(text.$0

def other() -> None: ...
"""
_OVERLOADS = """
from collections.abc import Awaitable, Callable
from typing import TypeVar, overload

T = TypeVar("T")
U = TypeVar("U")

@overload
def mapped(values: list[T], fn: Callable[[T], Awaitable[U]]) -> list[U]: ...
@overload
def mapped(values: list[T], fn: Callable[[T], U]) -> list[U]: ...
def mapped(values: object, fn: object) -> object: ...

mapped(["a"], lambda text: text.$0)
"""
_REDUCE = "import functools\nfunctools.reduce(lambda text, n: {}.$0, [1], 'a')"

# By server: where no member of the value is offered, and one that should be.
COMPLETIONS = [
    *((server, _REDUCE.format("n"), "bit_length") for server in ("pyright", "basedpyright")),
    *((server, _REDUCE.format("text"), "upper") for server in ("pyright", "basedpyright", "ty")),
    *((server, _UNCLOSED, "upper") for server in ("pyrefly", "ty")),
    ("ty", _OVERLOADS, "upper"),
]


@pytest.mark.parametrize(("server", "source", "member"), COMPLETIONS)
def test_a_server_offers_no_member(editors: Mapping[str, Editor], server: str, source: str, member: str) -> None:
    """A completion that lacks with our types lacks with functions that have nothing to do with them."""
    assert member not in editors[server].completions(Place.marked(source))


def test_pyrefly_shows_nothing_for_the_parameter_of_a_lambda(editors: Mapping[str, Editor]) -> None:
    """A pointer on the parameter of a lambda gets no type from pyrefly, and gets it from pyright."""
    place = Place.marked("shown = list(map(lambda te$0xt: text.upper(), ['a']))")

    assert "str" not in editors["pyrefly"].hover(place)
    assert "str" in editors["pyright"].hover(place)
