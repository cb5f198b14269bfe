"""The wheel is compiled where that was asked for and can be done, and says which it is."""

from __future__ import annotations

import ctypes
import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

import typedpromise
from typedpromise._core import settlement

ROOT = Path(__file__).parents[1]
RUNS_COMPILED = "compiled" in Path(typedpromise.__file__).parts


@pytest.fixture(scope="module")
def hook() -> Any:
    """Return the build hook's module."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_compiled_says_which_it_is() -> None:
    """`typedpromise.compiled` is true just where the tests run on build/compiled, and the core is then no source."""
    assert typedpromise.compiled is RUNS_COMPILED
    assert (Path(str(settlement.__file__)).suffix in {".so", ".pyd"}) is RUNS_COMPILED


@pytest.mark.skipif(not RUNS_COMPILED or sys.platform == "win32", reason="a library that was compiled for Unix is read")
def test_the_compiled_functions_are_not_exported() -> None:
    """The shared library offers the interpreter its entry and nobody anything else, so nothing is looked up by name."""
    import typedpromise__mypyc  # type: ignore[import-not-found] # no source

    library = ctypes.CDLL(str(typedpromise__mypyc.__file__))

    assert hasattr(library, "PyInit_typedpromise__mypyc")
    assert not hasattr(library, "CPyArg_ParseStackAndKeywords")


def test_the_boundary_is_never_compiled() -> None:
    """Frames are what boundary.py is for, so it stays interpreted."""
    from typedpromise._core import boundary

    assert Path(str(boundary.__file__)).suffix == ".py"


@pytest.mark.parametrize(
    ("switch", "compiler", "because"),
    [
        ("0", True, "TYPEDPROMISE_COMPILE=0"),
        ("", False, "no C compiler was found"),
        ("", True, None),
        ("1", False, None),
    ],
)
def test_the_environment_decides(
    hook: Any, monkeypatch: pytest.MonkeyPatch, switch: str, compiler: bool, because: str | None
) -> None:
    """0 builds the pure wheel, 1 compiles whatever is found, and without it a compiler decides."""
    monkeypatch.setenv("TYPEDPROMISE_COMPILE", switch)
    monkeypatch.setattr(hook, "_finds_a_compiler", lambda: compiler)

    assert hook._refusal() == because


def test_another_word_is_refused(hook: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A switch that is neither 0 nor 1 is told, not guessed."""
    monkeypatch.setenv("TYPEDPROMISE_COMPILE", "yes")

    with pytest.raises(ValueError, match="TYPEDPROMISE_COMPILE is 1 to compile, 0 for the pure wheel, or not set"):
        hook._refusal()


def test_without_a_gil_nothing_is_compiled(hook: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The compiled core relies on the GIL, so an interpreter without one gets the sources."""
    monkeypatch.setenv("TYPEDPROMISE_COMPILE", "1")
    monkeypatch.setattr(hook.sysconfig, "get_config_var", lambda name: name == "Py_GIL_DISABLED")

    assert "relies on the GIL" in hook._refusal()


@pytest.mark.skipif(RUNS_COMPILED, reason="the pure wheel is the same whoever runs the test")
def test_the_pure_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without compiling the wheel is for every platform, and carries the types beside the modules."""
    monkeypatch.setenv("TYPEDPROMISE_COMPILE", "0")
    build = [
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-build-isolation",
        "--no-deps",
        "--wheel-dir",
        str(tmp_path),
        str(ROOT),
    ]
    subprocess.run([sys.executable, *build], check=True)

    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert wheel.name.endswith("-py3-none-any.whl")
    assert "typedpromise/_promise.pyi" in names
    assert not [name for name in names if name.endswith((".so", ".pyd"))]
