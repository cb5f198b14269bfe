"""The entry of the mypy plugin, and what is imported when."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from mypy.version import __version__ as installed

from typedpromise import mypy


def test_plugin_class_for_a_mypy_in_the_window() -> None:
    """The plugin class goes to mypy."""
    from typedpromise.check.postcheck import PostCheck

    assert mypy.plugin(installed) is PostCheck


def test_mypy_outside_the_window_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """There is one line and exit code 2, no traceback."""
    with pytest.raises(SystemExit, match="2"):
        mypy.plugin("2.5.0")

    assert capsys.readouterr().err == (
        "typedpromise.mypy: error: mypy 2.5.0 is installed, but typedpromise's checker is tested with mypy>=2.4,<2.5 "
        "and mypy's plugin interface changes between versions: "
        'install one it knows with: python -m pip install "typedpromise[mypy]"\n'
    )


@pytest.mark.parametrize(
    ("statement", "unwanted"),
    [
        ("import typedpromise", "typedpromise.check"),
        ("import typedpromise, typedpromise.check.command", "mypy"),
        ("import typedpromise.mypy", "mypy.build"),
        ("from typedpromise.check.command import main; main(['explain', 'floating-promise'])", "mypy"),
    ],
)
def test_imports_on_use(statement: str, unwanted: str) -> None:
    """The run time imports no checker, and the checker imports mypy when it checks."""
    code = f"{statement}\nimport sys\nassert {unwanted!r} not in sys.modules"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=dict(os.environ)
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_a_program_without_promises_needs_no_rules(tmp_path: Path) -> None:
    """Mypy waits for no rule, no walk and nothing that infers, until a module has to do with promises."""
    (tmp_path / "mypy.ini").write_text("[mypy]\nplugins = typedpromise.mypy\n")
    (tmp_path / "pyproject.toml").write_text('[tool.typedpromise]\npreset = "strict"\n')
    (tmp_path / "program.py").write_text("class A:\n    def then(self) -> str:\n        return str(1)\n\nA().then()\n")
    code = """\
from mypy import api
import sys
print(api.run(["--config-file=mypy.ini", "--cache-dir=cache", "program.py"]))
used = ["rules", "tree", "nodes", "seen"], ["hooks", "handlers", "joins"]
print([name for part, names in zip(("check", "inference"), used)
       for name in names if f"typedpromise.{part}.{name}" in sys.modules])
print("typedpromise.check.postcheck" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=dict(os.environ), cwd=tmp_path
    )

    said = "('Success: no issues found in 1 source file\\n', '', 0)"
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (0, [said, "[]", "True"], "")
