"""What a migration costs, counted: mypy runs, modules read, texts parsed, nodes of LibCST's made anew."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import libcst as cst
import pytest

from typedpromise._codemod import parsed
from typedpromise.check import columns, host, visitors

from .runs import migrate

_UNRELATED = "\n\ndef unrelated_{0}(a: int, b: int) -> int:\n    return [a + b, a - b, {0}][a % 3]\n"


@pytest.fixture(autouse=True)
def unhandled() -> None:
    """Stand in for the fixture that collects garbage around every test: these tests make no promises."""


class Work:
    """What was done, by kind."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Count from now on."""
        self.read: list[list[str]] = []
        self.parsed: Counter[str] = Counter()
        self.visits = 0
        self.columns = 0
        self._count_mypy(monkeypatch)
        parse, visit, source = parsed.Parsed.__init__, cst.CSTNode.visit, columns._Source.__init__

        def parsing(made: parsed.Parsed, text: str) -> None:
            self.parsed[text] += 1
            parse(made, text)

        def visiting(node: cst.CSTNode, visitor: Any) -> Any:
            self.visits += 1
            return visit(node, visitor)

        def correcting(made: Any, lines: list[str]) -> None:
            self.columns += 1
            source(made, lines)

        monkeypatch.setattr(parsed.Parsed, "__init__", parsing)
        monkeypatch.setattr(cst.CSTNode, "visit", visiting)
        monkeypatch.setattr(columns._Source, "__init__", correcting)

    def _count_mypy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        build, deps = host.build, visitors.Fresh.get_additional_deps

        def building(*args: Any, **named: Any) -> Any:
            self.read.append([])
            return build(*args, **named)

        def reading(plugin: visitors.Fresh, file: Any) -> Any:
            self.read[-1].append(file.fullname)
            return deps(plugin, file)

        monkeypatch.setattr(host, "build", building)
        monkeypatch.setattr(visitors.Fresh, "get_additional_deps", reading)


def _program(functions: int, *, chained: bool = False) -> str:
    lines = ["from promise import Promise\n\none = Promise.resolve('ä')\n"]
    for number in range(functions):
        value = f"made_{number - 1}()" if chained and number else "one"
        lines.append(f"\n\ndef made_{number}():\n    return {value}.then(did_fulfill=str)\n")
        lines.append(_UNRELATED.format(number))
    return "".join(lines)


def _migrated(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Work, str]:
    folder.mkdir()
    (folder / "program.py").write_text(text)
    with monkeypatch.context() as patched:
        work = Work(patched)
        migrate(folder)
    return work, (folder / "program.py").read_text()


def test_mypy_reads_all_but_the_program_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pass over a row of functions takes two runs of mypy, which read only the program."""
    work, text = _migrated(tmp_path / "row", _program(2, chained=True), monkeypatch)

    assert text.count("() -> Promise[str]:") == 2
    assert len(work.read) == 2 + 2 * 2
    # Of `promise`, then of `typedpromise`.
    assert ["builtins" in read for read in work.read[:2]] == [True, False]
    assert work.read[2:] == [["program"]] * 4


def test_mypy_does_not_run_again_where_nothing_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has been migrated is looked at once, with a second look for functions whose promises have no known type."""
    done = "from typedpromise import Promise\n\n\ndef made():\n    return Promise.resolve(1)\n"
    clean, text = _migrated(tmp_path / "clean", done.replace("()", "() -> Promise[int]", 1), monkeypatch)
    unknown, _ = _migrated(tmp_path / "unknown", done.replace("()", "(a)").replace("(1)", "(a)"), monkeypatch)

    assert "-> Promise[int]" in text
    assert [len(work.read) for work in (clean, unknown)] == [1, 2]


def test_a_text_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LibCST parses the text before, and the one after each pass, and no text twice."""
    work, _ = _migrated(tmp_path / "row", _program(3, chained=True), monkeypatch)

    assert set(work.parsed.values()) == {1}
    assert len(work.parsed) == 4


def test_work_grows_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight times the steps in a file of eight times the length take eight times the visits, and no more parsing."""
    small, _ = _migrated(tmp_path / "small", _program(4), monkeypatch)
    large, text = _migrated(tmp_path / "large", _program(32), monkeypatch)

    assert text.count("() -> Promise[str]:") == 32
    assert small.visits > 0
    assert large.visits < 10 * small.visits
    assert large.columns == small.columns
    assert len(large.parsed) == len(small.parsed)
