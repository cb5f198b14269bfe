"""The same rule on promise 2.3, in code without annotations."""

import atexit
import threading

from promise import Promise


def run(value):
    promise = Promise.resolve(value)
    threading.Thread(target=lambda: Promise.resolve(value)).start()  # E
    atexit.register(lambda: promise.then(print))  # E
    promise.done(lambda found: Promise.resolve(found))  # E
    threading.Thread(target=lambda: promise.then(print).catch(print)).start()
    threading.Thread(target=lambda: promise.get()).start()
    promise.done(print, print)
    return promise.then(lambda found: Promise.resolve(found))
