"""One line of a report, in the shape of mypy's `--output json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Report:
    """A message about a place in a file; `column` counts from 0, or is -1 when there is none."""

    file: str
    line: int
    column: int
    message: str
    code: str
    severity: str = "error"
    hint: str | None = None
    end_line: int | None = None
    end_column: int | None = None
    # Whether `--fix` can put it right; None where nobody asked, as in what mypy writes.
    fixable: bool | None = None

    @classmethod
    def from_json(cls, line: str) -> Report | None:
        """Read a line that mypy wrote; None for a line that is not JSON (mypy has a few)."""
        try:
            fields: dict[str, Any] = json.loads(line)
        except ValueError:
            return None
        return cls(**fields)

    @property
    def place(self) -> tuple[str, int, int]:
        """What reports are sorted by."""
        return self.file, self.line, self.column
