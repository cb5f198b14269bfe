"""Second names of resolve and reject."""

import promise
from promise import Promise as P

one = P.cast(1)  # cast
two = promise.Promise.fulfilled(2)
failed = P.rejected(KeyError("é"))
many = list(map(P.cast, [1, 2]))
print(one.get(), two.get(), failed.catch(repr).get(), [found.get() for found in many])
