"""Where a type is declared for the result, it reaches the handlers, and what plain mypy accepts is accepted."""

from .conftest import Project

ACCEPTED = [
    "a: Promise[list[list[float]]] = Promise.all([n.then(lambda x: [x]), n.then(lambda x: [])])",
    "b: Promise[tuple[list[float], str]] = Promise.all((n.then(lambda x: [x]), s))",
    "c: Promise[list[float]] = n.then(lambda x: [x])",
    "d: Promise[str | None] = n.then(lambda x: s if x else None)",
    "e: Promise[str] = n.then(lambda x: n.then(lambda y: s))",
    'f: Promise[dict[str, list[float]]] = Promise.props({"a": n.then(lambda x: [x])})',
    "g: Promise[list[int | str]] = Promise.all([n, s])",
    "h: Promise[object] = n.then(lambda x: s)",
    "i: Promise[float] | None = n.then(lambda x: n)",
    "j: Promise[Any] = n.then(lambda x: anything)",
    "k: Any = n.then(lambda x: x)",
    "l: Promise[int | list[float]] = n.catch(lambda e: [1])",
    "m: Promise[int | list[float]] = n.catch(KeyError, lambda e: [])",
    "o: tuple[Promise[float], Promise[str]] = (n.then(lambda x: x), n.then(lambda x: str(x)))",
    "for p in (n.then(lambda x: x), s.then(len)): q: Promise[int] = p",
]
REFUSED = [
    "a: Promise[str] = n.then(lambda x: x)",
    "b: Promise[tuple[str, str]] = Promise.all((n, s))",
    "c: Promise[list[str]] = Promise.all([n, s])",
    f"d: Promise[tuple[int, ...]] = Promise.all({'s, ' * 12})",
    'e: Promise[dict[str, int]] = Promise.props({"a": s})',
]


def test_declared_types_reach_the_handlers(project: Project) -> None:
    """With the plugin mypy has nothing to say, as it has nothing to say without."""
    project.write("use.py", *ACCEPTED)

    assert project.run("use.py").stdout == "Success: no issues found in 1 source file\n"
    assert project.run("--config-file=", "--strict", "use.py").stdout == "Success: no issues found in 1 source file\n"


def test_declared_types_that_do_not_hold_are_refused(project: Project) -> None:
    """A declared type is no excuse for a value of another."""
    project.write("use.py", *REFUSED)
    lines = {line.split(":")[1] for line in project.run("use.py").stdout.splitlines() if ": error: " in line}

    assert len(lines) == len(REFUSED)
