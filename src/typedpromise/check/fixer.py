"""Fixes what can be fixed, in memory: nothing is written here.

A pass rewrites the texts and checks them again, with mypy reading the new texts in place of the files.
A fix after which mypy or a rule says something new is taken back.
Passes follow until nothing is left to fix, because a fix may lay open another.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from typedpromise._codemod.source import Source, lines_of

from .growth import blamed, grown
from .rewriting import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .outcome import Outcome
    from .report import Report

# Each pass fixes the innermost of what is nested; deeper nesting than this has not been seen.
_PASSES = 20


@dataclass(slots=True)
class Fixed:
    """What came of fixing."""

    # As it was found, and as it is with the new texts.
    before: Outcome
    after: Outcome
    sources: dict[str, Source] = field(default_factory=dict[str, Source])
    # The new texts, by file; only where they differ.
    texts: dict[str, str] = field(default_factory=dict[str, str])
    # How often each rule was fixed.
    counts: Counter[str] = field(default_factory=Counter[str])
    refused: dict[Report, str] = field(default_factory=dict["Report", str])


class Fixer:
    """One run over some paths."""

    def __init__(
        self,
        check: Callable[[Mapping[str, str]], Outcome],
        why_not: Callable[[Source], str | None],
    ) -> None:
        """Take what checks, with files to read in place of others, and what says why a file must not be changed."""
        self._check_with = check
        self._why_not = why_not
        self._sources: dict[str, Source] = {}
        # Why a fix was refused in an earlier pass, by its file, code and text: its place may have moved since.
        self._reasons: dict[tuple[str, str, str], str] = {}

    def run(self) -> Fixed:
        """Check and fix until nothing is left to fix.

        Raises:
            CannotRun: The check cannot run.

        """
        outcome = self._check_with({})
        result = Fixed(outcome, outcome, self._sources)
        for _ in range(_PASSES):
            if not self._pass(result):
                break
        findings = [
            replace(found, fixable=False) if found in result.refused else found for found in result.after.findings
        ]
        result.after = replace(result.after, findings=findings)
        return result

    def _pass(self, result: Fixed) -> bool:
        """Fix once; return whether anything was fixed."""
        current, result.refused = result.after, {}
        chosen = [finding for finding in current.findings if finding.fixable]
        closed = {finding: reason for finding in chosen if (reason := self._why_closed(finding, result.texts))}
        self._refuse(closed, result)
        while True:
            chosen = [finding for finding in chosen if finding not in result.refused]
            texts, fixed = self._rewrite(chosen, result)
            if not fixed:
                return False
            after = self._check(result.texts | texts)
            before = {file: self._text(file, result.texts) for file in texts}
            guilty = blamed(grown(current, after), fixed, before, texts)
            if not guilty:
                result.texts |= texts
                result.counts.update(finding.code for finding in fixed)
                result.after = after
                return True
            self._refuse(guilty, result)

    def _why_closed(self, finding: Report, texts: Mapping[str, str]) -> str | None:
        """Return why a finding must not be fixed, or None."""
        try:
            if finding.file not in self._sources:
                self._sources[finding.file] = Source.read(finding.file)
        except (OSError, ValueError, SyntaxError) as error:
            return f"the file cannot be read any more: {error}"
        return self._why_not(self._sources[finding.file]) or self._reasons.get(self._key(finding, texts))

    def _rewrite(self, chosen: Iterable[Report], result: Fixed) -> tuple[dict[str, str], list[Report]]:
        """Return the new texts of this pass, and what is fixed in them."""
        texts: dict[str, str] = {}
        fixed: list[Report] = []
        for file, together in groupby(chosen, lambda finding: finding.file):
            new = rewritten(self._text(file, result.texts), together)
            self._refuse(new.refused, result)
            fixed += new.fixed
            if new.fixed:
                texts[file] = new.text
        return texts, fixed

    def _check(self, texts: Mapping[str, str]) -> Outcome:
        with TemporaryDirectory(prefix="typedpromise-") as folder:
            shadows: dict[str, str] = {}
            for number, (file, text) in enumerate(texts.items()):
                shadow = Path(folder, f"{number}.py")
                shadow.write_bytes(self._sources[file].encoded(text))
                shadows[file] = str(shadow)
            return self._check_with(shadows)

    def _refuse(self, refused: Mapping[Report, str], result: Fixed) -> None:
        for finding, reason in refused.items():
            result.refused[finding] = reason
            if finding.file in self._sources:
                self._reasons[self._key(finding, result.texts)] = reason

    def _key(self, finding: Report, texts: Mapping[str, str]) -> tuple[str, str, str]:
        lines = lines_of(self._text(finding.file, texts))[finding.line - 1 : finding.end_line]
        # The end first: both may stand in one line.
        lines[-1:] = [line[: finding.end_column] for line in lines[-1:]]
        lines[:1] = [line[finding.column :] for line in lines[:1]]
        return finding.file, finding.code, "".join(lines)

    def _text(self, file: str, texts: Mapping[str, str]) -> str:
        return texts[file] if file in texts else self._sources[file].text
