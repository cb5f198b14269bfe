"""The paths through a body: which call may come after which, and which ends can be reached."""

import pytest
from mypy.nodes import CallExpr, FuncDef, NameExpr

from typedpromise.check.host import visit
from typedpromise.check.paths import Paths, Step, paths, reached
from typedpromise.check.tree import TypedTree

HEAD = """\
import enum
from typing import NoReturn
from typedpromise import Promise
class Color(enum.Enum):
    RED = 1
    BLUE = 2
def a(*args: object) -> bool: raise NotImplementedError
def b(*args: object) -> bool: raise NotImplementedError
def c(*args: object) -> bool: raise NotImplementedError
def fail() -> NoReturn: raise NotImplementedError
def items() -> list[int]: raise NotImplementedError
"""
# A body, and what can be reached from its start without passing a call of `a`:
# `b` or `c` (called), `end` (without return), `return`, `raise`.
BODIES = [
    ("b()", "b end"),
    ("a(); b()", ""),
    ("return b()", "b return"),
    ("raise ValueError(b())", "b raise"),
    ("fail(); b()", "raise"),
    ("assert b(); c()", "b c end"),
    ("assert False, c()", "raise"),
    # branches
    ("if b(): a()", "b end"),
    ("if b(): a()\nelse: a()", "b"),
    ("if a(): b()", ""),
    ("if b(): return\na()", "b return"),
    ("if b(): a()\nelif c(): a()\nelse: a()", "b c"),
    ("if b(): a()\nelif c(): a()", "b c end"),
    ("if True: a()", ""),
    # what mypy knows of the last test
    ("x: int | str = 1 if b() else ''\nif isinstance(x, int): a()\nelif isinstance(x, str): a()", "b"),
    ("def f(x: Color) -> None:\n  if x is Color.RED: a()\n  elif x is Color.BLUE: a()", ""),
    # expressions
    ("b() and a()", "b end"),
    ("b() or a()", "b end"),
    ("a() and b()", ""),
    ("a() if b() else a()", "b"),
    ("a() if b() else c()", "b c end"),
    ("c(a(), b())", ""),
    ("c(b(), a())", "b"),
    ("x = [a() for _ in items()]", "end"),
    ("x = lambda: a()", "end"),
    ("def inner() -> None: a()", "end"),
    ("x = b(a())", ""),
    # loops
    ("for _ in items(): a()", "end"),
    ("for _ in items(): break\nelse: a()\nb()", "b end"),
    ("for _ in items(): b()\nelse: a()", "b"),
    ("while b(): a()", "b end"),
    ("while True: a()", ""),
    ("while True: b()", "b"),
    ("while True:\n  if b(): break\n  if c(): continue\n  a()", "b c end"),
    ("while b():\n  pass\nelse: a()", "b"),
    ("while 1: return b()", "b return"),
    # try
    ("try: b()\nexcept ValueError: a()", "b end"),
    ("try: a(b())\nexcept ValueError: c()", "b c end"),
    ("try: a()\nexcept ValueError: c()", ""),
    ("try: raise ValueError\nexcept ValueError: c()", "c end raise"),
    ("try: raise ValueError\nexcept Exception: c()", "c end"),
    ("try: raise ValueError\nexcept: c()", "c end"),
    ("try: raise ValueError\nexcept (KeyError, Exception): c()", "c end"),
    ("try: b()\nexcept Exception: c(); raise\nelse: a()", "b c raise"),
    ("try: return\nfinally: b()", "b return"),
    ("try: return\nfinally: a()", ""),
    ("try: b()\nfinally: a()", "b"),
    ("try: raise ValueError\nfinally: b()", "b raise"),
    ("for _ in items():\n  try: break\n  finally: b()\nelse: a()", "b end"),
    ("for _ in items():\n  try: continue\n  finally: b()\nelse: a()", "b"),
    ("try:\n  try: b()\n  finally: c()\nexcept Exception: a()", "b c end"),
    ("try:\n  try: return\n  finally: b()\nfinally: a()", "b"),
    # with and match
    ("with open('x'): a()", ""),
    ("with open('x'): b()", "b end"),
    ("with open('x'): return", "return"),
    ("match b():\n  case True: a()\n  case _: c()", "b c end"),
    ("match b():\n  case True: a()\n  case False: a()", "b"),
    ("match b():\n  case True if c(): a()\n  case _: a()", "b c"),
    ("match b():\n  case True if c(): a()\n  case _: pass", "b c end"),
]


def called(step: Step) -> str | None:
    """Return the name of the function a step calls."""
    match step.node:
        case CallExpr(callee=NameExpr(name=name)) if name in {"a", "b", "c"}:
            return name
        case _:
            return None


def words(body: Paths) -> str:
    """Write down what is reached without a call of `a`."""
    found = reached([body.start], lambda step: called(step) == "a")
    names = {name for step in found if (name := called(step)) not in {None, "a"}}
    ends = [("end", body.fallen_off), ("return", body.returned), ("raise", body.raised)]
    return " ".join([*sorted(name for name in names if name), *(word for word, end in ends if end in found)])


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[str, Paths]]:
    """The paths of all bodies, by number, and what they were called."""
    file = tmp_path_factory.mktemp("paths") / "bodies.py"
    parts = [HEAD]
    for number, (body, _) in enumerate(BODIES):
        lines = "\n".join(f"    {line}" for line in body.splitlines())
        parts.append(f"def body_{number}():\n{lines}\n")
    file.write_text("".join(parts))
    found: dict[int, tuple[str, Paths]] = {}

    def use(tree: TypedTree) -> None:
        for node, _ in tree.walk():
            if isinstance(node, FuncDef) and node.name.startswith("body_"):
                outer = node
                # A body that is one annotated function is about that function.
                inner = [inner for inner in outer.body.body if isinstance(inner, FuncDef) and inner.name == "f"]
                body = paths(inner[0] if inner else outer, tree)
                found[int(node.name.removeprefix("body_"))] = (words(body), body)

    outcome = visit([str(file)], use)
    assert outcome.failures == []
    return found


@pytest.mark.parametrize("number", range(len(BODIES)), ids=[body for body, _ in BODIES])
def test_reached_without_a(bodies: dict[int, tuple[str, Paths]], number: int) -> None:
    """Each body reaches just what is written beside it."""
    assert bodies[number][0] == BODIES[number][1]


def test_a_loop_may_be_taken_to_go_round(bodies: dict[int, tuple[str, Paths]]) -> None:
    """With `assume="first"` a loop has a first round, with "another" it goes round again, not past its end."""
    number = [body for body, _ in BODIES].index("for _ in items(): a()")
    body = bodies[number][1]
    (call,) = (step for step in reached([body.start], lambda _: False) if called(step) == "a")

    assert body.fallen_off not in reached([body.start], lambda step: step is call, assume="first")
    assert body.fallen_off in reached(call.next, lambda step: step is call)
    assert body.fallen_off not in reached(call.next, lambda step: step is call, assume="another")
