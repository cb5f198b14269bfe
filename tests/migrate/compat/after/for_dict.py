"""Mappings that may be more than a dict."""

from collections import OrderedDict
from collections.abc import Mapping

from typedpromise.compat import Promise, promise_for_dict

ordered = OrderedDict(a=1)
print(Promise.for_dict(ordered).get())  # left: for_dict


def joined(mapping: Mapping[str, int]) -> object:
    return promise_for_dict(mapping).get()  # left: promise_for_dict


print(list(map(Promise.for_dict, [{"a": 1}]))[0].get(), joined({}))  # left: for_dict
