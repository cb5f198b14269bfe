"""Run the shapes in node, with packages from the npm registry where these can be had; kept in build/bench/node."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

# By package: its version, and what the tables call it.
PACKAGES = {"bluebird": ("3.7.2", "bluebird"), "dataloader": ("2.2.3", "dataloader (JS)")}
SCRIPT = Path(__file__).with_name("node.js")


def measured(build: Path, seconds: float) -> dict[str, Any]:
    """Return what node.js printed, or `{"missing": why}`.

    Args:
        build: A folder that may be written to.
        seconds: For each shape.

    """
    node = shutil.which("node")
    if node is None:
        return {"missing": "node is not on the PATH"}
    modules = build / "node"
    absent = [name for name, (version, _) in PACKAGES.items() if installed(modules, name) != version]
    npm = shutil.which("npm")
    if npm is not None and absent:
        modules.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(modules)]
        command += [f"{name}@{PACKAGES[name][0]}" for name in PACKAGES]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - what node.js says tells
    ran = subprocess.run(  # noqa: S603 - our own script
        [node, str(SCRIPT), str(seconds)],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "NODE_PATH": str(modules / "node_modules")},
    )
    if ran.returncode:
        return {"missing": ran.stderr.strip().splitlines()[-1] if ran.stderr.strip() else "node failed"}
    found: dict[str, Any] = json.loads(ran.stdout)
    found["missing_packages"] = [shown for _, shown in PACKAGES.values() if shown not in found["shapes"]]
    return found


def installed(modules: Path, name: str) -> str | None:
    """Return the version of a package in the folder, or None."""
    try:
        found = json.loads((modules / "node_modules" / name / "package.json").read_text(encoding="utf-8"))
    except OSError:
        return None
    version: str = found["version"]
    return version
