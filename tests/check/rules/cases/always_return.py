"""Handlers that forget to return what the next handler reads (`# E`), and handlers that need not, or do."""

import sys
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from typedpromise import Promise


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


def use(*values: object) -> None: ...
def fail(error: Exception) -> None: ...
def give_up() -> NoReturn:
    raise SystemExit


def returns_nothing(text: str) -> None:
    use(text)


def returns_on_some(text: str) -> Any:
    if text:
        return 1


def returns_early(text: str) -> Any:
    if not text:
        return
    return 1


def loses_in_except(text: str) -> Any:
    try:
        return int(text)
    except ValueError as error:
        fail(error)


def loses_in_loop(text: str) -> Any:
    for letter in text:
        if letter == "a":
            return letter


async def forgets_later(text: str) -> Any:
    use(text)


def returns_one(text: str) -> int:
    return 1


def returns_none(text: str) -> None:
    return None


def raises(text: str) -> int:
    if text:
        return 1
    raise ValueError


def ends(text: str) -> int:
    if text:
        return 1
    give_up()


def exits(text: str) -> int:
    if text:
        return 1
    sys.exit(1)


def loops(text: str) -> int:
    while True:
        if text:
            return 1


def tries(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        return 0
    finally:
        use(text)


def branches(text: str) -> int:
    match text:
        case "a":
            return 1
        case _:
            return 2


def nests(text: str) -> Callable[[], None]:
    def inner() -> None:
        use(text)

    return inner


def yields(text: str) -> Iterator[str]:
    yield text


def left_out(text: str) -> Any: ...


def decorated(function: Any) -> Any:
    return function


@decorated
def wrapped(text: str) -> Any:
    use(text)


def reads(value: Any) -> None:
    use(value)


def reads_none(value: None) -> None:
    use(value)


def reads_anything(value: object) -> None:
    use(value)


def reads_maybe(value: int | None) -> None:
    use(value)


def reads_nothing(value: Any) -> None:
    use(1)


def takes_nothing(*values: object) -> None:
    use(values)


def bad() -> None:
    fetch(1).then(returns_nothing).then(lambda value: use(value)).done()  # E
    fetch(1).then(returns_nothing).then(reads).done()  # E
    fetch(1).then(returns_nothing, fail).then(reads, fail).done()  # E
    fetch(1).then(returns_nothing).catch(fail).finally_(print).then(reads).done()  # E
    fetch(1).then(returns_on_some).then(reads).done()  # E
    fetch(1).then(returns_on_some).then(reads_maybe).then(len).done()
    fetch(1).then(returns_early).then(reads).done()  # E
    fetch(1).then(loses_in_except).then(reads).done()  # E
    fetch(1).then(loses_in_loop).then(lambda value: use(value)).done()  # E
    fetch(1).then(forgets_later).then(lambda value: use(value)).done()  # E
    fetch(1).then(raises).then(returns_on_some).then(reads).done()  # E

    def local(text: str) -> Any:
        use(text)

    fetch(1).then(local).then(lambda value: value).done()  # E


def good(unknown: Any) -> None:
    fetch(1).then(returns_nothing).then(lambda _: use(1)).done()
    fetch(1).then(returns_nothing).then(lambda _value: use(_value)).done()
    fetch(1).then(returns_nothing).then(lambda value: use(1)).done()
    fetch(1).then(returns_nothing).then(reads_none).done()
    fetch(1).then(returns_nothing).then(reads_anything).done()
    fetch(1).then(returns_nothing).then(reads_nothing).done()
    fetch(1).then(returns_nothing).then(takes_nothing).done()
    fetch(1).then(returns_nothing).then(use).done(reads_nothing)
    fetch(1).then(returns_nothing).catch(fail).done()
    fetch(1).then(returns_nothing).catch(reads).done()
    fetch(1).then(returns_nothing).then(None, reads).done()
    fetch(1).then(returns_nothing).then(unknown).done()
    fetch(1).then(returns_nothing).then(unknown.method).done()
    fetch(1).then(returns_nothing).delay(1).then(reads).done()
    fetch(1).then(returns_nothing).done()
    fetch(1).then(returns_one).then(reads).done()
    fetch(1).then(returns_none).then(reads).done()
    fetch(1).then(raises).then(reads).done()
    fetch(1).then(ends).then(reads).done()
    fetch(1).then(exits).then(reads).done()
    fetch(1).then(loops).then(reads).done()
    fetch(1).then(tries).then(reads).done()
    fetch(1).then(branches).then(reads).done()
    fetch(1).then(nests).then(reads).done()
    fetch(1).then(yields).then(reads).done()
    fetch(1).then(left_out).then(reads).done()
    fetch(1).then(wrapped).then(reads).done()
    fetch(1).then(unknown).then(reads).done()
    fetch(1).then(lambda text: use(text)).then(reads).done()
    unknown.then(returns_nothing).then(reads)


def ignored() -> None:
    fetch(1).then(returns_nothing).then(reads).done()  # type: ignore[always-return]
