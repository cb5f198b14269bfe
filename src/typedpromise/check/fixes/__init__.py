"""The fixes, one file each with the stem of its rule.

A rule has a fix when there is one way to put its findings right, and that way leaves the behaviour as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .all_list_literal import FIX as ALL_LIST_LITERAL
from .new_promise_wrap import FIX as NEW_PROMISE_WRAP
from .return_wrap import FIX as RETURN_WRAP
from .useless_then import FIX as USELESS_THEN

if TYPE_CHECKING:
    from typedpromise.check.fix import Fix

FIXES: dict[str, Fix] = {fix.code: fix for fix in (ALL_LIST_LITERAL, NEW_PROMISE_WRAP, RETURN_WRAP, USELESS_THEN)}
