"""What a user may set for the checker; `[tool.typedpromise]` will be read into this."""

from __future__ import annotations

from dataclasses import dataclass

# The class of this library, and the one of PyPI's promise 2.3, by the names mypy knows them by.
# Coroutines and asyncio futures are not here: mypy reports forgotten coroutines itself.
PROMISE_TYPES = ("typedpromise._promise.Promise", "promise.promise.Promise")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run, the same for every module."""

    promise_types: tuple[str, ...] = PROMISE_TYPES
