"""`make dist`: build both distributions into `dist/`, look at what they hold, install them and try them.

Each is built twice, as a source archive and as a wheel; the wheel of `promise-stubs` must hold types and nothing else.
They are installed in an environment of their own, with `promise` 2.3, which pip fetches; mypy is that of this one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from email import message_from_string
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from packaging.metadata import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
SOURCES = {"typedpromise": ROOT, "promise_stubs": ROOT / "stubs" / "promise-stubs"}

_PROGRAM = """\
from typing import assert_type
import typedpromise
import promise
def fetch(n: int) -> promise.Promise[str]: raise NotImplementedError
def old(n: promise.Promise[int]) -> None:
    assert_type(n.then(fetch).catch(lambda e: None), promise.Promise[str | None])
def new(n: typedpromise.Promise[int]) -> None:
    assert_type(n.then(str).catch(lambda e: None), typedpromise.Promise[str | None])
assert_type(promise.Promise.resolve(1).get(), int)
assert promise.Promise.resolve(1).get() == typedpromise.Promise.resolve(1).get()
print("both work")
"""


class WrongDistributionError(Exception):
    """A distribution is not what it should be."""


def build(name: str, folder: Path) -> list[Path]:
    """Build a distribution: its source archive and its wheel.

    Args:
        name: Of the distribution, as its files begin.
        folder: Where to put them; what another version left there of it goes.

    Returns:
        The two files.

    """
    for old in folder.glob(f"{name}-*"):
        old.unlink()
    _run(sys.executable, "-m", "hatchling", "build", "--directory", str(folder), cwd=SOURCES[name])
    return sorted(folder.glob(f"{name}-*"))


def contents(file: Path) -> list[str]:
    """Return the names of the files in an archive, without the folder that a source archive begins with."""
    if file.suffix == ".whl":
        with zipfile.ZipFile(file) as wheel:
            return sorted(wheel.namelist())
    with tarfile.open(file) as archive:
        return sorted(member.name.partition("/")[2] for member in archive if not member.isdir())


def complaints(file: Path) -> list[str]:
    """Return what is wrong with an archive: its metadata, what it lacks, and what it should not hold."""
    names = contents(file)
    found = [f"{file.name} holds {name}" for name in names if "__pycache__" in name or name.endswith(".pyc")]
    found += [f"{file.name} holds {name}, a link that leads nowhere elsewhere" for name in _links(file)]
    found += [f"{file.name}: {error}" for error in _of_metadata(_metadata(file))]
    if not any(name.endswith("LICENSE") for name in names):
        found.append(f"{file.name} has no LICENSE")
    if file.suffix == ".whl" and file.name.startswith("promise_stubs-"):
        found += [f"{file.name} holds {name}, which is no type" for name in names if not _belongs_to_stubs(name)]
    return found


def _belongs_to_stubs(name: str) -> bool:
    top = name.partition("/")[0]
    return top.endswith(".dist-info") or (top == "promise-stubs" and name.endswith(".pyi"))


def _links(file: Path) -> list[str]:
    if file.suffix == ".whl":
        return []
    with tarfile.open(file) as archive:
        return [member.name for member in archive if member.issym() or member.islnk()]


def _metadata(file: Path) -> str:
    if file.suffix == ".whl":
        with zipfile.ZipFile(file) as wheel:
            (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
            return wheel.read(name).decode()
    with tarfile.open(file) as archive:
        inside = archive.extractfile(f"{file.name.removesuffix('.tar.gz')}/PKG-INFO")
        assert inside is not None
        return inside.read().decode()


def _of_metadata(text: str) -> Iterable[str]:
    """Yield what a package index would refuse, or show as nothing."""
    try:
        Metadata.from_email(text, validate=True)
    except ExceptionGroup as group:
        yield from map(str, group.exceptions)
    message = message_from_string(text)
    if message["Description-Content-Type"] != "text/markdown":
        yield "the description is not said to be Markdown"
    if not str(message.get_payload()).strip():
        yield "there is no description"


def try_out(wheels: Iterable[Path], folder: Path) -> str:
    """Install the wheels into an environment, run a program with both packages, and check its types.

    Args:
        wheels: What to install.
        folder: Where to make the environment.

    Returns:
        What the program and mypy said.

    """
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    _run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *map(str, wheels), cwd=folder)
    program = folder / "program.py"
    program.write_text(_PROGRAM, encoding="utf-8")
    said = _run(python, str(program), cwd=folder)
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--python-executable={python}"]
    return said + _run(*command, f"--cache-dir={folder / 'cache'}", str(program), cwd=folder)


def _run(*command: str, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)  # noqa: S603  # our own commands
    if done.returncode != 0:
        msg = f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        raise WrongDistributionError(msg)
    return done.stdout


def main() -> int:
    """Build, look, try; the return value is the exit code."""
    # The wheel for every platform, unless asked for another: compiled ones come from cibuildwheel.
    os.environ.setdefault("TYPEDPROMISE_COMPILE", "0")
    DIST.mkdir(exist_ok=True)
    files = [file for name in SOURCES for file in build(name, DIST)]
    for file in files:
        print(f"{file.relative_to(ROOT)}: {len(contents(file))} files, {file.stat().st_size // 1024} KiB")
    wrong = [complaint for file in files for complaint in complaints(file)]
    print("\n".join(wrong) or "metadata and contents are right")
    if wrong:
        return 1
    with TemporaryDirectory(prefix="typedpromise-dist-") as folder:
        print(try_out([file for file in files if file.suffix == ".whl"], Path(folder)), end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
