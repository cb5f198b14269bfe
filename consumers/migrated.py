"""Migrate programs nobody here wrote; check their types and run their tests where `promise` is not to be had.

`make consumers-migrated` starts this. It fails where the outcome of a test differs that consumers/suites.py does not
list, where mypy with the plugin says something of the new program that it did not say of the old one, where
`typedpromise migrate` could not do a file, and where a suite ran no test.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from .run import unpack
from .running import NoRunError, compared, outcomes
from .suites import BUILD, SUITES, Suite
from .typed import NoMypyError, errors, lay_types, unexpected

MIGRATED = BUILD / "migrated"
# A plugin of pytest that makes sure of it.
GONE = ("gone",)


class NotMigratedError(Exception):
    """The command could not do a file; the message holds what it said."""


def lay(base: Path, suites: tuple[Suite, ...] = SUITES, original: Path = BUILD) -> None:
    """Lay out copies of the programs, links to what they need, and no `promise`.

    Args:
        base: The folder, made anew.
        suites: Whose programs.
        original: The folder with `packages/` and `sources/` as they were downloaded.

    """
    shutil.rmtree(base, ignore_errors=True)
    (base / "packages").mkdir(parents=True)
    copied = {Path(path).parts[1] for suite in suites for path in suite.program if path.startswith("packages/")}
    for entry in sorted((original / "packages").iterdir()):
        name = entry.name
        if name == "promise" or name.startswith("promise-") or name == "__pycache__":
            continue
        if name in copied:
            shutil.copytree(entry, base / "packages" / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            (base / "packages" / name).symlink_to(entry)
    shutil.copytree(original / "sources", base / "sources", ignore=shutil.ignore_patterns("*.tar.gz", "__pycache__"))


def migrate(suite: Suite, base: Path) -> str:
    """Run `typedpromise migrate --write` over a program; return its summary, the last line it prints.

    Raises:
        NotMigratedError: The exit code says that a file could not be migrated.

    """
    command = [sys.executable, "-m", "typedpromise", "migrate", "--write", *suite.program]
    environment = os.environ | {"MYPYPATH": str(base / "packages")}
    ran = subprocess.run(command, cwd=base, env=environment, capture_output=True, text=True, check=False)
    # 1: places are left, and the program is on the drop-in.
    if ran.returncode not in {0, 1}:
        msg = f"{suite.name}: typedpromise migrate ended with {ran.returncode}\n{ran.stdout}{ran.stderr}"
        raise NotMigratedError(msg)
    return ran.stdout.splitlines()[-1]


def passes(suite: Suite, base: Path) -> bool:
    """Migrate a program, print what came of it, and return whether it may stand."""
    try:
        before = errors(suite, base, migrated=False)
        summary = migrate(suite, base)
        new = unexpected(suite, before, errors(suite, base, migrated=True))
        ran = compared(suite, outcomes(suite, ()), outcomes(suite, GONE, base), "migrated, no promise")
    except (NoRunError, NoMypyError, NotMigratedError) as error:
        print(error)
        return False
    print(f"  {summary}")
    print(f"  mypy with the plugin: {before.total()} errors before, {len(new)} unexpected after the migration")
    for line in new:
        print(f"    {line}")
    for said, why in suite.new_errors.items():
        print(f"    as expected: {said}: {why}")
    return ran and not new


def main() -> int:
    """Migrate every program; return the exit status."""
    unpack()
    lay(MIGRATED)
    lay_types(MIGRATED, Path(sysconfig.get_path("purelib")))
    good = [passes(suite, MIGRATED) for suite in SUITES]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
