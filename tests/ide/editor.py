"""An editor in front of one server: it opens a document and asks about the place of the cursor."""

from __future__ import annotations

import re

from .client import Client, Json
from .positions import Place

# pyrefly writes a class with its module, and hovers in Markdown only.
_MODULE = re.compile(r"\b(?:\w+\.)+(?=[A-Z])")


class Editor:
    """Asks one server."""

    def __init__(self, client: Client) -> None:
        """Take the server's client."""
        self.client = client
        self._opened = 0

    def read_ahead(self) -> None:
        """Have the server read the package and the standard library while others are asked."""
        self._open(Place.marked("$0user.then(lambda u: u.avatar())"))

    def completions(self, place: Place) -> list[str]:
        """Return the labels that are offered at the cursor."""
        found = self._ask("completion", place)
        items = found["items"] if isinstance(found, dict) else found or []
        return [item["label"] for item in items]

    def hover(self, place: Place) -> str:
        """Return the text that is shown for what is under the cursor."""
        found = self._ask("hover", place)
        if found is None:
            return ""
        text: str = found["contents"]["value"]
        return _MODULE.sub("", text)

    def signatures(self, place: Place) -> list[str]:
        """Return the signatures that are shown for the call around the cursor."""
        found = self._ask("signatureHelp", place)
        return [signature["label"] for signature in found["signatures"]] if found else []

    def definitions(self, place: Place) -> list[str]:
        """Return the addresses of the files that define what is under the cursor."""
        found = self._ask("definition", place)
        targets = found if isinstance(found, list) else [found]
        return [target.get("uri") or target["targetUri"] for target in targets if target]

    def _ask(self, what: str, place: Place) -> Json:
        document = self._open(place)
        position = {"line": place.line, "character": place.column}
        answer = self.client.ask(f"textDocument/{what}", {"textDocument": document, "position": position})
        # What stays open is checked again and again.
        self.client.tell("textDocument/didClose", {"textDocument": document})
        return answer

    def _open(self, place: Place) -> Json:
        self._opened += 1
        document = {"uri": (self.client.workspace / f"place_{self._opened}.py").as_uri()}
        opened = {**document, "languageId": "python", "version": 1, "text": place.text}
        self.client.tell("textDocument/didOpen", {"textDocument": opened})
        return document
