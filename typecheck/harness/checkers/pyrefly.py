"""pyrefly with its default preset."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .base import CheckerError, Finding, Workplace, run, script


@dataclass(frozen=True)
class Pyrefly:
    """`pyrefly check`; its strict preset adds lints on annotations, and one that fires on lambdas it has inferred."""

    name: str = "pyrefly"
    dialect: str = "pyrefly"
    noise: frozenset[str] = frozenset()

    def check(self, workplace: Workplace) -> list[Finding]:
        """Run once over all files in `workplace.project`."""
        # The preset by name, so that no configuration file above the cases is looked for.
        command = [
            *(script("pyrefly"), "check", "--preset=default", "--min-severity=warn", "--output-format=json"),
            *("--python-version=3.11", f"--python-interpreter-path={workplace.python}"),
            # Not as site packages: those of the interpreter, where another build may be, would come first.
            *("--disable-search-path-heuristics", f"--search-path={workplace.project.parent}"),
            f"--search-path={workplace.site}",
            *(str(workplace.project / name) for name in ("cases", "world.py")),
        ]
        printed = run(command, workplace)
        try:
            reports = json.loads(printed)["errors"]
        except (json.JSONDecodeError, KeyError) as error:
            msg = f"pyrefly printed something that is not its JSON:\n{printed}"
            raise CheckerError(msg) from error
        return [_finding(report, workplace.project.parent) for report in reports]


def _finding(report: dict[str, Any], root: Path) -> Finding:  # Any: JSON
    return Finding((root / report["path"]).resolve(), report["line"], report["name"], report["description"])
