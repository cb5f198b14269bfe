"""A peer whose cases are Python files of their own: `<peer>/world.py` and `<peer>/cases/<topic>.py`."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import distributions
from platform import python_version

from ...harness.case import Case
from .command import pip_install
from .paths import BUILD, PEERS
from .peer import Run, texts
from .python import cases_in, checker_versions, judged, laid_out


@dataclass(frozen=True)
class Written:
    """A package of PyPI, or what Python itself has."""

    name: str
    title: str
    package: str | None = None

    def cases(self) -> Sequence[Case]:
        """Return the cases written for it."""
        return cases_in(PEERS / self.name / "cases")

    def sources(self) -> Sequence[tuple[str, str]]:
        """Return its world and its cases."""
        return [pair for pair in texts(PEERS / self.name, "**/*.py") if not pair[0].endswith("__init__.py")]

    def install(self) -> None:
        """Install the newest release of the package."""
        if self.package is not None:
            pip_install(self.package, BUILD / self.name / "site")

    def run(self) -> Run:
        """Run the checkers."""
        return Run(self._version(), checker_versions(), judged(laid_out(self.name, self.sources())))

    def _version(self) -> str:
        if self.package is None:
            return python_version()
        site = str(BUILD / self.name / "site")
        (found,) = distributions(name=self.package, path=[site])
        return found.version
