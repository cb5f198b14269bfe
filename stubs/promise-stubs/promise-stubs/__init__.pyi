# Types for PyPI's promise 2.3: the package itself, which names what users import.

from promise.promise import (
    Promise as Promise,
    async_instance as async_instance,
    get_default_scheduler as get_default_scheduler,
    is_thenable as is_thenable,
    promise_for_dict as promise_for_dict,
    promisify as promisify,
    set_default_scheduler as set_default_scheduler,
)
from promise.pyutils.version import get_version as get_version
from promise.schedulers.immediate import ImmediateScheduler as ImmediateScheduler

__all__ = [
    "ImmediateScheduler",
    "Promise",
    "async_instance",
    "get_default_scheduler",
    "is_thenable",
    "promise_for_dict",
    "promisify",
    "set_default_scheduler",
]

VERSION: tuple[int, int, int, str, int]
__version__: str
