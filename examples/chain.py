"""A chain whose types survive it: no annotation after the first line, and no Any.

`typedpromise types examples/chain.py` shows what a checker knows after each link.
"""

from __future__ import annotations

from dataclasses import dataclass

from typedpromise import Promise


@dataclass
class User:
    """Somebody with a name and, maybe, an age."""

    name: str
    age: int | None


async def fetch_user(number: int) -> User:
    """Pretend to ask a service."""
    return User(f"user {number}", number)


def load_user(number: int) -> Promise[User]:
    """Return a promise of the user with this number."""
    return Promise.resolve(number).then(fetch_user)


def greeting(number: int) -> Promise[str]:
    """Return a promise of the line to show."""
    return (
        load_user(number)
        .then(lambda user: user.age)
        .then(lambda age: f"{age} years" if age else "of unknown age")
        .catch(KeyError, lambda error: f"nobody has number {error.args[0]}")
    )


def both(number: int) -> Promise[tuple[User, str]]:
    """Return a promise of the user and the line, one type each."""
    return Promise.all(load_user(number), greeting(number))


if __name__ == "__main__":
    print(both(7).then(lambda pair: f"{pair[0].name}: {pair[1]}").get(timeout=1))
