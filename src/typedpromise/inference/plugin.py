"""The hooks that mypy asks for: which function of this package serves which of the library's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mypy.nodes import TypeInfo
from mypy.plugin import Plugin

from .answers import Answers
from .executor import compat_result, executor_result, executor_signature
from .handlers import catch_result, catch_signature, form_signature, handler_result, handler_signature, tap_catch_result
from .joins import join_result, join_signature
from .names import (
    CHAIN,
    COMPAT,
    FOR_DICT_23,
    FOR_DICT_COMPAT,
    PROMISE,
    PROMISE_23,
    PROMISIFY,
    PROMISIFY_23,
    PROMISIFY_COMPAT,
    STUBS_23,
)
from .promisified import promisify_result
from .props import props_result, props_signature
from .traversals import map_result, reduce_signature, traversal_signature

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mypy.nodes import MypyFile
    from mypy.options import Options
    from mypy.plugin import FunctionContext, FunctionSigContext, MethodContext, MethodSigContext
    from mypy.types import FunctionLike, Type

    _FunctionSigHook = Callable[[FunctionSigContext], FunctionLike]
    _FunctionHook = Callable[[FunctionContext], Type]
    _MethodSigHook = Callable[[MethodSigContext], FunctionLike]
    _MethodHook = Callable[[MethodContext], Type]

_JOINS = ("all", "all_settled", "any", "race", "as_completed")

SIGNATURES: Mapping[str, _MethodSigHook] = {
    "then": handler_signature,
    "catch": catch_signature,
    "tap_catch": catch_signature,
    "resolve": handler_signature,
    "try_": form_signature,
    "map": traversal_signature,
    "filter": traversal_signature,
    "each": traversal_signature,
    "reduce": reduce_signature,
    "props": props_signature,
    **{name: partial(join_signature, method=name) for name in _JOINS},
}
RESULTS: Mapping[str, _MethodHook] = {
    "then": handler_result,
    "catch": catch_result,
    "tap_catch": tap_catch_result,
    "resolve": handler_result,
    "try_": handler_result,
    "map": map_result,
    "props": props_result,
    **{name: partial(join_result, method=name) for name in _JOINS},
}

# PyPI's `promise` 2.3, where the stubs for it are installed: the types that it brings itself have too little to go by.
SIGNATURES_23: Mapping[str, _MethodSigHook] = {
    "then": handler_signature,
    "catch": handler_signature,
    **dict.fromkeys(("resolve", "cast", "fulfilled"), handler_signature),
    **dict.fromkeys(("promisify", "safe"), form_signature),
    "all": partial(join_signature, method="all", listed=True),
    "for_dict": props_signature,
}
RESULTS_23: Mapping[str, _MethodHook] = {
    "then": handler_result,
    "catch": handler_result,
    **dict.fromkeys(("resolve", "cast", "fulfilled"), handler_result),
    **dict.fromkeys(("promisify", "safe"), promisify_result),
    "all": partial(join_result, method="all", listed=True),
    "for_dict": props_result,
}
# What `typedpromise.compat` overrides has the forms of 2.3, but that its `catch` takes classes; the rest is inherited.
SIGNATURES_COMPAT: Mapping[str, _MethodSigHook] = {**SIGNATURES_23, "catch": catch_signature}
RESULTS_COMPAT: Mapping[str, _MethodHook] = {**RESULTS_23, "catch": catch_result}

# By the class that defines the method.
_SIGNATURES_OF = {PROMISE: SIGNATURES, COMPAT: SIGNATURES_COMPAT, PROMISE_23: SIGNATURES_23}
_RESULTS_OF = {PROMISE: RESULTS, COMPAT: RESULTS_COMPAT, PROMISE_23: RESULTS_23}
_NAMES = SIGNATURES.keys() | SIGNATURES_23.keys()


class Inference(Plugin):
    """Gives mypy the hooks, for `Promise` and for classes that inherit from it, and for nothing else.

    The first plugin that has a hook for a function wins, so one too many would switch off mypy's own.
    """

    def __init__(self, options: Options) -> None:
        """Take the options of the run from mypy."""
        super().__init__(options)
        # mypy asks for every call in every file, and most names come up again and again.
        self.function_signatures: Answers[_FunctionSigHook] = Answers(self._function_signature)
        self.functions: Answers[_FunctionHook] = Answers(self._function)
        self.method_signatures: Answers[_MethodSigHook] = Answers(self._method_signature)
        self.methods: Answers[_MethodHook] = Answers(self._method_result)

    def get_function_signature_hook(self, fullname: str) -> _FunctionSigHook | None:
        """Return the hook for `Promise(...)`, `promisify(...)` and `promise_for_dict(...)`."""
        return self.function_signatures[fullname]

    def get_function_hook(self, fullname: str) -> _FunctionHook | None:
        """Return the hook for `Promise(...)`, `promisify(...)` and `promise_for_dict(...)`."""
        return self.functions[fullname]

    def get_method_signature_hook(self, fullname: str) -> _MethodSigHook | None:
        """Return the hook for a method of `Promise`."""
        return self.method_signatures[fullname]

    def get_method_hook(self, fullname: str) -> _MethodHook | None:
        """Return the hook for a method of `Promise`."""
        return self.methods[fullname]

    def get_additional_deps(self, file: MypyFile) -> list[tuple[int, str, int]]:  # noqa: ARG002  # mypy's signature
        """Take note that a module was read again, and that what was a class may be none now."""
        for answers in (self.function_signatures, self.functions, self.method_signatures, self.methods):
            answers.clear()
        return []

    def _function_signature(self, fullname: str) -> _FunctionSigHook | None:
        if fullname in (PROMISIFY, PROMISIFY_COMPAT) or (fullname == PROMISIFY_23 and self._has_stubs_23()):
            return form_signature
        if fullname == FOR_DICT_COMPAT or (fullname == FOR_DICT_23 and self._has_stubs_23()):
            return props_signature
        return executor_signature if self._makes_promise(fullname) else None

    def _function(self, fullname: str) -> _FunctionHook | None:
        if fullname in (PROMISIFY, PROMISIFY_COMPAT) or (fullname == PROMISIFY_23 and self._has_stubs_23()):
            return promisify_result
        if fullname == FOR_DICT_COMPAT or (fullname == FOR_DICT_23 and self._has_stubs_23()):
            return props_result
        if fullname == COMPAT:
            return compat_result
        return executor_result if self._makes_promise(fullname) else None

    def _method_signature(self, fullname: str) -> _MethodSigHook | None:
        owner, name = self._method(fullname)
        return _SIGNATURES_OF[owner].get(name) if owner else None

    def _method_result(self, fullname: str) -> _MethodHook | None:
        owner, name = self._method(fullname)
        return _RESULTS_OF[owner].get(name) if owner else None

    def _method(self, fullname: str) -> tuple[str, str]:
        """Return the class and the name of a method, if a `Promise` itself defines it; else empty words."""
        owner, _, name = fullname.rpartition(".")
        if name not in _NAMES:
            return "", ""
        if owner != PROMISE:
            info = self._class(owner)
            defined = None if info is None else info.get_containing_type_info(name)
            owner = "" if defined is None else defined.fullname
            owner = PROMISE if owner == CHAIN else owner
        return (owner, name) if owner == COMPAT or owner in self._bases() else ("", "")

    def _makes_promise(self, fullname: str) -> bool:
        if fullname == PROMISE:
            return True
        info = self._class(fullname)
        return info is not None and any(map(info.has_base, self._bases()))

    def _bases(self) -> tuple[str, ...]:
        return (PROMISE, PROMISE_23) if self._has_stubs_23() else (PROMISE,)

    def _has_stubs_23(self) -> bool:
        """Return whether the types of `promise` 2.3 are those of our stubs."""
        return self.lookup_fully_qualified(STUBS_23) is not None

    def _class(self, fullname: str) -> TypeInfo | None:
        symbol = self.lookup_fully_qualified(fullname)
        return symbol.node if symbol is not None and isinstance(symbol.node, TypeInfo) else None
