"""Keeps findings alive in dmypy, which checks functions again without calling the hook that finds them.

After an edit the daemon forgets all errors, checks the edited files in full, and in the other files
just those functions that had errors or use what changed. Only for edited files it calls the post-check hook.
So findings are remembered by the function they stand in, and said again when that function is checked again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy.checker import TypeChecker
    from mypy.errors import ErrorInfo


class Memory:
    """The findings of each module, since it was last checked in full."""

    def __init__(self) -> None:
        """Know nothing."""
        self._found: dict[str, list[ErrorInfo]] = {}

    def keep(self, checker: TypeChecker, said: list[ErrorInfo]) -> None:
        """Remember what was said of a module, except what an ignore comment took back."""
        shown = {id(info) for info in _errors_of(checker)}
        self._found[checker.tree.fullname] = [info for info in said if id(info) in shown]

    def forget(self, module: str) -> None:
        """Forget a module: it was edited and will be checked in full."""
        self._found.pop(module, None)

    def replay(self, checker: TypeChecker) -> None:
        """Say again what is known of the function that is just being checked."""
        found = self._found.get(checker.tree.fullname)
        if not found:
            return
        target = checker.tscope.current_target()
        errors = _errors_of(checker)
        shown = {id(info) for info in errors}
        # Past `errors.report`: while overloads are tried mypy catches what is reported.
        errors.extend(info for info in found if info.target == target and id(info) not in shown)


def _errors_of(checker: TypeChecker) -> list[ErrorInfo]:
    return checker.errors.error_info_map.setdefault(checker.path, [])
