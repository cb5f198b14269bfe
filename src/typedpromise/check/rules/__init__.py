"""The rules, one file each: its docstring is its page, its tests carry the same stem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .all_list_literal import RULE as ALL_LIST_LITERAL
from .always_return import RULE as ALWAYS_RETURN
from .async_executor import RULE as ASYNC_EXECUTOR
from .async_returns_promise import RULE as ASYNC_RETURNS_PROMISE
from .blocking_get import RULE as BLOCKING_GET
from .executor_return import RULE as EXECUTOR_RETURN
from .floating_promise import RULE as FLOATING_PROMISE
from .lost_context import RULE as LOST_CONTEXT
from .misused_promise import RULE as MISUSED_PROMISE
from .multiple_resolved import RULE as MULTIPLE_RESOLVED
from .never_resolved import RULE as NEVER_RESOLVED
from .new_promise_wrap import RULE as NEW_PROMISE_WRAP
from .promise_collection import RULE as PROMISE_COLLECTION
from .promise_comparison import RULE as PROMISE_COMPARISON
from .promise_condition import RULE as PROMISE_CONDITION
from .promise_in_string import RULE as PROMISE_IN_STRING
from .promise_nesting import RULE as PROMISE_NESTING
from .return_in_finally import RULE as RETURN_IN_FINALLY
from .return_in_try import RULE as RETURN_IN_TRY
from .return_wrap import RULE as RETURN_WRAP
from .swallowed_rejection import RULE as SWALLOWED_REJECTION
from .unreachable_catch import RULE as UNREACHABLE_CATCH
from .unreturned_promise import RULE as UNRETURNED_PROMISE
from .unused_promise import RULE as UNUSED_PROMISE
from .useless_then import RULE as USELESS_THEN

if TYPE_CHECKING:
    from typedpromise.check.rule import Rule

ALL: tuple[Rule, ...] = (
    ALL_LIST_LITERAL,
    ALWAYS_RETURN,
    ASYNC_EXECUTOR,
    ASYNC_RETURNS_PROMISE,
    BLOCKING_GET,
    EXECUTOR_RETURN,
    FLOATING_PROMISE,
    LOST_CONTEXT,
    MISUSED_PROMISE,
    MULTIPLE_RESOLVED,
    NEVER_RESOLVED,
    NEW_PROMISE_WRAP,
    PROMISE_COLLECTION,
    PROMISE_COMPARISON,
    PROMISE_CONDITION,
    PROMISE_IN_STRING,
    PROMISE_NESTING,
    RETURN_IN_FINALLY,
    RETURN_IN_TRY,
    RETURN_WRAP,
    SWALLOWED_REJECTION,
    UNREACHABLE_CATCH,
    UNRETURNED_PROMISE,
    UNUSED_PROMISE,
    USELESS_THEN,
)
