# `promise.compat`: names that a Python without asyncio would lack; every Python that checkers know has them.

from asyncio import Future as Future, ensure_future as ensure_future
from inspect import iscoroutine as iscoroutine

from promise.iterate_promise import iterate_promise as iterate_promise
