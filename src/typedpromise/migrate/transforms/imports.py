"""Imports of `promise` and its modules: of `typedpromise.compat`, or of `typedpromise` where nothing needs the drop-in.

The names that an import binds stay, so that nothing else in the file has to change for it.
"""

from __future__ import annotations

import re
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

import libcst as cst
from libcst import matchers
from libcst.helpers import get_full_name_for_node

from typedpromise.migrate.edits import CannotEditError
from typedpromise.migrate.places import Left
from typedpromise.migrate.seen import ROOTS

from .held import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from typedpromise.migrate.edits import Edits

OWN, COMPAT = "typedpromise", "typedpromise.compat"
# The modules of 2.3 that typedpromise itself has, and what is in them.
_OWN = {
    "": (OWN, frozenset({"Promise", "promise_for_dict", "promisify"})),
    ".promise": (OWN, frozenset({"Promise", "promise_for_dict", "promisify"})),
    ".dataloader": ("typedpromise.dataloader", frozenset({"DataLoader"})),
}
_FOR_DICT = "promise_for_dict"
_INSIDE = "it is the inside of promise 2.3, and the drop-in does not have it"
# Of a module, or of all names.
_ALONE = (
    "only promise 2.3 and the drop-in have it",
    "write imports of the names that are used: of each is told then what to write",
)
# Functions that take the name of a module, or of what is in it.
_BY_NAME = frozenset({"__import__", "find_spec", "import_module", "patch", "setattr"})

_Import = cst.Import | cst.ImportFrom


def look(edits: Edits) -> Iterator[Left]:
    """Yield the imports that cannot be rewritten, those of what only the drop-in has, and names in strings."""
    for node in edits.find(cst.Import) + edits.find(cst.ImportFrom):
        assert isinstance(node, (cst.Import, cst.ImportFrom))
        yield from _look_at(node, edits)
    yield from _strings(edits)


def _look_at(node: _Import, edits: Edits) -> Iterator[Left]:
    for module, name, alias in _imported(node):
        span = edits.parsed.span(alias or node)
        text = f"import {module}" if name is None else f"from {module} import {name}"
        suffix = _suffix(module)
        if not _is_served(suffix, name):
            write = "write what it is used for without it; the import is left, and so promise 2.3 is still needed"
            yield Left(span, text, _INSIDE, write, served=False)
        elif suffix == ".install":
            yield Left(span, text, "it is a bridge", "take it away when nothing imports promise any more")
        elif name is None and alias is not None and _goes_by_its_path(alias):
            write = f"write from {module} import ..., and the names without the path before them"
            yield Left(span, text, "the code may go by its whole path", write)
        elif name is None and suffix == ".promise" and alias is not None and alias.asname is None:
            yield Left(span, text, "typedpromise has no such module", "write from promise import Promise")
        elif name == _FOR_DICT and _is_handed_on(alias, edits):
            yield Left(
                span, text, "other modules may import it from here", "import Promise there, and write Promise.props"
            )
        elif not _is_own(suffix, name):
            full = ".".join(part for part in (suffix.removeprefix(".promise").strip("."), name) if part)
            yield Left(span, text, *NAMES.get(full, _ALONE))


def _is_handed_on(alias: cst.ImportAlias | None, edits: Edits) -> bool:
    """Return whether a name is imported for others: it is not used here, or is in a list of strings."""
    bound = _FOR_DICT if alias is None else alias.evaluated_alias or alias.evaluated_name
    uses = [node for node in edits.find(cst.Name) if isinstance(node, cst.Name) and node.value == bound]
    named = re.compile(rf".*\b{bound}\b.*")
    # Once where it is imported.
    return len(uses) == 1 or any(
        isinstance(node, cst.SimpleString) and named.fullmatch(node.value) for node in edits.find(cst.SimpleString)
    )


def _strings(edits: Edits) -> Iterator[Left]:
    for node in edits.find(cst.SimpleString):
        assert isinstance(node, cst.SimpleString)
        value = node.evaluated_value
        if isinstance(value, str) and (_is_path(value) or (value == "promise" and _names_module(node, edits))):
            write = f"write {COMPAT + value.removeprefix('promise')!r}, or what stands there now"
            yield Left(edits.parsed.span(node), f"the string {value!r}", "it may name a module", write)


def _is_path(value: str) -> bool:
    parts = value.split(".")
    modules = ("promise", "dataloader", "schedulers", "async_", "promise_list", "iterate_promise", "Promise")
    return parts[0] == "promise" and len(parts) > 1 and parts[1] in modules


def _names_module(node: cst.CSTNode, edits: Edits) -> bool:
    arg = edits.parsed.parent(node)
    call = None if arg is None else edits.parsed.parent(arg)
    if isinstance(call, cst.Call):
        name = get_full_name_for_node(call.func) or ""
        return name.rpartition(".")[2] in _BY_NAME
    around = None if call is None else edits.parsed.parent(call)
    return isinstance(around, cst.Subscript) and get_full_name_for_node(around.value) == "sys.modules"


def change(edits: Edits, target: str) -> int:
    """Rewrite the imports, and import what other changes need; return how many statements change.

    Raises:
        CannotEditError: A name that is needed stands for something else.

    """
    changed = 0
    for node in edits.find(cst.Import) + edits.find(cst.ImportFrom):
        assert isinstance(node, (cst.Import, cst.ImportFrom))
        found = list(_imported(node))
        if found and all(_is_served(_suffix(module), name) for module, name, _ in found):
            new = _renamed(node, target, edits)
            if not new.deep_equals(node):
                edits.add(node, partial(_instead, new))
                changed += 1
    changed += _import_needed(edits, target)
    return changed


def _instead(new: _Import, _: _Import) -> _Import:
    return new


def _imported(node: _Import) -> Iterator[tuple[str, str | None, cst.ImportAlias | None]]:
    """Yield the modules of a statement that are to be migrated, with the name taken from each."""
    if isinstance(node, cst.Import):
        for alias in node.names:
            if _is_old(alias.evaluated_name):
                yield alias.evaluated_name, None, alias
    elif not node.relative and node.module is not None:
        module = get_full_name_for_node(node.module) or ""
        if not _is_old(module):
            return
        if isinstance(node.names, cst.ImportStar):
            yield module, "*", None
        else:
            yield from ((module, alias.evaluated_name, alias) for alias in node.names)


def _is_old(module: str) -> bool:
    return any(module == root or module.startswith(f"{root}.") for root in ROOTS)


def _goes_by_its_path(alias: cst.ImportAlias) -> bool:
    """Return whether this is `import typedpromise.compat...`, which binds `typedpromise`."""
    return alias.asname is None and alias.evaluated_name.startswith(COMPAT)


def _suffix(module: str) -> str:
    """Return the module below the package: "" or ".dataloader"."""
    return next(module.removeprefix(root) for root in ROOTS if module == root or module.startswith(f"{root}."))


def _is_served(suffix: str, name: str | None) -> bool:
    """Return whether the drop-in has the module, and the name in it."""
    try:
        if find_spec(COMPAT + suffix) is None:
            return False
    except ModuleNotFoundError:
        return False
    if name is None or name == "*" or suffix == ".install":
        return True
    module = import_module(COMPAT + suffix)
    return hasattr(module, name) or (hasattr(module, "__path__") and find_spec(f"{COMPAT}{suffix}.{name}") is not None)


def _is_own(suffix: str, name: str | None) -> bool:
    """Return whether typedpromise itself has it."""
    return suffix in _OWN and (name is None or name in _OWN[suffix][1])


def _module(suffix: str, target: str) -> str:
    return _OWN[suffix][0] if target == OWN else COMPAT + suffix


def _renamed(node: _Import, target: str, edits: Edits) -> _Import:
    if isinstance(node, cst.Import):
        return _renamed_import(node, target)
    module = get_full_name_for_node(node.module) if node.module is not None else None
    assert module is not None
    new = node.with_changes(module=cst.parse_expression(_module(_suffix(module), target)))
    if target == OWN and not isinstance(node.names, cst.ImportStar):
        new = new.with_changes(names=_kept(node.names, edits))
    return new


def _renamed_import(node: cst.Import, target: str) -> cst.Import:
    names: list[cst.ImportAlias] = []
    for alias in node.names:
        if not _is_old(alias.evaluated_name) or _goes_by_its_path(alias):
            names.append(alias)
            continue
        suffix = _suffix(alias.evaluated_name)
        module = _module(suffix, target)
        if alias.asname is not None:
            names.append(alias.with_changes(name=cst.parse_expression(module)))
            continue
        # `import promise.dataloader` binds `promise`, and loads the module.
        root = _attribute(target)
        bound = cst.AsName(cst.Name("promise"), *[cst.SimpleWhitespace(" ")] * 2)
        if suffix and module != OWN:
            comma = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
            names += [
                cst.ImportAlias(root, bound, comma),
                alias.with_changes(name=cst.parse_expression(module)),
            ]
        else:
            names.append(alias.with_changes(name=root, asname=bound))
    return node.with_changes(names=names)


def _kept(names: Sequence[cst.ImportAlias], edits: Edits) -> list[cst.ImportAlias]:
    """Return the names that are imported from now on: `Promise` in the place of what became a method of it."""
    kept: list[cst.ImportAlias] = []
    present = {alias.evaluated_name for alias in names}
    for alias in names:
        # All that used it uses the class now; see `_is_handed_on`.
        if alias.evaluated_name == _FOR_DICT:
            if "Promise" in present or _binds(edits, "Promise"):
                continue
            kept.append(alias.with_changes(name=cst.Name("Promise"), asname=None))
            edits.names.discard("Promise")
        else:
            kept.append(alias)
    last = names[-1].comma
    return (
        [*kept[:-1], kept[-1].with_changes(comma=last)] if kept else [names[0].with_changes(name=cst.Name("Promise"))]
    )


def _binds(edits: Edits, name: str) -> bool:
    """Return whether an import of the module binds a name of ours by itself."""
    for node in edits.find(cst.ImportFrom):
        assert isinstance(node, cst.ImportFrom)
        module = get_full_name_for_node(node.module) if node.module is not None else None
        ours = module is not None and (_is_old(module) or module == OWN)
        names: Sequence[cst.ImportAlias] = () if isinstance(node.names, cst.ImportStar) else node.names
        if ours and any(alias.evaluated_name == name and alias.asname is None for alias in names):
            return True
    return False


def _import_needed(edits: Edits, target: str) -> int:
    needed = sorted(name for name in edits.names if not _binds(edits, name))
    if not needed:
        return 0
    taken = _bound_names(edits)
    for name in needed:
        if name in taken:
            msg = f"the new text needs {name} of {target}, and the name stands for something else in this file"
            raise CannotEditError(msg)
    if _extended(needed, edits, target):
        return 0
    statement = cst.ImportFrom(module=_attribute(target), names=[cst.ImportAlias(cst.Name(name)) for name in needed])
    before = _last_import(edits)
    if before is None:
        msg = f"the new text needs {', '.join(needed)} of {target}, and the file has no import that it could follow"
        raise CannotEditError(msg)
    line = cst.SimpleStatementLine([statement])
    edits.add(before, lambda old: cst.FlattenSentinel([old, line]))
    return 1


def _extended(needed: list[str], edits: Edits, target: str) -> bool:
    """Add names to an import of the module that is there; return whether there is one."""
    for line in edits.parsed.module.body:
        for node in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            module = get_full_name_for_node(node.module) if isinstance(node, cst.ImportFrom) and node.module else None
            if module is None or not isinstance(node, cst.ImportFrom) or isinstance(node.names, cst.ImportStar):
                continue
            leads_there = module == target or (_is_old(module) and _leads_to(module, target))
            if leads_there and not matchers.findall(node, matchers.Comment()):
                edits.add(node, partial(_longer, needed))
                return True
    return False


def _leads_to(module: str, target: str) -> bool:
    suffix = _suffix(module)
    return (target != OWN or suffix in _OWN) and _module(suffix, target) == target


def _longer(needed: list[str], statement: cst.ImportFrom) -> cst.ImportFrom:
    names = list(statement.names) if not isinstance(statement.names, cst.ImportStar) else []
    last = names[-1]
    space = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
    # A line a name stays so.
    between = names[0].comma if len(names) > 1 and isinstance(names[0].comma, cst.Comma) else space
    more = [cst.ImportAlias(cst.Name(name), comma=between) for name in needed]
    more[-1] = more[-1].with_changes(comma=last.comma)
    return statement.with_changes(names=[*names[:-1], last.with_changes(comma=between), *more])


def _attribute(module: str) -> cst.Attribute | cst.Name:
    found = cst.parse_expression(module)
    assert isinstance(found, (cst.Attribute, cst.Name))
    return found


def _bound_names(edits: Edits) -> set[str]:
    found: set[str] = set()
    for node in edits.find(cst.ImportAlias):
        assert isinstance(node, cst.ImportAlias)
        found.add(node.evaluated_alias or node.evaluated_name.partition(".")[0])
    for node in edits.find(cst.ClassDef) + edits.find(cst.FunctionDef):
        assert isinstance(node, (cst.ClassDef, cst.FunctionDef))
        found.add(node.name.value)
    for node in edits.find(cst.AssignTarget):
        if isinstance(node, cst.AssignTarget) and isinstance(node.target, cst.Name):
            found.add(node.target.value)
    return found


def _last_import(edits: Edits) -> cst.SimpleStatementLine | None:
    """Return the statement of the module that imports promise, the last of them if there are several."""
    last: cst.SimpleStatementLine | None = None
    for line in edits.parsed.module.body:
        if isinstance(line, cst.SimpleStatementLine):
            for statement in line.body:
                if isinstance(statement, (cst.Import, cst.ImportFrom)) and any(True for _ in _imported(statement)):
                    last = line
    return last
