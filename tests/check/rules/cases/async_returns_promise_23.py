"""The same rule on promise 2.3, in code without annotations."""

from promise import Promise


async def load(value):
    return Promise.resolve(value)  # E



async def load_value(value):
    return await Promise.resolve(value)
