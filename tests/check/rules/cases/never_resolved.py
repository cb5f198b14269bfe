"""Executors with an end that leaves the promise pending (`# E`), and executors without."""

import enum
import threading
from collections.abc import Callable
from typing import Any, NoReturn

from typedpromise import Promise

Resolve = Callable[[int], None]
Reject = Callable[[Exception], None]


class Color(enum.Enum):
    RED = 1
    BLUE = 2


def load() -> int:
    raise NotImplementedError


def fetch() -> Promise[int]:
    raise NotImplementedError


def log(*text: object) -> None: ...
def fail() -> NoReturn: ...
def yes() -> bool:
    raise NotImplementedError


def subscribe(callback: Callable[..., None]) -> None: ...


# On some path.
def if_only(resolve: Resolve, reject: Reject) -> None:  # E
    if yes():
        resolve(1)


def elif_only(resolve: Resolve, reject: Reject) -> None:  # E
    if yes():
        resolve(1)
    elif yes():
        reject(ValueError())


def early(resolve: Resolve, reject: Reject) -> None:
    if yes():
        return  # E
    resolve(1)


def early_none(resolve: Resolve, reject: Reject) -> None:
    if yes():
        return None  # E
    return resolve(1)


def logs_the_error(resolve: Resolve, reject: Reject) -> None:  # E
    try:
        resolve(load())
    except ValueError as error:
        log(error)


def logs_and_returns(resolve: Resolve, reject: Reject) -> None:
    try:
        number = load()
    except ValueError as error:
        log(error)
        return  # E
    resolve(number)


def search(resolve: Resolve, reject: Reject) -> None:  # E
    for number in range(3):
        if number == load():
            resolve(number)
            return


def shorthand(resolve: Resolve, reject: Reject) -> None:  # E
    yes() and resolve(1)


def defines_only(resolve: Resolve, reject: Reject) -> None:  # E
    def done() -> None:
        resolve(1)

    if yes():
        subscribe(done)


def some_case(resolve: Resolve, reject: Reject) -> None:  # E
    match load():
        case 1:
            resolve(1)
        case _:
            log("another")


def on_no_path(resolve: Resolve, reject: Reject) -> None:  # E
    log("started")


def bad() -> list[Promise[int]]:
    return [
        Promise(if_only),
        Promise(elif_only),
        Promise(early),
        Promise(early_none),
        Promise(logs_the_error),
        Promise(logs_and_returns),
        Promise(search),
        Promise(shorthand),
        Promise(defines_only),
        Promise(some_case),
        Promise(on_no_path),
        Promise(lambda resolve, reject: log("started")),  # E
    ]


# On every path.
def straight(resolve: Resolve, reject: Reject) -> None:
    log("started")
    resolve(1)


def branches(resolve: Resolve, reject: Reject) -> None:
    if yes():
        resolve(1)
    elif yes():
        raise ValueError
    elif yes():
        fail()
    elif yes():
        subscribe(resolve)
    else:
        reject(ValueError())


def by_class(resolve: Resolve, reject: Reject, answer: int | Exception = 1) -> None:
    if isinstance(answer, int):
        resolve(answer)
    elif isinstance(answer, Exception):
        reject(answer)


def by_member(resolve: Resolve, reject: Reject, color: Color = Color.RED) -> None:
    if color is Color.RED:
        resolve(1)
    elif color is Color.BLUE:
        reject(ValueError())


def by_match(resolve: Resolve, reject: Reject, color: Color = Color.RED) -> None:
    match color:
        case Color.RED:
            resolve(1)
        case Color.BLUE:
            reject(ValueError())


def guarded(resolve: Resolve, reject: Reject) -> None:
    try:
        resolve(load())
    except Exception as error:
        reject(error)


def raises_again(resolve: Resolve, reject: Reject) -> None:
    try:
        number = load()
    except ValueError as error:
        log(error)
        raise
    else:
        resolve(number)


def in_finally(resolve: Resolve, reject: Reject) -> None:
    try:
        log("started")
    finally:
        resolve(1)


def race(resolve: Resolve, reject: Reject) -> None:
    for promise in (fetch(), fetch()):
        promise.then(resolve, reject)


def search_with_else(resolve: Resolve, reject: Reject) -> None:
    for number in range(3):
        if number == load():
            resolve(number)
            break
    else:
        reject(LookupError())


def polling(resolve: Resolve, reject: Reject) -> None:
    while True:
        if yes():
            resolve(1)
            return


def in_with(resolve: Resolve, reject: Reject) -> None:
    with threading.Lock():
        resolve(load())


def walrus(resolve: Resolve, reject: Reject) -> None:
    if (number := load()) > 1:
        resolve(number)
    else:
        reject(ValueError())


def keeps(resolve: Resolve, reject: Reject) -> None:
    Api.waiting.append(resolve)


def assigns(resolve: Resolve, reject: Reject) -> None:
    Api.done = resolve


def with_lambda(resolve: Resolve, reject: Reject) -> None:
    subscribe(lambda: resolve(1))


def with_callback(resolve: Resolve, reject: Reject) -> None:
    def done() -> None:
        resolve(1)

    subscribe(done)


def with_callbacks(resolve: Resolve, reject: Reject) -> None:
    def done() -> None:
        resolve(1)

    def wait() -> None:
        subscribe(done if yes() else wait)

    wait()


def with_decorator(resolve: Resolve, reject: Reject) -> None:
    @subscribe
    def done() -> None:
        resolve(1)


def with_class(resolve: Resolve, reject: Reject) -> None:
    class Handler(Api):
        def on_data(self) -> None:
            resolve(1)


def with_default(resolve: Resolve, reject: Reject) -> None:
    def done(callback: Resolve = resolve) -> None:
        callback(1)

    log(done)


def with_list(resolve: Resolve, reject: Reject) -> None:
    log([promise.then(resolve, reject) for promise in (fetch(), fetch())])


def any_arguments(*functions: Callable[..., None]) -> None:
    functions[0](1)


def only_raises(resolve: Resolve, reject: Reject) -> None:
    raise ValueError


def reassigned(resolve: Resolve, reject: Reject) -> None:
    resolve = log
    resolve(1)


# Pending is what is meant.
def nothing(resolve: Resolve, reject: Reject) -> None: ...


def a_pass(resolve: Resolve, reject: Reject) -> None:
    """Never."""
    pass


def underscores(_resolve: Resolve, _reject: Reject) -> None:
    log("started")


async def coroutine(resolve: Resolve, reject: Reject) -> None:
    log("started")


def returns_value(resolve: Resolve, reject: Reject) -> int:
    return load()


class Api:
    waiting: list[Resolve] = []
    done: Resolve

    def begin(self, resolve: Resolve, reject: Reject) -> None:
        log("started")


def not_an_executor(resolve: Resolve, reject: Reject) -> None:
    log("started")


def good(api: Api, unknown: Any) -> list[Promise[int]]:
    return [
        Promise(straight),
        Promise(branches),
        Promise(by_class),
        Promise(by_member),
        Promise(by_match),
        Promise(guarded),
        Promise(raises_again),
        Promise(in_finally),
        Promise(race),
        Promise(search_with_else),
        Promise(polling),
        Promise(in_with),
        Promise(walrus),
        Promise(keeps),
        Promise(assigns),
        Promise(with_lambda),
        Promise(with_callback),
        Promise(with_callbacks),
        Promise(with_decorator),
        Promise(with_class),
        Promise(with_default),
        Promise(with_list),
        Promise(any_arguments),
        Promise(only_raises),
        Promise(reassigned),
        Promise(nothing),
        Promise(a_pass),
        Promise(underscores),
        Promise(coroutine),
        Promise(returns_value),
        Promise(api.begin),
        Promise(unknown),
        Promise(lambda resolve, reject: None),
        Promise(lambda _, __: log("started")),
        Promise(lambda resolve, reject: resolve(1)),
        Promise(lambda resolve, reject: reject(ValueError())),
        Promise(lambda resolve, reject: subscribe(resolve)),
        Promise(lambda resolve, reject: fail()),
        Promise(lambda resolve, reject: 1),
    ]
