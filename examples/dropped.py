"""Promises that float away, and the same lines mended: what `typedpromise check` is for."""

from __future__ import annotations

from typedpromise import Promise


def save(text: str) -> Promise[int]:
    """Return a promise of the number of characters saved."""
    return Promise.resolve(len(text))


def log(error: Exception) -> None:
    """Note an error."""
    print("could not save:", error)


def dropped(text: str) -> None:
    """Save, and never learn that it failed."""
    save(text)
    save(text).then(print)
    save(text).catch(KeyError, log)


def mended(text: str) -> Promise[int]:
    """Save, and leave nothing floating: handled, ended, kept or handed on."""
    save(text).catch(log)
    save(text).then(print).catch(log)
    save(text).then(print).done()
    return save(text)
