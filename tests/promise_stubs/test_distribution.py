"""The distribution `promise-stubs`: what its wheel holds, what it requires, and what `make dist` would refuse."""

import importlib.util
import tomllib
import zipfile
from importlib.metadata import distribution
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.stubs_wheel import ROOT, SOURCE, stubs_wheel

PROJECT = tomllib.loads((SOURCE / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def dist() -> ModuleType:
    """The program behind `make dist`."""
    spec = importlib.util.spec_from_file_location("dist_program", ROOT / "stubs" / "dist.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def wheel(request: pytest.FixtureRequest) -> Path:
    """The wheel."""
    return stubs_wheel(request.config.cache.mkdir("typecheck"))


def test_the_wheel_holds_a_stub_for_every_module_and_nothing_else(wheel: Path) -> None:
    """Each module of `promise` 2.3 has its `.pyi`, and there is no `py.typed` that would call the stubs partial."""
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    files = distribution("promise").files or []
    modules = [file for file in files if file.parts[0] == "promise" and file.suffix == ".py"]

    assert len(modules) == 15
    assert held == {f"promise-stubs/{'/'.join(file.parts[1:])}i" for file in modules}


def test_the_stubs_are_for_the_one_version_they_describe() -> None:
    """Pip installs `promise` 2.3 with them and refuses another, and the tests here run against that one."""
    assert PROJECT["dependencies"] == ["promise==2.3"]
    assert PROJECT["version"].startswith("2.3.")
    assert distribution("promise").version == "2.3"


def test_the_licence_is_that_of_the_project() -> None:
    """A copy, because a source archive would hold a link that leads nowhere."""
    assert (SOURCE / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_source_archive_and_wheel_are_right(dist: ModuleType, tmp_path: Path) -> None:
    """What `make dist` asks of an archive holds for those of the stubs."""
    files = dist.build("promise_stubs", tmp_path)

    assert [file.name for file in files] == ["promise_stubs-2.3.0-py3-none-any.whl", "promise_stubs-2.3.0.tar.gz"]
    assert [complaint for file in files for complaint in dist.complaints(file)] == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("promise-stubs/promise.py", "which is no type"),
        ("promise-stubs/__pycache__/promise.pyi", "holds promise-stubs/__pycache__"),
        ("promise/__init__.pyi", "which is no type"),
    ],
)
def test_what_does_not_belong_into_the_wheel_is_reported(
    dist: ModuleType, wheel: Path, tmp_path: Path, name: str, said: str
) -> None:
    """A module, a cache, or a package that is not the stubs' own is named."""
    wrong = tmp_path / wheel.name
    wrong.write_bytes(wheel.read_bytes())
    with zipfile.ZipFile(wrong, "a") as archive:
        archive.writestr(name, "")

    found = dist.complaints(wrong)

    assert len(found) == 1
    assert said in found[0]


def test_metadata_that_an_index_would_refuse_is_reported(dist: ModuleType, wheel: Path, tmp_path: Path) -> None:
    """A version that is none, and a description of an unknown kind."""
    wrong = tmp_path / wheel.name
    with zipfile.ZipFile(wheel) as right, zipfile.ZipFile(wrong, "w") as archive:
        for name in right.namelist():
            text = right.read(name).replace(b"Version: 2.3.0", b"Version: two").replace(b"text/markdown", b"text/plain")
            archive.writestr(name, text)

    assert [found.rpartition(": ")[2] for found in dist.complaints(wrong)][1:] == [
        "the description is not said to be Markdown"
    ]
    assert "'two' is invalid for 'version'" in dist.complaints(wrong)[0]
