"""Files that stop a whole mypy build: it goes on without them, or under another name."""

from pathlib import Path

import pytest

from typedpromise.check.host import check

MADE = "from typedpromise import Promise\ndef fetch() -> Promise[int]: ...\nfetch()\n"


def files(root: Path, **sources: str) -> None:
    """Write a package in a folder that is no package, so that its modules have two names."""
    folder = root / "outer" / "pkg"
    folder.mkdir(parents=True)
    (folder / "__init__.py").touch()
    for name, source in sources.items():
        (folder / f"{name}.py").write_text(source)


def found(root: Path) -> list[str]:
    """Check the folder, and return the files with findings."""
    outcome = check([str((root / "outer").relative_to(root))])
    assert outcome.failures == []
    return sorted({Path(report.file).name for report in outcome.findings})


def test_modules_that_are_imported_under_a_longer_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Relative imports and those from the folder above mean the same files, and the types come through both."""
    monkeypatch.chdir(tmp_path)
    files(
        tmp_path,
        one=MADE,
        two="from .one import fetch\nfetch()\n",
        three="from outer.pkg.one import fetch\nfetch()\n",
    )

    assert found(tmp_path) == ["one.py", "three.py", "two.py"]


def test_a_module_that_is_imported_under_both_its_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One file cannot be two modules: it is checked under one name, and the check comes to an end."""
    monkeypatch.chdir(tmp_path)
    files(
        tmp_path,
        one=MADE,
        two="from pkg.one import fetch\nfetch()\n",
        three="from outer.pkg.one import fetch\nfetch()\n",
    )

    assert found(tmp_path) == ["one.py", "three.py"]


def test_what_stops_mypy_is_told_of_the_file_that_does_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Errors of mypy elsewhere, and its other errors in that file, are not given for the reason."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.py").write_text(MADE)
    (tmp_path / "two.py").write_text("import one\nunknown: Unknown\nyield 1\n")

    outcome = check(["one.py", "two.py"])

    (failure,) = outcome.failures
    assert (failure.file, failure.line) == ("two.py", 3)
    assert '"yield" outside function' in failure.message
    assert [report.file for report in outcome.findings] == ["one.py"]


def test_a_file_that_mypy_would_never_be_done_with_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty lambdas in each other are reported in their place, and the other files are checked."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.py").write_text(MADE)
    chain = "".join(f"fetch().then(lambda x{level}: " for level in range(60))
    (tmp_path / "two.py").write_text(f"from one import fetch\nlast = {chain}1{')' * 60}\n")

    outcome = check(["one.py", "two.py"])

    (failure,) = outcome.failures
    assert (failure.file, failure.line, failure.code) == ("two.py", 2, "syntax")
    assert "nested more than 20 deep" in failure.message
    assert [report.file for report in outcome.findings] == ["one.py"]
