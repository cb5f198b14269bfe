"""All peers, in the order of every table."""

from .peer import Peer
from .promise23 import Promise23
from .typescript import TypeScript
from .written import Written

PEERS: tuple[Peer, ...] = (
    TypeScript(),
    Promise23(),
    Written("twisted", "Twisted", package="twisted"),
    Written("gather", "asyncio.gather"),
)
