"""What the fixes make of pieces of code: before, and after; where nothing stands after, nothing is fixed.

A piece stands in a function of its own, behind a head that defines the names it uses.
"""

from dataclasses import dataclass
from textwrap import dedent, indent

HEAD = """\
from typing import Any
from typedpromise import Promise
class Job(Promise[int]): ...
def name() -> Promise[str]: raise NotImplementedError
def age() -> Promise[int]: raise NotImplementedError
def add(number: int) -> int: raise NotImplementedError
def fail(error: Exception) -> int: raise NotImplementedError
async def piece(number: Promise[int], text: Promise[str], job: Job, box: list[Promise[int]], any_: Any) -> Any:
"""


@dataclass
class Text:
    """A piece of code in a file of its own."""

    code: str
    number: int
    before: str
    after: str | None

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.code.replace('-', '_')}_{self.number}.py"

    @property
    def file(self) -> bytes:
        """What the file holds at first."""
        return self.whole(self.before)

    @property
    def wanted(self) -> bytes:
        """What it should hold in the end."""
        return self.whole(self.before if self.after is None else self.after)

    def whole(self, piece: str) -> bytes:
        """Return a piece with the head before it."""
        return (HEAD + indent(dedent(piece).strip("\n"), "    ") + "\n").encode()


_USELESS_THEN: list[tuple[str, str | None]] = [
    ("return number.then(add).then()", "return number.then(add)"),
    ("return number.then(add).then(None, None)", "return number.then(add)"),
    ("return number.catch(fail).then(lambda found: found)", "return number.catch(fail)"),
    ("return number.then().then(add)", "return number.then(add)"),
    ("return number.then().then().then().then(add)", "return number.then(add)"),
    ("return await number.then()", "return await number"),
    ("return await (number).then()", "return await (number)"),
    ("return (number.then(add).then())", "return (number.then(add))"),
    ('return f"{(await number.then())!r:>{3}}"', 'return f"{(await number)!r:>{3}}"'),
    (
        """
        return (
            number
            .then()  # what it was
            .then(add)  # what it is
        )
        """,
        """
        return (
            number  # what it was
            .then(add)  # what it is
        )
        """,
    ),
    # Somebody may hold, or get, the very promise.
    ("return number.then()", None),
    ("other = age().then()\nreturn other", None),
    ("box.append(age().then())", None),
    # A class of somebody else's may do anything in its `then`.
    ("return job.then().then(add)", None),
    # What a comment says of the link would be lost, or said of something else.
    ("return (number.then(add)  # added\n    .then(  # nothing\n    ))", None),
    ("return (number\n    .then(add)  # added\n    .then())", None),
    ("return number.then(add).then()  # type: ignore[useless-then]", None),
]

_RETURN_WRAP: list[tuple[str, str | None]] = [
    ("return number.then(lambda n: Promise.resolve(n + 1))", "return number.then(lambda n: n + 1)"),
    ("return number.then(lambda n:Promise.resolve( n + 1 ))", "return number.then(lambda n:n + 1)"),
    ("return number.then(lambda n: Promise.resolve((n, 1)))", "return number.then(lambda n: (n, 1))"),
    ("return number.then(lambda n: (Promise.resolve(n + 1,)))", "return number.then(lambda n: (n + 1))"),
    ("return number.then(lambda n: Promise.resolve(m for m in [n]))", "return number.then(lambda n: (m for m in [n]))"),
    ("return number.then(lambda n: Promise.resolve(m := n))", "return number.then(lambda n: (m := n))"),
    ("return number.catch(lambda error: Promise.resolve(0))", "return number.catch(lambda error: 0)"),
    ("return number.finally_(lambda: Promise.resolve())", "return number.finally_(lambda: None)"),
    ("return number.finally_(lambda: Promise.resolve(None))", "return number.finally_(lambda: None)"),
    (
        """
        def handler(n: int):  # a handler
            if n < 0:
                return Promise.reject(ValueError("too small"))  # rejected
            if n == 0: return(Promise.reject(KeyError(n)));
            return Promise.resolve(
                n
                + 1
            )  # resolved
        return number.then(handler)
        """,
        """
        def handler(n: int):  # a handler
            if n < 0:
                raise ValueError("too small")  # rejected
            if n == 0: raise(KeyError(n));
            return (n
                + 1)  # resolved
        return number.then(handler)
        """,
    ),
    # A rejected promise passes a `try` and a `with`, an exception does not.
    (
        """
        def handler(n: int):
            try:
                return Promise.reject(ValueError(n))
            except ValueError:
                return 0
        return number.then(handler)
        """,
        None,
    ),
    (
        """
        def handler(n: int):
            with any_:
                return Promise.reject(ValueError(n))
        return number.then(handler)
        """,
        None,
    ),
    # A coroutine does not unwrap what it returns.
    ("async def handler(n: int):\n    return Promise.resolve(n)\nreturn number.then(handler)", None),
    # The value would be lost, and return-in-finally would say so.
    ("return number.finally_(lambda: Promise.resolve(3))", None),
    # What is no exception may be raised by nobody knows whom.
    ("def handler(n: int):\n    return Promise.reject(any_)\nreturn number.then(handler)", None),
    ("return number.then(lambda n: Promise.resolve(*[n]))", None),
    ("return number.then(lambda n: Promise.resolve(  # why\n    n + 1))", None),
]

_NEW_PROMISE_WRAP: list[tuple[str, str | None]] = [
    (
        "return Promise[int](lambda resolve, reject: number.then(add).then(resolve, reject))",
        "return number.then(add)",
    ),
    (
        "return Promise[int](lambda resolve, reject: number.catch(fail).then(resolve).catch(reject))",
        "return number.catch(fail)",
    ),
    (
        "return await Promise[int](lambda resolve, reject: number.then(resolve, reject))",
        "return await number",
    ),
    (
        "return Promise[int](lambda resolve, reject: number.then(resolve, reject)).then(add)",
        "return number.then(add)",
    ),
    (
        """
        return Promise[int](
            lambda resolve, reject: number
            .then(add)
            .then(resolve, reject)
        )
        """,
        """
        return (number
            .then(add))
        """,
    ),
    # The caller may hold the inner promise, and would have the same object twice.
    ("return Promise[int](lambda resolve, reject: number.then(resolve, reject))", None),
    # What raises in an executor rejects; outside it raises.
    ("return Promise[int](lambda resolve, reject: age().then(add).then(resolve, reject))", None),
    ("return Promise[int](lambda resolve, reject: box[0].then(add).then(resolve, reject))", None),
    # A rejection was lost, and would no longer be.
    ("return Promise[int](lambda resolve, reject: number.then(add).then(resolve))", None),
    # An object of another class.
    ("return Job(lambda resolve, reject: number.then(add).then(resolve, reject))", None),
    ("return Promise[int](lambda resolve, reject: job.then(add).then(resolve, reject))", None),
    (
        "return Promise[int](lambda resolve, reject: number.then(add)  # first\n    .then(resolve, reject))",
        None,
    ),
]

_ALL_LIST_LITERAL: list[tuple[str, str | None]] = [
    ("a, b = await Promise.all([name(), age()])", "a, b = await Promise.all(name(), age())"),
    ("[a, *b] = await Promise.all( [ name() , age() ] )", "[a, *b] = await Promise.all( name() , age() )"),
    ("return (await Promise.all([name(), age(),]))[0]", "return (await Promise.all(name(), age(),))[0]"),
    (
        "for each in await Promise.all([name(), age()]): print(each)",
        "for each in await Promise.all(name(), age()): print(each)",
    ),
    (
        "return Promise.all([name(), age()]).then(lambda both: (both[1], both[-2], len(both)))",
        "return Promise.all(name(), age()).then(lambda both: (both[1], both[-2], len(both)))",
    ),
    (
        """
        def handler(both):
            first, second = both
            print(*both, [each for each in both], list(both))
            return first
        return Promise.all([name(), age()]).then(handler)
        """,
        """
        def handler(both):
            first, second = both
            print(*both, [each for each in both], list(both))
            return first
        return Promise.all(name(), age()).then(handler)
        """,
    ),
    (
        """
        a, b = await Promise.all(
            [
                name(),  # the name
                # and
                age(),  # the age
            ]
        )
        """,
        """
        a, b = await Promise.all(
            name(),  # the name
            # and
            age(),  # the age
        )
        """,
    ),
    (
        """
        a, b = await Promise.all([
            name(),
            age()  # the age
        ])
        """,
        """
        a, b = await Promise.all(
            name(),
            age()  # the age
        )
        """,
    ),
    (
        "a, b = await Promise.all(\n    [name(), age()],  # both\n)",
        "a, b = await Promise.all(\n    name(), age(),  # both\n)",
    ),
    # Somebody sees that it is a list.
    ("return Promise.all([name(), age()])", None),
    ("return await Promise.all([name(), age()])", None),
    ("return (await Promise.all([name(), age()]))[:1]", None),
    ("return (await Promise.all([name(), age()])) == [1, 2]", None),
    ("return Promise.all([name(), age()]).then(lambda both: both)", None),
    ("return Promise.all([name(), age()]).then(lambda both: isinstance(both, list))", None),
    ("return Promise.all([name(), age()]).then(print)", None),
    ("a, b = await Job.all([name(), age()])", None),
    ("a, b = await Promise.all([name(), age()])  # type: ignore[all-list-literal]", None),
    ("a, b = await Promise.all(  # both\n    [  # of them\n        name(), age()])", None),
]

ALL = [
    Text(code, number, before, after)
    for code, pieces in {
        "useless-then": _USELESS_THEN,
        "return-wrap": _RETURN_WRAP,
        "new-promise-wrap": _NEW_PROMISE_WRAP,
        "all-list-literal": _ALL_LIST_LITERAL,
    }.items()
    for number, (before, after) in enumerate(pieces)
]
