"""Serve `import promise` from here: `import typedpromise.compat.install`, before anything imports `promise`.

A bridge, for a program that one cannot change: its modules then get `typedpromise.compat` for `promise`,
`typedpromise.compat.dataloader` for `promise.dataloader`, and so on, the very same modules, so that no class is there
twice. Nothing on disk is touched, and the `promise` that may be installed is not imported.
For a program started by others: `python -c "import typedpromise.compat.install, runpy; runpy.run_module('program')"`;
for its tests: `pytest -p typedpromise.compat.install`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.machinery import ModuleSpec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

_HERE = "typedpromise.compat"
_THERE = "promise"
_SERVED = (
    "",
    ".async_",
    ".dataloader",
    ".iterate_promise",
    ".promise",
    ".promise_list",
    ".schedulers",
    ".schedulers.asyncio",
    ".schedulers.gevent",
    ".schedulers.immediate",
    ".schedulers.thread",
)


class _Loader:
    """Hands out a module of ours under the name it was asked for by."""

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = import_module(_HERE + spec.name.removeprefix(_THERE))
        # The import system is about to write its own over it, and importlib.reload goes by it.
        spec.loader_state = module.__spec__
        return module

    def exec_module(self, module: ModuleType) -> None:
        spec = module.__spec__
        if spec is not None:
            module.__spec__ = spec.loader_state
            module.__loader__ = module.__spec__.loader if module.__spec__ is not None else None
        # What came with `import promise` in 2.3 can be looked up without being imported.
        for served in _SERVED:
            loaded = sys.modules.get(_HERE + served)
            if loaded is not None:
                sys.modules.setdefault(_THERE + served, loaded)


class _Finder:
    """Finds `promise` and what is in it, before any other finder does."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,  # noqa: ARG002 - the import system's signature
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        name, dot, _ = fullname.partition(".")
        if name != _THERE:
            return None
        rest = fullname.removeprefix(_THERE)
        if rest in _SERVED:
            return ModuleSpec(fullname, _Loader(), is_package=rest in {"", ".schedulers"})  # type: ignore[arg-type] # has what importlib asks for
        if dot:
            msg = (
                f"no module named {fullname!r}: typedpromise.compat.install serves `import promise` here, and has "
                f"only {', '.join(_THERE + served for served in _SERVED)}; the module is an internal one of `promise` "
                "2.3, so change the import, or do without typedpromise.compat.install"
            )
            raise ModuleNotFoundError(msg, name=fullname)
        return None


def _install() -> None:
    # By name: a reload of this module has made another class.
    if any(getattr(type(finder), "__module__", None) == __name__ for finder in sys.meta_path):
        return
    present = sys.modules.get(_THERE)
    if present is not None and present is not sys.modules.get(_HERE):
        msg = (
            f"`promise` has been imported already, from {getattr(present, '__file__', None) or 'somewhere'}, so some "
            "modules have its classes and others would get those of typedpromise.compat: "
            "write `import typedpromise.compat.install` as the program's first import, before anything that imports "
            "`promise`; for tests run `pytest -p typedpromise.compat.install`"
        )
        raise ImportError(msg, name=_THERE)
    sys.meta_path.insert(0, _Finder())


_install()
