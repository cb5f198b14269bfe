"""Promise.promisify, called, as a decorator, and through the module."""

import promise
from promise import Promise


@Promise.promisify
def double(number: int) -> int:
    return 2 * number


halve = Promise.promisify(lambda number: number / 2)
text = promise.Promise.promisify(str)
print(Promise.resolve(2).then(double).get(), halve(4).get(), text(5).get())
