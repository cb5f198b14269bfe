"""Put what is generated into README.md: the rule table, and the screen of the last `make demo`.

`python docs/readme.py rules` writes the rule table alone, here and in docs/checker.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

from typedpromise.check.rules import ALL

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CHECKER = ROOT / "docs" / "checker.md"
SCREEN = ROOT / "build" / "demo" / "screen.txt"


def rule_table() -> str:
    """Return the table of all rules, as Markdown."""
    rows = [f"| `{rule.code}` | {rule.summary} | {rule.preset} |" for rule in ALL]
    return "\n".join(["| rule | what it finds | preset |", "|---|---|---|", *rows])


def with_part(readme: str, name: str, text: str) -> str:
    """Return `readme` with what stands between the markers of `name` replaced by `text`."""
    begin, end = f"<!-- {name} begin -->", f"<!-- {name} end -->"
    before, _, rest = readme.partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        msg = f"there is no {begin} ... {end}"
        raise ValueError(msg)
    return f"{before}{begin}\n{text}\n{end}{after}"


def part_of(readme: str, name: str) -> str:
    """Return what stands between the markers of `name`."""
    return readme.partition(f"<!-- {name} begin -->\n")[2].partition(f"\n<!-- {name} end -->")[0]


def write_rules() -> None:
    """Write the rule table wherever it stands."""
    for file in (README, CHECKER):
        file.write_text(with_part(file.read_text(), "rules", rule_table()))


def main(*parts: str) -> None:
    """Write what is generated anew, or the named part of it."""
    write_rules()
    if parts != ("rules",):
        screen = SCREEN.read_text().rstrip()
        README.write_text(with_part(README.read_text(), "demo", f"```text\n{screen}\n```"))


if __name__ == "__main__":
    main(*sys.argv[1:])
