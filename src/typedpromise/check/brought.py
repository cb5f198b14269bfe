"""The types that the command brings along: those for PyPI's `promise` 2.3, where nobody has installed them.

What `promise` says of itself is too poor to see much: `catch` and `all` give a promise of anything.
The stubs are a distribution of their own, `promise-stubs`, and lie in this package too, so that the command needs no
second installation. They lie in a hidden folder: no checker, and no import, takes them for modules of this package.
"""

from __future__ import annotations

import shutil
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING

from mypy.modulefinder import get_search_dirs
from mypy.options import Options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PACKAGE = "promise"
_STUBS = "promise-stubs"
# The only version that the stubs describe.
_DESCRIBED = "2.3"


def promise_stubs(folder: Path, python: str | None, bases: Iterable[str] = ()) -> list[str]:
    """Lay the stubs where mypy will find them, if the user has no better.

    Args:
        folder: Where to lay them; mypy takes no search path that lies in site-packages.
        python: The interpreter whose packages count; None for the running one.
        bases: The folders that hold the top packages of the code that is checked.

    Returns:
        What belongs on mypy's search path: one folder, or none where the stubs are installed,
        where another version of `promise` is, or where the code has a `promise` of its own.

    """
    if any(_has_own(Path(base)) for base in bases) or any(_is_served(Path(site)) for site in _sites(python)):
        return []
    # An earlier run may have laid them there.
    if not folder.exists():
        shutil.copytree(_source(), folder / _PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    return [str(folder)]


def _sites(python: str | None) -> Iterator[str]:
    paths, packages = get_search_dirs(python or Options().python_executable)
    yield from (*paths, *packages)


def _has_own(base: Path) -> bool:
    return (base / _PACKAGE).is_dir() or (base / f"{_PACKAGE}.py").is_file()


def _is_served(site: Path) -> bool:
    """Return whether stubs are installed here, or a version of the package that ours do not describe."""
    if (site / _STUBS).is_dir():
        return True
    return any(found.version != _DESCRIBED for found in distributions(name=_PACKAGE, path=[str(site)]))


def _source() -> Path:
    """Return where the stubs lie: beside this module as the wheel has them, or in a checkout."""
    here = Path(__file__)
    shipped = here.with_name(f".{_STUBS}")
    return shipped if shipped.is_dir() else here.parents[3] / "stubs" / _STUBS / _STUBS
