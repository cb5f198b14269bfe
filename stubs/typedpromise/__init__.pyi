from ._promise import Promise as Promise
from ._promise import promisify as promisify
from ._resolvers import Resolvers as Resolvers

__version__: str
