"""Promises in local variables: on which paths they are handled, and where they are lost."""

from pathlib import Path

import pytest
from mypy.nodes import AssignmentStmt, FuncDef, NameExpr, SymbolNode

from typedpromise.check.following import MOST_STATES, Follower
from typedpromise.check.functions import own_nodes
from typedpromise.check.host import check, visit
from typedpromise.check.locals import Loss, losses
from typedpromise.check.paths import paths, reached
from typedpromise.check.settings import Settings
from typedpromise.check.tree import TypedTree

HEAD = """\
import logging, sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn, cast, overload, reveal_type
from typedpromise import Promise
class Job(Promise[int]): ...
class Box:
    p: Promise[int]
    yes: bool
def fetch(*args: object) -> Promise[int]: raise NotImplementedError
def maybe() -> Promise[int] | None: raise NotImplementedError
def either() -> Promise[int] | int: raise NotImplementedError
def pair() -> tuple[Promise[int], Promise[int]]: raise NotImplementedError
async def later() -> Promise[int]: raise NotImplementedError
def use(*args: object) -> bool: raise NotImplementedError
def report(error: Exception) -> None: ...
def fail() -> NoReturn: raise NotImplementedError
def items() -> list[int]: raise NotImplementedError
MISSING = object()
box, kept, logger = Box(), [fetch()], logging.getLogger()
"""
# A body (`yes` and `no` are its parameters), and what is lost in it:
# the line in which the promise is made, `never` handled or handled on `some` paths, and where it is lost.
SILENT: list[str] = []
BODIES: list[tuple[str, list[str]]] = [
    # handled on every path, and on none
    ("p = fetch()\np.catch(report)", SILENT),
    ("p = fetch()", ["1 never read"]),
    ("p = fetch().catch(report)", SILENT),
    ("p: Promise[int]\np = fetch()\nuse(p)", SILENT),
    ("p: Promise[int] = fetch()", ["1 never read"]),
    ("_p = fetch()", SILENT),
    ("p = fetch()\n_ = p", SILENT),
    ("p = fetch()\ndel p", SILENT),
    ("p = Job(lambda resolve, reject: None)", ["1 never read"]),
    # branches
    ("p = fetch()\nif yes:\n  p.catch(report)", ["1 some: where the condition in line 2 is false"]),
    ("p = fetch()\nif yes:\n  pass\nelse:\n  p.catch(report)", ["1 some: where the condition in line 2 is true"]),
    ("p = fetch()\nif yes:\n  use(p)\nelse:\n  p.catch(report)", SILENT),
    ("p = fetch()\nif yes:\n  use(p)\nelif no:\n  use(p)", ["1 some: where the condition in line 4 is false"]),
    ("p = fetch()\nif yes:\n  use(p)\nelif no:\n  use(p)\nelse:\n  return p", SILENT),
    ("p = fetch()\nif yes and no:\n  use(p)", ["1 some: where the condition in line 2 is false"]),
    ("p = fetch()\nif yes: use(p)\nreturn 1", ["1 some: where the condition in line 2 is false"]),
    ("if yes:\n  p = fetch()\nelse:\n  p = fetch(2)\nuse(p)", SILENT),
    ("if yes:\n  p = fetch()\nelse:\n  p = None\nif no:\n  use(p)", ["2 some: where the condition in line 5 is false"]),
    ("p = fetch()\nmatch yes:\n  case True:\n    use(p)\n  case False:\n    use(p)", SILENT),
    (
        "p = fetch()\nmatch yes:\n  case True:\n    use(p)\n  case _:\n    pass",
        ["1 some: where another case of the match in line 2 is taken"],
    ),
    # conditions that read the same come out the same
    ("if yes:\n  p = fetch()\nuse()\nif yes:\n  use(p)", SILENT),
    ("if not yes:\n  use()\nelse:\n  p = fetch()\nif yes:\n  use(p)", SILENT),
    ("p = fetch()\nif yes:\n  use(p)\nif not yes:\n  p.catch(report)", SILENT),
    ("p = fetch()\nif box.yes:\n  use(p)\nif not box.yes:\n  p.catch(report)", SILENT),
    ("p = fetch() if yes else None\nif yes:\n  use(p)", SILENT),
    (
        "p = fetch()\nif yes:\n  use(p)\nyes = use()\nif not yes:\n  p.catch(report)",
        ["1 some: where the condition in line 5 is false"],
    ),
    (
        "p = fetch()\nif box.yes:\n  use(p)\nbox.yes = use()\nif not box.yes:\n  p.catch(report)",
        ["1 some: where the condition in line 5 is false"],
    ),
    # expressions
    ("p = fetch()\nyes and use(p)", ["1 some: where the condition in line 2 is false"]),
    ("p = fetch()\nyes or use(p)", ["1 some: where the condition in line 2 is true"]),
    ("p = fetch()\nuse(p) if yes else p.catch(report)", SILENT),
    ("p = fetch()\nuse(p) if yes else None", ["1 some: where the condition in line 2 is false"]),
    ("p = fetch() if yes else None", ["1 never read"]),
    ("p = box.p if yes else None", SILENT),
    ("if (p := fetch()).is_pending:\n  use(p)", ["1 some: where the condition in line 1 is false"]),
    ("(p := fetch())", ["1 never read"]),
    ("use(p := fetch())", SILENT),
    ("q = (p := fetch())\nuse(p)", SILENT),
    # loops
    ("for x in items():\n  p = fetch(x)\nuse(p)", ["2 some: where the loop comes back here and assigns p anew"]),
    ("for x in items():\n  p = fetch(x)\n  use(p)", SILENT),
    ("for x in items():\n  p = fetch(x)\n  break\nuse(p)", SILENT),
    (
        "for x in items():\n  p = fetch(x)\n  if yes:\n    continue\n  use(p)",
        ["2 some: where the condition in line 3 is true"],
    ),
    ("for x in items():\n  p = fetch(x)", ["2 never read"]),
    ("p = fetch()\nfor x in items():\n  use(p)", SILENT),
    ("p = fetch()\nfor x in items():\n  p = p.then(use)\nuse(p)", SILENT),
    ("p = fetch()\nfor x in items():\n  p = p.then(use)", ["3 some: where the loop in line 2 ends"]),
    ("p = fetch()\nfor x in items():\n  if yes:\n    use(p)\n    break", ["1 some: where the loop in line 2 ends"]),
    ("p = fetch()\nfor x in items():\n  if yes:\n    use(p)\n    break\nelse:\n  p.catch(report)", SILENT),
    ("while use():\n  p = fetch()\nuse(p)", ["2 some: where the loop comes back here and assigns p anew"]),
    (
        "while True:\n  p = fetch()\n  if yes:\n    break\nuse(p)",
        ["2 some: where the loop comes back here and assigns p anew"],
    ),
    ("while True:\n  p = fetch()\n  use(p)", SILENT),
    ("p = fetch()\nwhile use():\n  use(p)", SILENT),
    ("p = fetch()\nwhile p.is_pending:\n  use()", ["1 never: where the function ends"]),
    ("for p in kept:\n  use()", SILENT),
    ("p = fetch()\nfor p in kept:\n  use(p)", ["1 never: where line 2 assigns p anew"]),
    # exceptions
    ("p = fetch()\ntry:\n  use()\n  use(p)\nexcept ValueError:\n  return", SILENT),
    ("try:\n  p = fetch()\n  use()\nexcept ValueError:\n  return\nelse:\n  use(p)", SILENT),
    ("try:\n  p = fetch()\nexcept ValueError:\n  p = None\nif p is not None:\n  use(p)", SILENT),
    ("p = fetch()\ntry:\n  use()\nfinally:\n  p.catch(report)", SILENT),
    ("p = fetch()\ntry:\n  return use()\nfinally:\n  p.catch(report)", SILENT),
    ("p = fetch()\ntry:\n  if yes:\n    return 1\n  use(p)\nfinally:\n  use()", ["1 some: where line 4 returns"]),
    (
        "try:\n  use()\nexcept ValueError:\n  p = fetch()\n  if yes:\n    use(p)",
        ["4 some: where the condition in line 5 is false"],
    ),
    (
        "try:\n  use()\nfinally:\n  p = fetch()\n  if yes:\n    use(p)",
        ["4 some: where the condition in line 5 is false"],
    ),
    ("p = fetch()\nif yes:\n  raise ValueError\nuse(p)", SILENT),
    ("p = fetch()\nif yes:\n  fail()\nuse(p)", SILENT),
    ("p = fetch()\nassert yes\nuse(p)", SILENT),
    ("p = fetch()\nif yes:\n  assert False\nuse(p)", SILENT),
    ("p = fetch()\ntry:\n  if yes:\n    raise ValueError\n  use(p)\nexcept ValueError:\n  return 1", SILENT),
    ("p = fetch()\nif yes:\n  return 1\nuse(p)", ["1 some: where line 3 returns"]),
    ("p = fetch()\nwith open('x'):\n  if yes:\n    return 1\n  use(p)", ["1 some: where line 4 returns"]),
    ("with open('x') as file:\n  p = fetch()\nuse(p)", SILENT),
    ("p = fetch()\nreturn 1\nuse(p)", ["1 never: where line 2 returns"]),
    # assigned anew
    ("p = fetch()\np = fetch(2)\nuse(p)", ["1 never: where line 2 assigns p anew"]),
    ("p = fetch()\nif yes:\n  use(p)\np = None", ["1 some: where the condition in line 2 is false"]),
    ("p = fetch()\nif yes:\n  p = fetch(2)\nuse(p)", ["1 some: where line 3 assigns p anew"]),
    ("p = fetch()\np = p.then(use)\nuse(p)", SILENT),
    ("p = fetch()\np = p.then(use)", ["2 never: where the function ends"]),
    ("p = fetch()\np = p.then(use).catch(report)", SILENT),
    ("p = fetch()\nwith open('x') as p:\n  use(p)", ["1 never: where line 2 assigns p anew"]),
    # other names for it
    ("p = fetch()\nq = p\nuse(q)", SILENT),
    ("p = fetch()\nq = p\np = fetch(2)\nuse(p)\nuse(q)", SILENT),
    ("p = fetch()\nq = p\np = None\nq = None", ["1 never: where line 4 assigns p anew"]),
    ("p = q = fetch()\nuse(q)", SILENT),
    ("p = q = fetch()", ["1 never read"]),
    ("p = box.p = fetch()", SILENT),
    ("p = fetch()\nq = p if yes else None\nif q:\n  use(q)", SILENT),
    ("p = fetch()\n(q := p)\nuse(q)", SILENT),
    ("p = fetch()\nq = cast(Any, p)\nuse(q)", SILENT),
    ("p, q = fetch(), fetch()\nuse(p)", ["1 never read"]),
    ("p, q = fetch(), fetch()\np, q = q, p\nuse(p)", ["1 never: where the function ends"]),
    ("p, q = pair()", SILENT),
    ("now = fetch()\nfor x in items():\n  last = now\n  now = fetch(x)\n  use(last)\nuse(now)", SILENT),
    # handed on
    ("p = fetch()\ndef inner() -> None: use(p)\nuse(inner)", SILENT),
    ("p = fetch()\nuse(lambda: p)", SILENT),
    ("p = fetch()\nclass Local:\n  q = p", SILENT),
    ("p: Promise[int] | None = None\ndef inner() -> None:\n  nonlocal p\n  p = fetch()\nuse(inner)", SILENT),
    ("global kept\nkept = fetch()", SILENT),
    ("p = fetch()\nbox.p = p", SILENT),
    ("p = fetch()\nkept[0] = p", SILENT),
    ("p = fetch()\nq = [p]", SILENT),
    ("p = fetch()\nq = (p,)", SILENT),
    ("p = fetch()\nq = {'p': p}", SILENT),
    ("p = fetch()\nq = [p for _ in items()]", SILENT),
    ("p = fetch()\nq = (p for _ in items())", SILENT),
    ("q = [p := fetch() for _ in items()]\nuse(q)", SILENT),
    ("p = fetch()\nkept.append(p)", SILENT),
    ("p = fetch()\nkept += [p]", SILENT),
    ("p = fetch()\nreturn p", SILENT),
    ("p = fetch()\nyield p", SILENT),
    ("p = fetch()\nif yes:\n  yield p", ["1 some: where the condition in line 2 is false"]),
    (
        "async def f(yes: bool) -> None:\n  p = fetch()\n  if yes:\n    await p",
        ["2 some: where the condition in line 3 is false"],
    ),
    ("async def f() -> None:\n  p = await later()", ["2 never read"]),
    ("async def f() -> None:\n  p = later()", SILENT),
    ("p = fetch()\nuse(locals())", SILENT),
    ("p = fetch()\nuse(vars())", SILENT),
    ("p = fetch()\nuse(eval('p'))", SILENT),
    ("p = fetch()\nexec('use(p)')", SILENT),
    (
        (
            "@overload\ndef f(p: int) -> Promise[int]: ...\n@overload\ndef f(p: str) -> Promise[int]: ...\n"
            "def f(p: object) -> Promise[int]:\n  q = fetch()\n  return q"
        ),
        SILENT,
    ),
    ("p = fetch()\nif use():\n  p.catch(report)\nuse(locals())", SILENT),
    ("p = fetch()\nmatch p:\n  case Job():\n    use()", SILENT),
    ("p = fetch()\nuse(p.catch)", SILENT),
    # looked at, which handles nothing
    ("p = fetch()\nprint(p)", ["1 never: where the function ends"]),
    ("p = fetch()\nuse(f'{p}')", ["1 never: where the function ends"]),
    ("p = fetch()\nuse('%s' % p)", ["1 never: where the function ends"]),
    ("p = fetch()\nlogger.info('%s', p)", ["1 never: where the function ends"]),
    ("p = fetch()\nuse(repr(p), str(p))", ["1 never: where the function ends"]),
    ("p = fetch()\nassert p", ["1 never: where the function ends"]),
    ("p = fetch()\nuse(p == 1, p is kept)", ["1 never: where the function ends"]),
    ("p = fetch()\nif p:\n  use()", ["1 never: where the function ends"]),
    ("p = fetch()\nuse(p.is_pending, p.state)", ["1 never: where the function ends"]),
    ("p = fetch()\nreveal_type(p)", ["1 never: where the function ends"]),
    ("p = fetch()\nuse(isinstance(p, Job))", ["1 never: where the function ends"]),
    ("p = fetch()\nassert p.is_pending", SILENT),
    ("p = fetch()\nassert repr(p) == ''", SILENT),
    ("p = fetch()\nuse(p.value)", SILENT),
    ("p = fetch()\nuse(p.reason)", SILENT),
    ("p = fetch()\np.wait()", SILENT),
    # a statement of its own is reported by floating-promise, once
    ("p = fetch()\np.then(use)", SILENT),
    ("p = fetch()\np", SILENT),
    # a promise or something else
    ("p = maybe()\nif p is not None:\n  use(p)", SILENT),
    ("p = maybe()\nif p is None:\n  return\nuse(p)", SILENT),
    ("p = maybe()\nif p != None:\n  use(p)", SILENT),
    ("p = maybe()\nif p:\n  use(p)", SILENT),
    ("p = maybe()\nif p and yes:\n  use(p)", ["1 some: where the condition in line 2 is false"]),
    ("p = maybe()\np and use(p)", SILENT),
    ("p = maybe()\nassert p is not None\nuse(p)", SILENT),
    ("if (p := maybe()) is not None:\n  use(p)", SILENT),
    ("if p := maybe():\n  use(p)", SILENT),
    ("p = maybe()", ["1 never read"]),
    ("p = either()\nif p is MISSING:\n  return\nuse(p)", SILENT),
    ("p = either()\nif p in (1, 2):\n  return\nuse(p)", SILENT),
    ("p = fetch()\nq = box.p\nif p is q:\n  return\nuse(p)", ["1 some: where line 4 returns"]),
    ("p = maybe()\nif p is not None:\n  use()", ["1 never: where the function ends"]),
    ("p = either()\nif isinstance(p, Promise):\n  use(p)", SILENT),
    ("p = either()\nif isinstance(p, int):\n  return\nuse(p)", SILENT),
    ("p = either()\nif not isinstance(p, (int, str)):\n  use(p)", SILENT),
    ("p = either()\nif isinstance(p, int):\n  use(p)", ["1 never: where the function ends"]),
    # rounds of a loop in which nothing is stored come back to where the promise was stored
    ("p = None\nfor x in items():\n  if x:\n    p = fetch()", ["4 never read"]),
    (
        "p = None\nfor x in items():\n  if x:\n    p = fetch()\n  elif p:\n    use()",
        ["4 never: where the function ends"],
    ),
    (
        "p = None\nfor x in items():\n  if x:\n    p = fetch()\nif p and yes:\n  use(p)",
        ["4 some: where the loop comes back here and assigns p anew"],
    ),
    (
        "p = None\nwhile items():\n  if no:\n    p = fetch()\n  if p and yes:\n    return p",
        ["4 some: where the condition in line 2 is false"],
    ),
    # what mypy does not look into
    ("p = fetch()\nif not TYPE_CHECKING:\n  use(p)", SILENT),
    ("p = fetch()\nif sys.platform == 'elsewhere':\n  use(p)", SILENT),
]


@pytest.fixture(scope="module")
def lost(tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[str]]:
    """What is lost in each body, by number."""
    file = tmp_path_factory.mktemp("locals") / "bodies.py"
    parts = [HEAD]
    starts: list[int] = []
    for number, (body, _) in enumerate(BODIES):
        starts.append(sum(part.count("\n") for part in parts) + 1)
        lines = "\n".join(f"    {line}" for line in body.splitlines())
        parts.append(f"def body_{number}(yes: bool, no: bool):\n{lines}\n")
    file.write_text("".join(parts))
    found: dict[int, list[str]] = {}

    def use(tree: TypedTree) -> None:
        for node, outer in tree.walk():
            if isinstance(node, FuncDef) and (outer or node).name.startswith("body_"):
                number = int((outer or node).name.removeprefix("body_"))
                start = starts[number]
                found.setdefault(number, []).extend(shown(loss, start) for loss in losses(node, tree))

    outcome = visit([str(file)], use)
    assert outcome.failures == []
    return found


def shown(loss: Loss, start: int) -> str:
    """Write a loss down as beside the bodies, with lines that count from the body's first."""
    line = loss.made.line - start
    if loss.where is None:
        return f"{line} never read"
    words = [str(int(word) - start) if word.isdecimal() else word for word in loss.where.split(" ")]
    return f"{line} {'some' if loss.partly else 'never'}: {' '.join(words)}"


@pytest.mark.parametrize("number", range(len(BODIES)), ids=[body for body, _ in BODIES])
def test_what_is_lost(lost: dict[int, list[str]], number: int) -> None:
    """Each body loses just the promises that are written beside it."""
    assert lost[number] == BODIES[number][1]


LARGE = {
    # A name for each body, the body, how many states its promises may take, and how many promises are lost.
    "straight": ("p = fetch()\n" + "use()\n" * 10_000 + "use(p)", 60_000, 0),
    "ifs": (
        "p = fetch()\n" + "".join("  " * depth + "if use():\n" for depth in range(60)) + "  " * 60 + "use(p)",
        400,
        1,
    ),
    "branches": ("p = fetch()\n" + "if use():\n  use()\nelse:\n  use(1)\n" * 500, 10_000, 1),
    "repeated": ("p = fetch()\n" + "".join(f"if items()[{k % 40}]:\n  use()\n" for k in range(80)), MOST_STATES + 1, 0),
    "chains": ("p = fetch()\nif use():\n  pass\n" + "elif use():\n  use(p)\n" * 600, 10_000, 1),
    "operands": ("p = fetch()\nif " + " or ".join(["use()"] * 600) + ":\n  use(p)", 10_000, 1),
    "finals": (
        "p = fetch()\n"
        + "".join("  " * depth + "try: return 1\n" + "  " * depth + "finally:\n" for depth in range(18))
        + "  " * 18
        + "use()",
        0,
        0,
    ),
    "many": (
        "".join(f"p{k} = fetch()\n" for k in range(1_500)) + "".join(f"use(p{k})\n" for k in range(1_500)),
        MOST_STATES + 1,
        0,
    ),
}


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, int]]:
    """How many states each large body takes, and how many promises it loses."""
    file = tmp_path_factory.mktemp("locals") / "large.py"
    parts = [HEAD]
    for name, (body, _, _) in LARGE.items():
        lines = "\n".join(f"    {line}" for line in body.splitlines())
        parts.append(f"def {name}():\n{lines}\n")
    file.write_text("".join(parts))
    found: dict[str, tuple[int, int]] = {}

    def use(tree: TypedTree) -> None:
        for function, _ in tree.walk():
            if isinstance(function, FuncDef) and function.name in LARGE:
                found[function.name] = (states(function, tree), len(losses(function, tree)))

    assert visit([str(file)], use).failures == []
    return found


def states(function: FuncDef, tree: TypedTree) -> int:
    """Follow all promises of a body, and count the states."""
    body = paths(function, tree)
    made: dict[object, frozenset[SymbolNode]] = {
        node: frozenset([node.lvalues[0].node])
        for node in own_nodes(function)
        if isinstance(node, AssignmentStmt) and isinstance(node.lvalues[0], NameExpr) and node.lvalues[0].node
    }
    follower = Follower(function, body, frozenset[SymbolNode]().union(*made.values()), tree)
    for step in reached([body.start], lambda _: False):
        if isinstance(step.node, AssignmentStmt):
            follower.follow(step, made[step.node], step.node.rvalue)
            if follower.states > MOST_STATES:
                break
    return follower.states


@pytest.mark.parametrize("name", LARGE)
def test_cost_is_bounded(costs: dict[str, tuple[int, int]], name: str) -> None:
    """The states grow with the body and end at a cap; beyond it nothing is said."""
    _, most, lost = LARGE[name]
    states, found = costs[name]

    assert states <= most
    assert found == lost


def test_tasks_are_not_followed(tmp_path: Path) -> None:
    """A variable keeps a task alive while a function runs, so the option for futures follows none."""
    file = tmp_path / "tasks.py"
    file.write_text(
        "import asyncio\n"
        "async def main(yes: bool) -> None:\n"
        "    task = asyncio.create_task(asyncio.sleep(1))\n"
        "    if yes:\n"
        "        await task\n"
        "    asyncio.create_task(asyncio.sleep(1))\n"
    )

    assert [report.line for report in check([str(file)], settings=Settings(futures=True)).findings] == [6]
