"""What the plugin says where plain mypy says nothing, or less."""

import pytest

from .conftest import Project

REFUSED = {
    "n.catch(KeyError)": (
        'error: "catch(KeyError)" has no handler, and would call KeyError as one: write catch(KeyError, handler)'
        "  [arg-type]"
    ),
    "n.tap_catch(KeyError)": (
        'error: "tap_catch(KeyError)" has no handler, and would call KeyError as one: '
        "write tap_catch(KeyError, handler)  [arg-type]"
    ),
    "Promise.all(by_name)": (
        'error: "all" takes promises, or one iterable of them, not "dict[str, Promise[int]]": '
        "write all(mapping.values()), or props(mapping)  [arg-type]"
    ),
    'Promise.race("abc")': (
        'error: "race" takes promises, or one iterable of them, not "str": text holds none  [arg-type]'
    ),
    "n.then(lambda x: x + 'a')": 'error: Unsupported operand types for + ("int" and "str")  [operator]',
    "n.then(len)": (
        'error: Argument 1 to "then" of "_Promise" has incompatible type "Callable[[Sized], int]"; '
        'expected "Callable[[int], int]"  [arg-type]'
    ),
}


def test_one_message_for_one_mistake(project: Project) -> None:
    """Each mistake has one message, which says what to write, and no notes about overloads that were not meant."""
    project.write("use.py", *REFUSED)

    assert project.said("use.py") == list(REFUSED.values())


@pytest.mark.parametrize("call", ["n.then('label')", "n.then(n, n, n)", "Promise.all(42)"])
def test_pruned_overloads_are_named_once(project: Project, call: str) -> None:
    """In mypy's list of variants the overloads that were taken out are one line."""
    project.write("use.py", call)
    said = project.said("use.py")

    assert said[0].startswith("error: No overload variant")
    assert len([line for line in said if "other_forms" in line]) <= 1


def _nested(depth: int) -> str:
    chain = "n"
    for level in range(depth):
        chain = f"n.then(lambda x{level}: {chain})"
    return chain


def test_lambdas_that_mypy_would_never_be_done_with_end_the_run(project: Project) -> None:
    """Sixty handlers in each other take mypy more than a life: it says so, and where, at once."""
    project.write("use.py", _nested(60))
    done = project.run("use.py")

    assert done.returncode == 1
    assert done.stderr.startswith("use.py:5: error: Lambdas are nested more than 20 deep")


def test_lambdas_that_are_nested_less_deep_are_checked(project: Project) -> None:
    """Eight handlers in each other are nothing to speak of, and their type is found."""
    project.write("use.py", f"reveal_type({_nested(8)})")

    assert project.said("use.py")[0] == 'note: Revealed type is "typedpromise._promise.Promise[int]"'
