"""The hooks that mypy asks for: only dispatches, and only to what a program has.

mypy asks about every call of the program, and every run of it waits for this module:
so a program without promises gets its answers from here, and the functions that infer are imported on use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.nodes import TypeInfo
from mypy.plugin import Plugin

from .answers import Answers
from .names import (
    CHAIN,
    COMPAT,
    FUNCTIONS,
    FUNCTIONS_23,
    METHODS,
    MODULE,
    MODULE_23,
    PROMISE,
    PROMISE_23,
    STUBS_23,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mypy.nodes import MypyFile
    from mypy.options import Options
    from mypy.plugin import FunctionContext, FunctionSigContext, MethodContext, MethodSigContext
    from mypy.types import FunctionLike, Type

    _FunctionSigHook = Callable[[FunctionSigContext], FunctionLike]
    _FunctionHook = Callable[[FunctionContext], Type]
    _MethodSigHook = Callable[[MethodSigContext], FunctionLike]
    _MethodHook = Callable[[MethodContext], Type]


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
        stands_for = self._callee(fullname)
        if stands_for is None:
            return None
        from .hooks import FUNCTION_SIGNATURES

        return FUNCTION_SIGNATURES[stands_for]

    def _function(self, fullname: str) -> _FunctionHook | None:
        stands_for = self._callee(fullname)
        if stands_for is None:
            return None
        from .hooks import FUNCTION_RESULTS

        return FUNCTION_RESULTS[stands_for]

    def _method_signature(self, fullname: str) -> _MethodSigHook | None:
        owner, name = self._method(fullname)
        if not owner:
            return None
        from .hooks import METHOD_SIGNATURES

        return METHOD_SIGNATURES[owner].get(name)

    def _method_result(self, fullname: str) -> _MethodHook | None:
        owner, name = self._method(fullname)
        if not owner:
            return None
        from .hooks import METHOD_RESULTS

        return METHOD_RESULTS[owner].get(name)

    def _callee(self, fullname: str) -> str | None:
        """Return the function or class of the library that this is or inherits from, if there is one."""
        bases = self._bases()
        if not bases:
            return None
        if fullname in FUNCTIONS:
            return fullname
        if fullname in FUNCTIONS_23:
            return fullname if PROMISE_23 in bases else None
        info = self._class(fullname)
        return PROMISE if info is not None and any(map(info.has_base, bases)) else None

    def _method(self, fullname: str) -> tuple[str, str]:
        """Return the class and the name of a method, if a `Promise` itself defines it; else empty words."""
        owner, _, name = fullname.rpartition(".")
        if name not in METHODS:
            return "", ""
        bases = self._bases()
        if bases and owner != PROMISE:
            info = self._class(owner)
            defined = None if info is None else info.get_containing_type_info(name)
            owner = "" if defined is None else defined.fullname
            owner = PROMISE if owner == CHAIN else owner
        return (owner, name) if bases and (owner == COMPAT or owner in bases) else ("", "")

    def _bases(self) -> tuple[str, ...]:
        """Return the classes of promises that the program has: none, if it has not read their modules."""
        # Most programs have none, and there nothing else need be looked up.
        modules = self._modules or {}
        ours = (PROMISE,) if MODULE in modules else ()
        # PyPI's `promise` 2.3 counts where its types are those of our stubs.
        has_stubs = MODULE_23 in modules and self.lookup_fully_qualified(STUBS_23) is not None
        return (*ours, PROMISE_23) if has_stubs else ours

    def _class(self, fullname: str) -> TypeInfo | None:
        symbol = self.lookup_fully_qualified(fullname)
        return symbol.node if symbol is not None and isinstance(symbol.node, TypeInfo) else None
