"""A language-server client over standard input and output, as small as asking questions of a server allows.

It speaks the Language Server Protocol 3.17: https://microsoft.github.io/language-server-protocol/.
"""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from subprocess import PIPE
from types import TracebackType
from typing import IO, Any, Final, Self, TypeAlias

# Any: JSON.
Json: TypeAlias = Any

# No answer takes a second on an idle machine; a loaded one must not turn a right answer into a failure.
PATIENCE: Final = 60.0

# What an editor says it can do, as far as it changes what servers answer.
_ABILITIES: Final[Json] = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": False}},
        "hover": {"contentFormat": ["plaintext"]},
        "signatureHelp": {"signatureInformation": {"documentationFormat": ["plaintext"]}},
        "publishDiagnostics": {},
    },
}


class ServerError(Exception):
    """A server refused, was silent for too long, or ended."""


class Client:
    """One running server."""

    def __init__(self, command: Sequence[str], workspace: Path, env: Mapping[str, str], settings: Json) -> None:
        """Start `command` in `workspace`; `settings` are what an editor would have in its settings file."""
        self.workspace = workspace
        self._settings = settings
        self._lock = threading.Lock()
        self._number = 0
        self._waiting: dict[int, Future[Json]] = {}
        self._log = (workspace / "server.log").open("wb")
        self._process = subprocess.Popen(
            command, cwd=workspace, env={**os.environ, **env}, stdin=PIPE, stdout=PIPE, stderr=self._log
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        # Asked at once and awaited later: so four servers start at the same time.
        self._started = self._ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": workspace.as_uri(),
                "workspaceFolders": [{"uri": workspace.as_uri(), "name": workspace.name}],
                "capabilities": _ABILITIES,
                "initializationOptions": settings,
            },
        )
        self._ready = False

    def ask(self, method: str, params: Json) -> Json:
        """Return the server's answer.

        Raises:
            ServerError: It refused, was silent for too long, or ended.

        """
        self.begin()
        return self._answer(method, self._ask(method, params))

    def tell(self, method: str, params: Json) -> None:
        """Send what needs no answer."""
        self.begin()
        self._send({"method": method, "params": params})

    def begin(self) -> None:
        """Finish the handshake, if that has not been done."""
        if not self._ready:
            self._answer("initialize", self._started)
            self._ready = True
            self._send({"method": "initialized", "params": {}})
            self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": self._settings}})

    def close(self) -> None:
        """Ask the server to end, and see that it has."""
        try:
            if self._ready and self._process.poll() is None:
                self.ask("shutdown", None)
                self._send({"method": "exit"})
                self._process.wait(PATIENCE)
        finally:
            self._process.kill()
            self._process.wait()
            self._reader.join()
            for pipe in (self._process.stdin, self._process.stdout, self._log):
                if pipe is not None:
                    pipe.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, method: str, params: Json) -> Future[Json]:
        answer: Future[Json] = Future()
        with self._lock:
            self._number += 1
            number = self._number
            self._waiting[number] = answer
        self._send({"id": number, "method": method, "params": params})
        return answer

    def _answer(self, method: str, answer: Future[Json]) -> Json:
        try:
            message = answer.result(PATIENCE)
        except TimeoutError:
            msg = f"no answer to {method} within {PATIENCE:g} s; the server said:\n{self._said()}"
            raise ServerError(msg) from None
        if "error" in message:
            msg = f"{method} was refused: {message['error']}"
            raise ServerError(msg)
        return message["result"]

    def _said(self) -> str:
        return Path(self._log.name).read_text(encoding="utf-8", errors="replace")[-2000:]

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = self._process.stdin
        assert pipe is not None
        try:
            with self._lock:
                pipe.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
                pipe.flush()
        except BrokenPipeError:
            msg = f"the server has ended; it said:\n{self._said()}"
            raise ServerError(msg) from None

    def _read(self) -> None:
        pipe = self._process.stdout
        assert pipe is not None
        while (message := _next_message(pipe)) is not None:
            if "method" not in message:
                self._waiting.pop(message["id"]).set_result(message)
            elif "id" in message:
                self._send({"id": message["id"], "result": self._reply(message)})
        for answer in self._waiting.values():
            answer.set_result({"error": f"the server has ended; it said:\n{self._said()}"})

    def _reply(self, request: Json) -> Json:
        """Answer what servers ask of an editor: for settings; all else is news to be acknowledged."""
        if request["method"] != "workspace/configuration":
            return None
        return [_section(self._settings, item.get("section", "")) for item in request["params"]["items"]]


def _section(settings: Json, name: str) -> Json:
    for part in filter(None, name.split(".")):
        settings = settings.get(part) if isinstance(settings, dict) else None
    return settings


def _next_message(pipe: IO[bytes]) -> Json:
    """Return the next message, None at the end of the stream."""
    length = None
    while (line := pipe.readline()) not in (b"\r\n", b""):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return None if length is None else json.loads(pipe.read(length))
