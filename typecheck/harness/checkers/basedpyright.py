"""basedpyright, a fork of pyright, with pyright's settings."""

from dataclasses import dataclass

from .base import Finding, Workplace
from .pyright import Pyright, findings_of_pyright


@dataclass(frozen=True)
class Basedpyright:
    """basedpyright under `pyrightconfig.json`: its own default would report every Any that a case is about."""

    name: str = "basedpyright"
    dialect: str = "pyright"
    noise: frozenset[str] = Pyright.noise

    def check(self, workplace: Workplace) -> list[Finding]:
        """Run once over all files in `workplace.project`."""
        return findings_of_pyright("basedpyright", workplace)
