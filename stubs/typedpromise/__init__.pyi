"""Promises whose types survive the chain, and a checker that finds the ones you dropped."""

from ._promise import Promise as Promise
from ._promise import promisify as promisify
from ._resolvers import Resolvers as Resolvers

__version__ = "0.1.0"
