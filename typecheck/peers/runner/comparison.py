"""Renders `docs/comparison.md`: every number in it is counted from `results.toml` and from the known gaps."""

from collections.abc import Iterator, Mapping, Sequence

from ...harness.case import Case
from .absent import REST, Absent
from .ours import our_cases, our_verdicts
from .paths import PEERS as FOLDER
from .peer import Peer, Verdicts, absent_of
from .reasons import Reasons, read_reasons
from .registry import PEERS
from .results import Result

_HEAD = """\
<!-- Written by `make peers`: do not edit. -->
# Compared with other promises

The type tests of `typecheck/` ask whether a checker infers just the right type, or refuses just the wrong line.
The same cases are written for other systems, wherever they mean something there, in `typecheck/peers/`.
Each table has the cases that one of them can express, and what every checker makes of these same cases with `typedpromise`.
A share is a count of cases that are exactly right; nothing is weighted, and no case is left out but those listed at the end with a reason.
"""


def comparison(results: Mapping[str, Result]) -> str:
    """Return the page."""
    cases = our_cases()
    ours = our_verdicts(cases)
    parts = [_HEAD, *_summary(results, cases, ours)]
    for peer in PEERS:
        if peer.name in results:
            parts += _peer(peer, results[peer.name], cases, ours)
    return "\n".join(parts) + "\n"


def _summary(results: Mapping[str, Result], cases: Sequence[Case], ours: Mapping[str, Verdicts]) -> Iterator[str]:
    yield f"The suite has {len(cases)} cases."
    yield ""
    yield from _header(["compared with", "cases it can express", "its own checkers", *(_ours(name) for name in ours)])
    for peer in PEERS:
        if peer.name not in results:
            continue
        run = results[peer.name].run
        asked = sorted(next(iter(run.verdicts.values())))
        own = ", ".join(f"{checker} {_share(verdicts, asked)}" for checker, verdicts in run.verdicts.items())
        yield _row([f"{peer.title} {run.version}", str(len(asked)), own, *(_share(v, asked) for v in ours.values())])
    yield ""


def _peer(peer: Peer, result: Result, cases: Sequence[Case], ours: Mapping[str, Verdicts]) -> Iterator[str]:
    run = result.run
    yield f"## {peer.title} {run.version}"
    yield ""
    named = [name if run.version == version else f"{name} {version}" for name, version in run.checkers.items()]
    yield f"Checked by {' and '.join(named)}."
    yield ""
    yield from _header(["topic", "cases", *(f"{peer.title}: {c}" for c in run.verdicts), *map(_ours, ours)])
    asked = [case for case in cases if all(case.id in verdicts for verdicts in run.verdicts.values())]
    columns = [*run.verdicts.values(), *ours.values()]
    for topic in sorted({case.topic for case in asked}):
        ids = [case.id for case in asked if case.topic == topic]
        yield _row([topic.replace("_", " "), str(len(ids)), *(_share(column, ids) for column in columns)])
    ids = [case.id for case in asked]
    yield _row(["**all**", f"**{len(ids)}**", *(f"**{_share(column, ids)}**" for column in columns)])
    yield ""
    reasons = read_reasons(FOLDER / "reasons" / f"{peer.name}.toml")
    for checker, verdicts in run.verdicts.items():
        yield from _wrong(peer, checker, [case for case in asked if not verdicts[case.id]], reasons)
    yield from _missing(peer, cases, absent_of(peer))


def _wrong(peer: Peer, checker: str, wrong: Sequence[Case], reasons: Reasons) -> Iterator[str]:
    yield f"### What {checker} gets wrong with {peer.title}"
    yield ""
    # By reason, so that a page with hundreds of lines stays one that can be read.
    by_reason: dict[str, list[str]] = {}
    for case in wrong:
        by_reason.setdefault(reasons.of(case, checker) or "", []).append(f"`{case.id}`")
    for reason, names in sorted(by_reason.items(), key=lambda pair: (not pair[0], pair[0])):
        yield f"- {reason or 'not looked into'} ({len(names)}): {', '.join(names)}"
    yield "" if wrong else "Nothing.\n"


def _missing(peer: Peer, cases: Sequence[Case], absent: Absent) -> Iterator[str]:
    missing = [case for case in cases if absent.reason(case) is not None]
    yield f"### What {peer.title} cannot express"
    yield ""
    by_reason: dict[str, list[str]] = {}
    for case in missing:
        topic = absent.reasons.get(case.topic, {})
        whole = case.name not in topic and REST in topic
        shown = _rest_of(case.topic, topic) if whole else f"`{case.id}`"
        names = by_reason.setdefault(absent.reason(case) or "", [])
        if shown not in names:
            names.append(shown)
    for reason, names in sorted(by_reason.items()):
        yield f"- {reason}: {', '.join(names)}"
    yield ""


def _rest_of(topic: str, lines: Mapping[str, str]) -> str:
    words = topic.replace("_", " ")
    return f"all of {words}" if set(lines) == {REST} else f"the rest of {words}"


def _share(verdicts: Verdicts, cases: Sequence[str]) -> str:
    right = sum(verdicts[case] for case in cases)
    return f"{right} ({100 * right / len(cases):.1f} %)" if cases else "-"


def _ours(checker: str) -> str:
    return f"typedpromise: {checker}"


def _header(cells: Sequence[str]) -> Iterator[str]:
    yield _row(cells)
    yield "|---|" + "---:|" * (len(cells) - 1)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
