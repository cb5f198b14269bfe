"""Tuples, which 2.3 joins to a list."""

from typedpromise import Promise

one = Promise.resolve(1)
pair = (one, Promise.resolve("two"))
print(Promise.all([one, 2]).get(), Promise.all(list(pair)).get(), Promise.all([one,]).get())
print(
    Promise.all([
        one,  # first
        one,
    ]).get()
)
