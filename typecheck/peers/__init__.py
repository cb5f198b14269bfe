"""The same cases, written for TypeScript, `promise` 2.3, Twisted and `asyncio.gather`, and how each of them does."""
