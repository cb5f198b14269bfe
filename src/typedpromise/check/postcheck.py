"""The mypy plugin that calls back after each module was checked, and reports through mypy.

mypy has no hook that sees statements, and none that has types after the check.
`get_additional_indirect_deps` (mypy 2.4) is called at the right time but gets only the syntax tree,
so the hooks that are asked about every call note which type checker is at work;
of a module without any, `unasked.py` finds it.

Every run of mypy waits for this module, and a program may have no promises:
the rules and what they stand on are imported when the first module is walked.
"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from functools import cached_property, partial
from typing import TYPE_CHECKING

from mypy.checker import TypeChecker
from mypy.checker_state import checker_state
from mypy.errorcodes import ErrorCode, error_codes
from mypy.messages import format_type_bare
from mypy.nodes import Context

from typedpromise.inference.plugin import Inference

from . import awaitables
from .cannot_run import CannotRun
from .engine import CRASH, run
from .ignores import UNKNOWN, misspelt
from .pages import codes
from .promises import PromiseTypes
from .settings import read_beside

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from mypy.errors import ErrorInfo
    from mypy.nodes import FuncDef, MypyFile
    from mypy.options import Options
    from mypy.plugin import ReportConfigContext

    from typedpromise.inference.plugin import _FunctionHook, _MethodHook

    from .daemon import Memory
    from .engine import Finding
    from .rule import Rule
    from .seen import Sight
    from .settings import Settings
    from .tree import TypedTree

# Made at import, so that mypy knows the codes when it validates `disable_error_code`.
CODES: dict[str, ErrorCode] = {
    CRASH: ErrorCode(CRASH, "Report a rule of typedpromise that crashed", "Promise"),
    UNKNOWN: ErrorCode(UNKNOWN, "Report an ignore comment that misspells a code of typedpromise", "Promise"),
    **{code: ErrorCode(code, f"Report what `typedpromise explain {code}` tells of", "Promise") for code in codes()},
}


class PostCheck(Inference):
    """Runs the rules over each module mypy has checked, unless mypy ignores the module's errors."""

    def __init__(self, options: Options, settings: Settings | None = None) -> None:
        """Take the options of the run from mypy, and the settings from the configuration if they are not given."""
        super().__init__(options)
        self._settings = _configured(options) if settings is None else settings
        self._text = self._settings.text()
        self._promises = PromiseTypes(self._settings.promise_types)
        self._checkers: dict[str, TypeChecker] = {}
        self._noted: object = None
        self._seen: Sight | None = None
        self._memory = _memory() if options.fine_grained_incremental else None

    def get_function_hook(self, fullname: str) -> _FunctionHook | None:
        """Note the checker at work."""
        # A call costs more than the question, and mypy asks for every call and attribute of the program.
        if checker_state.type_checker is not self._noted:
            self._note_checker()
        return self.functions[fullname]

    def get_method_hook(self, fullname: str) -> _MethodHook | None:
        """Note the checker at work."""
        if checker_state.type_checker is not self._noted:
            self._note_checker()
        return self.methods[fullname]

    def get_attribute_hook(self, fullname: str) -> None:  # noqa: ARG002  # mypy's signature
        """Note the checker at work, and return no hook."""
        if checker_state.type_checker is not self._noted:
            self._note_checker()

    def report_config_data(self, ctx: ReportConfigContext) -> object:  # noqa: ARG002
        """Give mypy something to compare: it checks a module again when our settings have changed."""
        return self._text

    def get_additional_deps(self, file: MypyFile) -> list[tuple[int, str, int]]:
        """Take note that a module was read again; it has no dependencies beyond those mypy found."""
        if self._memory is not None:
            self._memory.forget(file.fullname)
        if self._seen is not None:
            self._seen.forget()
        return super().get_additional_deps(file)

    def get_additional_indirect_deps(self, file: MypyFile) -> set[str]:
        """Visit a module that was just checked; it has no dependencies beyond those mypy found."""
        checker = self._checkers.pop(file.fullname, None) or self._unasked(file)
        self._noted = None
        # The walk is not free, so a program without promises, or a stub, is left alone.
        if (
            checker is not None
            and not file.is_stub
            and checker.path not in checker.errors.ignored_files
            and self._may_occur(checker.modules)
        ):
            from .tree import TypedTree

            show = partial(format_type_bare, options=checker.options)
            self.visit(TypedTree(file, checker.lookup_type_or_none, show, self._promises, self._settings), checker)
        return set()

    def visit(self, tree: TypedTree, checker: TypeChecker) -> None:
        """Run the rules over one module."""
        said: list[ErrorInfo] = []
        if self._sight.may_hold(checker, self._promises):
            said += [_report(finding, tree, checker) for finding in self.found(tree)]
        if self._settings.futures and self._sight.may_hold(checker, awaitables.FUTURES):
            said += [_report(finding, tree, checker) for finding in awaitables.findings(tree, self._rules)]
        said += _misspelt(tree, checker)
        if self._memory is not None:
            self._memory.keep(checker, said)

    def found(self, tree: TypedTree) -> Iterator[Finding]:
        """Yield what the rules find in one module."""
        return run(tree, self._rules)

    @cached_property
    def _rules(self) -> list[Rule]:
        return self._settings.chosen(_every_rule())

    @property
    def _sight(self) -> Sight:
        if self._seen is None:
            from .seen import Sight

            self._seen = Sight()
        return self._seen

    def _may_occur(self, modules: Collection[str]) -> bool:
        return self._promises.may_occur(modules) or (self._settings.futures and awaitables.FUTURES.may_occur(modules))

    def _unasked(self, file: MypyFile) -> TypeChecker | None:
        """Return the checker of a module about which mypy has asked nothing, if there is anything to find in it."""
        if file.is_stub or not self._may_occur(self._modules or ()):
            return None
        from .unasked import checker_of, may_hold

        kinds = (self._promises, awaitables.FUTURES) if self._settings.futures else (self._promises,)
        is_of_interest = may_hold(file, *kinds) or any(misspelt(file.ignored_lines, error_codes, codes()))
        return checker_of(file) if is_of_interest else None

    def _note_checker(self) -> None:
        checker = checker_state.type_checker
        # The daemon, which remembers findings, goes by the function it is in: there this is called for every call.
        if self._memory is None:
            self._noted = checker
        if isinstance(checker, TypeChecker):
            self._checkers[checker.tree.fullname] = checker
            if self._memory is not None:
                self._memory.replay(checker)


def _every_rule() -> Sequence[Rule]:
    from . import rules

    return rules.ALL


def _memory() -> Memory:
    from .daemon import Memory

    return Memory()


def _configured(options: Options) -> Settings:
    try:
        return read_beside(options.config_file, _every_rule)
    except CannotRun as reason:
        # An exception here would reach the user as a traceback through mypy.
        print(f"typedpromise.mypy: error: {reason}", file=sys.stderr)
        raise SystemExit(2) from reason


def _misspelt(tree: TypedTree, checker: TypeChecker) -> list[ErrorInfo]:
    comments = misspelt(tree.file.ignored_lines, error_codes, codes())
    return [_fail(message, Context(line, 0), UNKNOWN, None, tree, checker) for line, message in comments]


def _report(finding: Finding, tree: TypedTree, checker: TypeChecker) -> ErrorInfo:
    problem = finding.problem
    return _fail(problem.message, problem.node, finding.code, finding.function, tree, checker)


def _fail(  # noqa: PLR0913, PLR0917  # what mypy's own `fail` is told, and where it is told it
    message: str, place: Context, code: str, function: FuncDef | None, tree: TypedTree, checker: TypeChecker
) -> ErrorInfo:
    # The check of the module is over: without its file and scope mypy's `fail` would assert.
    checker.errors.set_file(checker.path, tree.file.fullname, scope=checker.tscope, options=checker.options)
    # The function is the target of a finding: the daemon clears findings by target when it checks again.
    inside = nullcontext() if function is None else checker.tscope.function_scope(function)
    with checker.tscope.module_scope(tree.file.fullname), inside:
        return checker.fail(message, place, code=CODES[code])
