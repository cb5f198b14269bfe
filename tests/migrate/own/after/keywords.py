"""Arguments by name, in any order, with comments between them."""

from typedpromise import Promise, promisify

one = Promise.resolve(1)
failed = Promise.reject(KeyError("k"))


def show(value: object) -> str:
    return f"<{value}>"


print(one.then(show).get(), failed.then(None, repr).get())
print(failed.then(show, repr).get())
print(
    one.then(
        show,  # the value
        repr,  # the error
    ).get()
)
print(failed.catch(lambda error: one.then(lambda value: (value, repr(error)))).get())
print(Promise(lambda resolve, reject: resolve(3)).get(), promisify(show)(4).get())
print(Promise.all([one]).get(), Promise.props({"a": one}).get())
one.done(None, print)
