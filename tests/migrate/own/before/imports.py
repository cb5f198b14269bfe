"""Imports, in all the ways they are written."""

# a comment above
import json, promise  # noqa: E401
import promise.dataloader as loading
from promise.promise import (
    Promise,  # the class
    promisify as lifted,
)

try:
    from promise import Promise as Again
except ImportError:
    Again = None


def inside() -> bool:
    from promise import Promise as Inner

    return Inner is Promise is promise.Promise is Again


print(inside(), lifted(json.dumps)([1]).get(), loading.DataLoader.__name__)
