"""Which files are checked, and what their modules are called."""

from pathlib import Path

import pytest
from mypy.modulefinder import BuildSource

from typedpromise.check.cannot_run import CannotRun
from typedpromise.check.options import build_options
from typedpromise.check.sources import find_files, installed, name_modules, partition


def tree(root: Path, *names: str) -> None:
    """Make empty files."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_folder_is_searched_for_source(tmp_path: Path) -> None:
    """Hidden folders, caches and environments of any name are left out, and stubs: they run nothing."""
    tree(
        tmp_path,
        "b.py",
        "a/c.py",
        "a/stub.pyi",
        "text.txt",
        ".git/x.py",
        "__pycache__/x.py",
        "env/pyvenv.cfg",
        "env/x.py",
    )

    assert find_files([str(tmp_path)]) == [str(tmp_path / "b.py"), str(tmp_path / "a" / "c.py")]


def test_file_named_twice_is_checked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder and a file in it may both be named."""
    monkeypatch.chdir(tmp_path)
    tree(tmp_path, "a/b.py")

    assert find_files(["a/b.py", "a", "./a/b.py"]) == ["a/b.py"]


def test_missing_path(tmp_path: Path) -> None:
    """A path that is not there stops the check."""
    with pytest.raises(CannotRun, match="no such file or folder"):
        find_files([str(tmp_path / "nowhere")])


def test_module_names(tmp_path: Path) -> None:
    """A module is named from its topmost package on; what no import can name keeps its stem."""
    tree(tmp_path, "pkg/__init__.py", "pkg/sub/deep.py", "alone.py", "no-name/__init__.py", "types.py")
    files = find_files([str(tmp_path)])

    assert {
        Path(source.path or "").name: source.module for source in name_modules(files[::-1], build_options(None))
    } == {
        "deep.py": "pkg.sub.deep",
        "alone.py": "alone",
        "__init__.py": "__init__",
        "types.py": "types__script",
    }


def test_builds_have_no_name_twice() -> None:
    """Files of one base stay in one build where they can."""
    sources = [
        BuildSource("one/conftest.py", "conftest", None, "one"),
        BuildSource("one/a.py", "a", None, "one"),
        BuildSource("two/conftest.py", "conftest", None, "two"),
        BuildSource("two/b.py", "b", None, "two"),
        BuildSource("three/c.py", "c", None, "three"),
        BuildSource("three/c/__init__.py", "c", None, "three"),
    ]

    assert [[source.path for source in build] for build in partition(sources)] == [
        ["one/conftest.py", "one/a.py", "three/c.py"],
        ["two/conftest.py", "two/b.py"],
        ["three/c/__init__.py"],
    ]


def test_package_that_lies_where_pip_puts_it(tmp_path: Path) -> None:
    """Nothing else is imported from there by its place: site-packages has a `typing_extensions.py`."""
    tree(tmp_path, "site-packages/typing_extensions.py", "site-packages/pkg/__init__.py", "src/own/__init__.py")
    files = find_files([str(tmp_path / "site-packages" / "pkg"), str(tmp_path / "src")])
    sources = name_modules(files, build_options(None))

    assert [(source.module, source.base_dir) for source in sources] == [("pkg", None), ("own", str(tmp_path / "src"))]
    assert installed(sources) == {"pkg"}
