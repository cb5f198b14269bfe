"""The same types in whatever way mypy is run."""

import pytest

from .conftest import Project

LINES = [
    "reveal_type(n.then(lambda x: s if x else None))",
    "reveal_type(Promise.all([n.then(lambda x: [x]), s]))",
    "reveal_type(Promise.props({'a': n, 'b': s}))",
    "reveal_type(Promise(lambda resolve, reject: resolve(1)))",
    "n.catch(KeyError)",
]
TYPES = [
    'note: Revealed type is "typedpromise._promise.Promise[str | None]"',
    'note: Revealed type is "typedpromise._promise.Promise[list[list[int] | str]]"',
    'note: Revealed type is "typedpromise._promise.Promise[dict[str, int | str]]"',
    'note: Revealed type is "typedpromise._promise.Promise[int]"',
    (
        'error: "catch(KeyError)" has no handler, and would call KeyError as one: write catch(KeyError, handler)'
        "  [arg-type]"
    ),
]


@pytest.mark.parametrize("arguments", [(), ("--no-native-parser",), ("-n", "2"), ("--no-incremental",)])
def test_same_types_cold_and_warm(project: Project, arguments: tuple[str, ...]) -> None:
    """Either parser, workers, no cache; a cold cache and a warm one."""
    project.write("use.py", *LINES)
    for _ in range(2):
        assert project.said(*arguments, "use.py") == TYPES


def test_the_daemon_sees_that_a_class_becomes_a_promise(project: Project) -> None:
    """What the plugin knows of a class is forgotten when a file is edited."""
    mine = "from typing import Generic, TypeVar\nfrom typedpromise import Promise\nT = TypeVar('T', covariant=True)\n"
    plain = "class Mine(Generic[T]):\n    def __init__(self, f: object) -> None: ...\n"
    project.folder.joinpath("mine.py").write_text(mine + plain)
    project.write("use.py", "from mine import Mine", "reveal_type(Mine(lambda resolve, reject: resolve(1)))")
    try:
        project.run("run", "--", "use.py", "mine.py", program="mypy.dmypy")
        project.folder.joinpath("mine.py").write_text(mine + "class Mine(Promise[T]): pass\n")
        edited = project.run("run", "--", "use.py", "mine.py", program="mypy.dmypy")
    finally:
        project.run("stop", program="mypy.dmypy")

    assert 'Revealed type is "mine.Mine[int]"' in edited.stdout
