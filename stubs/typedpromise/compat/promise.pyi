# The typed face of `typedpromise.compat.Promise`: the names of `promise` 2.3, typed as `typedpromise.Promise` is.
#
# What to write instead is said by PEP 702 at each name that 2.3 alone has, so that a checker leads the way out.
# `type: ignore[override]`: 2.3 made classmethods of what ECMAScript has as static functions, and `all` takes one list.

from asyncio import Future as AsyncioFuture
from collections.abc import Awaitable, Callable, Generator, Iterable, Mapping
from concurrent.futures import Future
from types import TracebackType
from typing import Any, Never, TypeAlias, overload

from typing_extensions import ParamSpec, TypeVar, deprecated

from typedpromise._promise import Promise as _Promise
from typedpromise._promise import _Reader
from typedpromise.compat.async_ import async_instance as async_instance
from typedpromise.errors import PromiseTimeoutError as PromiseTimeoutError

__all__ = [
    "Promise",
    "async_instance",
    "get_default_scheduler",
    "is_thenable",
    "promise_for_dict",
    "promisify",
    "set_default_scheduler",
]

_P = ParamSpec("_P")
_K = TypeVar("_K")
_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_U = TypeVar("_U", default=Never)
_V = TypeVar("_V", default=Never)
_E = TypeVar("_E", bound=BaseException)

# The module's own: it does not import `typing` at run time.
TYPE_CHECKING: bool

_Later: TypeAlias = Awaitable[_T] | Future[_T]
_MaybeLater: TypeAlias = _T | Awaitable[_T] | Future[_T]
_Nested: TypeAlias = _T | Awaitable[_Nested[_T]] | Future[_T]

# A function, a pair of them, or a dict with "success" and "failure"; Any: the dict's values are of two kinds.
_Handler: TypeAlias = (
    Callable[[_T], _MaybeLater[_U]]
    | tuple[Callable[[_T], _MaybeLater[_U]] | None, Callable[[Exception], _MaybeLater[_U]] | None]
    | dict[str, Any]
)

class Promise(_Promise[_T_co]):
    # One form for mypy, which asks no plugin about the class methods of a class with overloads here; so the plugin says
    # there what the first overload says here.
    if _Reader.MYPY:
        def __init__(
            self,
            executor: Callable[[Callable[[_MaybeLater[_T_co]], None], Callable[[Exception], None]], object] | None = None,
            scheduler: object = None,
        ) -> None: ...

    if not _Reader.MYPY:
        @overload
        @deprecated(
            "Promise() without an executor: write Promise.with_resolvers() for a promise to settle from outside"
        )
        def __init__(self, executor: None = None, scheduler: object = None) -> None: ...
        @overload
        def __init__(
            self,
            executor: Callable[[Callable[[_MaybeLater[_T_co]], None], Callable[[Exception], None]], object],
            scheduler: object = None,
        ) -> None: ...

    @deprecated("do_resolve() of promise 2.3: write resolvers = Promise.with_resolvers(), and resolvers.resolve(value)")
    def do_resolve(self: Promise[_T], value: _MaybeLater[_T]) -> None: ...
    @deprecated("fulfill() of promise 2.3: write resolvers = Promise.with_resolvers(), and resolvers.resolve(value)")
    def fulfill(self: Promise[_T], value: _MaybeLater[_T]) -> None: ...
    @deprecated("do_reject() of promise 2.3: write resolvers = Promise.with_resolvers(), and resolvers.reject(reason)")
    def do_reject(self, reason: BaseException, traceback: TracebackType | None = None) -> None: ...
    @overload  # type: ignore[override]
    def then(self, did_fulfill: Callable[[_T_co], _Later[_U]]) -> Promise[_U]: ...
    @overload
    def then(self, did_fulfill: Callable[[_T_co], _MaybeLater[_U]]) -> Promise[_U]: ...
    @overload
    def then(self, did_fulfill: None, did_reject: Callable[[Exception], _Later[_V]]) -> Promise[_T_co | _V]: ...
    @overload
    def then(self, did_fulfill: None, did_reject: Callable[[Exception], _MaybeLater[_V]]) -> Promise[_T_co | _V]: ...
    @overload
    def then(self, *, did_reject: Callable[[Exception], _Later[_V]]) -> Promise[_T_co | _V]: ...
    @overload
    def then(self, *, did_reject: Callable[[Exception], _MaybeLater[_V]]) -> Promise[_T_co | _V]: ...
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
    def then(self, did_fulfill: Callable[[_T_co], _Later[_U]], did_reject: None) -> Promise[_U]: ...
    @overload
    def then(self, did_fulfill: Callable[[_T_co], _MaybeLater[_U]], did_reject: None) -> Promise[_U]: ...
    @overload
    def then(self, did_fulfill: None = None, did_reject: None = None) -> Promise[_T_co]: ...
    # As in `typedpromise.Promise`: first, because a class is a callable too.
    @overload  # type: ignore[override]
    @deprecated("catch(ExcType) without a handler would call ExcType as the handler: write catch(ExcType, handler)")
    def catch(self, on_rejection: type[BaseException], /) -> Promise[_T_co | Any]: ...
    @overload
    def catch(self, on_rejection: Callable[[Exception], _Later[_V]], /) -> Promise[_T_co | _V]: ...
    @overload
    def catch(self, on_rejection: Callable[[Exception], _MaybeLater[_V]], /) -> Promise[_T_co | _V]: ...
    @overload
    def catch(self, on_rejection: type[_E], on_rejected: Callable[[_E], _Later[_V]], /) -> Promise[_T_co | _V]: ...
    @overload
    def catch(self, on_rejection: type[_E], on_rejected: Callable[[_E], _MaybeLater[_V]], /) -> Promise[_T_co | _V]: ...
    @overload
    def catch(
        self, on_rejection: tuple[type[_E], ...], on_rejected: Callable[[_E], _Later[_V]], /
    ) -> Promise[_T_co | _V]: ...
    @overload
    def catch(
        self, on_rejection: tuple[type[_E], ...], on_rejected: Callable[[_E], _MaybeLater[_V]], /
    ) -> Promise[_T_co | _V]: ...
    def done(
        self,
        did_fulfill: Callable[[_T_co], object] | None = None,
        did_reject: Callable[[Exception], object] | None = None,
    ) -> None: ...
    @deprecated("done_all() of promise 2.3: write promise.done(handler) for each handler")
    def done_all(self, handlers: Iterable[_Handler[_T_co, object]] | None = None) -> None: ...
    @deprecated("then_all() of promise 2.3: write [promise.then(handler) for handler in handlers]")
    def then_all(self, handlers: Iterable[_Handler[_T_co, _U]] | None = None) -> list[Promise[_U]]: ...
    def wait(self, timeout: float | None = None) -> bool: ...
    # None: a promise that is pending. The reason of a rejected one is left to `reason`.
    @property
    def value(self) -> _T_co | None: ...  # type: ignore[override]
    @property
    def reason(self) -> Exception | None: ...  # type: ignore[override]
    # Any: a scheduler of 2.3, of typedpromise, or of the program's own.
    @property
    @deprecated("scheduler of promise 2.3: typedpromise.schedulers.use(scheduler) says where handlers run")
    def scheduler(self) -> Any: ...
    @property
    @deprecated("future of promise 2.3: write await promise, or promise.then(handler)")
    def future(self) -> AsyncioFuture[_T_co]: ...
    # Any: as __await__.
    @deprecated("yield from promise: write await promise, in an async function")
    def __iter__(self) -> Generator[Any, Any, _T_co]: ...
    # As in `typedpromise.Promise`, but of this class.
    @overload  # type: ignore[override]
    @classmethod
    def resolve(cls, obj: None = None) -> Promise[None]: ...
    @overload
    @classmethod
    def resolve(cls, obj: _Later[_U]) -> Promise[_U]: ...
    @overload
    @classmethod
    def resolve(cls, obj: _Nested[_U]) -> Promise[_U]: ...
    @overload
    @classmethod
    @deprecated("cast() of promise 2.3: write Promise.resolve(value)")
    def cast(cls, obj: None = None) -> Promise[None]: ...
    @overload
    @classmethod
    @deprecated("cast() of promise 2.3: write Promise.resolve(value)")
    def cast(cls, obj: _Later[_U]) -> Promise[_U]: ...
    @overload
    @classmethod
    @deprecated("cast() of promise 2.3: write Promise.resolve(value)")
    def cast(cls, obj: _Nested[_U]) -> Promise[_U]: ...
    @overload
    @classmethod
    @deprecated("fulfilled() of promise 2.3: write Promise.resolve(value)")
    def fulfilled(cls, obj: None = None) -> Promise[None]: ...
    @overload
    @classmethod
    @deprecated("fulfilled() of promise 2.3: write Promise.resolve(value)")
    def fulfilled(cls, obj: _Later[_U]) -> Promise[_U]: ...
    @overload
    @classmethod
    @deprecated("fulfilled() of promise 2.3: write Promise.resolve(value)")
    def fulfilled(cls, obj: _Nested[_U]) -> Promise[_U]: ...
    @classmethod
    def reject(cls, reason: BaseException) -> Promise[Never]: ...
    @classmethod
    @deprecated("rejected() of promise 2.3: write Promise.reject(reason)")
    def rejected(cls, reason: BaseException) -> Promise[Never]: ...
    @overload
    @classmethod
    @deprecated("Promise.promisify() of promise 2.3: write typedpromise.promisify(function)")
    def promisify(cls, f: Callable[_P, _Later[_U]]) -> Callable[_P, Promise[_U]]: ...
    @overload
    @classmethod
    @deprecated("Promise.promisify() of promise 2.3: write typedpromise.promisify(function)")
    def promisify(cls, f: Callable[_P, _MaybeLater[_U]]) -> Callable[_P, Promise[_U]]: ...
    @overload
    @classmethod
    @deprecated("safe() of promise 2.3: write Promise.resolve(None).then(lambda _: function(...))")
    def safe(cls, fn: Callable[_P, _Later[_U]]) -> Callable[_P, Promise[_U]]: ...
    @overload
    @classmethod
    @deprecated("safe() of promise 2.3: write Promise.resolve(None).then(lambda _: function(...))")
    def safe(cls, fn: Callable[_P, _MaybeLater[_U]]) -> Callable[_P, Promise[_U]]: ...
    @overload  # type: ignore[override]
    @classmethod
    def all(cls, promises: Iterable[_Later[_U]]) -> Promise[list[_U]]: ...
    @overload
    @classmethod
    def all(cls, promises: Iterable[_Nested[_U]]) -> Promise[list[_U]]: ...
    @overload
    @classmethod
    def all(cls, promises: Awaitable[Iterable[_Nested[_U]]]) -> Promise[list[_U]]: ...
    @overload
    @classmethod
    @deprecated("for_dict() of promise 2.3: write Promise.props(mapping)")
    def for_dict(cls, m: Mapping[_K, _Later[_U]]) -> Promise[dict[_K, _U]]: ...
    @overload
    @classmethod
    @deprecated("for_dict() of promise 2.3: write Promise.props(mapping)")
    def for_dict(cls, m: Mapping[_K, _Nested[_U]]) -> Promise[dict[_K, _U]]: ...
    @staticmethod
    @deprecated("is_thenable() of promise 2.3: write isinstance(value, Promise), or resolve with it, which waits for it")
    def is_thenable(obj: object) -> bool: ...

@overload
def promisify(f: Callable[_P, _Later[_U]]) -> Callable[_P, Promise[_U]]: ...
@overload
def promisify(f: Callable[_P, _MaybeLater[_U]]) -> Callable[_P, Promise[_U]]: ...
@overload
@deprecated("promise_for_dict() of promise 2.3: write Promise.props(mapping)")
def promise_for_dict(m: Mapping[_K, _Later[_U]]) -> Promise[dict[_K, _U]]: ...
@overload
@deprecated("promise_for_dict() of promise 2.3: write Promise.props(mapping)")
def promise_for_dict(m: Mapping[_K, _Nested[_U]]) -> Promise[dict[_K, _U]]: ...
@deprecated("is_thenable() of promise 2.3: write isinstance(value, Promise), or resolve with it, which waits for it")
def is_thenable(obj: object) -> bool: ...

# Any: a scheduler of 2.3, of typedpromise, or of the program's own.
@deprecated("get_default_scheduler() of promise 2.3: typedpromise.schedulers.set_default_scheduler() returns the one before")
def get_default_scheduler() -> Any: ...
@deprecated("set_default_scheduler() of promise 2.3: write typedpromise.schedulers.set_default_scheduler(scheduler)")
def set_default_scheduler(scheduler: Any) -> None: ...
def timed_out(promise: Promise[Any], timeout: float | None, method: str) -> PromiseTimeoutError: ...
