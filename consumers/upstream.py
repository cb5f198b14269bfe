"""Bring the tests of `promise` 2.3, which its source distribution leaves out, from Debian's copy of its source tree.

`make consumers` starts this; apt is asked for one file, in a folder of its own, and nothing is installed.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from .suites import BUILD

PACKAGE = "python-promise"
VERSION = "2.3.0"
SHA256 = "d9017f2b949a49fdf65a1ee1f54ff4cb08181ea19ea2c1034cd13c767cfdddf8"
SOURCES = BUILD / "sources"
APT = Path("/etc/apt")


class NotHadError(Exception):
    """The archive cannot be had here; the message says why, and what to do."""


def source_lists(apt: Path) -> dict[str, str]:
    """Return apt's lists of this machine by name, asking for sources in place of packages."""
    lists: dict[str, str] = {}
    for path in sorted([apt / "sources.list", *apt.glob("sources.list.d/*")]):
        if not path.is_file() or path.suffix not in {".list", ".sources"}:
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".sources":
            lists[path.name] = re.sub(r"(?m)^Types:.*$", "Types: deb-src", text)
        else:
            kept = [line for line in text.splitlines() if re.match(r"deb\s", line)]
            lists[path.name] = "".join(f"deb-src{line[3:]}\n" for line in kept)
    return {name: text for name, text in lists.items() if "deb-src" in text}


def checked(archive: Path) -> Path:
    """Return the archive; raises `NotHadError` if it is not the one that the outcomes were written down for."""
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != SHA256:
        msg = f"{archive.name} has the SHA-256 {found} in place of {SHA256}"
        raise NotHadError(msg)
    return archive


def download(into: Path, apt: Path = APT) -> Path:
    """Return the archive, as apt has brought it; raises `NotHadError`."""
    command = shutil.which("apt-get")
    lists = source_lists(apt)
    if command is None or not lists:
        msg = "there is no apt-get with a list of sources"
        raise NotHadError(msg)
    parts = into / "parts"
    for folder in (parts, into / "lists" / "partial", into / "cache" / "archives" / "partial"):
        folder.mkdir(parents=True)
    for name, text in lists.items():
        (parts / name).write_text(text, encoding="utf-8")
    options = ["-qq", "-o", "Dir::Etc::SourceList=/dev/null", "-o", f"Dir::Etc::SourceParts={parts}"]
    options += ["-o", f"Dir::State::Lists={into / 'lists'}", "-o", f"Dir::Cache={into / 'cache'}"]
    options += ["-o", "APT::Sandbox::User="]
    for what in (["update"], ["source", "--download-only", "--tar-only", PACKAGE]):
        ran = subprocess.run([command, *options, *what], cwd=into, capture_output=True, text=True, check=False)
        if ran.returncode:
            msg = f"apt-get {what[0]} failed: {ran.stderr.strip()[-300:]}"
            raise NotHadError(msg)
    return checked(into / f"{PACKAGE}_{VERSION}.orig.tar.gz")


def unpack(archive: Path, into: Path) -> None:
    """Unpack the tests, and not the package beside them, which they would import."""
    with tarfile.open(archive) as tar:
        members = [member for member in tar if "/tests/" in member.name]
        tar.extractall(into, members, filter="data")


def main() -> int:
    """Bring the tests, if they are not there; return 0 also where they cannot be had: `run` says what is missing."""
    if (SOURCES / f"promise-{VERSION}" / "tests").exists():
        return 0
    SOURCES.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(prefix="typedpromise-") as folder:
            unpack(download(Path(folder)), SOURCES)
    except NotHadError as error:
        print(f"the tests of promise 2.3 are not to be had: {error}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
