"""The mypy options of the command: fixed, so that it needs no configuration and reads none."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from mypy.options import Options

from .cannot_run import CannotRun

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def build_options(
    python: str | None,
    *,
    search: Iterable[str] = (),
    cache: Path | None = None,
    skipped: Collection[str] = (),
    untyped: Collection[str] = (),
) -> Options:
    """Return options that see as many types as they can and say nothing of their own."""
    options = Options()
    # Old code has no annotations, and its promises are dropped just the same.
    options.check_untyped_defs = True
    options.ignore_missing_imports = True
    # What the files import is read for its types; findings are for the named files only.
    options.follow_imports = "silent"
    options.output = "json"
    # Above this number mypy leaves messages out when an import was not found.
    options.many_errors_threshold = -1
    options.incremental = cache is not None
    options.cache_dir = os.devnull if cache is None else str(cache)
    options.mypy_path = [folder for folder in search if "site-packages" not in Path(folder).parts]
    if python is not None:
        options.python_executable = python
        options.python_version = _version_of(python)
    # A file that mypy cannot read is not read when others import it either.
    options.per_module_options = {module: {"follow_imports": "skip"} for module in skipped}
    # An installed package that is checked itself is read as a whole, though it has no `py.typed`.
    options.per_module_options |= {f"{package}.*": {"follow_untyped_imports": True} for package in untyped}
    options.build_per_module_cache()
    return options


def typed_face(folder: Path) -> list[str]:
    """Return where mypy finds this package's types, if not where the interpreter finds the package.

    An installed package has its stubs beside its modules. In a checkout they lie apart,
    so the two are laid together in `folder` as the wheel does it.
    """
    package = Path(__file__).parents[1]
    stubs = package.parents[1] / "stubs" / package.name
    if (package / "_promise.pyi").exists() or not stubs.is_dir():
        return []
    if folder.exists():
        # An earlier run has laid them there.
        return [str(folder)]
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(package, folder / package.name, ignore=ignore)
    shutil.copytree(stubs, folder / package.name, dirs_exist_ok=True)
    return [str(folder)]


def _version_of(python: str) -> tuple[int, int]:
    """Ask an interpreter for its version."""
    ask = [python, "-c", "import sys; print(*sys.version_info[:2])"]
    try:
        answer = subprocess.run(ask, check=True, capture_output=True, text=True).stdout  # noqa: S603  # as the user asked
        major, minor = answer.split()
        return int(major), int(minor)
    except (OSError, subprocess.CalledProcessError, ValueError) as error:
        msg = f"--python {python} does not run as a Python interpreter ({error}): name one, such as .venv/bin/python"
        raise CannotRun(msg) from error
