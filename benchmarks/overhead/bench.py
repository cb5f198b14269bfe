"""One run of mypy on one of the programs, with the plugin or without it, checked for having done what it should."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.typed_wheel import unpacked_wheel

from .programs import FINDING, Program, copy_plain, write_dense

_OPTIONS = "check_untyped_defs = True\nignore_missing_imports = True\n"


@dataclass
class Bench:
    """A folder with the programs and mypy's configurations, and the package as pip installs it."""

    folder: Path
    site: Path
    programs: list[Program]

    def run(
        self, which: str, target: str, cache: str, before: Sequence[str] = (), hashes: str = "random"
    ) -> subprocess.CompletedProcess[str]:
        """Run mypy `alone` or with the `plugin`.

        Args:
            which: The name of the configuration.
            target: What mypy is to check.
            cache: A name for the folder of its cache.
            before: What to put in front of the command.
            hashes: The seed of the hashes of strings.

        Raises:
            RuntimeError: mypy did not run, or the rules did not run where they should.

        """
        command = [*before, sys.executable, "-m", "mypy", f"--config-file={which}.ini", f"--cache-dir={cache}", target]
        done = subprocess.run(  # noqa: S603  # mypy, on programs of ours
            command,
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.site), "PYTHONHASHSEED": hashes},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode not in (0, 1) or not done.stdout:
            msg = f"mypy did not run: {done.stdout}{done.stderr}"
            raise RuntimeError(msg)
        # The rules must have run where they should, or the figures would be of something else.
        if (FINDING in done.stdout) != (which == "plugin" and target == "dense"):
            msg = f"{FINDING} is expected in the dense program with the plugin, and nowhere else: {done.stdout[-2000:]}"
            raise RuntimeError(msg)
        return done


@contextmanager
def prepared(modules: int) -> Generator[Bench]:
    """Make the folder, with a dense program of so many modules, and remove it at the end."""
    with tempfile.TemporaryDirectory(prefix="overhead-") as scratch:
        # A copy: what is measured must not change while it is measured.
        site = Path(scratch, "site")
        shutil.copytree(unpacked_wheel(Path(scratch, "wheel")), site)
        # As pip leaves a package: else each run of the plugin would compile it anew.
        compileall.compile_dir(site, quiet=1)
        folder = Path(scratch, "work")
        folder.mkdir()
        (folder / "alone.ini").write_text(f"[mypy]\n{_OPTIONS}", encoding="utf-8")
        (folder / "plugin.ini").write_text(f"[mypy]\nplugins = typedpromise.mypy\n{_OPTIONS}", encoding="utf-8")
        yield Bench(folder, site, [write_dense(folder, modules), copy_plain(folder)])
