"""Lists of unlike promises whose results are taken apart at once, and some that are not."""

from promise import Promise


def name(user: int) -> "Promise[str]":
    return Promise.resolve(f"user {user}")


def age(user: int) -> "Promise[int]":
    return Promise.resolve(user)


def both(user: int) -> "Promise[str]":
    return Promise.all([name(user), age(user)]).then(lambda found: found[0] * found[1])


def seen(user: int) -> "Promise[object]":
    return Promise.all([name(user), age(user)]).then(lambda found: found)


print(both(2).get(), seen(3).get(), Promise.all([name(1), name(2)]).get())
