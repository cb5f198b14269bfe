"""The line that tells how far a check has come."""

import io

import pytest

from typedpromise.check.host import check
from typedpromise.check.progress import Progress, progress_on

from .conftest import without_cache
from .marked import CASES
from .reports.test_colours import Terminal


class Clock:
    """A clock that the test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def stream() -> io.StringIO:
    """Where progress is written."""
    return io.StringIO()


def test_a_short_check_shows_none(stream: io.StringIO) -> None:
    """Under a second nothing is written, nor erased."""
    clock = Clock()
    progress = Progress(stream, clock)
    progress.begin(2)
    for now in (0.1, 0.5, 0.99):
        clock.now = now
        progress.read()
        progress.checked()
    progress.erase()

    assert stream.getvalue() == ""


def test_a_long_check_tells_what_it_does(stream: io.StringIO) -> None:
    """First what is read, then what is checked, ten times a second at most; at the end the line is blank again."""
    clock = Clock()
    progress = Progress(stream, clock)
    progress.begin(2)
    for now in (1.0, 1.05, 1.2):
        clock.now = now
        progress.read()
    clock.now = 1.4
    progress.checked()
    progress.read()
    clock.now = 1.6
    progress.checked()
    progress.erase()

    written = stream.getvalue().split("\r")
    assert written == [
        "",
        "modules read: 1",
        "modules read: 3",
        "files checked: 1 of 2",
        "files checked: 2 of 2",
        " " * len("files checked: 2 of 2"),
        "",
    ]


def test_a_shorter_line_covers_the_longer_one(stream: io.StringIO) -> None:
    """Nothing of the line before is left to be seen."""
    clock = Clock()
    progress = Progress(stream, clock)
    progress.begin(1)
    for _ in range(99_998):
        progress.read()
    for clock.now in (1.0, 2.0):
        progress.read()
    clock.now = 3.0
    progress.checked()
    progress.erase()

    assert stream.getvalue().split("\r") == [
        "",
        "modules read: 99999",
        "modules read: 100000",
        "files checked: 1 of 1",
        " " * len("files checked: 1 of 1"),
        "",
    ]

    progress._width = 25
    clock.now = 4.0
    progress.checked()

    assert stream.getvalue().endswith("\rfiles checked: 1 of 1    ")


@pytest.mark.parametrize(
    ("stream", "environment", "shown"),
    [
        (Terminal(), {}, True),
        (io.StringIO(), {}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"CI": "true"}, False),
    ],
)
def test_where_there_is_one(stream: io.StringIO, environment: dict[str, str], shown: bool) -> None:
    """Only a terminal with somebody before it shows progress."""
    assert (progress_on(stream, environment) is not None) is shown


def test_mypys_hooks_drive_it(stream: io.StringIO) -> None:
    """Each named file is counted once, and more modules are read than are named."""
    clock = Clock()
    progress = Progress(stream, clock)
    clock.now = 1.0
    with without_cache():
        check([str(CASES / "floating_promise.py"), str(CASES / "useless_then.py")], progress=progress)

    assert (progress._checked, progress._total) == (2, 2)
    assert progress._read > 2
