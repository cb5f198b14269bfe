"""Run the shapes in node, with bluebird from the npm registry where that can be had; kept in build/bench/node."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

BLUEBIRD = "bluebird@3.7.2"


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
    npm = shutil.which("npm")
    if npm is not None and not (modules / "node_modules" / "bluebird").exists():
        modules.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(modules), BLUEBIRD]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - what node.js says tells
    ran = subprocess.run(  # noqa: S603 - our own script
        [node, str(Path(__file__).with_name("node.js")), str(seconds)],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "NODE_PATH": str(modules / "node_modules")},
    )
    if ran.returncode:
        return {"missing": ran.stderr.strip().splitlines()[-1] if ran.stderr.strip() else "node failed"}
    found: dict[str, Any] = json.loads(ran.stdout)
    if "bluebird" not in found["shapes"]:
        found["missing_bluebird"] = "bluebird could not be installed"
    return found
