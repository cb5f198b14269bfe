"""What the plugin knows by name without importing what infers."""

from typedpromise.inference.hooks import FUNCTION_RESULTS, FUNCTION_SIGNATURES, METHOD_RESULTS, METHOD_SIGNATURES
from typedpromise.inference.names import COMPAT, FUNCTIONS, FUNCTIONS_23, METHODS, PROMISE, PROMISE_23


def test_names_of_methods_are_those_that_are_served() -> None:
    """A method is asked for by its class only if some class has a hook for its name."""
    tables = [*METHOD_SIGNATURES.values(), *METHOD_RESULTS.values()]

    assert {name for table in tables for name in table} == METHODS
    assert METHOD_SIGNATURES.keys() == METHOD_RESULTS.keys() == {PROMISE, COMPAT, PROMISE_23}


def test_names_of_functions_are_those_that_are_served() -> None:
    """Each has a hook for its signature and one for its result."""
    assert FUNCTION_SIGNATURES.keys() == FUNCTION_RESULTS.keys() == FUNCTIONS | FUNCTIONS_23
