"""mypy with our plugin: `plugins = ["typedpromise.mypy"]`, its rules for misuse switched off."""

import json
from dataclasses import dataclass

from typedpromise.check import rules

from .base import Finding, Workplace
from .mypy import findings_of_mypy


@dataclass(frozen=True)
class MypyPlugin:
    """`mypy --strict` with the plugin; the rules have tests of their own, and cases throw promises away."""

    name: str = "mypy+plugin"
    dialect: str = "plugin"
    noise: frozenset[str] = frozenset()

    def check(self, workplace: Workplace) -> list[Finding]:
        """Run once over all files in `workplace.project`."""
        folder = workplace.cache / "mypy+plugin"
        folder.mkdir(parents=True, exist_ok=True)
        config = folder / "pyproject.toml"
        off = json.dumps([rule.code for rule in rules.ALL])
        config.write_text(
            f'[tool.mypy]\nplugins = ["typedpromise.mypy"]\n\n[tool.typedpromise]\ndisable = {off}\n', encoding="utf-8"
        )
        return findings_of_mypy(workplace, config=str(config), cache=folder / "cache")
