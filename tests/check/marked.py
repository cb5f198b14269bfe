"""Case files: the lines in which a rule must report something carry a mark at their end."""

from pathlib import Path

CASES = Path(__file__).parent / "rules" / "cases"
CASE_FILES = sorted(CASES.glob("*.py"))


def marked_lines(file: Path, mark: str = "# E") -> set[int]:
    """Return the numbers of the lines with the mark."""
    return {number for number, line in enumerate(file.read_text().splitlines(), 1) if line.endswith(mark)}
