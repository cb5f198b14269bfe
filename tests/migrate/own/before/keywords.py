"""Arguments by name, in any order, with comments between them."""

from promise import Promise, promise_for_dict, promisify

one = Promise.resolve(obj=1)
failed = Promise.reject(reason=KeyError("k"))


def show(value: object) -> str:
    return f"<{value}>"


print(one.then(did_fulfill=show).get(), failed.then(did_reject=repr).get())
print(failed.then(did_reject=repr, did_fulfill=show).get())
print(
    one.then(
        did_fulfill=show,  # the value
        did_reject=repr,  # the error
    ).get()
)
print(failed.catch(on_rejection=lambda error: one.then(did_fulfill=lambda value: (value, repr(error)))).get())
print(Promise(executor=lambda resolve, reject: resolve(3)).get(), promisify(f=show)(4).get())
print(Promise.all(promises=[one]).get(), promise_for_dict(m={"a": one}).get())
one.done(did_reject=print)
