"""The table of `docs/corpus.md`, and what is said on the screen when something is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from .measure import Numbers
from .verdicts import Comparison

BEGIN = "<!-- corpus: written by `make corpus` -->"
END = "<!-- /corpus -->"
_THOUSAND = 1000


def inserted(page: str, table: str) -> str:
    """Return the page with the table between its marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table}\n{END}{after}"


def per_thousand(findings: int, lines: int) -> str:
    """Return findings per thousand lines as text."""
    return f"{findings * _THOUSAND / lines:.2f}" if lines else "-"


def table(numbers: Mapping[str, Numbers], comparison: Comparison) -> str:
    """Return the numbers of the packages, of the rules, and of the verdicts as Markdown."""
    return "\n".join([*_packages(numbers), "", *_rules(numbers), "", *_verdicts(comparison), ""])


def _packages(numbers: Mapping[str, Numbers]) -> Iterator[str]:
    yield "| package | files | lines | `recommended` | per 1,000 lines | `strict` adds | links seen | links unseen |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, own in sorted(numbers.items()):
        yield _row(name, own)
    yield _row("**all**", _total(numbers))


def _row(name: str, own: Numbers) -> str:
    found = own.recommended.total()
    cells = [name, f"{own.files:,}", f"{own.lines:,}", found, per_thousand(found, own.lines), own.strict.total()]
    return "| " + " | ".join(map(str, [*cells, own.links["promise"], own.links["unknown"]])) + " |"


def _total(numbers: Mapping[str, Numbers]) -> Numbers:
    total = Numbers("all")
    for own in numbers.values():
        total.files += own.files
        total.lines += own.lines
        total.recommended += own.recommended
        total.strict += own.strict
        total.links += own.links
    return total


def _rules(numbers: Mapping[str, Numbers]) -> Iterator[str]:
    total = _total(numbers)
    both: Counter[str] = total.recommended + total.strict
    yield "| rule | `recommended` | `strict` adds |"
    yield "|---|---|---|"
    for code in sorted(both):
        yield f"| `{code}` | {total.recommended[code]} | {total.strict[code]} |"


def _verdicts(comparison: Comparison) -> Iterator[str]:
    yield (
        f"Of the findings of `recommended`, {comparison.confirmed} are true, {len(comparison.false)} false, "
        f"{len(comparison.unclassified)} without a verdict."
    )


def complaints(comparison: Comparison) -> Iterator[str]:
    """Yield what has to be done before the corpus is clean, a text for each finding or verdict."""
    for finding in comparison.unclassified:
        place = f"{finding.file}:{finding.report.line}"
        yield (
            f"{place}: no verdict on this {finding.code} ({finding.report.message}): "
            f"read the code, then add to corpus/verdicts.toml:\n\n{finding.skeleton()}"
        )
    for finding, verdict in comparison.false:
        yield (
            f"{finding.file}:{finding.report.line}: this {finding.code} is a false alarm ({verdict.reason}): "
            f"mend the rule; a preset `recommended` with false alarms teaches people to ignore it"
        )
    for verdict in comparison.stale:
        yield (
            f"{verdict.file}: nothing is found any more for the verdict {verdict.fingerprint} "
            f"({verdict.code} in {verdict.scope or 'the module'}, {verdict.verdict}: {verdict.reason}): "
            f"if that is right, remove it from corpus/verdicts.toml"
        )
