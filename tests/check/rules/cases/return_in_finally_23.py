"""promise 2.3 has no `finally_`: a class of its own may, which is a promise all the same."""

from promise import Promise


class Job(Promise):
    def finally_(self, handler):
        return self.then(lambda value: handler() and value)


def bad():
    return [Job.resolve(1).then(print), Job().finally_(lambda: "done")]  # E


def good(unknown):
    return [Job().finally_(lambda: print("done")), Job().finally_(unknown), unknown.finally_(lambda: 1)]
