"""The stubs for `promise` 2.3 under every checker: what they infer, that they are found, and that they are complete."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.stubs_wheel import ROOT, SOURCE, environment, stubs_wheel

from ..conftest import explained
from ..harness.case import Case, read_cases
from ..harness.checkers import CHECKERS, Checker, Finding, Workplace
from ..harness.gaps import require_cases
from ..harness.suite import case_files
from ..harness.verdict import Outcome, Verdict, judge, strays
from ..peers.runner.python import cases_in
from .layout import HERE, TYPECHECK, absent, gaps, laid_out, ours, own_cases, shared_cases
from .report import INLINE, PAGE, Measured, page, read_measured

# On the cases that both have, the stubs stay within so many percent of our own types.
BEHIND = 5

every_checker = pytest.mark.parametrize("checker", CHECKERS, ids=[c.name for c in CHECKERS])


@pytest.fixture(scope="module")
def cache(request: pytest.FixtureRequest) -> Path:
    """Return where wheels and checkers keep what they made before."""
    return request.config.cache.mkdir("typecheck")


@pytest.fixture(scope="module")
def workplace(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """Return a project of cases beside an environment with `promise` 2.3 and its stubs."""
    return laid_out(tmp_path_factory.mktemp("promise23"), cache)


@pytest.fixture(scope="module")
def cases(workplace: Workplace) -> list[Case]:
    """Return the cases as the checkers read them."""
    return cases_in(workplace.project / "cases")


_findings: dict[tuple[str, Path], list[Finding]] = {}


def found(checker: Checker, workplace: Workplace) -> list[Finding]:
    """Return all that a checker said in its one run."""
    key = checker.name, workplace.project
    if key not in _findings:
        _findings[key] = checker.check(workplace)
    return _findings[key]


def verdicts(checker: Checker, workplace: Workplace, cases: list[Case]) -> list[tuple[Case, Verdict]]:
    """Return what a checker makes of each case, with its gaps."""
    known = gaps(checker.name)
    return [(case, judge(case, found(checker, workplace), checker, known.get(case.id))) for case in cases]


@every_checker
def test_every_case_is_right_or_a_known_gap(checker: Checker, workplace: Workplace, cases: list[Case]) -> None:
    """What is wrong is listed with its reason, and what is right is not listed."""
    judged = verdicts(checker, workplace, cases)
    shown = [explained(case, checker, v) for case, v in judged if v.outcome in (Outcome.WRONG, Outcome.STALE)]

    assert shown == [], "\n\n".join(shown)


@every_checker
def test_every_error_lies_in_a_case(checker: Checker, workplace: Workplace, cases: list[Case]) -> None:
    """The world and the helpers are clean; imports that only absent cases used are no errors of the stubs."""
    outside = [f for f in strays(cases, found(checker, workplace)) if f.code != "reportUnusedImport"]

    assert outside == []


@every_checker
def test_the_stubs_are_close_to_our_own_types(checker: Checker, workplace: Workplace, cases: list[Case]) -> None:
    """On the cases that exist in `promise` 2.3, a checker gets at most five percent less right than with our types."""
    shared = {case.id for case in shared_cases()}
    right = sum(v.outcome is Outcome.RIGHT for c, v in verdicts(checker, workplace, cases) if c.id in shared)

    assert right >= len(shared) - len(ours(checker.name)) - BEHIND / 100 * len(shared)


@every_checker
def test_gaps_name_cases_that_exist(checker: Checker) -> None:
    """A gap does not outlive its case."""
    known = [case.id for case in (*shared_cases(), *own_cases())]

    require_cases(gaps(checker.name), known, HERE / "gaps" / f"{checker.name}.toml")


def test_absent_cases_exist() -> None:
    """A line of what `promise` 2.3 lacks does not outlive its case."""
    assert absent().unknown([case for path in case_files(TYPECHECK) for case in read_cases(path)]) == []


_OVERRIDDEN = """\
from typing import assert_type
from promise import Promise

def chained(n: Promise[int]) -> None:
    assert_type(n.catch(lambda e: None), Promise[int | None])

async def awaited(n: Promise[int]) -> None:
    assert_type(await n, int)

def joined(promises: list[Promise[int]]) -> None:
    assert_type(Promise.all(promises), Promise[list[int]])
"""


@every_checker
@pytest.mark.parametrize("installed", [True, False], ids=["installed", "missing"])
def test_the_stubs_take_the_place_of_the_inline_types(
    checker: Checker, installed: bool, cache: Path, workplace: Workplace, tmp_path: Path
) -> None:
    """With the stubs installed nothing is wrong; without them each checker sees the poor types that 2.3 ships."""
    project = tmp_path / "project"
    (project / "cases").mkdir(parents=True)
    for name in ("__init__.py", "world.py", "cases/__init__.py"):
        (project / name).touch()
    (project / "cases" / "overridden.py").write_text(_OVERRIDDEN, encoding="utf-8")
    shutil.copy(TYPECHECK / "pyrightconfig.json", project)
    kept = cache / f"promise-{'stubs' if installed else 'inline'}"
    kept.mkdir(exist_ok=True)
    python = environment(tmp_path / "venv", stubs_wheel(cache) if installed else None)

    lines = {f.line for f in checker.check(Workplace(project, workplace.site, kept, str(python)))}

    assert lines == set() if installed else lines >= {5, 8, 11}


def _python(*arguments: str, cwd: Path, site: Path) -> tuple[int, str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    env = {**os.environ, "PYTHONPATH": str(site), "PATH": path}
    done = subprocess.run([sys.executable, *arguments], cwd=cwd, env=env, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder with the stubs, to be searched before the installed packages."""
    shutil.copytree(SOURCE / "promise-stubs", tmp_path / "site" / "promise-stubs")
    return tmp_path / "site"


def _stubtest(site: Path, allowed: Path) -> tuple[int, str]:
    return _python("-m", "mypy.stubtest", "promise", "--allowlist", str(allowed), cwd=site.parent, site=site)


def test_stubtest_finds_no_difference(site: Path) -> None:
    """Every module of `promise` 2.3 is what the stubs say, but for what the allow-list names; and that is all needed."""
    code, said = _stubtest(site, SOURCE / "allowlist.txt")

    assert code == 0, said


def test_stubtest_would_find_a_difference(site: Path) -> None:
    """A method that only the stubs have is reported."""
    stub = site / "promise-stubs" / "dataloader.pyi"
    stub.write_text(
        stub.read_text().replace("    def clear_all", "    def only_here(self) -> None: ...\n    def clear_all")
    )

    code, said = _stubtest(site, SOURCE / "allowlist.txt")

    assert code == 1
    assert "only_here is not present at runtime" in said


def test_every_line_of_the_allow_list_has_its_reason() -> None:
    """Above each name stands a comment."""
    lines = [line for line in (SOURCE / "allowlist.txt").read_text(encoding="utf-8").splitlines() if line]

    assert [line for line, above in zip(lines[1:], lines, strict=False) if line[0] != "#" and above[0] != "#"] == []


def test_every_public_type_is_known(cache: Path, tmp_path: Path) -> None:
    """Pyright knows the type of each public name (`--verifytypes`, which looks for the marker in the stubs)."""
    (packages,) = environment(tmp_path / "venv", stubs_wheel(cache)).parent.parent.glob("lib/python3*/site-packages")
    # It takes the package that is named for one with inline types: so the stubs are laid where those would be.
    shutil.rmtree(packages / "promise")
    (packages / "promise-stubs").rename(packages / "promise")
    (packages / "promise" / "py.typed").touch()

    _, said = _python(
        *("-m", "pyright", "--verifytypes", "promise", "--ignoreexternal", "--outputjson"), cwd=tmp_path, site=packages
    )
    complete = json.loads(said)["typeCompleteness"]
    unknown = [s["name"] for s in complete["symbols"] if s["isExported"] and not s["isTypeKnown"]]

    assert complete["completenessScore"] == 1, unknown
    assert unknown == []


def test_the_page_says_what_the_results_are() -> None:
    """docs/promise-stubs.md is what cases and gaps make it: else run `python -m typecheck.promise23.report`."""
    written = PAGE.read_text(encoding="utf-8")

    assert page(read_measured()) == written


def test_the_inline_types_were_measured_on_these_cases(cache: Path, tmp_path: Path) -> None:
    """The figures for the inline types are those of mypy today: else run `python -m typecheck.promise23.report --measure`."""
    place = laid_out(tmp_path, cache, stubs=False)
    inline = cases_in(place.project / "cases")
    (mypy,) = (checker for checker in CHECKERS if checker.name == "mypy")
    right = sum(judge(c, found(mypy, place), mypy, None).outcome is Outcome.RIGHT for c in inline)

    assert read_measured() == Measured(len(inline), {**read_measured().right, "mypy": right}), INLINE


def test_the_harness_of_the_stubs_is_typed(workplace: Workplace, cache: Path) -> None:
    """What judges the stubs passes mypy --strict itself."""
    files = [str(HERE.relative_to(ROOT) / name) for name in ("layout.py", "report.py")]
    command = ["-m", "mypy", "--strict", "--config-file=", f"--cache-dir={cache / 'mypy-harness'}"]

    code, said = _python(*command, "--explicit-package-bases", *files, cwd=ROOT, site=workplace.site)

    assert code == 0, said
