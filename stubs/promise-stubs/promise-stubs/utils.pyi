# `promise.utils`: what Python 2 called otherwise, and a decorator that warns.

from collections.abc import Callable
from typing import TypeVar

from typing_extensions import ParamSpec

_P = ParamSpec("_P")
_R = TypeVar("_R")

def warn(msg: str) -> None: ...

# Not `typing_extensions.deprecated`: it warns on every call, whatever the filters say.
class deprecated:
    reason: str
    name: str | None
    def __init__(self, reason: str, name: str | None = None) -> None: ...
    def __call__(self, cls_or_func: Callable[_P, _R]) -> Callable[_P, _R]: ...

PY2: bool
PY3: bool
string_types: tuple[type[str]]
integer_types: tuple[type[int]]
class_types: tuple[type[type]]
text_type = str
binary_type = bytes
