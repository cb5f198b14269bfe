"""The same rule on code that uses PyPI's promise 2.3."""

from promise import Promise


def bad():
    try:
        return Promise.resolve(1).then(print)  # E
    except Exception as error:
        print(error)


async def bad_async():
    try:
        return Promise.resolve(1)  # E
    except ValueError:
        return None


def good(resolver):
    try:
        return Promise.resolve(resolver()).then(print)
    except Exception as error:
        return Promise.rejected(error)


def unknown(resolver):
    try:
        return resolver()
    except Exception:
        return None


async def good_async():
    try:
        return await Promise.resolve(1)
    except ValueError:
        return None


def handled():
    try:
        return Promise.resolve(1).then(print, print)
    except Exception:
        return None
