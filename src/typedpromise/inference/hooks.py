"""Which function of this package serves which of the library's: imported when mypy first asks about one of these."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from .executor import compat_result, executor_result, executor_signature
from .handlers import catch_result, catch_signature, form_signature, handler_result, handler_signature, tap_catch_result
from .joins import join_result, join_signature
from .names import COMPAT, FOR_DICT_23, FOR_DICT_COMPAT, PROMISE, PROMISE_23, PROMISIFY, PROMISIFY_23, PROMISIFY_COMPAT
from .promisified import promisify_result
from .props import props_result, props_signature
from .traversals import map_result, reduce_signature, traversal_signature

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .plugin import _FunctionHook, _FunctionSigHook, _MethodHook, _MethodSigHook

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
METHOD_SIGNATURES: Mapping[str, Mapping[str, _MethodSigHook]] = {
    PROMISE: SIGNATURES,
    COMPAT: SIGNATURES_COMPAT,
    PROMISE_23: SIGNATURES_23,
}
METHOD_RESULTS: Mapping[str, Mapping[str, _MethodHook]] = {
    PROMISE: RESULTS,
    COMPAT: RESULTS_COMPAT,
    PROMISE_23: RESULTS_23,
}

# By full name; `Promise` stands for what inherits from it as well.
FUNCTION_SIGNATURES: Mapping[str, _FunctionSigHook] = {
    **dict.fromkeys((PROMISE, COMPAT), executor_signature),
    **dict.fromkeys((PROMISIFY, PROMISIFY_COMPAT, PROMISIFY_23), form_signature),
    **dict.fromkeys((FOR_DICT_COMPAT, FOR_DICT_23), props_signature),
}
FUNCTION_RESULTS: Mapping[str, _FunctionHook] = {
    PROMISE: executor_result,
    COMPAT: compat_result,
    **dict.fromkeys((PROMISIFY, PROMISIFY_COMPAT, PROMISIFY_23), promisify_result),
    **dict.fromkeys((FOR_DICT_COMPAT, FOR_DICT_23), props_result),
}
