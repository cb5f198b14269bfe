"""# promise-in-string: a promise is written into text.

## What
Reports a promise where it is turned into text for somebody to read:
in an f-string, `%`, `str.format`, `str()`, `format()`, `print()` and the calls of `logging`.

## Why
The text then holds something like `<Promise pending>`, and not the result.
Nothing fails, so the first to see it is whoever reads the text.

## ❌ Bad
Every line with a cross is reported.
```python
import logging
from typedpromise import Promise

log = logging.getLogger("views")

def name(user: int) -> Promise[str]: ...

def greet(user: int) -> list[object]:
    later = name(user)
    print("Hello", later)  # ❌
    log.info("hello %s", later)  # ❌
    logging.warning(later)  # ❌
    return [
        f"Hello {later}",  # ❌
        f"Hello {name(user):>20}",  # ❌
        "Hello %s" % later,  # ❌
        "%d: %s" % (user, later),  # ❌
        "Hello %(name)s" % {"name": later},  # ❌
        "Hello {}".format(later),  # ❌
        "Hello {name}".format(name=later),  # ❌
        str(later),  # ❌
    ]
```

## ✅ Good
```python
async def greet_later(user: int) -> str:
    return f"Hello {await name(user)}"

def greet_in_a_handler(user: int) -> Promise[str]:
    return name(user).then(lambda text: f"Hello {text}")

def show_the_promise_itself(user: int) -> list[str]:
    later = name(user)
    log.debug("waiting for %r", later)
    print(repr(later), later.state)
    return [f"{later!r}", f"{later=}", "%r" % later, "{!r}".format(later), f"{later.state}", repr(later)]
```

## What is followed
`!r`, `%r`, `repr()` and `{later=}` show the promise on purpose.
Formats are read where they are literals.
What `%` or `format` do with a format from elsewhere is not known, and not reported.
A value that may be something else than a promise is not reported,
and neither is a class of promises with a `__str__` or `__format__` of its own.
Inside `__repr__`, `__str__` and `__format__` a promise is shown on purpose.

## Fix
None: the result is likely meant, and `!r` would keep a mistake that nobody sees any more.

## Options
None. `# type: ignore[promise-in-string]` silences one line.

## When not to use it
In programs that print promises to show them, such as a tutorial: there `print(repr(promise))` says so.
"""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import Instance

from typedpromise.check.rule import Problem, Rule
from typedpromise.check.values import defines, is_always_promise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Expression, Node

    from typedpromise.check.tree import TypedTree

_PROBLEM = (
    "Promise is written into text, which will show the promise and not its result; "
    "await it, write the text in .then(handler), or show the promise itself with repr() or !r"
)

_LOG_METHODS = frozenset({"critical", "debug", "error", "exception", "fatal", "info", "warn", "warning"})
_LOGGERS = frozenset({"logging.Logger", "logging.LoggerAdapter"})
# The conversions of `%`: a name in parentheses, flags, width and precision, and the letter.
_PERCENT = re.compile(
    r"%(?:\((?P<name>[^)]*)\))?[-+ #0]*(?P<width>\*|\d*)(?:\.(?P<digits>\*|\d*))?[hlL]?(?P<kind>.)", re.DOTALL
)


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report the promises that become text at this node."""
    for written in _written(node, tree):
        if (
            is_always_promise(written, tree)
            and not defines(tree.type_of(written), "__str__", "__format__")
            and not _shows(node, tree)
        ):
            yield Problem(written, _PROBLEM)


def _shows(node: Node, tree: TypedTree) -> bool:
    """Return whether the text is what shows an object."""
    function = next((around for around in tree.enclosing(node) if isinstance(around, n.FuncDef)), None)
    return function is not None and function.name in {"__format__", "__repr__", "__str__"}


def _written(node: Node, tree: TypedTree) -> Iterator[Expression]:
    """Yield the values that are written as text."""
    match node:
        case n.OpExpr(op="%", left=n.StrExpr(value=template), right=n.TupleExpr(items=values)):
            yield from _by_percent(template, values)
        case n.OpExpr(op="%", left=n.StrExpr(value=template), right=n.DictExpr(items=pairs)):
            yield from _by_names(template, pairs)
        case n.OpExpr(op="%", left=n.StrExpr(value=template), right=value):
            yield from _by_percent(template, [value])
        # mypy writes an f-string as calls of `format`.
        case n.CallExpr(callee=n.MemberExpr(expr=n.StrExpr(value=template), name="format")):
            yield from _by_format(template, node)
        case n.CallExpr(callee=n.NameExpr(fullname="builtins.print")):
            yield from _plain(node)
        case n.CallExpr(callee=n.NameExpr(fullname="builtins.str" | "builtins.format"), args=[value, *_]):
            yield value
        case n.CallExpr(callee=n.MemberExpr(name=name)):
            # `log` takes the level first.
            arguments = _plain(node)[1:] if name == "log" else _plain(node)
            if arguments and (name in _LOG_METHODS or name == "log") and _logs(node.callee, tree):
                message, *values = arguments
                yield message
                if isinstance(message, n.StrExpr):
                    yield from _by_percent(message.value, values)
        case _:
            return


def _plain(call: n.CallExpr) -> list[Expression]:
    """Return the arguments up to the first that is no single positional one."""
    found: list[Expression] = []
    for argument, kind in zip(call.args, call.arg_kinds, strict=True):
        if kind is n.ARG_POS:
            found.append(argument)
        elif kind is n.ARG_STAR:
            break
    return found


def _logs(callee: Expression, tree: TypedTree) -> bool:
    if not isinstance(callee, n.MemberExpr):
        return False
    if isinstance(callee.expr, n.RefExpr) and callee.expr.fullname == "logging":
        return True
    owner = tree.type_of(callee.expr)
    return isinstance(owner, Instance) and any(base.fullname in _LOGGERS for base in owner.type.mro)


def _by_percent(template: str, values: list[Expression]) -> Iterator[Expression]:
    waiting = iter(values)
    for found in _PERCENT.finditer(template):
        if found["kind"] == "%":
            continue
        # A `*` takes its width from the values too.
        for _ in range([found["width"], found["digits"]].count("*")):
            next(waiting, None)
        value = next(waiting, None)
        if value is None or isinstance(value, n.StarExpr):
            return
        if found["kind"] not in "ra":
            yield value


def _by_names(template: str, pairs: list[tuple[Expression | None, Expression]]) -> Iterator[Expression]:
    shown = {found["name"] for found in _PERCENT.finditer(template) if found["kind"] not in "ra%"}
    for key, value in pairs:
        if isinstance(key, n.StrExpr) and key.value in shown:
            yield value


def _by_format(template: str, call: n.CallExpr) -> Iterator[Expression]:
    arguments = list(zip(call.args, call.arg_kinds, call.arg_names, strict=True))
    positional = _plain(call)
    named = {name: argument for argument, kind, name in arguments if kind is n.ARG_NAMED}
    for field in _shown_fields(template):
        if field.isdecimal() and int(field) < len(positional):
            yield positional[int(field)]
        elif field in named:
            yield named[field]


def _shown_fields(template: str) -> list[str]:
    """Return the numbers and names of the fields of a format that are neither `!r` nor a part of a value."""
    found: list[str] = []
    count = 0
    try:
        for _, field, spec, conversion in Formatter().parse(template):
            if field is None:
                continue
            if conversion not in {"r", "a"}:
                found.append(field or str(count))
            # A field inside the format of another takes the next number.
            count += (not field) + (spec or "").count("{}")
    except ValueError:
        return []
    return found


RULE = Rule(
    code="promise-in-string",
    summary="a promise is written into text",
    visits=(n.CallExpr, n.OpExpr),
    check=check,
)
