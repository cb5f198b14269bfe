"""A stand-in for TensorFlow: names that can be mentioned, called and inherited from, and do nothing.

The tests of tensorflow-datasets that `make consumers` runs download and extract files; of TensorFlow they need that
its names are there when the package is imported.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import unittest
from types import ModuleType

__version__ = "2.21.0"


class _Meta(type):
    def __getattr__(cls, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Name


class _Name(metaclass=_Meta):
    def __init__(self, *args: object, **kwargs: object) -> None:
        pass


class test(_Name):  # noqa: N801 - TensorFlow's name
    """What test cases inherit from."""

    TestCase = unittest.TestCase
    get_temp_dir = staticmethod(tempfile.gettempdir)


class errors(_Name):  # noqa: N801 - TensorFlow's name
    """Errors, here those of Python."""

    NotFoundError = FileNotFoundError
    UnimplementedError = NotImplementedError


def _copy(source: str, destination: str, overwrite: bool = False) -> None:  # noqa: ARG001, FBT001, FBT002 - TensorFlow's
    if "://" in str(source):
        raise errors.UnimplementedError(source)
    shutil.copyfile(source, destination)


class _Files(_Name):
    GFile = staticmethod(open)
    copy = staticmethod(_copy)
    exists = staticmethod(os.path.exists)
    isdir = staticmethod(os.path.isdir)
    listdir = staticmethod(os.listdir)
    makedirs = staticmethod(os.makedirs)


class io(_Name):  # noqa: N801 - TensorFlow's name
    """Files, here those of the machine."""

    gfile = _Files


class _Version1(_Name):
    test = test


class compat(_Name):  # noqa: N801 - TensorFlow's name
    """The names of TensorFlow 1."""

    v1 = _Version1


class _Module(ModuleType):
    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Name


sys.modules[__name__].__class__ = _Module
