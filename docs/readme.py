"""Put what is generated into README.md: the rule table, and the screen of the last `make demo`."""

from __future__ import annotations

import sys
from pathlib import Path

from typedpromise.check.rules import ALL

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SCREEN = ROOT / "build" / "demo" / "screen.txt"


def rule_table() -> str:
    """Return the table of all rules, as Markdown."""
    rows = [f"| `{rule.code}` | {rule.summary} |" for rule in ALL]
    return "\n".join(["| rule | what it finds |", "|---|---|", *rows])


def with_part(readme: str, name: str, text: str) -> str:
    """Return `readme` with what stands between the markers of `name` replaced by `text`."""
    begin, end = f"<!-- {name} begin -->", f"<!-- {name} end -->"
    before, _, rest = readme.partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        msg = f"README.md has no {begin} ... {end}"
        raise ValueError(msg)
    return f"{before}{begin}\n{text}\n{end}{after}"


def part_of(readme: str, name: str) -> str:
    """Return what stands between the markers of `name`."""
    return readme.partition(f"<!-- {name} begin -->\n")[2].partition(f"\n<!-- {name} end -->")[0]


def main() -> None:
    """Write README.md anew."""
    readme = with_part(README.read_text(), "rules", rule_table())
    screen = SCREEN.read_text().rstrip()
    README.write_text(with_part(readme, "demo", f"```text\n{screen}\n```"))


if __name__ == "__main__":
    sys.exit(main())
