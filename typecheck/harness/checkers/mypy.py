"""mypy, as `mypy --strict` without any configuration or plugin."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .base import CheckerError, Finding, Workplace, run


@dataclass(frozen=True)
class Mypy:
    """`mypy --strict`, alone."""

    name: str = "mypy"
    dialect: str = "mypy"
    noise: frozenset[str] = frozenset()

    def check(self, workplace: Workplace) -> list[Finding]:
        """Run once over all files in `workplace.project`."""
        # No configuration of this repository: the cases are judged by what every user of --strict sees.
        return findings_of_mypy(workplace, config="", cache=workplace.cache / "mypy")


def findings_of_mypy(workplace: Workplace, *, config: str, cache: Path) -> list[Finding]:
    """Run mypy over the cases with a configuration file, or with none if `config` is empty."""
    command = [
        *(sys.executable, "-m", "mypy", "--strict", "--python-version=3.11", "--output=json"),
        f"--config-file={config}",
        f"--python-executable={workplace.python}",
        f"--cache-dir={cache}",
        str(workplace.project / "cases"),
    ]
    reports = [_parsed(line) for line in run(command, workplace).splitlines() if line]
    root = workplace.project.parent
    return [_finding(report, root) for report in reports if report["severity"] == "error"]


def _parsed(line: str) -> dict[str, Any]:  # Any: JSON
    try:
        report: dict[str, Any] = json.loads(line)
    except json.JSONDecodeError as error:
        msg = f"mypy printed a line that is not JSON: {line}"
        raise CheckerError(msg) from error
    return report


def _finding(report: dict[str, Any], root: Path) -> Finding:
    return Finding((root / report["file"]).resolve(), report["line"], report["code"] or "syntax", report["message"])
