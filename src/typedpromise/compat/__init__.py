"""The names and habits of PyPI's `promise` 2.3, over the same core: `from typedpromise.compat import Promise`.

For programs on their way out of 2.3; what is kept and what is not is told in docs/coming-from-promise.md.
`import typedpromise.compat.install` serves `import promise` itself.
"""

from .promise import (
    Promise,
    async_instance,
    get_default_scheduler,
    is_thenable,
    promise_for_dict,
    promisify,
    set_default_scheduler,
)
from .schedulers.immediate import ImmediateScheduler

# Of what this stands in for: programs compare them.
VERSION = (2, 3, 0, "final", 0)
__version__ = "2.3"

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
