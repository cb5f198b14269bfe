"""The type checkers, one module each, behind one small interface."""

from .base import Checker, CheckerError, Finding, Workplace
from .basedpyright import Basedpyright
from .mypy import Mypy
from .mypy_plugin import MypyPlugin
from .pyrefly import Pyrefly
from .pyright import Pyright
from .ty import Ty
from .zuban import Zuban

# In the order of the columns of every table.
CHECKERS: tuple[Checker, ...] = (Mypy(), MypyPlugin(), Pyright(), Basedpyright(), Pyrefly(), Ty(), Zuban())

__all__ = ["CHECKERS", "Checker", "CheckerError", "Finding", "Workplace"]
