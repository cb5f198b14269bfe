"""The package as users get it: the built wheel, unpacked, with each `.pyi` beside its `.py`.

Type checkers must not be pointed at `src/` or `stubs/` alone: neither is what an installation looks like.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Everything that can change what the wheel holds.
_SOURCES = ("src", "stubs", "pyproject.toml")
_KEPT = 3


def unpacked_wheel(cache_dir: Path) -> Path:
    """Return a directory that holds `typedpromise/` as the wheel lays it out.

    The wheel is built again only when a source has changed; the directory is named after their content.
    """
    cache_dir.mkdir(parents=True, exist_ok=True)
    target = cache_dir / f"typed-wheel-{_fingerprint()}"
    if not target.is_dir():
        _build(target)
        _forget_old(cache_dir, keep=target)
    return target


def _source_files() -> Iterator[Path]:
    for name in _SOURCES:
        path = ROOT / name
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (f for f in found if f.is_file() and "__pycache__" not in f.parts)


def _fingerprint() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for file in _source_files():
        digest.update(f"{file.relative_to(ROOT)}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _build(target: Path) -> None:
    """Build beside `target` and rename, so that two runs at once never see half a wheel."""
    with tempfile.TemporaryDirectory(dir=target.parent, prefix="building-") as scratch:
        # The build backend itself, in this environment: no isolated environment to download, so it works offline.
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", scratch]
        # Pure: types need no compiled core, which takes half a minute to make.
        pure = {**os.environ, "TYPEDPROMISE_COMPILE": "0"}
        done = subprocess.run(command, cwd=ROOT, env=pure, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            msg = f"the wheel could not be built ({' '.join(command)}):\n{done.stdout}{done.stderr}"
            raise RuntimeError(msg)
        (wheel,) = Path(scratch).glob("*.whl")
        unpacked = Path(scratch, "unpacked")
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(unpacked)
        try:
            unpacked.rename(target)
        except OSError:
            if not target.is_dir():  # Another run was first with the same content: its result is as good as ours.
                raise


def _forget_old(cache_dir: Path, *, keep: Path) -> None:
    """Keep the few newest; the others cost disk and nobody asks for them again."""
    others = [p for p in cache_dir.glob("typed-wheel-*") if p != keep]
    others.sort(key=lambda p: p.stat().st_mtime, reverse=True)
    for old in others[_KEPT - 1 :]:
        shutil.rmtree(old, ignore_errors=True)
