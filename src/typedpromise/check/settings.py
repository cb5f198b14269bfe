"""What a user may set for the checker: `[tool.typedpromise]` in pyproject.toml, read into `Settings`.

Both hosts read it here, so a key means the same to them and its errors read alike.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, cast

from .cannot_run import CannotRun
from .rule import PRESETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import TypeAlias

    from .rule import Option, Rule, _Preset

    _Value: TypeAlias = bool | tuple[str, ...]

# The class of this library, and the one of PyPI's promise 2.3, by the names mypy knows them by.
# asyncio futures are not here: see `futures`. Nor are coroutines: mypy reports forgotten ones itself.
PROMISE_TYPES = ("typedpromise._promise.Promise", "promise.promise.Promise")

_FILE = "pyproject.toml"
_TABLE = "tool.typedpromise"
_PRESET = f"{_TABLE}.preset"
_TYPES = f"{_TABLE}.promise-types"
_FUTURES = f"{_TABLE}.futures"
_KEYS = ("preset", "enable", "disable", "promise-types", "futures", "rules")
# What tomllib makes of the kinds of TOML, by the words its specification has for them.
_KINDS: dict[type[object], str] = {
    bool: "a boolean",
    dict: "a table",
    float: "a float",
    int: "an integer",
    list: "an array",
    str: "a string",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run, the same for every module."""

    preset: _Preset = "recommended"
    enable: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    promise_types: tuple[str, ...] = PROMISE_TYPES
    # Whether some rules hold for asyncio's futures and tasks too.
    futures: bool = False
    # By the rule's code and the option's name.
    options: Mapping[tuple[str, str], _Value] = field(default_factory=dict[tuple[str, str], "bool | tuple[str, ...]"])

    def chosen(self, rules: Iterable[Rule]) -> list[Rule]:
        """Return the rules that run: those of the preset and of all narrower ones, as `enable` and `disable` say."""
        wanted = PRESETS[: PRESETS.index(self.preset) + 1]
        return [
            rule
            for rule in rules
            if (rule.preset in wanted or rule.code in self.enable) and rule.code not in self.disable
        ]

    def value(self, code: str, option: Option) -> _Value:
        """Return what a rule's option is set to."""
        default = option.default if self.preset == "recommended" or option.strict is None else option.strict
        return self.options.get((code, option.name), default)

    def text(self) -> str:
        """Return all of it as text: it differs for two settings under which a module's findings may differ."""
        chosen = (self.preset, self.enable, self.disable, self.promise_types, self.futures)
        return repr((chosen, sorted(self.options.items())))


def read(file: Path, rules: Callable[[], Sequence[Rule]]) -> Settings:
    """Read a configuration file; one without our table sets nothing.

    Args:
        file: The file, in TOML.
        rules: Returns the rules; called only when the table names one, since to import them all takes time.

    Returns:
        What the file sets, and the defaults.

    Raises:
        CannotRun: The file cannot be read, or something in the table is wrong.

    """
    try:
        document = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        msg = f"cannot read the configuration {file} ({error.strerror}): name a TOML file that has a table [{_TABLE}]"
        raise CannotRun(msg) from error
    except ValueError as error:
        msg = f"the configuration {file} is not TOML ({error}): correct it"
        raise CannotRun(msg) from error
    tool = document.get("tool")
    table = cast("dict[str, object]", tool).get("typedpromise") if isinstance(tool, dict) else None
    return Settings() if table is None else _Reader(file, rules).settings(table)


def read_near(folder: Path, rules: Callable[[], Sequence[Rule]]) -> Settings:
    """Read the pyproject.toml of a folder, or of the nearest folder above that has one."""
    folder = folder.resolve()
    found = next((file for above in (folder, *folder.parents) if (file := above / _FILE).is_file()), None)
    return Settings() if found is None else read(found, rules)


def read_beside(config_file: str | None, rules: Callable[[], Sequence[Rule]]) -> Settings:
    """Read the pyproject.toml beside mypy's own configuration, else the one in the current folder."""
    folders = [Path(config_file).parent] if config_file else []
    found = next((file for folder in [*folders, Path()] if (file := folder / _FILE).is_file()), None)
    return Settings() if found is None else read(found, rules)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns the table into settings; every complaint names the file and the key, what was found and what may be."""

    file: Path
    rules: Callable[[], Sequence[Rule]]

    def settings(self, found: object) -> Settings:
        table = self._table(_TABLE, found)
        self._know(_TABLE, table, _KEYS, "key")
        types = self._names(_TYPES, table.get("promise-types", []))
        for name in types:
            if "." not in name or not all(part.isidentifier() for part in name.split(".")):
                raise self._wrong(_TYPES, repr(name), "full names of classes, such as package.Class")
        return Settings(
            preset=self._preset(table.get("preset", "recommended")),
            enable=self._codes(f"{_TABLE}.enable", table.get("enable", [])),
            disable=self._codes(f"{_TABLE}.disable", table.get("disable", [])),
            promise_types=(*PROMISE_TYPES, *types),
            futures=self._flag(_FUTURES, table.get("futures", False)),
            options=self._options(table.get("rules", {})),
        )

    def _preset(self, found: object) -> _Preset:
        for preset in PRESETS:
            if found == preset:
                return preset
        shown = repr(found) if isinstance(found, str) else _kind(found)
        raise self._wrong(_PRESET, shown, f"one of {', '.join(map(repr, PRESETS))}")

    def _codes(self, key: str, found: object) -> tuple[str, ...]:
        names = self._names(key, found)
        if names:
            self._know(key, names, [rule.code for rule in self.rules()], "rule")
        return names

    def _options(self, found: object) -> dict[tuple[str, str], _Value]:
        options: dict[tuple[str, str], _Value] = {}
        key = f"{_TABLE}.rules"
        tables = self._table(key, found)
        if not tables:
            return options
        rules = self.rules()
        self._know(key, tables, [rule.code for rule in rules], "rule")
        for rule in rules:
            if rule.code not in tables:
                continue
            own = f"{key}.{rule.code}"
            values = self._table(own, tables[rule.code])
            self._know(own, values, [option.name for option in rule.options], "option")
            for option in rule.options:
                if option.name in values:
                    options[rule.code, option.name] = self._value(f"{own}.{option.name}", option, values[option.name])
        return options

    def _value(self, key: str, option: Option, found: object) -> _Value:
        if isinstance(option.default, tuple):
            return self._names(key, found)
        return self._flag(key, found)

    def _flag(self, key: str, found: object) -> bool:
        if not isinstance(found, bool):
            raise self._wrong(key, _kind(found), "true or false")
        return found

    def _names(self, key: str, found: object) -> tuple[str, ...]:
        if not isinstance(found, list):
            raise self._wrong(key, _kind(found), "an array of strings")
        items = cast("list[object]", found)
        names = tuple(item for item in items if isinstance(item, str))
        if len(names) != len(items):
            strange = next(item for item in items if not isinstance(item, str))
            raise self._wrong(key, f"an array with {_kind(strange)}", "an array of strings")
        return names

    def _table(self, key: str, found: object) -> dict[str, object]:
        if not isinstance(found, dict):
            raise self._wrong(key, _kind(found), "a table")
        return cast("dict[str, object]", found)

    def _know(self, key: str, names: Iterable[str], known: Sequence[str], noun: str) -> None:
        for name in names:
            if name not in known:
                close = get_close_matches(name, known, n=1)
                meant = f"did you mean {close[0]!r}? " if close else ""
                allowed = f"the known {noun}s are {', '.join(known)}" if known else f"there are no {noun}s here"
                msg = f"{self.file}: {key} has an unknown {noun} {name!r}: {meant}{allowed}"
                raise CannotRun(msg)

    def _wrong(self, key: str, found: str, allowed: str) -> CannotRun:
        return CannotRun(f"{self.file}: {key} is {found}: write {allowed}")


def _kind(found: object) -> str:
    return _KINDS.get(type(found), "a date or time")
