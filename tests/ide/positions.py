"""The positions: where an editor is asked and what it must answer, from `positions.toml`."""

from __future__ import annotations

import builtins
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import typedpromise

from . import world

HERE = Path(__file__).resolve().parent
CURSOR = "$0"
_HEAD = "from world import *\n\n"


class PositionError(Exception):
    """A position is not written as the file's head says."""


@dataclass(frozen=True)
class Place:
    """A source, and where the cursor stands in it."""

    text: str
    line: int
    column: int
    # The beginning of a name, left of the cursor.
    typed: str

    @classmethod
    def marked(cls, source: str) -> Place:
        """Find the cursor in `source`."""
        before, found, after = (_HEAD + source).partition(CURSOR)
        if not found or CURSOR in after:
            msg = f"one {CURSOR} is wanted in {source!r}"
            raise PositionError(msg)
        *above, line = before.split("\n")
        typed = re.findall(r"\w*$", line)[0]
        return cls(f"{before}{after.rstrip()}\n", len(above), len(line), typed)


@dataclass(frozen=True)
class Completion:
    """The members of a value are asked for."""

    name: str
    place: Place
    of: tuple[type, ...]
    member: str

    def complaint(self, labels: list[str]) -> str | None:
        """Say what is wrong with what was offered."""
        offered = {label for label in labels if not label.startswith("_")}
        members = [{name for name in dir(cls) if not name.startswith("_")} for cls in self.of]
        strange = sorted(offered.difference(*members))
        # A server may leave it to the editor to take out what does not begin with what is typed.
        missing = sorted({name for name in set.intersection(*members) - offered if name.startswith(self.place.typed)})
        if strange or missing or self.member not in offered:
            names = " | ".join(cls.__name__ for cls in self.of)
            return f"of {names}, missing: {missing[:5]}; offered, though no member: {strange[:5]}"
        return None


@dataclass(frozen=True)
class Hover:
    """The type of a name is asked for."""

    name: str
    place: Place
    type: str

    def complaint(self, shown: str) -> str | None:
        """Say what is wrong with what was shown."""
        # After a colon or alone, and to the end of the line: `Promise[User]` shows no `User`.
        lines = [line.strip() for line in shown.splitlines()]
        if any(line == self.type or line.endswith(f": {self.type}") for line in lines):
            return None
        return f"{self.type} is not shown in {shown!r}"


@dataclass(frozen=True)
class Signatures:
    """What can be written between the brackets is asked for."""

    name: str
    place: Place
    at_most: int

    def complaint(self, labels: list[str]) -> str | None:
        """Say what is wrong with what was shown."""
        if 1 <= len(labels) <= self.at_most:
            return None
        return "\n".join([f"{len(labels)} signatures, where at most {self.at_most} can be read:", *labels])


# Any: TOML.
_Table: TypeAlias = dict[str, Any]

_FILE: _Table = tomllib.loads((HERE / "positions.toml").read_text(encoding="utf-8"))


def _places(topic: str) -> Iterator[tuple[str, Place, _Table]]:
    for name, entry in _FILE[topic].items():
        yield name, Place.marked(entry["source"]), entry


def _class(name: str) -> type:
    for module in (world, typedpromise, builtins):
        found = getattr(module, name, None)
        if isinstance(found, type):
            return found
    msg = f"there is no class {name}"
    raise PositionError(msg)


def _classes(union: str) -> tuple[type, ...]:
    return tuple(_class(name) for name in union.split(" | "))


COMPLETIONS = [Completion(name, at, _classes(its["of"]), its["member"]) for name, at, its in _places("completion")]
HOVERS = [Hover(name, at, its["type"]) for name, at, its in _places("hover")]
SIGNATURES = [Signatures(name, at, its["at_most"]) for name, at, its in _places("signatures")]
IDS = [f"{topic}::{name}" for topic, entries in _FILE.items() for name in entries]
