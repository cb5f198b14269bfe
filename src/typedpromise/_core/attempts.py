"""Call a function and make a promise of what becomes of it."""

from __future__ import annotations

from .adoption import resolve
from .boundary import call
from .failures import ends_the_program, reject_with
from .jobs import current_queue
from .making import new_promise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .cell import Cell


def attempt(fn: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> Cell:
    """Call `fn` and return a promise of what it returns or raises: `Promise.try_`, which has to be interpreted.

    The compiler cannot tell a keyword of the function's from a positional-only parameter of the same name.
    """
    promise = new_promise()
    queue = current_queue()
    outermost = queue.enter()
    try:
        result = call(fn, *args, **kwargs)
    except BaseException as error:
        reject_with(promise, error, None)
        if ends_the_program(error):
            raise
    else:
        resolve(promise, result, None)
    finally:
        if outermost:
            queue.leave()
    return promise


# Whether the core is compiled (hatch_build.py): what mypyc compiles has no code object.
compiled: bool = not hasattr(attempt, "__code__")
