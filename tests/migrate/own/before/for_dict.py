"""Dicts for sure: a display, a comprehension, dict()."""

from promise import Promise, promise_for_dict

one = Promise.resolve(1)
print(Promise.for_dict({"a": one, "b": 2}).get())
print(promise_for_dict({key: one for key in "xy"}).get())
print(
    Promise.for_dict(
        dict(c=one),  # kept
    ).get()
)
