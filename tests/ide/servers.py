"""The language servers, and what each needs to find the package as an installation lays it out."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from .client import Client, Json

# The programs that pip has put beside this interpreter.
_BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Server:
    """One language server."""

    name: str
    command: tuple[str, ...]
    # The name and the text of its configuration file: without one, a server takes that of a folder above.
    configuration: tuple[str, str]

    def start(self, workspace: Path, site: Path) -> Client:
        """Start it on `workspace`, with the packages in `site` found first."""
        name, text = self.configuration
        # In `site` too: pyrefly reads each file under the configuration that lies nearest to it.
        for folder in (workspace, site):
            (folder / name).write_text(text, encoding="utf-8")
        program, *arguments = self.command
        return Client([str(_BIN / program), *arguments], workspace, {"PYTHONPATH": str(site)}, _SETTINGS)


_SETTINGS: Json = {"python": {"pythonPath": sys.executable, "analysis": {"autoImportCompletions": False}}}

_PYRIGHT = ("pyrightconfig.json", '{"pythonVersion": "3.11"}')
_PYREFLY = ("pyrefly.toml", 'python-version = "3.11"')
_TY = ("ty.toml", '[environment]\npython-version = "3.11"')

SERVERS = (
    Server("pyright", ("pyright-langserver", "--stdio"), _PYRIGHT),
    Server("basedpyright", ("basedpyright-langserver", "--stdio"), _PYRIGHT),
    Server("pyrefly", ("pyrefly", "lsp"), _PYREFLY),
    Server("ty", ("ty", "server"), _TY),
)
