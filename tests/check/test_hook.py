"""The hook for pre-commit."""

import subprocess
import sys
import tomllib
from pathlib import Path

from pre_commit.clientlib import load_manifest

from typedpromise.check.window import REQUIREMENT

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"


def test_pre_commit_can_read_it() -> None:
    """pre-commit's own check of the manifest has nothing to say."""
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")


def test_it_runs_the_command_with_a_mypy_that_fits() -> None:
    """The entry is a script of the package, and mypy is installed beside it in the versions the checker knows."""
    (hook,) = load_manifest(str(MANIFEST))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert hook["entry"].split()[0] in project["scripts"]
    assert hook["entry"].split()[1:] == ["check"]
    assert hook["additional_dependencies"] == [REQUIREMENT] == project["optional-dependencies"]["mypy"]
    assert (hook["language"], hook["types"], hook["require_serial"]) == ("python", ["python"], True)
    # As mypy's own hook does: the files that changed, with the types of what they import.
    assert (hook["pass_filenames"], hook["args"]) == (True, [])
