"""The rule says nothing of promise 2.3, whose `all` takes nothing but a collection."""

from promise import Promise
from typedpromise import Promise as Typed


def joins(value):
    Typed.all([Typed.resolve(1), Typed.resolve("a")]).catch(print)  # E
    return Promise.all([Promise.resolve(value), Promise.resolve(1).then(str)])
