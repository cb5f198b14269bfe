"""The client says what is wrong with a server, and never waits for ever."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from . import client
from .client import Client, ServerError
from .positions import Place, PositionError


def _client(workspace: Path, program: str) -> Client:
    return Client([sys.executable, "-c", program], workspace, {}, {"python": {"analysis": {"depth": 3}}})


def test_a_server_that_ends_is_quoted(tmp_path: Path) -> None:
    """What the server said last is in the error."""
    with _client(tmp_path, "raise SystemExit('no such option')") as ended, pytest.raises(ServerError, match="no such"):
        ended.ask("textDocument/hover", {})


def test_a_silent_server_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that never answers is an error after some time."""
    monkeypatch.setattr(client, "PATIENCE", 0.01)

    with (
        _client(tmp_path, "import sys; sys.stdin.read()") as silent,
        pytest.raises(ServerError, match="no answer to initialize"),
    ):
        silent.ask("textDocument/hover", {})


# Answers every request with an error, but the first and the last; before the second it asks for settings.
REFUSES = r"""
import json, sys

def read():
    length = int(sys.stdin.buffer.readline().split(b":")[1])
    sys.stdin.buffer.readline()
    return json.loads(sys.stdin.buffer.read(length))

def write(message):
    body = json.dumps(message).encode()
    sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    sys.stdout.buffer.flush()

while (message := read())["method"] != "exit":
    if message["method"] in ("initialize", "shutdown"):
        write({"id": message["id"], "result": None})
    elif "id" in message:
        sections = ["python.analysis", "python.analysis.depth", "none.such"]
        items = [{"section": section} for section in sections]
        write({"id": 1, "method": "workspace/configuration", "params": {"items": items}})
        write({"id": message["id"], "error": {"message": json.dumps(read()["result"])}})
"""


def test_a_refusal_is_an_error_and_settings_are_answered(tmp_path: Path) -> None:
    """A server that asks for settings gets them by section, and its refusal is quoted."""
    with _client(tmp_path, REFUSES) as refusing, pytest.raises(ServerError) as caught:
        refusing.ask("textDocument/hover", {})

    assert '[{"depth": 3}, 3, null]' in str(caught.value)


@pytest.mark.parametrize("source", ["user.then(", "$0user.$0"])
def test_one_cursor_is_wanted(source: str) -> None:
    """A source with no cursor or two is refused."""
    with pytest.raises(PositionError, match="is wanted in"):
        Place.marked(source)


def test_the_cursor_is_where_it_was_marked() -> None:
    """Line and column count from the head that every source gets, and the mark is gone."""
    place = Place.marked("user.then(\n    lambda u: u.ava$0tar()\n)")

    assert place.text.splitlines()[place.line][: place.column] == "    lambda u: u.ava"
    assert place.typed == "ava"
    assert "$" not in place.text
