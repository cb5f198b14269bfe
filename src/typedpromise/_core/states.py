"""The states of a promise, and the kinds of job it can be.

Ints, so that a promise stays within 96 bytes and one comparison tells settled from pending.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# `<= AWAITED` is pending, `>= FULFILLED` is settled.
PENDING: Final = 0
# Pending, with more than one reaction: `_reaction` is a list.
AWAITED: Final = 1
# Pending, and another promise was resolved with it: it forwards to the one in `_reaction`.
LINKED: Final = 2
FULFILLED: Final = 3
REJECTED: Final = 4

# What a promise made by then, catch or finally_ does once its source has settled.
NO_JOB: Final = 0
# No promise: something that counts those that settle, and is no job before it has been told enough (triggers.py).
JOIN: Final = -1
THEN: Final = 1
CATCH: Final = 2
FINALLY: Final = 3
TAP: Final = 4
TAP_CATCH: Final = 5
SETTLE: Final = 6
# `finally_` and the taps wait for the promise their handler returned, then pass on the outcome they kept.
RESTORE: Final = 7
# The same jobs when their source has settled: they stand in the queue, and one handler slot holds the source.
RUN_FULFILLED: Final = 8
RUN_REJECTED: Final = 9
RUN_FINALLY: Final = 10
RUN_TAP: Final = 11
RUN_TAP_CATCH: Final = 12
RUN_SETTLE: Final = 13
RUN_RESTORE: Final = 14
