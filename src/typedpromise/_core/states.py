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
THEN: Final = 1
CATCH: Final = 2
FINALLY: Final = 3
# `finally_` waits for the promise its handler returned, then passes on the outcome it kept.
RESTORE: Final = 4
# The same jobs when their source has settled: they stand in the queue, and one handler slot holds the source.
RUN_FULFILLED: Final = 5
RUN_REJECTED: Final = 6
RUN_FINALLY: Final = 7
RUN_RESTORE: Final = 8
