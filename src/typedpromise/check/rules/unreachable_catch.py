"""# unreachable-catch: a handler of errors stands where no error of its class comes.

## What
Reports a handler of errors behind one that has taken the same errors, or those of a base class,
if the handlers from there on visibly raise nothing;
and a class in the tuple of a `catch` that stands there twice, or whose base class stands there too.

## Why
Errors go to the first handler that takes them, so what stands behind it is dead code.
Mostly the order is wrong: the narrow filter belongs before the wide one.

## ❌ Bad
```python
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...
def report(error: Exception) -> str: ...

def fall_back(error: Exception) -> str:
    return "nobody"

def load() -> Promise[str]:
    fetch(1).catch(fall_back).catch(KeyError, report).done()  # ❌
    fetch(2).catch(LookupError, lambda _: "").catch(KeyError, report).done()  # ❌
    fetch(3).then(lambda _: "", lambda _: "").catch(report).done()  # ❌
    fetch(4).catch((LookupError, KeyError), report).done()  # ❌
    return fetch(5).catch(report).catch(KeyError, fall_back)  # ❌ with the option `wide`
```

## ✅ Good
```python
def convert(text: str) -> str: ...

def log(error: Exception) -> str:
    raise RuntimeError("no user") from error

def load_well() -> Promise[str]:
    fetch(1).catch(KeyError, report).catch(fall_back).done()
    fetch(2).catch(KeyError, fall_back).catch(LookupError, report).done()
    fetch(3).then(convert, fall_back).catch(report).done()  # convert may raise
    fetch(4).catch(fall_back).then(convert).catch(KeyError, report).done()
    return fetch(5).catch(log).catch(RuntimeError, report)  # log raises
```

## What is followed
The links of one expression.
A handler raises nothing if it is a lambda, or an undecorated function of the same module,
that only returns constants, names of plain values and displays of those; all others may raise any error.
So may a `then` between the two, or a `finally_`, and what is returned if it is a promise.
Classes are compared if they are named; those in a variable are not known.

## Fix
None: the order of the links, or one of them, may be the mistake.

## Options
- `wide` (false; true in the presets `strict` and `all`): report a filter that stands right behind a handler
  of every error also where that handler could raise such an error, unless a `raise` is seen in it.
  That order is mostly a mistake, but it is right for a handler that passes some errors on in a way that is not seen.

## When not to use it
Where chains are put together by programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import NoneType

from typedpromise.check.chain import error_handler, handlers, is_filtered, link, links
from typedpromise.check.filters import class_of, covers, filtered_classes, taken
from typedpromise.check.raising import never_raises, raises
from typedpromise.check.rule import Option, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Expression, Node

    from typedpromise.check.chain import Link
    from typedpromise.check.tree import TypedTree

WIDE = Option("wide", default=False, strict=True)

_ALL_ERRORS = frozenset({"builtins.BaseException", "builtins.Exception"})


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report what the errors of a link's classes never reach."""
    found = link(node, tree) if isinstance(node, n.CallExpr) else None
    handler = None if found is None else error_handler(found)
    if found is None or handler is None or found.is_open or isinstance(tree.type_of(handler), NoneType):
        return
    if is_filtered(found):
        yield from _within(found)
        yield from _filtered(found, tree)
    elif not _ALL_ERRORS.isdisjoint(_taken_before(found, tree)):
        yield Problem(
            handler,
            "Handler is never called: an earlier one in this chain has taken every error, and nothing since "
            "then can raise another; remove one of the two",
        )


def _within(found: Link) -> Iterator[Problem]:
    """Report the classes of one tuple that add nothing to the others."""
    classes = [(expression, class_of(expression)) for expression in filtered_classes(found)]
    for index, (expression, info) in enumerate(classes):
        for other, (_, wider) in enumerate(classes):
            if info is None or wider is None or other == index:
                continue
            # Of two that are the same class, the second one is superfluous.
            if wider in info.mro and (wider is not info or other < index):
                twice = "twice" if wider is info else f"beside its base class {wider.name}"
                yield Problem(expression, f"{info.name} stands in this catch(...) {twice}; remove it from the tuple")
                break


def _filtered(found: Link, tree: TypedTree) -> Iterator[Problem]:
    before = _taken_before(found, tree)
    wide = _taken_right_before(found, tree) if tree.option(RULE.code, WIDE) else []
    for expression in filtered_classes(found):
        info = class_of(expression)
        if info is None:
            continue
        if covers(before, info):
            yield Problem(
                expression,
                f"Filter {info.name} is never met: an earlier handler in this chain takes such errors, and nothing "
                f"since then can raise another; put the narrow filter before the wide one, or remove one of the two",
            )
        elif wide and covers(wide, info):
            yield Problem(
                expression,
                f"Filter {info.name} stands behind a handler that takes every error, so it sees only what that one "
                f"raises itself; put the narrow filter before the wide one",
            )


def _taken_before(found: Link, tree: TypedTree) -> list[str]:
    """Return the classes whose errors earlier links take, if no handler from there on can raise one anew."""
    names: list[str] = []
    for earlier in links(found.receiver, tree):
        if earlier.is_open or not all(_is_quiet(handler, earlier, tree) for handler in handlers(earlier)):
            return names
        names += taken(earlier, tree) or []
    return names


def _is_quiet(handler: Expression, found: Link, tree: TypedTree) -> bool:
    if isinstance(tree.type_of(handler), NoneType):
        return True
    return never_raises(handler, tree, arguments=0 if found.method == "finally_" else 1)


def _taken_right_before(found: Link, tree: TypedTree) -> list[str]:
    """Return the classes that the link before takes, if it is a catch of every error that is not seen to raise one."""
    before = link(found.receiver, tree)
    handler = None if before is None else error_handler(before)
    if before is None or handler is None or before.method != "catch" or raises(handler, tree):
        return []
    names = taken(before, tree) or []
    return [] if _ALL_ERRORS.isdisjoint(names) else names


RULE = Rule(
    code="unreachable-catch",
    summary="a handler of errors stands where no error of its class comes",
    visits=(n.CallExpr,),
    check=check,
    calls="links",
    options=(WIDE,),
)
