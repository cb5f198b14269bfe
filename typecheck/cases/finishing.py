"""`finally_` keeps the value; `done` ends a chain and gives nothing back."""

from typing import Never, assert_type

from typedpromise import Promise

from .. import world


def finally_with_a_lambda(n: Promise[int]) -> None:
    assert_type(n.finally_(lambda: None), Promise[int])


def finally_with_a_function(n: Promise[int]) -> None:
    assert_type(n.finally_(world.clean_up), Promise[int])


def finally_with_an_async_function(n: Promise[int]) -> None:
    assert_type(n.finally_(world.clean_up_soon), Promise[int])


def finally_with_a_function_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.finally_(world.fetch_nothing), Promise[int])


def finally_ignores_the_result_of_its_handler(n: Promise[int]) -> None:
    assert_type(n.finally_(lambda: "ignored"), Promise[int])


def finally_with_a_method_of_a_builtin(n: Promise[int], open_files: list[str]) -> None:
    assert_type(n.finally_(open_files.clear), Promise[int])


def finally_with_a_generic_function(n: Promise[int]) -> None:
    assert_type(n.finally_(world.all_of), Promise[int])


def finally_with_an_overloaded_function(n: Promise[int]) -> None:
    assert_type(n.finally_(world.report), Promise[int])


def finally_with_a_class(n: Promise[int]) -> None:
    assert_type(n.finally_(dict), Promise[int])


def finally_on_a_rejection(_: int) -> None:
    assert_type(Promise.reject(ValueError()).finally_(world.clean_up), Promise[Never])


def finally_keeps_a_union(either: Promise[int | str]) -> None:
    assert_type(either.finally_(world.clean_up), Promise[int | str])


def done_without_a_handler(n: Promise[int]) -> None:
    done = n.done
    assert_type(done(), None)


def done_with_a_lambda(n: Promise[int]) -> None:
    done = n.done
    assert_type(done(lambda x: x + 1), None)


def done_with_two_handlers(n: Promise[int]) -> None:
    done = n.done
    assert_type(done(world.label, world.ignore), None)


def done_with_an_error_handler_only(n: Promise[int]) -> None:
    done = n.done
    assert_type(done(None, lambda e: print(e.args)), None)
