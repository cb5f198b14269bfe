"""JavaScript for the left columns: QuickJS with its own promises, or with Bluebird's in their place."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from pathlib import Path

import quickjs

from tests.docs.outcomes import WORLDS

BLUEBIRD = Path(__file__).parent / "vendor" / "bluebird-3.7.2.tgz"
# Timers on a virtual clock, as in the Promises/A+ suite: nothing sleeps.
CLOCK = Path(__file__).parents[1] / "compliance" / "javascript" / "clock.js"
# A bound for a row that never settles; the longest of them takes a few turns.
TURNS = 1000

RUN = """
globalThis.outcome = null;
(async () => { %s })().then(
    (value) => { outcome = JSON.stringify({value: value === undefined ? null : value}); },
    (error) => { outcome = JSON.stringify({error: error.name, message: error.message}); });
"""


def bluebird() -> str:
    """Return the source of Bluebird's build for browsers, out of what npm publishes."""
    with tarfile.open(BLUEBIRD) as tarball:
        member = tarball.extractfile("package/js/browser/bluebird.js")
        assert member is not None
        return member.read().decode()


def outcome(code: str, library: str) -> str:
    """Return what the code of a cell comes to, as the pages write it.

    Args:
        code: JavaScript, the last line an expression; it may await.
        library: "javascript" for the engine's promises, or "bluebird".

    """
    engine = quickjs.Context()
    engine.eval(CLOCK.read_text(encoding="utf-8"))
    if library == "bluebird":
        # With a navigator it takes itself to be in a browser, and makes no functions out of text.
        engine.eval(f"globalThis.window = globalThis.self = globalThis; globalThis.navigator = {{}};{bluebird()}")
        engine.eval("Promise.config({ cancellation: true })")  # before there are promises
    engine.eval((WORLDS / "javascript.js").read_text(encoding="utf-8"))
    if library == "bluebird":
        engine.eval((WORLDS / "bluebird.js").read_text(encoding="utf-8"))
    *lines, last = code.splitlines()
    engine.eval(RUN % "\n".join([*lines, f"return ({last});"]))
    for _ in _turns(engine):
        if engine.eval("outcome") is not None:
            break
    return _shown(json.loads(engine.eval("outcome") or '{"error": "never settled", "message": ""}'))


def _turns(engine: quickjs.Context) -> Iterator[int]:
    turn = engine.eval("clock.turn")
    for number in range(TURNS):
        while engine.execute_pending_job():
            pass
        yield number
        turn()


def _shown(result: dict[str, object]) -> str:
    if "error" in result:
        return f"raises `{result['error']}({result['message']!r})`"
    return f"`{result['value']!r}`"
