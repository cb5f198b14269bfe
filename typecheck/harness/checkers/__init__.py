"""The type checkers, one module each, behind one small interface."""

from .base import Checker, CheckerError, Finding, Workplace
from .mypy import Mypy
from .pyright import Pyright

# In the order of the columns of every table.
CHECKERS: tuple[Checker, ...] = (Mypy(), Pyright())

__all__ = ["CHECKERS", "Checker", "CheckerError", "Finding", "Workplace"]
