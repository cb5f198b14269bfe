"""How an outcome is written: one format a file, each a function from reports to lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import json_lines, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from typedpromise.check.report import Report

FORMATS: dict[str, Callable[[Report], str]] = {"text": text.line, "json": json_lines.line}
