"""What the compiler is told apart from what runs: native classes, small ints, and where `deque` comes from.

mypyc reads the first two by their names in `mypy_extensions`, which is not there at run time and not needed.
`import collections` costs 1.7 ms, a third of our own import, and nobody else needs it to have promises.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, TypeAlias

# mypy, and with it mypyc, takes this name for true; everybody else reads the value.
MYPY: Final = False
if MYPY:
    from mypy_extensions import i32 as i32  # noqa: PLC0414 # pyright: ignore[reportRedeclaration] - re-exported; never read
else:
    i32: TypeAlias = int  # noqa: PYI042 - its name where it comes from

if TYPE_CHECKING:
    from collections import deque as deque  # noqa: PLC0414 - re-exported
else:
    from _collections import deque as deque  # noqa: PLC0414 - re-exported

if TYPE_CHECKING:
    from mypy_extensions import mypyc_attr as mypyc_attr  # noqa: PLC0414 - as above
else:

    def mypyc_attr(**_attributes: object) -> object:
        """Return a decorator that leaves the class alone."""
        return lambda cls: cls
