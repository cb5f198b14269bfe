"""Calls that come too late (`# E`), and calls of which only one is made."""

import contextlib
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from typedpromise import Promise

Resolve = Callable[[int], None]
Reject = Callable[[Exception], None]


def load() -> int:
    raise NotImplementedError


def log() -> None: ...
def fail() -> NoReturn: ...
def yes() -> bool:
    raise NotImplementedError


def subscribe(callback: Callable[..., None]) -> None: ...


def straight(resolve: Resolve, reject: Reject) -> None:
    resolve(1)
    resolve(2)  # E


def both(resolve: Resolve, reject: Reject) -> None:
    resolve(1)
    log()
    reject(ValueError())  # E


def without_return(resolve: Resolve, reject: Reject) -> None:
    if yes():
        reject(ValueError())
    resolve(1)  # E


def after_both_branches(resolve: Resolve, reject: Reject) -> None:
    if yes():
        resolve(1)
    else:
        reject(ValueError())
    resolve(2)  # E


def before_branches(resolve: Resolve, reject: Reject) -> None:
    resolve(1)
    if yes():
        resolve(2)  # E
    else:
        reject(ValueError())  # E


def in_handler(resolve: Resolve, reject: Reject) -> None:
    try:
        number = load()
    except ValueError as error:
        reject(error)
        number = 0
    resolve(number)  # E


def in_finally(resolve: Resolve, reject: Reject) -> None:
    try:
        resolve(load())
    finally:
        resolve(0)  # E


def return_through_finally(resolve: Resolve, reject: Reject) -> None:
    try:
        return resolve(load())
    finally:
        resolve(0)  # E


def in_for(resolve: Resolve, reject: Reject) -> None:
    for number in range(3):
        resolve(number)  # E


def in_for_with_branches(resolve: Resolve, reject: Reject) -> None:
    for number in range(3):
        if yes():
            resolve(number)  # E
        else:
            reject(ValueError())  # E


def in_while_true(resolve: Resolve, reject: Reject) -> None:
    while True:
        resolve(load())  # E


def after_loop(resolve: Resolve, reject: Reject) -> None:
    for number in range(3):
        if number == load():
            reject(ValueError())
    resolve(1)  # E


def after_break(resolve: Resolve, reject: Reject) -> None:
    for number in range(3):
        if number == load():
            reject(ValueError())
            break
    resolve(1)  # E


def in_with(resolve: Resolve, reject: Reject) -> None:
    with contextlib.suppress(ValueError):
        resolve(load())
    reject(ValueError())  # E


def in_match(resolve: Resolve, reject: Reject) -> None:
    match load():
        case 1:
            reject(ValueError())
        case _:
            log()
    resolve(1)  # E


def in_callback(resolve: Resolve, reject: Reject) -> None:
    def callback(error: Exception | None, number: int) -> None:
        if error is not None:
            reject(error)
        resolve(number)  # E

    subscribe(callback)


def many(renamed: Resolve, other: Reject) -> None:
    renamed(1)
    other(ValueError())  # E


def bad() -> list[Promise[int]]:
    return [
        Promise(straight),
        Promise(straight),
        Promise(both),
        Promise(without_return),
        Promise(after_both_branches),
        Promise(before_branches),
        Promise(in_handler),
        Promise(in_finally),
        Promise(return_through_finally),
        Promise(in_for),
        Promise(in_for_with_branches),
        Promise(in_while_true),
        Promise(after_loop),
        Promise(after_break),
        Promise(in_with),
        Promise(in_match),
        Promise(in_callback),
        Promise(many),
        Promise(lambda resolve, reject: (resolve(1), resolve(2))),  # E
        Promise(lambda resolve, reject: subscribe(lambda: (resolve(1), log(), reject(ValueError())))),  # E
    ]


# One call only.
def one_branch(resolve: Resolve, reject: Reject) -> None:
    if yes():
        resolve(1)
    elif yes():
        resolve(2)
    else:
        reject(ValueError())


def early_return(resolve: Resolve, reject: Reject) -> None:
    if yes():
        reject(ValueError())
        return
    if yes():
        return resolve(1)
    resolve(2)


def early_raise(resolve: Resolve, reject: Reject) -> None:
    if yes():
        reject(ValueError())
        raise ValueError
    resolve(2)


def never_returns(resolve: Resolve, reject: Reject) -> None:
    if yes():
        reject(ValueError())
        fail()
    resolve(2)


def opposite_conditions(resolve: Resolve, reject: Reject, *, ok: bool = True) -> None:
    if ok:
        resolve(1)
    if not ok:
        reject(ValueError())


def try_except(resolve: Resolve, reject: Reject) -> None:
    try:
        resolve(load())
    except Exception as error:
        reject(error)


def try_with_more(resolve: Resolve, reject: Reject) -> None:
    try:
        resolve(load())
        log()
    except Exception as error:
        reject(error)
    finally:
        log()


def try_else(resolve: Resolve, reject: Reject) -> None:
    try:
        number = load()
    except ValueError as error:
        reject(error)
    else:
        resolve(number)


def try_return(resolve: Resolve, reject: Reject) -> None:
    try:
        return resolve(load())
    except ValueError:
        log()
    reject(ValueError())


def break_after(resolve: Resolve, reject: Reject) -> None:
    for number in range(3):
        resolve(number)
        break
    else:
        reject(ValueError())


def return_in_loop(resolve: Resolve, reject: Reject) -> None:
    for number in range(3):
        if yes():
            resolve(number)
            return
    reject(ValueError())


def some_items(resolve: Resolve, reject: Reject) -> None:
    for number in range(3):
        if yes():
            resolve(number)


def retry(resolve: Resolve, reject: Reject) -> None:
    while True:
        try:
            resolve(load())
            return
        except ValueError:
            continue


def polling(resolve: Resolve, reject: Reject) -> None:
    done = False
    while not done:
        if yes():
            resolve(load())
            done = True


def matching(resolve: Resolve, reject: Reject) -> None:
    match load():
        case 1:
            resolve(1)
        case 2 if yes():
            resolve(2)
        case _:
            reject(ValueError())


def callbacks(resolve: Resolve, reject: Reject) -> None:
    def on_value(number: int) -> None:
        resolve(number)

    def on_error(error: Exception) -> None:
        reject(error)

    subscribe(on_value)
    subscribe(on_error)


def race(resolve: Resolve, reject: Reject) -> None:
    for source in (Promise.resolve(1), Promise.resolve(2)):
        source.then(resolve, reject)


def logged(resolve: Resolve, reject: Reject) -> None:
    resolve = wrap(resolve)
    resolve(1)
    resolve(2)


def wrap(function: Resolve) -> Resolve:
    raise NotImplementedError


def not_an_executor(resolve: Resolve, reject: Reject) -> None:
    resolve(1)
    resolve(2)


class Api:
    def begin(self, resolve: Resolve, reject: Reject) -> None:
        resolve(1)
        resolve(2)


def good(api: Api, unknown: Any, numbers: Iterable[int]) -> list[Promise[int]]:
    return [
        Promise(one_branch),
        Promise(early_return),
        Promise(early_raise),
        Promise(never_returns),
        Promise(opposite_conditions),
        Promise(try_except),
        Promise(try_with_more),
        Promise(try_else),
        Promise(try_return),
        Promise(break_after),
        Promise(return_in_loop),
        Promise(some_items),
        Promise(retry),
        Promise(polling),
        Promise(matching),
        Promise(callbacks),
        Promise(race),
        Promise(logged),
        Promise(api.begin),
        Promise(unknown),
        Promise(lambda resolve, reject: resolve(1)),
        Promise(lambda resolve, reject: resolve(1) if yes() else reject(ValueError())),
        Promise(lambda resolve, reject: yes() and resolve(1) or reject(ValueError())),
        Promise(lambda resolve, reject: [resolve(number) for number in numbers]),
    ]
