"""The distribution `promise-stubs` as users get it, and a Python environment with `promise` 2.3 in it."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "stubs" / "promise-stubs"


def stubs_wheel(cache_dir: Path) -> Path:
    """Return the wheel of `promise-stubs`; it is built again only when a source has changed."""
    target = cache_dir / f"promise-stubs-{_fingerprint()}"
    if not target.is_dir():
        cache_dir.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache_dir) as scratch:
            # The backend itself, in this environment, so that it works offline.
            command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", scratch]
            done = subprocess.run(command, cwd=SOURCE, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                msg = f"the wheel could not be built ({' '.join(command)}):\n{done.stdout}{done.stderr}"
                raise RuntimeError(msg)
            shutil.copytree(scratch, target, dirs_exist_ok=True)
    (wheel,) = target.glob("*.whl")
    return wheel


def environment(folder: Path, wheel: Path | None) -> Path:
    """Make an environment with `promise` 2.3, and with the wheel where one is given.

    Args:
        folder: Where to make it; what is there goes.
        wheel: The wheel to unpack into it.

    Returns:
        Its interpreter.

    """
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=False, symlinks=True)
    (site,) = folder.glob("lib/python3*/site-packages")
    for name in ("promise", "six"):
        found = distribution(name)
        for file in found.files or ():
            if not file.parts[0].startswith("..") and file.suffix != ".pyc":
                (site / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(str(found.locate_file(file)), site / file)
    if wheel is not None:
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(site)
    return folder / "bin" / "python"


def _fingerprint() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for file in sorted(path for path in SOURCE.rglob("*") if path.is_file()):
        digest.update(f"{file.relative_to(SOURCE)}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]
