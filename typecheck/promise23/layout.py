"""Lays out what the checkers read: our cases with the import of `promise`, and those that only `promise` 2.3 has.

The stubs are judged as users have them: in an environment with `promise` 2.3 and the wheel of `promise-stubs`.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.support.stubs_wheel import environment, stubs_wheel
from tests.support.typed_wheel import unpacked_wheel

from ..harness.case import Case, read_cases
from ..harness.checkers import CHECKERS, Workplace
from ..harness.gaps import Gaps, read_gaps
from ..harness.suite import case_files
from ..peers.runner.absent import Absent, read_absent
from ..peers.runner.paths import PEERS, TYPECHECK
from ..peers.runner.promise23 import adapted
from ..peers.runner.python import cases_in

HERE = Path(__file__).resolve().parent


def absent() -> Absent:
    """Return the cases that `promise` 2.3 does not have: the list of the peers, and what its real types add."""
    both = [read_absent(path).reasons for path in (PEERS / "absent" / "promise23.toml", HERE / "absent.toml")]
    topics = {topic for reasons in both for topic in reasons}
    return Absent({topic: {**both[0].get(topic, {}), **both[1].get(topic, {})} for topic in topics})


def shared_cases() -> Sequence[Case]:
    """Return our cases that exist in `promise` 2.3, as they stand in `typecheck/cases`."""
    lacked = absent()
    return [case for path in case_files(TYPECHECK) for case in read_cases(path) if lacked.reason(case) is None]


def own_cases() -> Sequence[Case]:
    """Return the cases that only `promise` 2.3 has, as they stand in `cases/`."""
    return cases_in(HERE / "cases")


def gaps(checker: str) -> Gaps:
    """Return the known gaps of the stubs under a checker."""
    return read_gaps(HERE / "gaps" / f"{checker}.toml")


def ours(checker: str) -> Gaps:
    """Return the known gaps of our own types, in the cases that exist in `promise` 2.3."""
    shared = {case.id for case in shared_cases()}
    return {
        case: reason for case, reason in read_gaps(TYPECHECK / "gaps" / f"{checker}.toml").items() if case in shared
    }


def laid_out(home: Path, cache: Path, *, stubs: bool = True) -> Workplace:
    """Write the project and the environment into `home`.

    Args:
        home: Where to write; what is there goes.
        cache: Where wheels and checkers keep what they made before.
        stubs: Whether `promise-stubs` is installed; else the inline types of `promise` are judged.

    Returns:
        Where the checkers run.

    """
    project = home / "project"
    shutil.rmtree(project, ignore_errors=True)
    lacked = absent()
    # There, `resolve` has no default; the peers leave this error in, for it shows that the world is read.
    world = adapted((TYPECHECK / "world.py").read_text(encoding="utf-8"), [], lacked)
    world = world.replace("Promise.resolve()", "Promise.resolve(None)")
    files = [("__init__.py", ""), ("cases/__init__.py", ""), ("world.py", world)]
    for path in case_files(TYPECHECK):
        cases = read_cases(path)
        if any(lacked.reason(case) is None for case in cases):
            files.append((f"cases/{path.name}", adapted(path.read_text(encoding="utf-8"), cases, lacked)))
    files += [(f"cases/{path.name}", path.read_text(encoding="utf-8")) for path in case_files(HERE)]
    for name, text in files:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    shutil.copy(TYPECHECK / "pyrightconfig.json", project)
    kept = cache / ("promise-stubs" if stubs else "promise-inline")
    kept.mkdir(parents=True, exist_ok=True)
    python = environment(home / "venv", stubs_wheel(cache) if stubs else None)
    # The plugin comes with typedpromise, which mypy imports; nothing of it is asked for by the cases.
    return Workplace(project, unpacked_wheel(cache), kept, str(python))


__all__ = ["CHECKERS", "absent", "gaps", "laid_out", "ours", "own_cases", "shared_cases"]
