"""The rules, one file each: its docstring is its page, its tests carry the same stem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .floating_promise import RULE as FLOATING_PROMISE
from .promise_comparison import RULE as PROMISE_COMPARISON
from .promise_condition import RULE as PROMISE_CONDITION
from .promise_in_string import RULE as PROMISE_IN_STRING

if TYPE_CHECKING:
    from typedpromise.check.rule import Rule

ALL: tuple[Rule, ...] = (
    FLOATING_PROMISE,
    PROMISE_COMPARISON,
    PROMISE_CONDITION,
    PROMISE_IN_STRING,
)
