"""The class was not imported before."""

from typedpromise import Promise

print(Promise.props({"a": 1}).get())
