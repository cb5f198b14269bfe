"""Dicts for sure: a display, a comprehension, dict()."""

from typedpromise import Promise

one = Promise.resolve(1)
print(Promise.props({"a": one, "b": 2}).get())
print(Promise.props({key: one for key in "xy"}).get())
print(
    Promise.props(
        dict(c=one),  # kept
    ).get()
)
