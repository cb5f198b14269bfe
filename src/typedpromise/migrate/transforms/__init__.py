"""The transforms, one a file; `imports` comes by itself, since it asks no types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .all_tuple import TRANSFORM as ALL_TUPLE
from .all_varargs import TRANSFORM as ALL_VARARGS
from .for_dict import TRANSFORM as FOR_DICT
from .held import TRANSFORM as HELD
from .keywords import TRANSFORM as KEYWORDS
from .loader_types import TRANSFORM as LOADER_TYPES
from .loaders import TRANSFORM as LOADERS
from .names import TRANSFORM as NAMES
from .promisify import TRANSFORM as PROMISIFY
from .resolvers import TRANSFORM as RESOLVERS
from .return_types import TRANSFORM as RETURN_TYPES

if TYPE_CHECKING:
    from typedpromise.migrate.transform import Transform

ALL: tuple[Transform, ...] = (
    NAMES,
    PROMISIFY,
    FOR_DICT,
    KEYWORDS,
    ALL_TUPLE,
    RESOLVERS,
    LOADERS,
    LOADER_TYPES,
    HELD,
    ALL_VARARGS,
    RETURN_TYPES,
)
BY_NAME: dict[str, Transform] = {transform.name: transform for transform in ALL}
