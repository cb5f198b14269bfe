"""SARIF 2.1.0, the format in which code scanners exchange results: one document, with the pages of the rules.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from typedpromise import __version__
from typedpromise.check.engine import CRASH
from typedpromise.check.pages import codes, page
from typedpromise.check.source_lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from typedpromise.check.outcome import Outcome
    from typedpromise.check.report import Report

    # The values of JSON are of no one type.
    _Object: TypeAlias = dict[str, object]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
# A number behind the name is SARIF's way to say how it is computed.
_FINGERPRINT = "sourceText/v1"


def lines(outcome: Outcome) -> Iterator[str]:
    """Yield the lines of one document."""
    told = [*outcome.failures, *outcome.crashes]
    notes: _Object = {"toolExecutionNotifications": [_notification(report) for report in told]}
    results = _results(report for report in outcome.findings if report.code != CRASH)
    return _document(results, outcome.exit_code, notes)


def cannot_run(reason: str) -> Iterator[str]:
    """Yield the lines of the document for a check that could not start; `reason` says why."""
    note: _Object = {"level": "error", "message": {"text": reason}}
    return _document([], 2, {"toolConfigurationNotifications": [note]})


def _document(results: list[_Object], exit_code: int, notes: _Object) -> Iterator[str]:
    run: _Object = {
        "tool": {"driver": _driver()},
        # Exit code 2 says that something was not checked, though what was found holds.
        "invocations": [{"executionSuccessful": exit_code != 2, "exitCode": exit_code, **notes}],  # noqa: PLR2004
        "originalUriBaseIds": {_ROOT: {"uri": f"{Path.cwd().as_uri().rstrip('/')}/"}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return iter(json.dumps(document, indent=2).split("\n"))


def _driver() -> _Object:
    return {"name": "typedpromise", "version": __version__, "rules": [_rule(code) for code in codes()]}


def _rule(code: str) -> _Object:
    """Return what SARIF calls a reporting descriptor, made of a rule's page."""
    text = page(code)
    summary = text.partition("\n")[0].partition(": ")[2]
    what = text.partition("## What\n")[2].partition("\n## ")[0]
    return {
        "id": code,
        "shortDescription": {"text": f"{summary[:1].upper()}{summary[1:]}"},
        "fullDescription": {"text": " ".join(what.split()), "markdown": what.strip()},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": "error"},
    }


def _results(reports: Iterable[Report]) -> list[_Object]:
    order = {code: index for index, code in enumerate(codes())}
    seen: Counter[str] = Counter()
    sources: dict[str, list[str]] = {}
    results: list[_Object] = []
    for report in reports:
        source = sources.setdefault(report.file, lines_of(report.file))
        results.append(
            {
                "ruleId": report.code,
                "ruleIndex": order[report.code],
                "level": "error",
                "message": {"text": report.message},
                "locations": [_location(report)],
                "partialFingerprints": {_FINGERPRINT: _fingerprint(report, source, seen)},
            }
        )
    return results


def _notification(report: Report) -> _Object:
    return {
        "descriptor": {"id": report.code},
        "level": "error",
        "message": {"text": report.message},
        "locations": [_location(report)],
    }


def _location(report: Report) -> _Object:
    region: _Object = {"startLine": report.line, "startColumn": max(report.column, 0) + 1}
    if report.end_line is not None and report.end_column is not None:
        # As in mypy, the end is the column behind the last one; only SARIF counts from 1.
        region |= {"endLine": report.end_line, "endColumn": report.end_column + 1}
    return {"physicalLocation": {"artifactLocation": _artifact(report.file), "region": region}}


def _artifact(file: str) -> _Object:
    absolute = Path(os.path.abspath(file))  # noqa: PTH100  # `resolve` would follow links, out of the project
    if absolute.is_relative_to(Path.cwd()):
        return {"uri": quote(absolute.relative_to(Path.cwd()).as_posix()), "uriBaseId": _ROOT}
    return {"uri": absolute.as_uri()}


def _fingerprint(report: Report, source: list[str], seen: Counter[str]) -> str:
    """Return what stays equal when lines are added above the finding, the file is moved, or it is indented anew."""
    text = "\n".join(line.strip() for line in source[report.line - 1 : report.end_line or report.line])
    digest = hashlib.sha256(f"{report.code}\n{text}".encode(errors="replace")).hexdigest()[:32]
    # Equal text may be there several times.
    key = f"{report.file}\n{digest}"
    seen[key] += 1
    return f"{digest}:{seen[key]}"
