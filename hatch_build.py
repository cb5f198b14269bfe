"""Compile the core with mypyc while the wheel is built, where that can be done.

The environment variable TYPEDPROMISE_COMPILE decides: `1` compiles or fails, `0` builds the pure wheel;
without it the core is compiled where a C compiler is found, and left as it is, with a word, where that fails.
The sources stay in the wheel beside the compiled modules, for tracebacks and for readers.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# boundary: frames are what it is for, and compiled code has none.
# later, native: the compiler reads what they tell it, not what they do at run time.
INTERPRETED = {"__init__", "boundary", "later", "native"}
SWITCH = "TYPEDPROMISE_COMPILE"


class CompileCore(BuildHookInterface[BuilderConfig]):
    """The custom build hook of the wheel, see [tool.hatch.build.targets.wheel.hooks.custom]."""

    def dependencies(self) -> list[str]:
        """Return what compiling needs, where it will be tried."""
        if _refusal() is not None:
            return []
        # The window of the plugin: what compiles is what has been tested.
        return ["mypy>=2.4,<2.5", "setuptools>=65.5"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and put the modules into the wheel."""
        refusal = "an editable wheel runs the sources" if version == "editable" else _refusal()
        if refusal is not None:
            if os.environ.get(SWITCH) == "1":
                msg = f"{SWITCH}=1 asks for compiled modules, but {refusal}"
                raise RuntimeError(msg)
            self.app.display_info(f"typedpromise: the pure wheel, because {refusal}")
            return
        try:
            modules = _compiled(Path(self.root))
        except (Exception, SystemExit) as error:
            if os.environ.get(SWITCH) == "1":
                raise
            self.app.display_warning(f"typedpromise: the pure wheel, because compiling failed: {error!r}")
            return
        self.app.display_info(f"typedpromise: {len(modules) - 1} modules compiled by mypyc")
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["force_include"].update(modules)


def _refusal() -> str | None:
    """Return why nothing is to be compiled, or None."""
    switch = os.environ.get(SWITCH, "")
    if switch not in {"", "0", "1"}:
        msg = f"{SWITCH} is 1 to compile, 0 for the pure wheel, or not set; not {switch!r}"
        raise ValueError(msg)
    if switch == "0":
        return f"{SWITCH}=0"
    if sys.implementation.name != "cpython":
        return f"mypyc compiles for CPython, and this is {sys.implementation.name}"
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        return "the compiled core relies on the GIL, and this interpreter has none"
    if switch == "" and not _finds_a_compiler():
        return "no C compiler was found"
    return None


def _finds_a_compiler() -> bool:
    if os.name == "nt":
        installer = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "Microsoft Visual Studio" / "Installer"
        return (installer / "vswhere.exe").exists()
    words = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()
    return shutil.which(words[0]) is not None


def _compiled(root: Path) -> dict[str, str]:
    """Compile the core, unless that has been done; return the file of each module with its place in the wheel."""
    library = root / "build" / "mypyc" / _fingerprint(root / "src")
    if not library.exists():
        library.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=library.parent) as directory:
            _compile(root / "src", Path(directory))
            # In one step, and to a name that says all: pip builds twice, and two builds may run at a time.
            try:
                (Path(directory) / "lib").rename(library)
            except OSError:
                if not library.exists():  # else the other was first
                    raise
    return {
        str(path): path.relative_to(library).as_posix() for path in library.rglob("*") if path.suffix in {".so", ".pyd"}
    }


def _fingerprint(sources: Path) -> str:
    from mypy.version import __version__ as compiler

    digest = hashlib.sha256(f"{sys.version} mypyc {compiler}".encode())
    for path in [Path(__file__), *sorted(sources.glob("typedpromise/*.py")), *sorted(sources.rglob("_core/*.py"))]:
        digest.update(path.read_bytes())
    return f"{sys.implementation.cache_tag}-{digest.hexdigest()[:16]}"


def _compile(sources: Path, build: Path) -> None:
    from mypyc.build import mypycify
    from setuptools import Distribution

    config = build / "mypy.ini"
    config.write_text(f"[mypy]\nstrict = true\nwarn_unused_ignores = false\nmypy_path = {sources}\n")
    paths = [str(path) for path in sorted((sources / "typedpromise" / "_core").glob("*.py"))]
    extensions = mypycify(
        [f"--config-file={config}", *(path for path in paths if Path(path).stem not in INTERPRETED)],
        opt_level="3",
        debug_level="0",
        # Of the module that all others share, which lies beside the package.
        group_name="typedpromise",
        target_dir=str(build / "c"),
    )
    if os.name != "nt":  # whose compilers have it so
        # Nobody looks for our functions by name, so the linker need not when the module is loaded (a fifteenth of the
        # import), nor a call from one to another (one instruction in seventy, of a link).
        for extension in extensions:
            extension.extra_compile_args = [*(extension.extra_compile_args or []), "-fvisibility=hidden"]
    distribution = Distribution({"name": "typedpromise", "ext_modules": extensions})
    command: Any = distribution.get_command_obj("build_ext")
    command.build_lib = str(build / "lib")
    command.build_temp = str(build / "temp")
    command.ensure_finalized()
    command.run()
