"""What mypy, with the plugin, says of a program; to be compared before and after a migration."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from .suites import ROOT, Suite

_ERROR = re.compile(r"(?P<file>[^:\n]+):(?P<line>\d+): error: (?P<said>.*)  \[(?P<code>[\w-]+)\]")
# What mypy must not find on its path beside its own.
_SHADOWING = ("typing_extensions.py",)
_CONFIG = "[mypy]\nplugins = typedpromise.mypy\n"


@dataclass(frozen=True)
class Error:
    """One error of mypy.

    Lines move in a migration, and the same complaint names other types; what stays is the code and the line's text.
    """

    file: str
    text: str
    code: str
    said: str = field(compare=False)

    def __str__(self) -> str:
        """Return it as a line to print."""
        return f"{self.file}: {self.text}\n      {self.said}  [{self.code}]"


Errors = Counter[Error]


class NoMypyError(Exception):
    """mypy did not check; the message holds what it said."""


def lay_types(base: Path, installed: Path) -> None:
    """Put what mypy reads beside the programs: our types, those of `promise` 2.3, and a configuration.

    Args:
        base: The folder with `packages/` and `sources/`.
        installed: The folder of site-packages that holds the installed `typedpromise`, each `.pyi` beside its `.py`.

    """
    for name, target in {
        "ours/typedpromise": installed / "typedpromise",
        "theirs/promise": ROOT / "stubs" / "promise-stubs" / "promise-stubs",
    }.items():
        link = base / "types" / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(target)
    (base / "types" / "mypy.ini").write_text(_CONFIG, encoding="utf-8")
    for name in _SHADOWING:
        if (base / "packages" / name).exists():
            (base / "shadowing").mkdir(exist_ok=True)
            shutil.move(base / "packages" / name, base / "shadowing" / name)


def errors(suite: Suite, base: Path, *, migrated: bool) -> Errors:
    """Return the errors of mypy in a program.

    Args:
        suite: Whose program.
        base: The folder it is in.
        migrated: Whether `promise` is gone; before, its types are those of `promise-stubs`.

    Raises:
        NoMypyError: mypy could not check.

    """
    path = [base / "packages", base / "types" / "ours", *([] if migrated else [base / "types" / "theirs"])]
    # Bodies without annotations are looked at too; what is imported is followed, and its own errors are not ours.
    # site-packages are left out, because `promise` 2.3 is there.
    command = [sys.executable, "-m", "mypy", "--no-site-packages", "--check-untyped-defs", "--follow-imports=silent"]
    command += ["--ignore-missing-imports", "--no-color-output", "--no-error-summary", "--hide-error-context"]
    command += [f"--config-file={base / 'types' / 'mypy.ini'}", f"--cache-dir={base / 'types' / 'cache'}"]
    environment = os.environ | {"MYPYPATH": os.pathsep.join(map(str, path))}
    command += suite.program
    ran = subprocess.run(command, cwd=base, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode not in {0, 1}:
        msg = f"{suite.name}: mypy could not check\n{ran.stdout}{ran.stderr}"
        raise NoMypyError(msg)
    return parsed(ran.stdout.splitlines(), base)


def parsed(lines: Iterable[str], base: Path) -> Errors:
    """Return the errors in mypy's output, with the lines of the files below `base` that they are about."""
    found: Errors = Counter()
    for match in filter(None, map(_ERROR.fullmatch, lines)):
        source = (base / match["file"]).read_text(encoding="utf-8").splitlines()
        found[Error(match["file"], source[int(match["line"]) - 1].strip(), match["code"], match["said"])] += 1
    return found


def unexpected(suite: Suite, before: Errors, after: Errors) -> list[str]:
    """Return a text for each error that is new and not listed, and for each that is listed and not there.

    Args:
        suite: What was migrated, with its list.
        before: The errors before.
        after: The errors after; one is new where more stand at lines of the same text with the same code.

    """
    new = after - before
    lines = [str(error) for error in new.elements() if error.said not in suite.new_errors]
    stale = suite.new_errors.keys() - {error.said for error in new}
    return lines + [f"listed in consumers/suites.py, and not said: {said}" for said in sorted(stale)]
