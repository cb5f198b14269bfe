"""The two programs: generated modules that are dense with promises, and a real package that has none."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pip

# What a module of the dense program is made of; `{k}` makes names differ.
# It has one finding in each part: its second chain handles a KeyError only.
_HEAD = "from __future__ import annotations\n\nimport asyncio\n\nfrom typedpromise import Promise\n"
_PART = """

class Record{k}:
    def __init__(self, key: int, name: str) -> None:
        self.key = key
        self.name = name
        self.tags: list[str] = []


def load_{k}(key: int) -> Promise[Record{k}]:
    return Promise.resolve(Record{k}(key, str(key)))


def store_{k}(record: Record{k}) -> Promise[int]:
    def made(resolve, reject) -> None:
        if record.key < 0:
            reject(ValueError("negative"))
        else:
            resolve(record.key)

    return Promise(made)


def rename_{k}(key: int, name: str) -> Promise[int]:
    def change(record: Record{k}) -> Record{k}:
        record.name = name
        return record

    return load_{k}(key).then(change).then(store_{k})


def names_{k}(keys: list[int]) -> Promise[list[str]]:
    return Promise.all([load_{k}(key).then(lambda record: record.name) for key in keys])


def report_{k}(error: Exception) -> None:
    print("failed", error)


def start_{k}(keys: list[int]) -> None:
    for key in keys:
        load_{k}(key).then(lambda record: record.tags).then(len).catch(report_{k})
    names_{k}(keys).then(lambda names: ", ".join(names)).then(print).catch(KeyError, report_{k})


async def wait_{k}(keys: list[int]) -> dict[str, int]:
    found: dict[str, int] = {{}}
    for name in await names_{k}(keys):
        found[name] = len(name)
    first = await load_{k}(1).catch(lambda error: Record{k}(0, "none"))
    if first.key == 0 and await store_{k}(first):
        found[first.name] = await rename_{k}(0, "zero").finally_(lambda: None)
    await asyncio.sleep(0)
    return found


def both_{k}(key: int) -> Promise[tuple[str, int]]:
    return Promise.all((load_{k}(key).then(lambda record: record.name), rename_{k}(key, "other")))
"""
_PARTS_IN_A_MODULE = 6
FINDING = "[floating-promise]"


@dataclass(frozen=True)
class Program:
    """What mypy is to check, how large it is, and what the plugin may add to an empty cache's run, as a share."""

    name: str
    target: str
    files: int
    lines: int
    limit: float


def write_dense(folder: Path, modules: int) -> Program:
    """Write a package in which nearly every statement has to do with promises."""
    package = folder / "dense"
    package.mkdir()
    (package / "__init__.py").touch()
    lines = 0
    for number in range(modules):
        first = number * _PARTS_IN_A_MODULE
        parts = [_PART.format(k=first + k) for k in range(_PARTS_IN_A_MODULE)]
        # Each module stands on the one before, as real ones do.
        link = f"from .module_{number - 1} import load_{first - 1} as before\n" if number else ""
        text = _HEAD + link + "".join(parts)
        lines += text.count("\n")
        (package / f"module_{number}.py").write_text(text, encoding="utf-8")
    return Program("dense", "dense", modules, lines, limit=0.25)


def copy_plain(folder: Path) -> Program:
    """Copy pip itself: some hundred files that are in every environment, and know no promise."""
    # Where it is installed mypy would take `typing_extensions.py` beside it for a part of the program.
    copied = shutil.copytree(Path(pip.__file__).parent, folder / "pip")
    files = sorted(copied.rglob("*.py"))
    lines = sum(len(file.read_bytes().splitlines()) for file in files)
    return Program("none", "pip", len(files), lines, limit=0.03)
