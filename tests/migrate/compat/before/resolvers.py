"""Promises without an executor that are not rewritten."""

from promise import Promise

waiting = Promise()  # left: Promise() without an executor
waiting.do_resolve(1)  # left: do_resolve()


class Job:
    def __init__(self) -> None:
        self.done: Promise[int] = Promise()  # left: Promise() without an executor

    def end(self) -> None:
        self.done.do_resolve(1)  # left: do_resolve()


def handed_out() -> "Promise[int]":
    p: Promise[int] = Promise()  # left: Promise() without an executor
    return p


def twice(flag: bool) -> None:
    p: Promise[int] = Promise()  # left: Promise() without an executor
    if flag:
        p = Promise.resolve(1)
    p.do_resolve(2)  # left: do_resolve()


def with_traceback(error: Exception) -> "Promise[int]":
    p: Promise[int] = Promise()  # left: Promise() without an executor
    p.do_reject(error, traceback=error.__traceback__)  # left: do_reject()
    return p


job = Job()
job.end()
print(waiting.get(), job.done.get())
