"""The option `futures`: what is said of asyncio's futures and tasks, and what is not."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from typedpromise.check import rules
from typedpromise.check.awaitables import MESSAGES
from typedpromise.check.host import check
from typedpromise.check.outcome import Outcome
from typedpromise.check.settings import Settings

from .conftest import Mypy

SOURCE = """\
import asyncio
from asyncio import Task, create_task
from typedpromise import Promise

running: set[Task[int]] = set()

async def work() -> int: ...
def notify() -> None: ...

def start() -> Task[int]:
    task = create_task(work())
    running.add(task)
    return task

async def bad(loop: asyncio.AbstractEventLoop, later: asyncio.Future[int], tasks: list[Task[bool]]) -> None:
    create_task(work())  # E: floating-promise
    asyncio.create_task(work())  # E: floating-promise
    asyncio.ensure_future(work())  # E: floating-promise
    asyncio.gather(work(), work())  # E: floating-promise
    loop.create_task(work())  # E: floating-promise
    loop.run_in_executor(None, notify)  # E: floating-promise
    asyncio.get_running_loop().create_task(work())  # E: floating-promise
    [create_task(work()) for _ in range(3)]  # E: floating-promise
    if later:  # E: promise-condition
        notify()
    if later == 1:  # E: promise-comparison
        notify()
    any(tasks)  # E: promise-condition
    Promise.resolve(1)  # E: floating-promise

async def good(later: asyncio.Future[int], maybe: Task[int] | None, tasks: list[Task[bool]]) -> str:
    start()
    async with asyncio.TaskGroup() as group:
        group.create_task(work())
    create_task(work()).add_done_callback(running.discard)
    await create_task(work())
    await asyncio.gather(*tasks)
    heartbeat = create_task(work())
    running.add(create_task(work()))
    if maybe and later in tasks and later.done():
        notify()
    running.pop()
    assert heartbeat
    asyncio.current_task()
    return f"{later} is slow"
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source in a file."""
    file = tmp_path_factory.mktemp("futures") / "source.py"
    file.write_text(SOURCE)
    return file


@pytest.fixture(scope="module")
def on(file: Path) -> Outcome:
    """What is found with the option."""
    return check([str(file)], settings=Settings(futures=True))


def marked() -> list[tuple[int, str]]:
    """Return the lines with a mark, and the code in it."""
    lines = enumerate(SOURCE.splitlines(), 1)
    return [(number, found[1]) for number, line in lines if (found := re.search(r"# E: (\S+)", line))]


def test_each_misuse_is_reported_once(on: Outcome) -> None:
    """What makes a future and drops it, and what takes it for its result; nothing in good code."""
    assert [(found.line, found.code) for found in on.findings] == marked()


def test_what_is_said_fits_futures(on: Outcome) -> None:
    """A future has no `.then` and no `.catch`, so no message may ask for one; a promise beside it has both."""
    of_futures = [found for found in on.findings if found.message.startswith("Future ")]

    assert len(of_futures) == len(on.findings) - 1
    assert {found.message for found in of_futures} == set(MESSAGES.values())
    assert not any(method in message for message in MESSAGES.values() for method in (".then(", ".catch(", "Promise"))


def test_futures_are_seen_only_when_asked_for(file: Path, on: Outcome) -> None:
    """Without the option the same file has one promise, and one finding."""
    off = check([str(file)], settings=Settings())

    assert [found.message[:7] for found in off.findings] == ["Promise"]
    assert off.promises < on.promises


def test_rules_that_hold_for_futures_exist() -> None:
    """A message for a rule of another name would never be seen."""
    assert MESSAGES.keys() <= {rule.code for rule in rules.ALL}


def test_plugin_reads_the_option(make_mypy: Callable[[], Mypy], file: Path, on: Outcome) -> None:
    """Both hosts say the same, with a cold cache and with a warm one."""
    mypy = make_mypy()
    mypy.choose("futures = true")
    cold, warm = mypy(str(file)), mypy(str(file))

    said = [line for line in cold.stdout.splitlines() if "promise-" in line or "floating-promise" in line]
    assert len(said) == len(on.findings)
    assert cold.stdout == warm.stdout


def test_a_rule_that_is_off_is_off_for_futures(file: Path) -> None:
    """`disable` names the rule, not the kind of promise."""
    found = check([str(file)], settings=Settings(futures=True, disable=("floating-promise", "promise-condition")))

    assert [report.code for report in found.findings] == ["promise-comparison"]
