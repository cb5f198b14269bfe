"""Run the tests of programs nobody here wrote, against `promise` 2.3 and against `typedpromise.compat` in its place.

`make consumers` starts this; it fails where the outcomes differ, and where a suite ran no test.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build" / "consumers"
PACKAGES = BUILD / "packages"
SOURCES = BUILD / "sources"
# Plugins of pytest: the one serves `promise` from here, the other makes sure of it.
SERVED = ("typedpromise.compat.install", "served")

Outcomes = dict[str, str]


@dataclass(frozen=True)
class Suite:
    """The tests of one program."""

    name: str
    path: Path
    # What cannot run here with either library, with the reason.
    left_out: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


SUITES = (
    Suite(
        "graphql-core-promise 3.4.2",
        SOURCES / "graphql_core_promise-3.4.2" / "tests",
        options=("--benchmark-disable",),
    ),
    Suite(
        "tensorflow-datasets 4.9.10, download tests",
        PACKAGES / "tensorflow_datasets" / "core" / "download",
        # They read testing/test_data/, which is not in the wheel.
        left_out=("extractor_test.py", "checksums_test.py::test_compute_url_info"),
    ),
)


def run_suite(suite: Suite, plugins: tuple[str, ...], report: Path) -> subprocess.CompletedProcess[str]:
    """Run a suite in an interpreter of its own, which writes a report."""
    # -S and the path: these packages and the working tree, and nothing that the environment holds besides.
    # No bytecode and no cache: nothing is written beside the programs.
    site = PACKAGES if PACKAGES.exists() else Path(next(path for path in sys.path if path.endswith("site-packages")))
    path = os.pathsep.join(map(str, (ROOT / "src", ROOT / "consumers", ROOT / "consumers" / "stand_ins", site)))
    command = [sys.executable, "-S", "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull]
    command += [f"--rootdir={ROOT}", f"--junitxml={report}"]
    command += [option for plugin in plugins for option in ("-p", plugin)]
    for name in suite.left_out:
        if "::" in name:
            command.append(f"--deselect={(suite.path / name).relative_to(ROOT)}")
        else:
            command.append(f"--ignore={suite.path / name}")
    environment = os.environ | {"PYTHONPATH": path}
    command += [*suite.options, str(suite.path)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def outcomes(suite: Suite, plugins: tuple[str, ...]) -> Outcomes:
    """Run a suite; return what became of each test."""
    report = BUILD / "report.xml"
    report.unlink(missing_ok=True)
    done = run_suite(suite, plugins, report)
    # 0: all passed; 1: some failed, which is compared; all else is no run of tests.
    if done.returncode not in {0, 1} or not report.exists() or "the tests imported" in done.stderr:
        sys.exit(f"{suite.name}: pytest did not run as it should\n{done.stdout}\n{done.stderr}")
    found: Outcomes = {}
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 - pytest wrote it just now
        kinds = [child.tag for child in case if child.tag in {"failure", "error", "skipped"}]
        found[f"{case.get('classname')}::{case.get('name')}"] = kinds[0] if kinds else "passed"
    return found


def counted(found: Outcomes) -> str:
    """Return the counts as text."""
    counts = Counter(found.values())
    return ", ".join(f"{counts[kind]} {kind}" for kind in sorted(counts, key=lambda kind: kind != "passed")) or "none"


def compared(suite: Suite) -> bool:
    """Run a suite both ways and print both counts; return whether there were tests and all ended alike."""
    before = outcomes(suite, ())
    after = outcomes(suite, SERVED)
    print(f"{suite.name}\n  promise 2.3           {counted(before)}\n  typedpromise.compat   {counted(after)}")
    if not before:
        print("  no test ran")
        return False
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            print(f"  {name}: {before.get(name, 'not run')} with promise 2.3, {after.get(name, 'not run')} with us")
    return before == after


def unpack() -> None:
    """Unpack the source distributions that hold the tests."""
    for archive in SOURCES.glob("*.tar.gz"):
        with tarfile.open(archive) as tar:
            tar.extractall(SOURCES, filter="data")


def main() -> int:
    """Run every suite; return the exit status."""
    unpack()
    alike = [compared(suite) for suite in SUITES]
    return 0 if all(alike) else 1


if __name__ == "__main__":
    sys.exit(main())
