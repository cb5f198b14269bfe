"""From the paths on the command line to what mypy builds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mypy.build import CORE_BUILTIN_MODULES
from mypy.find_sources import InvalidSourceList, SourceFinder
from mypy.fscache import FileSystemCache
from mypy.modulefinder import BuildSource

from .cannot_run import CannotRun
from .report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mypy.options import Options

# Folders that hold other people's code or none at all.
_SKIPPED = frozenset({"__pycache__", "node_modules", "site-packages"})


def find_files(paths: Iterable[str]) -> list[str]:
    """Return the Python files in the given files and folders, each once, in a stable order."""
    found: dict[str, None] = {}
    for path in paths:
        if Path(path).is_dir():
            inside = list(_files_in(path))
            if not inside:
                msg = f"no Python files in the folder {path}: name a folder or a file with Python source"
                raise CannotRun(msg)
            found.update(dict.fromkeys(inside))
        elif path == "-":
            msg = "typedpromise reads no standard input, because types depend on where a module lies: name its file"
            raise CannotRun(msg)
        elif os.path.lexists(path):
            found[str(Path(path))] = None
        else:
            msg = f"no such file or folder: {path} (looked in {Path.cwd()}): check the spelling of the path"
            raise CannotRun(msg)
    return list(found)


def _files_in(folder: str) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_skipped(root, name))
        for name in sorted(files):
            if name.endswith(".py"):
                yield str(Path(root, name))


def is_skipped(root: str, name: str) -> bool:
    """Whether the folder `name` in `root` is nobody's source: a cache, an environment, something hidden."""
    # A virtual environment may have any name; this file is in each of them.
    return name in _SKIPPED or name.startswith(".") or Path(root, name, "pyvenv.cfg").is_file()


def is_readable(file: str, failures: list[Report]) -> bool:
    """Return whether the file can be read at all, and say so in `failures` if not."""
    if file.endswith(".ipynb"):
        # As JSON it would pass for Python that does nothing.
        message = "Cannot read a notebook: write its code to a Python file, as `jupyter nbconvert --to script` does"
        failures.append(Report(file, 1, 0, message, "unreadable"))
        return False
    try:
        with Path(file).open("rb"):
            return True
    except OSError as error:
        message = f"Cannot read this file: {error.strerror}; make it readable, or leave it out of the paths"
        failures.append(Report(file, 1, 0, message, "unreadable"))
        return False


def name_modules(files: Iterable[str], options: Options) -> list[BuildSource]:
    """Give each file the module name it would be imported by, seen from its topmost package."""
    finder = SourceFinder(FileSystemCache(), options)
    return [_source(file, finder) for file in files]


def _source(file: str, finder: SourceFinder) -> BuildSource:
    try:
        module, base = finder.crawl_up(file)
    except InvalidSourceList:
        # A package whose folder has a name no import can spell: its files are scripts to us.
        module, base = "", str(Path(file).absolute().parent)
    module = module or Path(file).stem
    if module in CORE_BUILTIN_MODULES:
        # `types.py` in a folder of scripts: under its own name mypy would take it for the library's.
        module = f"{module}__script"
    return BuildSource(file, module, None, None if _shadows_library(base) else base)


# A folder is asked about for each file in it.
_shadowing: dict[str, bool] = {}


def _shadows_library(base: str) -> bool:
    """Return whether imports must not be looked up here: site-packages has a `typing_extensions.py` for one."""
    if base not in _shadowing:
        _shadowing[base] = any(Path(base, f"{module}.py").exists() for module in CORE_BUILTIN_MODULES)
    return _shadowing[base]


def installed(sources: Iterable[BuildSource]) -> set[str]:
    """Return the packages among the sources that are found only where pip has put them."""
    return {source.module.partition(".")[0] for source in sources if source.base_dir is None}


def partition(sources: Iterable[BuildSource]) -> list[list[BuildSource]]:
    """Split sources into builds in which no module name occurs twice.

    Two folders may each have a `conftest.py`; mypy refuses to have both in one build.
    Files with the same base stay together where they can, because they import each other.
    """
    bases: dict[str | None, list[BuildSource]] = {}
    for source in sources:
        bases.setdefault(source.base_dir, []).append(source)
    builds: list[dict[str, BuildSource]] = []
    for together in bases.values():
        names = {source.module for source in together}
        block = next((build for build in builds if names.isdisjoint(build)), None)
        if block is None:
            builds.append(block := {})
        for source in together:
            if source.module not in block:
                block[source.module] = source
            else:
                # `name.py` beside `name/__init__.py`: a build of its own for the odd one out.
                builds.append({source.module: source})
    return [list(build.values()) for build in builds]
