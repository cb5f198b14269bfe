# `promise.promise`: the class and its overloads.
#
# - `Promise` is covariant, as what is read from it is; `do_resolve`, by which it is written too, is refused by value only.
# - What a handler returns has one form for mypy, a recursive alias, for which it infers from what can be awaited first
#   and from a plain value after that; every further overload costs a factor for each level of nested lambdas there.
#   Other checkers need two forms: something to wait for, or maybe a plain value.
# - 2.3 waits for promises, coroutines and for what has `add_done_callback`. `Awaitable` stands for these:
#   a class of one's own that has no more than `__await__` would be passed on as it is.
# - The type variables of results default to Never, so that a handler which only raises adds nothing.

import asyncio
from collections.abc import Awaitable, Callable, Collection, Coroutine, Generator, Iterable, Mapping, MutableMapping
from concurrent.futures import Future
from types import TracebackType
from typing import Any, Generic, Literal, Protocol, TypeVar as _PlainTypeVar, overload, type_check_only

from typing_extensions import Never, ParamSpec, TypeAlias, TypeIs, TypeVar, deprecated

from promise.async_ import Async
from promise.schedulers.immediate import ImmediateScheduler

# mypy takes a condition of this name for true, the others see that it is false.
MYPY: Literal[False]

T = _PlainTypeVar("T")
S = _PlainTypeVar("S", contravariant=True)

_P = ParamSpec("_P")
_K = TypeVar("_K")
_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_U = TypeVar("_U", default=Never)
_V = TypeVar("_V", default=Never)
_A = TypeVar("_A")
_B = TypeVar("_B")
_C = TypeVar("_C")

_Later: TypeAlias = Awaitable[_T] | Future[_T]
_MaybeLater: TypeAlias = _T | Awaitable[_T] | Future[_T]
_Nested: TypeAlias = _T | Awaitable[_Nested[_T]] | Future[_T]

# Any: what handlers return that nobody waits for, and what a handler of a list of them may be given.
_Handler: TypeAlias = Callable[[_T], Any]
_Handlers: TypeAlias = (
    _Handler[_T]
    | tuple[_Handler[_T] | None, _Handler[Exception] | None]
    # "success" and "failure"; other keys are ignored
    | dict[str, Callable[[Any], Any] | None]
)

# What `schedulers` have, and what a scheduler of one's own has to have.
@type_check_only
class _Scheduler(Protocol):
    def call(self, fn: Callable[[], object], /) -> object: ...
    def wait(self, promise: Promise[Any], timeout: float | None = None, /) -> object: ...

@type_check_only
class _Reject(Protocol):
    def __call__(self, reason: Exception, traceback: TracebackType | None = None) -> None: ...

# `is_thenable` asks the class for no more than `add_done_callback`.
@type_check_only
class _FutureLike(Protocol):
    def add_done_callback(self, fn: Any, /) -> object: ...  # Any: the callback takes the future itself

_Thenable: TypeAlias = Promise[Any] | Coroutine[Any, Any, Any] | _FutureLike

default_scheduler: _Scheduler
async_instance: Async

def get_default_scheduler() -> _Scheduler: ...
def set_default_scheduler(scheduler: _Scheduler) -> None: ...

IS_PYTHON2: bool
DEFAULT_TIMEOUT: float | None
MAX_LENGTH: int
CALLBACK_SIZE: int
CALLBACK_FULFILL_OFFSET: int
CALLBACK_REJECT_OFFSET: int
CALLBACK_PROMISE_OFFSET: int
BASE_TYPES: set[type]
STATE_PENDING: int
STATE_REJECTED: int
STATE_FULFILLED: int

def make_self_resolution_error() -> TypeError: ...
def try_catch(
    handler: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs
) -> tuple[_T, None] | tuple[None, tuple[Exception, TracebackType | None]]: ...

class Promise(Generic[_T_co]):
    # No overloads, or mypy would not tell plugins of the class methods.
    def __init__(
        self,
        executor: Callable[[Callable[[_MaybeLater[_T_co]], None], _Reject], object] | None = None,
        scheduler: _Scheduler | None = None,
    ) -> None: ...
    @property
    def scheduler(self) -> _Scheduler: ...
    @property
    def future(self) -> asyncio.Future[_T_co]: ...
    # Any: what is yielded to the event loop, and sent back, is between the loop and the future (as in typeshed).
    # For `yield from`: a `for` statement would be given the future.
    def __iter__(self) -> Generator[Any, Any, _T_co]: ...
    def __await__(self) -> Generator[Any, Any, _T_co]: ...
    # Written through a promise of this very type; through one of a wider type a wider value gets by, as in a list
    # that was passed on as a Sequence.
    def do_resolve(self, value: _MaybeLater[_T_co]) -> None: ...  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    def fulfill(self, value: _MaybeLater[_T_co]) -> None: ...  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    def do_reject(
        self, reason: Exception, synchronous: bool = False, traceback: TracebackType | None = None
    ) -> None: ...
    @classmethod
    def wait(cls, promise: Promise[Any], timeout: float | None = None) -> None: ...
    def get(self, timeout: float | None = None) -> _T_co: ...
    # Both are the same: the value, the error of a rejected promise, and None of a pending one.
    @property
    def value(self) -> _T_co | Exception | None: ...
    @property
    def reason(self) -> _T_co | Exception | None: ...
    @property
    def is_pending(self) -> bool: ...
    @property
    def is_fulfilled(self) -> bool: ...
    @property
    def is_rejected(self) -> bool: ...

    # `then` and `all` have the forms for mypy last, because pyright sees both branches, and takes the first that fits;
    # what is no overload for mypy has them first, because pyright takes the last definition.
    if not MYPY:
        @overload
        def then(self, did_fulfill: Callable[[_T_co], _Later[_U]], did_reject: None = None) -> Promise[_U]: ...
        @overload
        def then(self, did_fulfill: Callable[[_T_co], _MaybeLater[_U]], did_reject: None = None) -> Promise[_U]: ...
        @overload
        def then(
            self, did_fulfill: None, did_reject: Callable[[Exception], _Later[_V]]
        ) -> Promise[_T_co | _V]: ...
        @overload
        def then(
            self, did_fulfill: None, did_reject: Callable[[Exception], _MaybeLater[_V]]
        ) -> Promise[_T_co | _V]: ...
        @overload
        def then(
            self, did_fulfill: Callable[[_T_co], _Later[_U]], did_reject: Callable[[Exception], _Later[_V]]
        ) -> Promise[_U | _V]: ...
        @overload
        def then(
            self, did_fulfill: Callable[[_T_co], _Later[_U]], did_reject: Callable[[Exception], _MaybeLater[_V]]
        ) -> Promise[_U | _V]: ...
        @overload
        def then(
            self, did_fulfill: Callable[[_T_co], _MaybeLater[_U]], did_reject: Callable[[Exception], _Later[_V]]
        ) -> Promise[_U | _V]: ...
        @overload
        def then(
            self, did_fulfill: Callable[[_T_co], _MaybeLater[_U]], did_reject: Callable[[Exception], _MaybeLater[_V]]
        ) -> Promise[_U | _V]: ...
        @overload
        def then(
            self, did_fulfill: None = None, *, did_reject: Callable[[Exception], _Later[_V]]
        ) -> Promise[_T_co | _V]: ...
        @overload
        def then(
            self, did_fulfill: None = None, *, did_reject: Callable[[Exception], _MaybeLater[_V]]
        ) -> Promise[_T_co | _V]: ...
        # Last, because pyrefly takes the first overload for a handler it has not typed yet.
        @overload
        def then(self, did_fulfill: None = None, did_reject: None = None) -> Promise[_T_co]: ...
    else:
        @overload
        def then(
            self, did_fulfill: Callable[[_T_co], _Nested[_U]], did_reject: None = None
        ) -> Promise[_U]: ...
        @overload
        def then(
            self, did_fulfill: Callable[[_T_co], _Nested[_U]], did_reject: Callable[[Exception], _Nested[_V]]
        ) -> Promise[_U | _V]: ...
        @overload
        def then(
            self, did_fulfill: None, did_reject: Callable[[Exception], _Nested[_V]]
        ) -> Promise[_T_co | _V]: ...
        @overload
        def then(
            self, did_fulfill: None = None, *, did_reject: Callable[[Exception], _Nested[_V]]
        ) -> Promise[_T_co | _V]: ...
        # Not with one argument: a form for `then(None)` would be tried for each nested lambda.
        @overload
        def then(self) -> Promise[_T_co]: ...
        @overload
        def then(self, did_fulfill: None, did_reject: None) -> Promise[_T_co]: ...

    if MYPY:
        def catch(self, on_rejection: Callable[[Exception], _Nested[_V]]) -> Promise[_T_co | _V]: ...
    else:
        @overload
        def catch(self, on_rejection: Callable[[Exception], _Later[_V]]) -> Promise[_T_co | _V]: ...
        @overload
        def catch(self, on_rejection: Callable[[Exception], _MaybeLater[_V]]) -> Promise[_T_co | _V]: ...

    def done(
        self, did_fulfill: _Handler[_T_co] | None = None, did_reject: _Handler[Exception] | None = None
    ) -> None: ...
    def done_all(self, handlers: Iterable[_Handlers[_T_co]] | None = None) -> None: ...
    @overload
    def then_all(self, handlers: Iterable[Callable[[_T_co], _Later[_U]]]) -> list[Promise[_U]]: ...
    @overload
    def then_all(self, handlers: Iterable[Callable[[_T_co], _MaybeLater[_U]]]) -> list[Promise[_U]]: ...
    # Any: a pair or a dict of handlers may give anything.
    @overload
    def then_all(self, handlers: Iterable[_Handlers[_T_co]] | None = None) -> list[Promise[Any]]: ...
    @classmethod
    def reject(cls, reason: Exception) -> Promise[Never]: ...
    @classmethod
    def rejected(cls, reason: Exception) -> Promise[Never]: ...

    if not MYPY:
        # It would be iterated over, and be a promise of keys, or of letters.
        @overload
        @classmethod
        @deprecated("all() takes a collection of promises: for a dict write all(mapping.values()) or for_dict(mapping)")
        def all(cls, promises: Mapping[Any, Any] | str | bytes) -> Promise[list[Any]]: ...
        @overload
        @classmethod
        def all(cls, promises: Collection[_Later[_U]]) -> Promise[list[_U]]: ...
        @overload
        @classmethod
        def all(cls, promises: Collection[_Nested[_U]]) -> Promise[list[_U]]: ...
    else:
        # A tuple by its length, because mypy would join its items; three, because every list pays for each.
        @overload
        @classmethod
        def all(cls, promises: tuple[_Nested[_A], _Nested[_B]]) -> Promise[list[_A | _B]]: ...
        @overload
        @classmethod
        def all(cls, promises: tuple[_Nested[_A], _Nested[_B], _Nested[_C]]) -> Promise[list[_A | _B | _C]]: ...
        @overload
        @classmethod
        def all(cls, promises: Collection[_Nested[_U]]) -> Promise[list[_U]]: ...

    if MYPY:
        @classmethod
        def resolve(cls, obj: _Nested[_U]) -> Promise[_U]: ...
        @classmethod
        def cast(cls, obj: _Nested[_U]) -> Promise[_U]: ...
        @classmethod
        def fulfilled(cls, obj: _Nested[_U]) -> Promise[_U]: ...
        @classmethod
        def promisify(cls, f: Callable[_P, _Nested[_U]]) -> Callable[_P, Promise[_U]]: ...
        @classmethod
        def safe(cls, fn: Callable[_P, _Nested[_U]]) -> Callable[_P, Promise[_U]]: ...
        @classmethod
        def for_dict(cls, m: Mapping[_K, _Nested[_U]]) -> Promise[dict[_K, _U]]: ...
    else:
        @overload
        @classmethod
        def resolve(cls, obj: Awaitable[_Later[_U]]) -> Promise[_U]: ...
        @overload
        @classmethod
        def resolve(cls, obj: _Later[_U]) -> Promise[_U]: ...
        @overload
        @classmethod
        def resolve(cls, obj: _MaybeLater[_U]) -> Promise[_U]: ...
        @overload
        @classmethod
        def cast(cls, obj: Awaitable[_Later[_U]]) -> Promise[_U]: ...
        @overload
        @classmethod
        def cast(cls, obj: _Later[_U]) -> Promise[_U]: ...
        @overload
        @classmethod
        def cast(cls, obj: _MaybeLater[_U]) -> Promise[_U]: ...
        @overload
        @classmethod
        def fulfilled(cls, obj: Awaitable[_Later[_U]]) -> Promise[_U]: ...
        @overload
        @classmethod
        def fulfilled(cls, obj: _Later[_U]) -> Promise[_U]: ...
        @overload
        @classmethod
        def fulfilled(cls, obj: _MaybeLater[_U]) -> Promise[_U]: ...
        @overload
        @classmethod
        def promisify(cls, f: Callable[_P, _Later[_U]]) -> Callable[_P, Promise[_U]]: ...
        @overload
        @classmethod
        def promisify(cls, f: Callable[_P, _MaybeLater[_U]]) -> Callable[_P, Promise[_U]]: ...
        @overload
        @classmethod
        def safe(cls, fn: Callable[_P, _Later[_U]]) -> Callable[_P, Promise[_U]]: ...
        @overload
        @classmethod
        def safe(cls, fn: Callable[_P, _MaybeLater[_U]]) -> Callable[_P, Promise[_U]]: ...
        @overload
        @classmethod
        def for_dict(cls, m: Mapping[_K, _Later[_U]]) -> Promise[dict[_K, _U]]: ...
        @overload
        @classmethod
        def for_dict(cls, m: Mapping[_K, _Nested[_U]]) -> Promise[dict[_K, _U]]: ...

    @classmethod
    def is_thenable(cls, obj: object) -> TypeIs[_Thenable]: ...
    # Not public, but a scheduler of one's own cannot be written without it.
    def _then(
        self, did_fulfill: _Handler[_T_co] | None = None, did_reject: _Handler[Exception] | None = None
    ) -> Promise[Any]: ...

_type_done_callbacks: MutableMapping[type, bool]

def is_future_like(_type: type) -> bool: ...

if MYPY:
    def promisify(f: Callable[_P, _Nested[_U]]) -> Callable[_P, Promise[_U]]: ...
    def promise_for_dict(m: Mapping[_K, _Nested[_U]]) -> Promise[dict[_K, _U]]: ...

else:
    @overload
    def promisify(f: Callable[_P, _Later[_U]]) -> Callable[_P, Promise[_U]]: ...
    @overload
    def promisify(f: Callable[_P, _MaybeLater[_U]]) -> Callable[_P, Promise[_U]]: ...
    @overload
    def promise_for_dict(m: Mapping[_K, _Later[_U]]) -> Promise[dict[_K, _U]]: ...
    @overload
    def promise_for_dict(m: Mapping[_K, _Nested[_U]]) -> Promise[dict[_K, _U]]: ...

def is_thenable(obj: object) -> TypeIs[_Thenable]: ...
