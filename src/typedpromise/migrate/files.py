"""Which files are migrated: Python source and stubs, and what is said of others that were named."""

from __future__ import annotations

import os
from pathlib import Path

from typedpromise.check.cannot_run import CannotRun
from typedpromise.check.sources import is_skipped


def find(paths: list[str]) -> list[str]:
    """Return the files in the given files and folders, each once, in a stable order.

    Raises:
        CannotRun: A path is not there, a folder has no Python files, or a file is none.

    """
    found: dict[str, None] = {}
    for path in paths:
        if path == "-":
            raise CannotRun(
                "typedpromise reads no standard input, because types depend on where a module lies: name its file"
            )
        if Path(path).is_dir():
            inside = _inside(path)
            if not inside:
                msg = f"no Python files in the folder {path}: name a folder or a file with Python source"
                raise CannotRun(msg)
            found.update(dict.fromkeys(inside))
        elif not os.path.lexists(path):
            is_pattern = not set("*?[").isdisjoint(path)
            hint = "a shell replaces a pattern by names: name the folder" if is_pattern else "check the spelling of it"
            msg = f"no such file or folder: {path} (looked in {Path.cwd()}): {hint}"
            raise CannotRun(msg)
        elif path.endswith(".ipynb"):
            msg = f"{path} is a notebook, which is not rewritten: migrate its code in a Python file and paste it back"
            raise CannotRun(msg)
        elif not path.endswith((".py", ".pyi")) and not _is_script(path):
            msg = f"{path} is no Python source: name files that end in .py or .pyi, or folders"
            raise CannotRun(msg)
        else:
            found[str(Path(path))] = None
    return list(found)


def _inside(folder: str) -> list[str]:
    found: list[str] = []
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_skipped(root, name))
        found += [str(Path(root, name)) for name in sorted(files) if name.endswith((".py", ".pyi"))]
    return found


def _is_script(path: str) -> bool:
    """Return whether the first line says that Python runs the file."""
    try:
        with Path(path).open("rb") as stream:
            first = stream.readline(200)
    except OSError:
        # Said when it is read.
        return True
    return first.startswith(b"#!") and b"python" in first
