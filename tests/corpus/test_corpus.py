"""The runner of the corpus, on a package and on verdicts made here: nothing is downloaded."""

import zipfile
from pathlib import Path

import pytest

from corpus import packages, verdicts
from corpus.fetch import fetch
from corpus.measure import measured
from corpus.packages import Group, Package
from corpus.report import BEGIN, END, complaints, inserted, per_thousand, table
from corpus.verdicts import Finding, Verdict, compare, identified
from typedpromise.check import rules
from typedpromise.check.report import Report

SOURCE = """\
from promise import Promise

def load() -> Promise[int]: ...

class Loader:
    def go(self, unknown) -> None:
        load()
        load()
        load().then(print).catch(print)
        unknown.then(print)
"""


def finding(fingerprint: str = "f00", code: str = "floating-promise") -> Finding:
    """Make a finding in the package `demo`."""
    return Finding("demo", "demo/a.py", code, "go", fingerprint, Report("demo/a.py", 7, 8, "Promise is dropped", code))


def verdict(fingerprint: str = "f00", kind: str = "true", code: str = "floating-promise") -> Verdict:
    """Make a verdict on it."""
    return Verdict("demo", "demo/a.py", code, "go", fingerprint, kind, "Nobody sees the error.")


def reports(source: str) -> list[Report]:
    """Report each line that calls `load()` and does nothing more."""
    return [
        Report("demo/a.py", number, 8, "Promise is dropped", "floating-promise")
        for number, line in enumerate(source.splitlines(), 1)
        if line.strip() == "load()"
    ]


def test_a_true_verdict_confirms_its_finding() -> None:
    """Findings and verdicts that all match leave nothing to say."""
    found = compare([finding()], [verdict()])

    assert found.is_clean
    assert found.confirmed == 1
    assert list(complaints(found)) == []


@pytest.mark.parametrize(
    ("findings", "known", "said"),
    [
        ([finding()], [], "no verdict on this floating-promise (Promise is dropped)"),
        ([finding()], [verdict("bad")], "no verdict on this floating-promise"),
        ([finding(code="useless-then")], [verdict()], "no verdict on this useless-then"),
        ([finding()], [verdict(kind="false")], "this floating-promise is a false alarm (Nobody sees the error.)"),
        ([], [verdict()], "nothing is found any more for the verdict f00 (floating-promise in go, true: Nobody sees"),
    ],
)
def test_what_is_not_clean_is_told(findings: list[Finding], known: list[Verdict], said: str) -> None:
    """A finding without verdict, a false one, and a verdict without finding each fail the run."""
    found = compare(findings, known)

    assert not found.is_clean
    assert said in "\n".join(complaints(found))


def test_one_verdict_serves_one_finding() -> None:
    """Two equal lines need two verdicts, so that a second one is not waved through."""
    first, second = identified("demo", "demo/a.py", SOURCE, reports(SOURCE))

    assert first.fingerprint != second.fingerprint
    assert first.scope == second.scope == "Loader.go"
    assert len(compare([first, second], [verdict(first.fingerprint)]).unclassified) == 1


def test_fingerprints_survive_lines_that_shift() -> None:
    """Lines above may come and go; another text, scope or file is another finding."""
    before = [each.fingerprint for each in identified("demo", "demo/a.py", SOURCE, reports(SOURCE))]
    shifted = "import os\n\n" + SOURCE
    renamed = SOURCE.replace("def go", "def run")

    assert [each.fingerprint for each in identified("demo", "demo/a.py", shifted, reports(shifted))] == before
    for package, file, source in (("demo", "demo/a.py", renamed), ("demo", "demo/b.py", SOURCE), ("x", "a.py", SOURCE)):
        others = [each.fingerprint for each in identified(package, file, source, reports(source))]
        assert set(others).isdisjoint(before)


@pytest.mark.parametrize(
    ("kind", "reason", "said"), [("maybe", "So.", "needs `verdict` true or false"), ("true", " ", "a sentence as")]
)
def test_a_verdict_is_whole(tmp_path: Path, kind: str, reason: str, said: str) -> None:
    """The skeleton that the run prints is no verdict before somebody has filled it in."""
    file = tmp_path / "verdicts.toml"
    text = finding().skeleton().replace("true or false?", kind).replace('reason = ""', f'reason = "{reason}"')
    file.write_text(text)

    with pytest.raises(ValueError, match=said):
        verdicts.read(file)

    file.write_text(text.replace(f'verdict = "{kind}"', 'verdict = "true"').replace(f'"{reason}"', '"So."') * 2)

    with pytest.raises(ValueError, match=r"two verdicts on demo, demo/a\.py, floating-promise, f00: remove one"):
        verdicts.read(file)


def test_the_lists_of_the_repository_are_whole() -> None:
    """Each package is pinned, each verdict is about one of them and about a rule of `recommended`."""
    groups = packages.read()
    checked = {package.name for group in groups for package in group.packages if package.paths}
    recommended = {rule.code for rule in rules.ALL if rule.preset == "recommended"}

    assert len(checked) > 20
    for group in groups:
        for package in group.packages:
            assert len(package.sha256) == 64, package.name
    for found in verdicts.read():
        assert found.package in checked
        assert found.code in recommended


@pytest.fixture
def group(tmp_path: Path) -> Group:
    """A package in a wheel that pip is thought to have downloaded."""
    package = Package("demo", "1.0", "0" * 64, paths=("demo",))
    own = tmp_path / "downloads" / "demo-1.0"
    own.mkdir(parents=True)
    with zipfile.ZipFile(own / "demo-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("demo/__init__.py", "")
        wheel.writestr("demo/a.py", SOURCE)
        wheel.writestr("tests/test_a.py", SOURCE)
    return Group("demo", (package,))


def test_a_group_is_unpacked_checked_and_counted(group: Group, tmp_path: Path) -> None:
    """Only the named folders are checked; files are named as seen from there; links are told by their receivers."""
    site = fetch(group, tmp_path)
    checked = measured(group, site)
    numbers = checked.numbers["demo"]

    assert sorted(path.name for path in site.iterdir()) == ["demo"]
    assert [(each.file, each.code, each.scope) for each in checked.findings] == [
        ("demo/a.py", "floating-promise", "Loader.go")
    ] * 2
    assert (numbers.files, numbers.lines) == (2, 10)
    assert numbers.recommended == {"floating-promise": 2}
    assert numbers.links == {"promise": 2, "unknown": 1}

    text = table(checked.numbers, compare(checked.findings, []))

    assert "| demo | 2 | 10 | 2 | 200.00 | 0 | 2 | 1 |" in text
    assert "| `floating-promise` | 2 | 0 |" in text
    assert "0 are true, 0 false, 2 without a verdict" in text


def test_a_file_of_no_package_is_named(group: Group) -> None:
    """A folder that nobody lists must not be counted for its neighbour."""
    with pytest.raises(LookupError, match=r"other/a.py belongs to no package of the group demo: add its folder"):
        group.owner("other/a.py")


def test_findings_per_thousand_lines() -> None:
    """Two findings in ten lines are 200 in a thousand; no lines, no share."""
    assert [per_thousand(2, 10), per_thousand(1, 3000), per_thousand(0, 0)] == ["200.00", "0.33", "-"]


def test_the_table_replaces_the_last_one() -> None:
    """What stands around the marks is kept."""
    page = f"before\n{BEGIN}\nold\n{END}\nafter\n"

    assert inserted(page, "new") == f"before\n{BEGIN}\n\nnew\n{END}\nafter\n"
