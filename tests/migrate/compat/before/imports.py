"""Imports that keep a file, or the whole run, from typedpromise itself."""

import promise.promise  # left: import promise.promise
import promise.schedulers.asyncio, sys  # noqa: E401  # left: import promise.schedulers.asyncio
import typedpromise.compat.dataloader  # left: import typedpromise.compat.dataloader
from promise import *  # left: from promise import *
from promise import is_thenable as asked, promise_for_dict, schedulers  # left: from promise import is_thenable, from promise import promise_for_dict, from promise import schedulers
from unittest.mock import patch

with patch("promise.promise.Promise.resolve"):  # left: the string 'promise.promise.Promise.resolve'
    print(sys.modules["promise"].__name__ != "promise")  # left: the string 'promise'
print(promise.promise.Promise.cast(1).get(), "promise", typedpromise.compat.dataloader.DataLoader.__name__)
