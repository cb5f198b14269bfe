"""The full names by which mypy knows what the plugin speaks of."""

from __future__ import annotations

# The module of the class, which every program with promises has read.
MODULE = "typedpromise._promise"
PROMISE = "typedpromise._promise.Promise"
# What mypy reads `then` and `catch` from, and the member of a handler's result that no value has.
CHAIN = "typedpromise._promise._Promise"
TIE = "typedpromise._promise._Tie"
PROMISIFY = "typedpromise._promise.promisify"
# Of the drop-in for `promise` 2.3, which overrides what it shares with `Promise`.
COMPAT = "typedpromise.compat.promise.Promise"
PROMISIFY_COMPAT = "typedpromise.compat.promise.promisify"
FOR_DICT_COMPAT = "typedpromise.compat.promise.promise_for_dict"
# Of PyPI's `promise` 2.3; the last is in the stubs for it and nowhere else.
MODULE_23 = "promise.promise"
PROMISE_23 = "promise.promise.Promise"
PROMISIFY_23 = "promise.promise.promisify"
FOR_DICT_23 = "promise.promise.promise_for_dict"
STUBS_23 = "promise.promise._Nested"
FULFILLED = "typedpromise._outcomes.Fulfilled"
AWAITABLE = "typing.Awaitable"
FUTURE = "concurrent.futures._base.Future"

# What `hooks.py` serves, told apart from the rest without importing it.
FUNCTIONS = frozenset({PROMISE, COMPAT, PROMISIFY, PROMISIFY_COMPAT, FOR_DICT_COMPAT})
FUNCTIONS_23 = frozenset({PROMISIFY_23, FOR_DICT_23})
METHODS = frozenset(
    {
        *("all", "all_settled", "any", "as_completed", "race"),
        *("then", "catch", "tap_catch"),
        *("resolve", "cast", "fulfilled", "try_", "promisify", "safe"),
        *("map", "filter", "each", "reduce"),
        *("props", "for_dict"),
    }
)
