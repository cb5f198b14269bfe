"""Imports, in all the ways they are written."""

# a comment above
import json, typedpromise as promise  # noqa: E401
import typedpromise.dataloader as loading
from typedpromise import (
    Promise,  # the class
    promisify as lifted,
)

try:
    from typedpromise import Promise as Again
except ImportError:
    Again = None


def inside() -> bool:
    from typedpromise import Promise as Inner

    return Inner is Promise is promise.Promise is Again


print(inside(), lifted(json.dumps)([1]).get(), loading.DataLoader.__name__)
