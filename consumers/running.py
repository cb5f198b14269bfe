"""Runs the tests of a program in an interpreter of its own, and compares how they ended."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

from .suites import BUILD, ROOT, Suite

Outcomes = dict[str, str]


class NoRunError(Exception):
    """The tests did not run as they should; the message holds what pytest said."""


def run_suite(
    suite: Suite, plugins: tuple[str, ...], report: Path, base: Path = BUILD
) -> subprocess.CompletedProcess[str]:
    """Run a suite in an interpreter of its own, which writes a report.

    Args:
        suite: What is run.
        plugins: Names of pytest's plugins.
        report: Where the outcomes are written.
        base: The folder that the suite's path is relative to.

    """
    # -S and the path: these packages and the working tree, and nothing that the environment holds besides.
    # No bytecode and no cache: nothing is written beside the programs.
    site = base / "packages"
    if not site.exists():
        site = Path(next(path for path in sys.path if path.endswith("site-packages")))
    consumers = ROOT / "consumers"
    path = (ROOT / "src", consumers, consumers / "stand_ins", site, base / "shadowing")
    command = [sys.executable, "-S", "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull]
    command += [f"--rootdir={base}", f"--junitxml={report}"]
    command += [option for plugin in plugins for option in ("-p", plugin)]
    for name in suite.left_out:
        how = "--deselect=" if "::" in name else f"--ignore={base}/"
        command.append(f"{how}{suite.path}/{name}")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, path))}
    command += [*suite.options, str(base / suite.path)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def outcomes(suite: Suite, plugins: tuple[str, ...], base: Path = BUILD) -> Outcomes:
    """Run a suite; return what became of each test.

    Raises:
        NoRunError: The tests are not there, could not be collected, or a plugin refused the run.

    """
    if not (base / suite.path).exists():
        msg = f"{suite.name}: the tests are not in {base / suite.path}; put them there from the program's source"
        raise NoRunError(msg)
    report = base / "report.xml"
    report.unlink(missing_ok=True)
    done = run_suite(suite, plugins, report, base)
    # 0: all passed; 1: some failed, which is compared; all else is no run of tests.
    if done.returncode not in {0, 1} or not report.exists() or "the tests imported" in done.stderr:
        msg = f"{suite.name}: pytest did not run as it should\n{done.stdout}\n{done.stderr}"
        raise NoRunError(msg)
    found: Outcomes = {}
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 - pytest wrote it just now
        kinds = [child.tag for child in case if child.tag in {"failure", "error", "skipped"}]
        name = f"{case.get('classname')}::{case.get('name')}".removeprefix(suite.prefix())
        found[name] = kinds[0] if kinds else "passed"
    return found


def counted(found: Outcomes) -> str:
    """Return the counts as text."""
    counts = Counter(found.values())
    return ", ".join(f"{counts[kind]} {kind}" for kind in sorted(counts, key=lambda kind: kind != "passed")) or "none"


def compared(suite: Suite, before: Outcomes, after: Outcomes, label: str) -> bool:
    """Print both counts; return whether there were tests, and all but the listed ones ended alike.

    Args:
        suite: Whose tests; a test that it lists has to end otherwise, so that the list does not outlive its reason.
        before: What became of each with `promise` 2.3.
        after: What became of each without it.
        label: What `after` was run with.

    """
    width = max(len(label), len("promise 2.3"))
    print(f"{suite.name}\n  {'promise 2.3':{width}}   {counted(before)}\n  {label:{width}}   {counted(after)}")
    if not before:
        print("  no test ran")
        return False
    differing = [name for name in sorted(before.keys() | after.keys()) if before.get(name) != after.get(name)]
    alike = True
    for name in differing:
        found = (before.get(name, "not run"), after.get(name, "not run"))
        listed = suite.differences.get(name)
        known = listed is not None and found == (listed.before, listed.after)
        reason = f": {listed.why}" if listed is not None and known else ""
        print(f"  {name}: {found[0]} with promise 2.3, {found[1]} now{reason}")
        alike = alike and known
    for name in sorted(suite.differences.keys() - set(differing)):
        print(f"  {name}: listed in consumers/suites.py as one that differs, and it does not")
        alike = False
    return alike
