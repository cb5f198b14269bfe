"""Tables of a run, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median
from typing import Any

from .dialects import OURS, PEERS
from .shapes import SHAPES
from .targets import TARGETS, Reached, Target, Wanted, is_met, reached

BUILDS = ("pure", "compiled")
# A run: `builds` by name, each with `shapes` and `missing`; `node`; and what the machine was.
Run = Mapping[str, Any]


def table(header: list[str], rows: list[list[str]]) -> list[str]:
    """Return the lines of a Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def targets(run: Run) -> list[str]:
    """Return the table of the targets, with what was measured."""
    header = ["against", "shapes"]
    for build in run["builds"]:
        header += [f"{build}: target", "measured (worst)", ""]
    rows: list[list[str]] = []
    for target in TARGETS:
        row = [target.against, _extent(target)]
        for build, found in run["builds"].items():
            wanted: Wanted = getattr(target, build)
            was = reached(target, found["shapes"], _node(run))
            row += [_bound(wanted, is_time=target.is_time), _shown(was), _verdict(wanted, was, target)]
        rows.append(row)
    return table(header, rows)


def _extent(target: Target) -> str:
    return ", ".join(target.shapes) if len(target.shapes) < 3 else f"{len(target.shapes)} shapes"  # noqa: PLR2004


def _bound(wanted: Wanted, *, is_time: bool) -> str:
    sign = "time ≤" if is_time else "≥"
    worst = "" if wanted.worst is None else f" ({wanted.worst:g})"
    return f"{sign} {wanted.mean:g}x{worst}"


def _shown(was: Reached | None) -> str:
    return "-" if was is None else f"{was.mean:.2f}x ({was.worst:.2f} at {was.worst_shape})"


def _verdict(wanted: Wanted, was: Reached | None, target: Target) -> str:
    if was is None:
        return "not measured"
    return "met" if is_met(wanted, was, is_time=target.is_time) else "**missed**"


def _node(run: Run) -> Mapping[str, Mapping[str, float]]:
    shapes: Mapping[str, Mapping[str, float]] = run["node"].get("shapes", {})
    return shapes


def times(run: Run) -> list[str]:
    """Return the table of nanoseconds an element: our builds, the peers, node."""
    builds = list(run["builds"])
    last = run["builds"][builds[-1]]["shapes"]
    names = [dialect.name for dialect in PEERS]
    header = ["", "", *builds, *names, *_node(run)]
    notes: dict[str, int] = {}
    rows: list[list[str]] = []
    for shape in SHAPES:
        if shape.key not in last:
            continue
        row = [shape.key, shape.title]
        row += [_ns(run["builds"][build]["shapes"][shape.key], OURS.name, shape.key, notes) for build in builds]
        row += [_ns(last[shape.key], name, shape.key, notes) for name in names]
        row += [f"{found[shape.key]:,.0f}" if shape.key in found else "-" for found in _node(run).values()]
        rows.append(row)
    return [*table(header, rows), "", *[f"{number}. {note}" for note, number in notes.items()]]


def _ns(found: Mapping[str, Any], name: str, key: str, notes: dict[str, int]) -> str:
    if name in found["results"]:
        return f"{found['results'][name]['ns']:,.0f}"
    if name in found["failed"]:
        note = f"{name}, {key}: {found['failed'][name]}"
        return f"FAIL ({notes.setdefault(note, len(notes) + 1)})"
    return "-"


def ratios(run: Run, build: str) -> list[str]:
    """Return the table of how many times faster `build` is than each peer, by shape."""
    found = run["builds"][build]["shapes"]
    names = [dialect.name for dialect in PEERS if any(dialect.name in one["results"] for one in found.values())]
    rows = [
        [shape.key, *[_times(found[shape.key]["results"].get(name)) for name in names]]
        for shape in SHAPES
        if shape.key in found
    ]
    return table(["times faster", *names], rows)


def _times(result: Mapping[str, float] | None) -> str:
    return "-" if result is None else f"{result['ratio']:.1f}"


def spread(run: Run) -> str:
    """Return a sentence on how far the paired ratios scatter, and on the load."""
    halves = [
        (result["high"] - result["low"]) / 2 / result["ratio"]
        for found in run["builds"].values()
        for one in found["shapes"].values()
        for name, result in one["results"].items()
        if name != OURS.name
    ]
    rounds = [
        result["rounds"]
        for found in run["builds"].values()
        for one in found["shapes"].values()
        for result in one["results"].values()
    ]
    before, after = run["load"]
    scatter = f"half of the rounds lie within ±{median(halves):.0%} of the median ratio" if halves else "no peer"
    return (
        f"Python {run['python']}, {run['machine']}, {run['date']}; {min(rounds)} to {max(rounds)} rounds a shape; "
        f"{scatter}; "
        f"load average {before:.1f} before and {after:.1f} after, on {run['cores']} cores."
    )


def missing(run: Run) -> list[str]:
    """Return a line for each contestant that was not there."""
    lines = [
        f"- {name} is left out: {reason}" for name, reason in next(iter(run["builds"].values()))["missing"].items()
    ]
    lines += [f"- {build} is left out: {reason}" for build, reason in run["absent"].items()]
    if "missing" in run["node"]:
        lines.append(f"- node is left out: {run['node']['missing']}")
    lines += [f"- {name} is left out: npm could not install it" for name in run["node"].get("missing_packages", [])]
    return lines


def page(run: Run) -> list[str]:
    """Return all lines that stand between the markers of docs/performance.md."""
    lines = [spread(run), *missing(run), "", "### Targets", "", *targets(run), "", "![Times faster](performance.svg)"]
    lines += ["", "### Nanoseconds an element", "", *times(run)]
    for build in run["builds"]:
        lines += ["", f"### Times faster, {build}", "", *ratios(run, build)]
    return lines
