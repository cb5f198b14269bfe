"""The full names by which mypy knows what the plugin speaks of."""

from __future__ import annotations

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
PROMISE_23 = "promise.promise.Promise"
PROMISIFY_23 = "promise.promise.promisify"
FOR_DICT_23 = "promise.promise.promise_for_dict"
STUBS_23 = "promise.promise._Nested"
FULFILLED = "typedpromise._outcomes.Fulfilled"
AWAITABLE = "typing.Awaitable"
FUTURE = "concurrent.futures._base.Future"
