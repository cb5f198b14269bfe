"""ty with its default rules."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .base import CheckerError, Finding, Workplace, run, script


@dataclass(frozen=True)
class Ty:
    """`ty check`; it has no strict mode."""

    name: str = "ty"
    dialect: str = "ty"
    noise: frozenset[str] = frozenset()

    def check(self, workplace: Workplace) -> list[Finding]:
        """Run once over all files in `workplace.project`."""
        command = [
            *(script("ty"), "check", "--output-format=gitlab", "--no-progress"),
            *("--python-version=3.11", f"--python={workplace.python}"),
            *(f"--project={workplace.project}", f"--extra-search-path={workplace.project.parent}"),
            f"--extra-search-path={workplace.site}",
            *(str(workplace.project / name) for name in ("cases", "world.py")),
        ]
        printed = run(command, workplace)
        try:
            reports = json.loads(printed)
        except json.JSONDecodeError as error:
            msg = f"ty printed something that is not JSON:\n{printed}"
            raise CheckerError(msg) from error
        return [_finding(report, workplace.project.parent) for report in reports]


def _finding(report: dict[str, Any], root: Path) -> Finding:  # Any: JSON
    place = report["location"]
    line = place["positions"]["begin"]["line"]
    return Finding((root / place["path"]).resolve(), line, report["check_name"], report["description"])
