"""Values that `finally_` handlers return for nobody (`# E`), and handlers that return none or a promise."""

import asyncio
from typing import Any

from typedpromise import Promise


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


def flush() -> Promise[None]:
    raise NotImplementedError


async def aflush() -> None: ...
def close() -> None: ...
def release() -> bool:
    raise NotImplementedError


def fail(error: Exception) -> None: ...


def shared() -> int:
    return 1


closed = False


def bad() -> Promise[str]:
    def value() -> str:
        close()
        return "closed"  # E

    def on_some_path() -> bool | None:
        if closed:
            return True  # E
        close()
        return None

    fetch(1).finally_(value).catch(fail)
    fetch(1).finally_(on_some_path).catch(fail)
    fetch(1).finally_(lambda: 1).catch(fail)  # E
    fetch(1).finally_(lambda: closed).catch(fail)  # E
    return fetch(1).finally_(lambda: (1, "two"))  # E


def good(unknown: Any) -> Promise[str]:
    def nothing() -> None:
        if closed:
            return
        close()

    def promise() -> Promise[None]:
        close()
        return flush()

    def maybe() -> Promise[None] | None:
        return flush() if closed else None

    def task() -> asyncio.Future[None]:
        return asyncio.ensure_future(aflush())

    def of_any_type() -> object:
        return unknown()

    def used_elsewhere() -> int:
        return 1

    async def coroutine() -> int:
        return 1

    fetch(1).finally_(nothing).catch(fail)
    fetch(1).finally_(promise).catch(fail)
    fetch(1).finally_(maybe).catch(fail)
    fetch(1).finally_(task).catch(fail)
    fetch(1).finally_(of_any_type).catch(fail)
    fetch(1).finally_(used_elsewhere).catch(fail)
    fetch(1).finally_(coroutine).catch(fail)
    fetch(1).finally_(shared).catch(fail)
    fetch(1).finally_(release).catch(fail)
    fetch(1).finally_(unknown).catch(fail)
    fetch(1).finally_(lambda: None).catch(fail)
    fetch(1).finally_(lambda: close()).catch(fail)
    fetch(1).finally_(lambda: release()).catch(fail)
    fetch(1).finally_(lambda: (close(), release())).catch(fail)
    fetch(1).finally_(lambda: closed or release()).catch(fail)
    fetch(1).then(lambda text: 1).catch(fail)
    print(used_elsewhere())
    return fetch(1).finally_(flush)
