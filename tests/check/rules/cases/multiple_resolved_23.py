"""The same rule on code that uses PyPI's promise 2.3."""

from promise import Promise


def bad(connection):
    def executor(resolve, reject):
        def callback(error, value):
            if error:
                reject(error)
            resolve(value)  # E

        connection.call(callback)

    def twice(resolve, reject):
        resolve(1)
        reject(ValueError())  # E

    return [Promise(executor), Promise(executor=twice), Promise(lambda resolve, reject: (resolve(1), resolve(2)))]  # E


def good(connection):
    def executor(resolve, reject):
        def callback(error, value):
            if error:
                return reject(error)
            resolve(value)

        connection.call(callback)

    def guarded(resolve, reject):
        try:
            resolve(connection.value())
        except Exception as error:
            reject(error)

    return [Promise(executor), Promise(executor=guarded), Promise(lambda resolve, reject: resolve(1))]
