"""The one thing the compiler has to be told: which classes the interpreter may inherit from.

mypyc reads the decorator by its name in `mypy_extensions`, which is not there at run time and not needed.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from mypy_extensions import mypyc_attr as mypyc_attr  # noqa: PLC0414 - re-exported to the core
else:

    def mypyc_attr(**_attributes: object) -> object:
        """Return a decorator that leaves the class alone."""
        return lambda cls: cls
