"""Collections of promises that nobody joins (`# E`), and collections that go somewhere."""

from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from typedpromise import Promise


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


def fetch_all() -> list[Promise[str]]:
    raise NotImplementedError


def maybe(number: int) -> Promise[str] | None:
    raise NotImplementedError


def use(*values: object) -> None: ...
def fail(error: Exception) -> None: ...


collected = [fetch(1)]


class Body:
    promises = [fetch(1)]
    queue: dict[str, list[Promise[str]]] = {}

    def keep(self, numbers: list[int]) -> None:
        self.promises = [fetch(number) for number in numbers]
        waiting = [fetch(1)]
        self.promises = waiting
        more = self.promises
        fewer = self.queue.get("one")
        fewest = self.queue.pop("one")
        self.promises.append(fetch(1))


def never_read(numbers: list[int], yes: bool) -> None:
    one = [fetch(number) for number in numbers]  # E
    two = [fetch(1), fetch(2)]  # E
    three = (fetch(1), fetch(2))  # E
    four = {fetch(number) for number in numbers}  # E
    five = {"one": fetch(1)}  # E
    six = {number: fetch(number) for number in numbers}  # E
    seven = list(map(fetch, numbers))  # E
    eight = tuple(fetch(number) for number in numbers)  # E
    nine = deque([fetch(1)])  # E
    ten = map(fetch, numbers)  # E
    eleven = (fetch(number) for number in numbers)  # E
    twelve = [fetch(1).then(len)]  # E
    thirteen = [fetch(1).catch(fail), fetch(2)]  # E
    fourteen = [(1, fetch(1))]  # E
    fifteen = fetch_all()  # E
    sixteen: list[Promise[str]] = [fetch(1)]  # E
    seventeen = [maybe(1)]  # E
    eighteen = [fetch(1)] if yes else []  # E
    nineteen = [*fetch_all()]
    twenty = list(map(lambda number: fetch(number), numbers))  # E
    if yes:
        again = [fetch(1)]  # E


def only_added(numbers: list[int]) -> None:
    one = []
    for number in numbers:
        one.append(fetch(number))  # E
    two: dict[int, Promise[str]] = {}
    for number in numbers:
        two[number] = fetch(number)  # E
    three: set[Promise[str]] = set()
    three.add(fetch(1))  # E
    four: list[Promise[str]] = []
    four += [fetch(1)]  # E
    five: list[Promise[str]] = []
    five.extend(fetch(number) for number in numbers)  # E
    six = [fetch(1)]  # E
    six.append(fetch(2))
    seven: list[Promise[str]] = []
    promise = fetch(1)
    seven.append(promise)  # E
    eight: list[tuple[int, Promise[str]]] = []
    eight.append((1, fetch(1)))  # E
    nine: list[Promise[str]] = []
    nine.insert(0, fetch(1))  # E
    nine.clear()
    del nine

    def inner() -> None:
        ten.append(fetch(1))  # E

    ten: list[Promise[str]] = []
    inner()


def only_looked_at(numbers: list[int]) -> object:
    one = [fetch(number) for number in numbers]  # E
    two = [fetch(number) for number in numbers]  # E
    three = [fetch(number) for number in numbers]  # E
    four = [fetch(number) for number in numbers]  # E
    five = [fetch(number) for number in numbers]  # E
    six = [fetch(number) for number in numbers]  # E
    if one:
        use(1)
    while not two:
        use(2)
    for _ in three:
        use(3)
    for unread in four:
        use(4)
    assert five
    return len(six)


def at_once(numbers: list[int]) -> object:
    for _ in map(fetch, numbers):  # E
        use(1)
    for unread in [fetch(number) for number in numbers]:  # E
        use(1)
    if [fetch(1)]:  # E
        use(1)
    return len([fetch(number) for number in numbers])  # E


def handed_on(numbers: list[int], unknown: Any) -> Iterator[object]:
    one = [fetch(number) for number in numbers]
    use(one)
    two = [fetch(number) for number in numbers]
    yield two
    three = [fetch(number) for number in numbers]
    four = three
    yield [four]
    five = [fetch(number) for number in numbers]
    for promise in five:
        promise.catch(fail)
    six = [fetch(number) for number in numbers]
    unknown.attribute = six
    seven = [fetch(number) for number in numbers]
    unknown[0] = seven
    eight = [fetch(number) for number in numbers]
    use(*eight)
    nine = [fetch(number) for number in numbers]
    use(nine[0])
    ten = [fetch(number) for number in numbers]
    ten.pop().catch(fail)
    eleven = [fetch(number) for number in numbers]
    yield Promise.all(eleven)
    twelve = {number: fetch(number) for number in numbers}
    yield Promise.all(list(twelve.values()))
    thirteen = map(fetch, numbers)
    yield from thirteen
    fourteen = (fetch(number) for number in numbers)
    Promise.all(fourteen).catch(fail)
    fifteen = fetch_all()
    if fifteen:
        use(1)
    sixteen = [fetch(number) for number in numbers]
    seventeen = sixteen or None
    use(seventeen)
    eighteen = [fetch(number) for number in numbers]
    nineteen = eighteen + fetch_all()
    use(nineteen)
    pending: set[Promise[str]] = set()
    twenty = fetch(1)
    pending.add(twenty)
    twenty.finally_(lambda: pending.discard(twenty)).catch(fail)


def handled(numbers: list[int], given: list[Promise[str]], other: Promise[str]) -> int:
    one = [fetch(number).catch(fail) for number in numbers]
    two = [other]
    three = [fetch(number) and number for number in numbers]
    four = []
    for number in numbers:
        four.append(fetch(number).then(len).catch(fail))
    five = [number for number in numbers]
    six = [promise for promise in given]
    seven = list(given)
    eight = [lambda: fetch(1)]
    nine = list(map(lambda number: fetch(number).catch(fail), numbers))
    _ = [fetch(1)]
    _ten = [fetch(1)]
    eleven = [print]
    given.append(fetch(1))
    promise = fetch(1)
    twelve: list[Promise[str | None]] = []
    promise.catch(fail)
    thirteen = [promise]
    fourteen: list[Promise[str]] = []
    for number in numbers:
        use(number)
    fifteen = {fetch(1): 2}
    sixteen = [Body().promises[0], Body().queue.pop("one")[0]]
    if given:
        use(1)
    for _promise in given:
        use(1)
    for promise in map(fetch, numbers):
        use(promise)
    return len(four) + len(given)


def shared() -> Callable[[], int]:
    promises: list[Promise[str]] = []

    def start() -> None:
        nonlocal promises
        promises = [fetch(1)]

    start()
    return lambda: len(promises)


def everything() -> dict[str, object]:
    promises = [fetch(1)]
    return locals()


def in_a_global() -> None:
    global collected
    collected = [fetch(1)]


async def awaits() -> None:
    promises = [fetch(1)]
    for promise in promises:
        await promise
    results = [await fetch(number) for number in range(3)]


def ignored() -> None:
    promises = [fetch(1)]  # type: ignore[promise-collection]
