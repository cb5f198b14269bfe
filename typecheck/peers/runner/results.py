"""`results.toml`: what each peer's checkers said of each case, so that nothing has to be downloaded to know it."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .peer import Run

_HEAD = "# Written by `make peers` from a run of every peer's checkers: do not edit.\n"


@dataclass(frozen=True)
class Result:
    """A run, and the digest of the files it was made of."""

    digest: str
    run: Run


def written(results: Mapping[str, Result]) -> str:
    """Return `results` by peer as TOML."""
    return _HEAD + "\n".join(line for name, result in results.items() for line in _lines(name, result)) + "\n"


def _lines(name: str, result: Result) -> Iterator[str]:
    run = result.run
    yield f'\n[{name}]\nversion = "{run.version}"\ndigest = "{result.digest}"'
    for checker, verdicts in run.verdicts.items():
        yield f'\n[{name}.{checker}]\nversion = "{run.checkers[checker]}"'
        for topic in sorted({case.partition("::")[0] for case in verdicts}):
            yield f"\n[{name}.{checker}.{topic}]"
            for case, right in verdicts.items():
                if case.startswith(f"{topic}::"):
                    yield f'{case.partition("::")[2]} = "{"right" if right else "wrong"}"'


def read_results(path: Path) -> dict[str, Result]:
    """Return what `written` wrote."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: _result(table) for name, table in tables.items()}


def _result(table: dict[str, object]) -> Result:
    digest, version = table.pop("digest"), table.pop("version")
    assert isinstance(digest, str)
    assert isinstance(version, str)
    checkers: dict[str, str] = {}
    verdicts: dict[str, dict[str, bool]] = {}
    for checker, topics in table.items():
        assert isinstance(topics, dict)
        checkers[checker] = topics.pop("version")
        verdicts[checker] = {
            f"{topic}::{case}": word == "right" for topic, cases in topics.items() for case, word in cases.items()
        }
    return Result(digest, Run(version, checkers, verdicts))
