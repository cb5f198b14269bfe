"""What only the drop-in has, a line each."""

from typing import Any

from typedpromise.compat import Promise, async_instance, is_thenable, set_default_scheduler
from typedpromise.compat.promise_list import PromiseList
from typedpromise.compat.schedulers.immediate import ImmediateScheduler

one = Promise.resolve(1)
failed = Promise.reject(KeyError("k"))
one.done_all([print])  # left: promise.done_all
print(one.then_all([str])[0].get())  # left: promise.then_all
print(one.value, failed.reason)  # left: promise.value, promise.reason
print(one.value if one.is_fulfilled else None, failed.is_rejected and failed.reason)
Promise.wait(one, 1)  # left: Promise.wait
one._wait(1)  # left: promise._wait
print(Promise.safe(str)(1).get())  # left: Promise.safe
print(is_thenable(one), Promise.is_thenable(1))  # left: is_thenable, Promise.is_thenable
set_default_scheduler(ImmediateScheduler())  # left: set_default_scheduler, ImmediateScheduler
async_instance.enable_trampoline()  # left: async_instance
print(PromiseList([one], Promise).promise.get())  # left: PromiseList
print(failed.catch(KeyError).get())  # left: catch(KeyError)
print(Promise(lambda resolve, _: resolve(1), ImmediateScheduler()).get())  # left: Promise(scheduler=), ImmediateScheduler


class Mine(Promise):  # left: class Mine
    pass


print(Mine.for_dict({"a": 1}).get(), Mine.promisify(str)(1).get())  # left: Promise.for_dict, Promise.promisify
print(Promise.all(Promise.resolve([1])).get())  # left: Promise.all(promise)


def unknown(thing: Any, more: Any) -> None:
    thing.then(did_fulfill=print)  # left: then(did_fulfill=...)
    thing.then_all([print])  # left: .then_all
    thing.do_resolve(1)  # left: do_resolve()
    one.then(**more)  # left: then(**)
    Promise.all(more)  # left: Promise.all()
    thing.value = thing.reason


def ordered() -> None:
    one.then(did_reject=print(1), did_fulfill=print(2))  # left: then(did_reject=..., did_fulfill=...)


def generator() -> Any:
    yield from one  # left: yield from promise
