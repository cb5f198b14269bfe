"""Functions whose promises are of one known type."""

import decimal

from typedpromise import Promise


def number() -> Promise[int]:
    return Promise.resolve(1)


def text(value: int) -> Promise[str]:  # its argument is annotated
    if value:
        return number().then(str)
    return Promise.resolve("none")


def users() -> "Promise[list[User]]":
    return number().then(lambda count: [User() for _ in range(count)])


def price() -> Promise[decimal.Decimal]:
    return Promise.resolve(decimal.Decimal(1))


def mixed(value: int):
    return Promise.resolve(1) if value else None


def unlike(value: int):
    if value:
        return Promise.resolve(1)
    return Promise.resolve("1")


def fallen(value: int):
    if value:
        return Promise.resolve(1)


def unknown(value):
    return Promise.resolve(value)


class User:
    @staticmethod
    def made() -> "Promise[User]":
        return Promise.resolve(User())

    def friends(self) -> "Promise[list[tuple[User, float]]]":
        return Promise.all([Promise.resolve((self, 1.5))])


print(number().get(), text(1).get(), len(users().get()), price().get(), unknown(None).get())
