"""The full names by which mypy knows what the plugin speaks of."""

from __future__ import annotations

PROMISE = "typedpromise._promise.Promise"
PROMISIFY = "typedpromise._promise.promisify"
FULFILLED = "typedpromise._outcomes.Fulfilled"
AWAITABLE = "typing.Awaitable"
FUTURE = "concurrent.futures._base.Future"
