"""The class was not imported before."""

from promise import promise_for_dict as joined

print(joined({"a": 1}).get())
