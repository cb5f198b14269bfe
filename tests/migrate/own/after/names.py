"""Second names of resolve and reject."""

import typedpromise as promise
from typedpromise import Promise as P

one = P.resolve(1)  # cast
two = promise.Promise.resolve(2)
failed = P.reject(KeyError("é"))
many = list(map(P.resolve, [1, 2]))
print(one.get(), two.get(), failed.catch(repr).get(), [found.get() for found in many])
