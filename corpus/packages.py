"""The packages of the corpus, as `packages.toml` lists them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

FILE = Path(__file__).parent / "packages.toml"


@dataclass(frozen=True, slots=True)
class Package:
    """A released distribution: what is downloaded, and which of its files are checked."""

    name: str
    version: str
    # Of the downloaded file, so that what is checked never changes under its verdicts.
    sha256: str
    # What is checked, as seen from where the distribution is unpacked; nothing for one that others only import.
    paths: tuple[str, ...] = ()
    # Where the files lie inside a source distribution, or inside a package that has vendored another.
    root: str = ""
    source: bool = False

    @property
    def requirement(self) -> str:
        """The line of a requirements file."""
        return f"{self.name}=={self.version} --hash=sha256:{self.sha256}"


@dataclass(frozen=True, slots=True)
class Group:
    """Packages that import each other: they are unpacked into one folder and checked in one build."""

    name: str
    packages: tuple[Package, ...]
    promise_types: tuple[str, ...] = ()
    futures: bool = False

    @property
    def paths(self) -> list[str]:
        """What is checked."""
        return [path for package in self.packages for path in package.paths]

    def owner(self, file: str) -> Package:
        """Return the package a checked file belongs to."""
        for package in self.packages:
            if any(file == path or file.startswith(f"{path}/") for path in package.paths):
                return package
        msg = f"{file} belongs to no package of the group {self.name}: add its folder to `paths` in {FILE.name}"
        raise LookupError(msg)


@dataclass(slots=True)
class _Table:
    """One `[[group]]` of the file."""

    name: str
    package: list[dict[str, object]]
    promise_types: list[str] = field(default_factory=list[str])
    futures: bool = False


def read(file: Path = FILE) -> list[Group]:
    """Return the groups of a package list; a key that means nothing is an error."""
    groups: list[Group] = []
    for fields in tomllib.loads(file.read_text(encoding="utf-8"))["group"]:
        table = _Table(**{key.replace("-", "_"): value for key, value in fields.items()})
        packages = tuple(_package(each) for each in table.package)
        groups.append(Group(table.name, packages, tuple(table.promise_types), table.futures))
    return groups


def _package(fields: dict[str, object]) -> Package:
    made = {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
    return Package(**made)  # type: ignore[arg-type]  # a wrong key or kind is found by the test of the list
