"""What the positions speak of: classes whose members are theirs alone, promises of them, and functions of every kind.

It is never run for its values; the servers read it from the workspace.
"""

# ruff: noqa: D101, D103

from __future__ import annotations

from concurrent.futures import Future

from typedpromise import Fulfilled, Promise, Rejected, Resolvers, promisify

__all__ = [
    "AppError",
    "Fulfilled",
    "Picture",
    "Promise",
    "Rejected",
    "Resolvers",
    "StoreError",
    "User",
    "cached",
    "fetch",
    "fetch_soon",
    "load",
    "picture",
    "pooled",
    "promised",
    "promisify",
    "read",
    "user",
    "user_resolvers",
    "users",
]


class User:
    def avatar(self) -> Promise[Picture]:
        return fetch(self)

    def friend(self) -> Promise[User]:
        return Promise.resolve(self)

    def save(self) -> None: ...


class Picture:
    def crop(self) -> Picture:
        return self

    def size(self) -> int:
        return 1

    def save(self) -> None: ...


class AppError(Exception):
    def retry(self) -> None: ...


class StoreError(Exception):
    def retry(self) -> None: ...

    def shard(self) -> int:
        return 1


user: Promise[User]
users: list[Promise[User]]
user_resolvers: Resolvers[User]
picture: Promise[Picture]


def load(_number: int) -> User:
    return User()


def read(_user: User) -> Picture:
    return Picture()


def fetch(_user: User) -> Promise[Picture]:
    return Promise.resolve(Picture())


async def fetch_soon(_user: User) -> Picture:
    return Picture()


def cached(_user: User) -> Picture | Promise[Picture]:
    return Promise.resolve(Picture())


def pooled(_user: User) -> Future[Picture]:
    return Future()


@promisify
def promised(_number: int) -> User:
    return User()
