"""Case files: the lines in which a rule must report something carry a mark at their end.

A file has the stem of its rule, with `_23` behind it when it uses promise 2.3; what other rules find in it is theirs.
"""

from pathlib import Path

from typedpromise.check.outcome import Outcome

CASES = Path(__file__).parent / "rules" / "cases"
CASE_FILES = sorted(CASES.glob("*.py"))


def marked_lines(file: Path, mark: str = "# E") -> set[int]:
    """Return the numbers of the lines with the mark."""
    return {number for number, line in enumerate(file.read_text().splitlines(), 1) if line.endswith(mark)}


def crossed_lines(file: Path) -> set[int]:
    """Return the numbers of the lines that a page calls bad."""
    return {number for number, line in enumerate(file.read_text().splitlines(), 1) if "# ❌" in line}


def messages(checked: Outcome, file: Path, code: str) -> dict[int, str]:
    """Return what a rule said of a file, by line."""
    return {
        report.line: report.message
        for report in checked.findings
        if report.code == code and Path(report.file).resolve() == file.resolve()
    }


def said_of(checked: Outcome, statement: str, code: str, name: str | None = None) -> str:
    """Return what a rule said of a line of a case file: of its own, if not told another."""
    file = CASES / (name or f"{code.replace('-', '_')}.py")
    lines = [line.strip() for line in file.read_text().splitlines()]
    return messages(checked, file, code)[lines.index(f"{statement}  # E") + 1]
