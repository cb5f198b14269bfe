"""The left columns of the page for `promise` 2.3: each row runs with 2.3 itself and with the drop-in."""

from __future__ import annotations

from typing import Any

import promise
import promise.dataloader

from tests.docs.outcomes import SECONDS, evaluate, of_error, of_value
from typedpromise import compat
from typedpromise.compat.dataloader import DataLoader

LIBRARIES: dict[str, tuple[Any, Any]] = {
    "promise": (promise, promise.dataloader.DataLoader),
    "compat": (compat, DataLoader),
}


def outcome(code: str, name: str) -> str:
    """Return what a row comes to with one of the two libraries."""
    try:
        value = evaluate(code, _world(*LIBRARIES[name]))
        if hasattr(value, "get") and not isinstance(value, dict):
            value = value.get(SECONDS)
    except Exception as error:  # noqa: BLE001 - what the row comes to
        return of_error(error)
    return of_value(value)


def _world(library: Any, loader: Any) -> dict[str, Any]:
    """Return what the rows speak of, made with a library."""
    made = library.Promise
    return {
        **{name: getattr(library, name) for name in ("Promise", "promisify", "promise_for_dict", "is_thenable")},
        "DataLoader": loader,
        "one": made.resolve(1),
        "failed": made.reject(KeyError("k")),
        "keys": [1, 2],
        "load": lambda key: made.resolve(f"row {key}"),
        "add": lambda value: value + 1,
    }
