"""Promise.promisify, called, as a decorator, and through the module."""

import typedpromise as promise
from typedpromise import Promise, promisify


@promisify
def double(number: int) -> int:
    return 2 * number


halve = promisify(lambda number: number / 2)
text = promise.promisify(str)
print(Promise.resolve(2).then(double).get(), halve(4).get(), text(5).get())
