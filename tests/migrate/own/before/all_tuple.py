"""Tuples, which 2.3 joins to a list."""

from promise import Promise

one = Promise.resolve(1)
pair = (one, Promise.resolve("two"))
print(Promise.all((one, 2)).get(), Promise.all(pair).get(), Promise.all(promises=(one,)).get())
print(
    Promise.all((
        one,  # first
        one,
    )).get()
)
