"""Where an event loop runs, handlers of the two run at different times."""

import asyncio

from promise import Promise


async def main() -> None:  # left: async def main
    seen = []
    Promise.resolve(1).then(did_fulfill=seen.append)
    print(seen)


asyncio.run(main())
