"""Where an event loop runs, handlers of the two run at different times."""

import asyncio

from typedpromise.compat import Promise


async def main() -> None:  # left: async def main
    seen = []
    Promise.resolve(1).then(seen.append)
    print(seen)


asyncio.run(main())
