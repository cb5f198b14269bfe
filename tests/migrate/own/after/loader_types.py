"""Batch functions that say their types."""


from typedpromise import Promise
from typedpromise.dataloader import DataLoader


class User:
    pass


class Users(DataLoader[int, User]):
    def batch_load_fn(self, keys: list[int]) -> "Promise[list[User]]":
        return Promise.resolve([User() for _ in keys])


class Names(DataLoader[int, str | None]):
    def batch_load_fn(self, keys: list[int]) -> "Promise[list[str | None]]":
        return Promise.resolve([str(key) for key in keys])


class Laters(DataLoader):
    def batch_load_fn(self, keys: list[int]) -> "Promise[list[Later]]":
        return Promise.resolve([Later() for _ in keys])


class Untyped(DataLoader):
    def batch_load_fn(self, keys):
        return Promise.resolve(keys)


class Later:
    pass


print(Names().load(1).get(), type(Users().load(1).get()).__name__, type(Laters().load(1).get()).__name__)
