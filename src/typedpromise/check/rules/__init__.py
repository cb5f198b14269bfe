"""The rules, one file each: its docstring is its page, its tests carry the same stem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .floating_promise import RULE as FLOATING_PROMISE

if TYPE_CHECKING:
    from typedpromise.check.rule import Rule

ALL: tuple[Rule, ...] = (FLOATING_PROMISE,)
