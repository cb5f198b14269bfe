"""What a refusal says: it names the argument, or the handler's parameter, and not only that something is wrong."""

from __future__ import annotations

import pytest

from .harness.checkers import CHECKERS, Checker
from .harness.suite import Suite

# Of the case: words of mypy with the plugin, and the parameter that pyright and pyrefly name.
MESSAGES = [
    ("a_handler_of_another_type", 'Argument 1 to "then"', "on_fulfilled"),
    ("a_handler_without_parameters", 'Argument 1 to "then"', "on_fulfilled"),
    ("a_handler_with_too_many_parameters", 'Argument 1 to "then"', "on_fulfilled"),
    ("an_error_handler_of_the_wrong_type", 'Argument 2 to "then"', "on_rejected"),
    ("reject_with_a_string", 'Argument 1 to "reject"', "reason"),
    ("a_string_for_an_error_class", '"catch" of "_Promise" matches argument types "str"', "exceptions"),
    ("an_error_class_without_a_handler", "write catch(KeyError, handler)", "write catch(ExcType, handler)"),
    ("all_of_a_dict", "write all(mapping.values())", "write all(mapping.values())"),
    ("map_with_a_function_of_another_type", 'Argument 2 to "map"', "fn"),
    ("tap_with_a_handler_of_another_type", 'Argument 1 to "tap"', "on_fulfilled"),
]
MAIN = [c for c in CHECKERS if c.name in {"mypy+plugin", "pyright", "basedpyright", "pyrefly"}]


@pytest.mark.parametrize("checker", MAIN, ids=[c.name for c in MAIN])
@pytest.mark.parametrize(("name", "plugin", "parameter"), MESSAGES, ids=[row[0] for row in MESSAGES])
def test_the_message_names_what_is_wrong(
    suite: Suite, checker: Checker, name: str, plugin: str, parameter: str
) -> None:
    """A reader knows from the message which argument to look at."""
    (case,) = [c for c in suite.cases if c.id == f"must_be_errors::{name}"]
    said = " ".join(f.message for f in suite.findings(checker) if f.path == case.path and case.holds(f.line))

    assert (plugin if checker.name == "mypy+plugin" else parameter) in said
