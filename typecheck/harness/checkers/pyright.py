"""pyright in strict mode, from the wheel that brings its own node."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .base import CheckerError, Finding, Workplace, run


@dataclass(frozen=True)
class Pyright:
    """pyright under `pyrightconfig.json`: strict, but for what a case throws away."""

    name: str = "pyright"
    dialect: str = "pyright"
    noise: frozenset[str] = frozenset(
        {
            "reportUnknownArgumentType",
            "reportUnknownLambdaType",
            "reportUnknownMemberType",
            "reportUnknownParameterType",
            "reportUnknownVariableType",
        }
    )

    def check(self, workplace: Workplace) -> list[Finding]:
        """Run once over all files in `workplace.project`."""
        return findings_of_pyright("pyright", workplace)


def findings_of_pyright(module: str, workplace: Workplace) -> list[Finding]:
    """Run pyright, or a fork of it, over the cases."""
    command = [
        *(sys.executable, "-m", module, "--outputjson", "--pythonpath", workplace.python),
        *("--project", str(workplace.project / "pyrightconfig.json")),
    ]
    printed = run(command, workplace)
    try:
        report = json.loads(printed)
    except json.JSONDecodeError as error:
        msg = f"{module} printed something that is not JSON:\n{printed}"
        raise CheckerError(msg) from error
    return [_finding(d) for d in report["generalDiagnostics"] if d["severity"] != "information"]


def _finding(diagnostic: dict[str, Any]) -> Finding:  # Any: JSON
    line = diagnostic["range"]["start"]["line"] + 1
    return Finding(Path(diagnostic["file"]).resolve(), line, diagnostic.get("rule", "syntax"), diagnostic["message"])
