"""Downloads the packages with pip, by version and hash, and unpacks what is checked; nothing is installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from .packages import Group, Package


def fetch(group: Group, folder: Path) -> Path:
    """Return the folder with the unpacked packages of a group, which is made once for each list of packages."""
    site, stamp = folder / group.name, folder / f"{group.name}.stamp"
    wanted = "\n".join(f"{package!r}" for package in group.packages)
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        shutil.rmtree(site, ignore_errors=True)
        site.mkdir(parents=True)
        for package in group.packages:
            _unpack(_download(package, folder / "downloads"), package, site)
        stamp.write_text(wanted, encoding="utf-8")
    return site


def _download(package: Package, folder: Path) -> Path:
    own = folder / f"{package.name}-{package.version}"
    found = sorted(own.glob("*"))
    if not found:
        own.mkdir(parents=True)
        requirements = folder / f"{own.name}.txt"
        requirements.write_text(f"{package.requirement}\n", encoding="utf-8")
        subprocess.run(  # noqa: S603  # pip, on a file written here
            [
                *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"),
                *("--no-binary" if package.source else "--only-binary", ":all:"),
                *("--require-hashes", "--requirement", str(requirements), "--dest", str(own)),
            ],
            check=True,
        )
        found = sorted(own.glob("*"))
    return found[0]


def _unpack(archive: Path, package: Package, site: Path) -> None:
    scratch = site.with_name(f"{site.name}.unpacked")
    shutil.rmtree(scratch, ignore_errors=True)
    if archive.suffix in {".whl", ".zip"}:
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(scratch)  # noqa: S202  # zipfile itself keeps names inside
    else:
        with tarfile.open(archive) as opened:
            opened.extractall(scratch, filter="data")
    source = scratch / package.root
    for entry in source.iterdir():
        # Only packages and modules: a second `setup.py` or `tests` would overwrite the first.
        if entry.name in {Path(path).parts[0] for path in package.paths} or not package.paths:
            _move(entry, site / entry.name)
    shutil.rmtree(scratch)


def _move(entry: Path, target: Path) -> None:
    if entry.is_dir():
        # Namespace packages share a folder.
        shutil.copytree(entry, target, dirs_exist_ok=True)
    else:
        shutil.copy(entry, target)
