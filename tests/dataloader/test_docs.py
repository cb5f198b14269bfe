"""What docs/dataloader.md shows is so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from typedpromise import Promise

PAGE = (Path(__file__).parents[2] / "docs" / "dataloader.md").read_text()
PROGRAM = "\n".join(re.findall(r"^```python\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL))


def test_the_programs_run() -> None:
    """The programs of the page run one after the other, asserts included."""
    names: dict[str, Any] = {}

    exec(compile(PROGRAM, "docs/dataloader.md", "exec"), names)  # noqa: S102 - our own page

    assert PROGRAM.count("assert ") >= 8
    assert names["Users"]({1: "ada"}).load_many([1, 2]).get() == ["ada", None]


def test_the_slow_loader_waits_for_its_timer() -> None:
    """The loader with `batch_schedule_fn` sends what has come together until its timer is up."""
    names: dict[str, Any] = {}
    exec(compile(PROGRAM, "docs/dataloader.md", "exec"), names)  # noqa: S102 - our own page

    async def main() -> list[str]:
        loads: list[Promise[str]] = [names["slow"].load(1)]
        await names["asyncio"].sleep(0)
        loads.append(names["slow"].load(2))
        return [await load for load in loads]

    assert names["asyncio"].run(main()) == ["user 1", "user 2"]
    assert names["slow"].statistics.batches == 1
