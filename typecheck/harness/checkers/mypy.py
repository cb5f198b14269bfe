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
        command = [
            *(sys.executable, "-m", "mypy", "--strict", "--python-version=3.11", "--output=json"),
            # No configuration of this repository: the cases are judged by what every user of --strict sees.
            "--config-file=",
            f"--cache-dir={workplace.cache / 'mypy'}",
            str(workplace.project / "cases"),
        ]
        lines = run(command, workplace).splitlines()
        reports = [self._parsed(line) for line in lines]
        root = workplace.project.parent
        return [_finding(report, root) for report in reports if report["severity"] == "error"]

    @staticmethod
    def _parsed(line: str) -> dict[str, Any]:  # Any: JSON
        try:
            report: dict[str, Any] = json.loads(line)
        except json.JSONDecodeError as error:
            msg = f"mypy printed a line that is not JSON: {line}"
            raise CheckerError(msg) from error
        return report


def _finding(report: dict[str, Any], root: Path) -> Finding:
    return Finding((root / report["file"]).resolve(), report["line"], report["code"] or "syntax", report["message"])
