"""The demo: the checker on real packages, then one program from end to end; `make demo` runs it.

What it prints is also written to build/demo/screen.txt, from where `make readme` takes it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BUILD = Path("build/demo")
PACKAGES = BUILD / "packages"
REAL = [PACKAGES / "graphql_core_promise", PACKAGES / "tensorflow_datasets" / "core" / "download"]
STEPS: list[tuple[str, list[str], int]] = [
    ("the types along a chain", ["typedpromise", "types", "examples/chain.py"], 0),
    ("the promises that were dropped", ["typedpromise", "check", *map(str, REAL), "examples"], 1),
    ("a program whose result comes through a chain", ["python", "examples/checksums.py"], 0),
]


def run(command: list[str]) -> tuple[str, int]:
    """Run `command` with the tools of this interpreter's environment; return what it printed and its exit code."""
    executable = Path(sys.executable).with_name(command[0])
    done = subprocess.run(  # noqa: S603 - our own commands
        [executable, *command[1:]], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return done.stdout, done.returncode


def main() -> int:
    """Run the steps; return 0 if each ended as it has to."""
    screen: list[str] = []
    for title, command, expected in STEPS:
        printed, code = run(command)
        screen += [f"# {title}", f"$ {' '.join(command)}", printed]
        print("\n".join(screen[-3:]), flush=True)
        if code != expected:
            print(f"demo: {command[0]} ended with exit code {code} where {expected} was expected", file=sys.stderr)
            return 1
    (ROOT / BUILD / "screen.txt").write_text("\n".join(screen))
    return 0


if __name__ == "__main__":
    sys.exit(main())
