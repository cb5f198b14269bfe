"""A run of JS tests against a promise library, and what came of it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from . import vendored
from .bridge import Bridge
from .hosts import Host
from .library import Library, operations_of

VERSION = "2.1.2"
SUITE = "promises-aplus-tests/lib/testFiles"


@dataclass(frozen=True)
class Result:
    """One JS test: its titles from the outermost `describe` inwards, and its error if it failed."""

    titles: tuple[str, ...]
    error: str | None

    @property
    def clause(self) -> str:
        """The clause of Promises/A+ that the test belongs to, which is also the name of its file."""
        match = re.match(r"\d\.\d\.\d", self.titles[0])
        return match.group() if match else ""

    def __str__(self) -> str:
        lines = [f"{'  ' * depth}{title}" for depth, title in enumerate(self.titles)]
        if self.error is not None:
            lines.append(f"{'  ' * len(self.titles)}-> {self.error}")
        return "\n".join(lines)


@dataclass(frozen=True)
class Report:
    """All results of a run."""

    host: str
    results: tuple[Result, ...]

    @property
    def failed(self) -> tuple[Result, ...]:
        """The tests that failed."""
        return tuple(result for result in self.results if result.error is not None)

    @property
    def passed(self) -> int:
        """How many tests passed."""
        return len(self.results) - len(self.failed)

    @property
    def failed_clauses(self) -> set[str]:
        """The clauses that at least one failed test belongs to."""
        return {result.clause for result in self.failed}

    def of(self, clause: str) -> "Report":
        """Return the part of the report that is about one clause."""
        return Report(self.host, tuple(result for result in self.results if result.clause == clause))

    def __str__(self) -> str:
        failed = f", {len(self.failed)} failed" if self.failed else ""
        return f"{self.passed} passed{failed} {self.host}"


def run(library: Library, host: Host, tests: str = SUITE, extra: Mapping[str, str] | None = None) -> Report:
    """Run the module `tests`, one of the vendored ones or of `extra`, and everything that it requires."""
    bridge = Bridge(operations_of(library), library.promise_type)
    for script in ("clock", "modules", "mocha", "adapter"):
        bridge.load(script)
    for path, source in {**vendored.sources(), **(extra or {})}.items():
        bridge.execute(f"modules.define({json.dumps(path)}, {json.dumps(source)})")
    bridge.execute(f"mocha.start({json.dumps(tests)})")
    with library.session(host.scheduler):
        host.run(lambda: bool(bridge.execute("clock.turn()")))
        # A rejected promise may be reported when it is dropped, and the session is who listens.
        bridge.forget()
    results = json.loads(str(bridge.execute("mocha.results()")))
    return Report(host.name, tuple(Result(tuple(result["path"]), result["error"]) for result in results))
