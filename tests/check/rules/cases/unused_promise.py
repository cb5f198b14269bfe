"""Promises assigned to local variables that nothing reads (`# E`), and variables that are read or may be."""

from collections.abc import Callable

from typedpromise import Promise


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


async def later() -> Promise[int]:
    raise NotImplementedError


def use(value: object) -> None: ...
def fail(error: Exception) -> None: ...


kept = fetch(1)


class Body:
    pending = fetch(1)
    cache: dict[str, Promise[str]] = {}

    def method(self, key: str) -> None:
        promise = fetch(1)  # E
        self.pending = fetch(2)
        again = self.pending
        item = self.cache[key]
        taken = self.cache.pop(key)
        found = self.cache.get(key)


def drops(yes: bool) -> None:
    one = fetch(1)  # E
    two = fetch(1).then(use)  # E
    three: Promise[str] = fetch(1)  # E
    four, five = fetch(1), fetch(2)  # E
    use(five)
    six = seven = fetch(1)
    use(seven)
    if yes:
        eight = fetch(1)  # E
    for _ in range(3):
        nine = Promise.all([fetch(1)])  # E
    ten = fetch(1).catch(KeyError, use)  # E
    eleven = fetch(1).catch(fail).then(use)  # E

    def inner() -> None:
        twelve = fetch(1)  # E

    inner()


def loses() -> None:
    one = fetch(1)  # E
    one = fetch(2)
    use(one)
    two = fetch(1)  # E
    print(two)


async def awaits() -> str:
    one = await fetch(1)
    two = await later()  # E
    three = fetch(3)  # E
    four = fetch(4)
    return await four


def keeps(yes: bool, callback: Callable[[], Promise[int]]) -> object:
    _ = fetch(1)
    _one = fetch(1)
    two = fetch(1)
    two.catch(fail)
    three = fetch(1).catch(fail)
    four = fetch(1) if yes else None  # E
    four = kept
    five = fetch(1)
    if yes:
        return five
    if five.is_pending:
        five.catch(fail)
    six = callback()
    seven = fetch(1)
    eight = fetch(1)
    nine = fetch(1)
    nine = nine.then(fetch)  # E

    def inner() -> None:
        use(seven)

    del eight
    inner()
    return lambda: six


def shares() -> Callable[[], Promise[str] | None]:
    last: Promise[str] | None = None

    def start() -> None:
        nonlocal last
        last = fetch(1)

    start()
    return lambda: last


def everything() -> dict[str, object]:
    one = fetch(1)
    return locals()


def global_name() -> None:
    global kept
    kept = fetch(1)


def ignored() -> None:
    one = fetch(1)  # type: ignore[unused-promise]
