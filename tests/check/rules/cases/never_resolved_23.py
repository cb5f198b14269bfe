"""The same rule on code that uses PyPI's promise 2.3."""

from promise import Promise


def bad(connection):
    def executor(resolve, reject):  # E
        if connection.is_open():
            connection.read(resolve)

    def guarded(resolve, reject):  # E
        try:
            resolve(connection.read())
        except Exception as error:
            print(error)

    def closed(resolve, reject):
        if connection.closed:
            return  # E
        connection.read(resolve)

    return [
        Promise(executor),
        Promise(executor=guarded),
        Promise(closed),
        Promise(lambda resolve, reject: print("started")),  # E
    ]


def good(connection):
    def executor(resolve, reject):
        if connection.is_open():
            connection.read(resolve)
        else:
            reject(ValueError())

    def guarded(resolve, reject):
        try:
            resolve(connection.read())
        except Exception as error:
            reject(error)

    def event(resolve, reject):
        connection.callback = lambda: resolve(connection.read())

    return [
        Promise(),
        Promise(executor),
        Promise(executor=guarded),
        Promise(event),
        Promise(lambda resolve, reject: None),
        Promise(lambda resolve, reject: resolve(1)),
        Promise(lambda resolve, reject: connection.read(resolve)),
    ]
