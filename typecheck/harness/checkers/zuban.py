"""zuban in the mode that follows mypy, `zuban mypy --strict`."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from .base import CheckerError, Finding, Workplace, run, script

_LINE = re.compile(r"(?P<path>[^:\n]+):(?P<line>\d+): (?P<severity>error|note): (?P<message>.*)")
_CODE = re.compile(r"(?P<message>.*)  \[(?P<code>[\w-]+)\]", re.DOTALL)


@dataclass(frozen=True)
class Zuban:
    """`zuban mypy --strict`."""

    name: str = "zuban"
    dialect: str = "zuban"
    noise: frozenset[str] = frozenset()

    def check(self, workplace: Workplace) -> list[Finding]:
        """Run once over all files in `workplace.project`."""
        project = workplace.project
        command = [
            *(script("zuban"), "mypy", "--strict", "--no-pretty", "--no-error-summary", "--python-version=3.11"),
            *("--config-file=mypy.ini", f"--python-executable={workplace.python}", f"{project.name}/cases"),
        ]
        # On a copy: it takes the folder of the configuration for the root of all modules,
        # and without a configuration the [tool.mypy] of this repository for its own.
        with TemporaryDirectory(dir=workplace.cache) as folder:
            shutil.copytree(project, Path(folder, project.name), ignore=shutil.ignore_patterns("__pycache__"))
            Path(folder, "mypy.ini").write_text(f"[mypy]\nmypy_path = {workplace.site}\n", encoding="utf-8")
            printed = run(command, workplace, cwd=Path(folder))
        return list(_findings(printed, project.parent))


def _findings(printed: str, root: Path) -> Iterator[Finding]:
    for line in printed.splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            msg = f"zuban printed a line that is no finding: {line}\n{printed}"
            raise CheckerError(msg)
        if found["severity"] == "error":
            coded = _CODE.fullmatch(found["message"])
            message, code = (coded["message"], coded["code"]) if coded else (found["message"], "syntax")
            yield Finding((root / found["path"]).resolve(), int(found["line"]), code, message)
