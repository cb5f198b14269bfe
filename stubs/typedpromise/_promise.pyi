# The typed face of `Promise`: its overload walls live here and nowhere else.
#
# mypy reads another `then` and `catch` than the other checkers, by the name MYPY, which it takes to be true:
# one overload does there what takes two elsewhere, so that nested lambdas cost a fraction (docs/checking-cost.md).
# For the others a handler comes in two forms, in this order: it returns something to wait for, or it may return a plain
# value too. What else has two forms has them for mypy as well, and so has to give one result by both, because a
# lambda's type holds Any until it is typed: the second form fails for what is nothing but promises.
# The TypeVars of results default to Never, so that a handler which only raises adds nothing.
# Overloads stand in order of their argument count, because mypy tries all of one count for nested lambdas.

from collections.abc import Awaitable, Callable, Generator, Iterable, Mapping, Sequence
from concurrent.futures import Future
from types import GenericAlias
from typing import Any, Final, Generic, Literal, Never, Protocol, TypeAlias, overload

from typing_extensions import ParamSpec, TypeVar, deprecated

from typedpromise._completions import Completions
from typedpromise._outcomes import Settled
from typedpromise._resolvers import Resolvers

_P = ParamSpec("_P")
_K = TypeVar("_K")
_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_U = TypeVar("_U", default=Never)
_V = TypeVar("_V", default=Never)
_E = TypeVar("_E", bound=BaseException)
_E1 = TypeVar("_E1", bound=BaseException)
_E2 = TypeVar("_E2", bound=BaseException)
_E3 = TypeVar("_E3", bound=BaseException)
_E4 = TypeVar("_E4", bound=BaseException)
_T1 = TypeVar("_T1")
_T2 = TypeVar("_T2")
_T3 = TypeVar("_T3")
_T4 = TypeVar("_T4")
_T5 = TypeVar("_T5")
_T6 = TypeVar("_T6")
_T7 = TypeVar("_T7")
_T8 = TypeVar("_T8")
_T9 = TypeVar("_T9")
_T10 = TypeVar("_T10")

# The module's own: it does not import `typing` at run time.
TYPE_CHECKING: bool

# What a promise waits for: promises, coroutines and asyncio futures are awaitable, the futures of executors are not.
_Later: TypeAlias = Awaitable[_T] | Future[_T]
_MaybeLater: TypeAlias = _T | Awaitable[_T] | Future[_T]

# No checker but mypy looks for this name; a class of its own, so that the module need not have it.
class _Reader:
    MYPY: Final = False

if _Reader.MYPY:
    # What a handler returns, in one form. From a union that has a recursive alias in it, mypy infers by the awaitables
    # first and by the bare variable after that, as a handler's result needs; the knot is a recursive alias that no
    # value has.
    class _Tie(Generic[_T]): ...

    _Knot: TypeAlias = _Tie[_Knot]
    _Either: TypeAlias = _T | Awaitable[_T] | Future[_T] | _Knot
    # Recursive for the same reason, so that a list of promises and coroutines holds one type.
    _Nested: TypeAlias = _T | Awaitable[_Nested[_T]] | Future[_T]

    class _Promise(Generic[_T_co]):
        @overload
        def then(self, on_fulfilled: Callable[[_T_co], _Either[_U]], on_rejected: None = None, /) -> Promise[_U]: ...
        @overload
        def then(
            self, on_fulfilled: None, on_rejected: Callable[[Exception], _Either[_V]], /
        ) -> Promise[_T_co | _V]: ...
        @overload
        def then(
            self, on_fulfilled: Callable[[_T_co], _Either[_U]], on_rejected: Callable[[Exception], _Either[_V]], /
        ) -> Promise[_U | _V]: ...
        @overload
        def then(self) -> Promise[_T_co]: ...
        @overload
        @deprecated("catch(ExcType) without a handler would call ExcType as the handler: write catch(ExcType, handler)")
        def catch(self, exceptions: type[BaseException], /) -> Promise[_T_co | Any]: ...
        @overload
        def catch(self, on_rejected: Callable[[Exception], _Either[_V]], /) -> Promise[_T_co | _V]: ...
        @overload
        def catch(self, exceptions: type[_E], on_rejected: Callable[[_E], _Either[_V]], /) -> Promise[_T_co | _V]: ...
        # A tuple of classes by its length: one TypeVar for all would be joined to their common base.
        # Four are more than anybody was seen to write; a longer tuple gets that base.
        @overload
        def catch(
            self, exceptions: tuple[type[_E1], type[_E2]], on_rejected: Callable[[_E1 | _E2], _Either[_V]], /
        ) -> Promise[_T_co | _V]: ...
        @overload
        def catch(
            self,
            exceptions: tuple[type[_E1], type[_E2], type[_E3]],
            on_rejected: Callable[[_E1 | _E2 | _E3], _Either[_V]],
            /,
        ) -> Promise[_T_co | _V]: ...
        @overload
        def catch(
            self,
            exceptions: tuple[type[_E1], type[_E2], type[_E3], type[_E4]],
            on_rejected: Callable[[_E1 | _E2 | _E3 | _E4], _Either[_V]],
            /,
        ) -> Promise[_T_co | _V]: ...
        @overload
        def catch(
            self, exceptions: tuple[type[_E], ...], on_rejected: Callable[[_E], _Either[_V]], /
        ) -> Promise[_T_co | _V]: ...

# No `else`: for two classes of one name in the branches of one `if`, pyrefly has no base.
if not _Reader.MYPY:
    # Not recursive: that an overload with a recursive alias stands among those for one argument
    # costs ty five seconds for each call with a chain of lambdas in it (docs/checking-cost.md).
    _Nested: TypeAlias = _MaybeLater[_T]

    class _Promise(Generic[_T_co]):
        # Four, which is what an editor shows at `then(`; so the last takes `then(None)` too, which raises.
        # The first two apart, because ty and pyrefly take the first overload for a handler they have not typed yet.
        @overload
        def then(self, on_fulfilled: Callable[[_T_co], _Later[_U]], on_rejected: None = None, /) -> Promise[_U]: ...
        @overload
        def then(
            self, on_fulfilled: Callable[[_T_co], _MaybeLater[_U]], on_rejected: None = None, /
        ) -> Promise[_U]: ...
        @overload
        def then(
            self,
            on_fulfilled: Callable[[_T_co], _MaybeLater[_U]],
            on_rejected: Callable[[Exception], _MaybeLater[_V]],
            /,
        ) -> Promise[_U | _V]: ...
        @overload
        def then(
            self, on_fulfilled: None = None, on_rejected: Callable[[Exception], _MaybeLater[_V]] = ..., /
        ) -> Promise[_T_co | _V]: ...
        # First, because a class is a callable too. It raises; its type is that of the next two for a handler of type Any,
        # so that a checker which cannot choose between the three need not.
        @overload
        @deprecated("catch(ExcType) without a handler would call ExcType as the handler: write catch(ExcType, handler)")
        def catch(self, exceptions: type[BaseException], /) -> Promise[_T_co | Any]: ...
        @overload
        def catch(self, on_rejected: Callable[[Exception], _Later[_V]], /) -> Promise[_T_co | _V]: ...
        @overload
        def catch(self, on_rejected: Callable[[Exception], _MaybeLater[_V]], /) -> Promise[_T_co | _V]: ...
        # One class or a tuple of any length: these checkers solve the classes as a union, where mypy joins them.
        @overload
        def catch(
            self, exceptions: type[_E] | tuple[type[_E], ...], on_rejected: Callable[[_E], _Later[_V]], /
        ) -> Promise[_T_co | _V]: ...
        @overload
        def catch(
            self, exceptions: type[_E] | tuple[type[_E], ...], on_rejected: Callable[[_E], _MaybeLater[_V]], /
        ) -> Promise[_T_co | _V]: ...

# What a list is, and a tuple, a dict and a set are not. One member, for mypy compares each for every such call.
class _Listed(Protocol[_T_co]):
    def copy(self) -> Sequence[_T_co]: ...

class Promise(_Promise[_T_co]):
    def __init__(
        self, executor: Callable[[Callable[[_MaybeLater[_T_co]], None], Callable[[Exception], None]], object], /
    ) -> None: ...
    def finally_(self, on_finally: Callable[[], object], /) -> Promise[_T_co]: ...
    def done(
        self,
        on_fulfilled: Callable[[_T_co], object] | None = None,
        on_rejected: Callable[[Exception], object] | None = None,
        /,
    ) -> None: ...
    def tap(self, on_fulfilled: Callable[[_T_co], object], /) -> Promise[_T_co]: ...
    # As `catch`; what the handler returns does not matter, so that it has one form.
    @overload
    @deprecated("tap_catch(ExcType) without a handler would call ExcType: write tap_catch(ExcType, handler)")
    def tap_catch(self, exceptions: type[BaseException], /) -> Promise[_T_co]: ...
    @overload
    def tap_catch(self, on_rejected: Callable[[Exception], object], /) -> Promise[_T_co]: ...
    @overload
    def tap_catch(self, exceptions: type[_E], on_rejected: Callable[[_E], object], /) -> Promise[_T_co]: ...
    @overload
    def tap_catch(
        self, exceptions: tuple[type[_E1], type[_E2]], on_rejected: Callable[[_E1 | _E2], object], /
    ) -> Promise[_T_co]: ...
    @overload
    def tap_catch(
        self, exceptions: tuple[type[_E1], type[_E2], type[_E3]], on_rejected: Callable[[_E1 | _E2 | _E3], object], /
    ) -> Promise[_T_co]: ...
    @overload
    def tap_catch(
        self,
        exceptions: tuple[type[_E1], type[_E2], type[_E3], type[_E4]],
        on_rejected: Callable[[_E1 | _E2 | _E3 | _E4], object],
        /,
    ) -> Promise[_T_co]: ...
    @overload
    def tap_catch(self, exceptions: tuple[type[_E], ...], on_rejected: Callable[[_E], object], /) -> Promise[_T_co]: ...
    def settle(self) -> Promise[Settled[_T_co]]: ...
    def delay(self, seconds: float, /) -> Promise[_T_co]: ...
    def timeout(self, seconds: float, /) -> Promise[_T_co]: ...
    def get(self, timeout: float | None = None) -> _T_co: ...
    def wait(self, timeout: float | None = None) -> bool: ...
    @property
    def state(self) -> Literal["pending", "fulfilled", "rejected"]: ...
    @property
    def is_pending(self) -> bool: ...
    @property
    def is_fulfilled(self) -> bool: ...
    @property
    def is_rejected(self) -> bool: ...
    @property
    def value(self) -> _T_co: ...
    @property
    def reason(self) -> Exception: ...
    # Any: what is yielded to the event loop, and sent back, is between the loop and the future (as in typeshed).
    def __await__(self) -> Generator[Any, Any, _T_co]: ...
    def __init_subclass__(cls, **kwargs: Any) -> None: ...  # Any: keywords of a class statement, for the other bases
    def __class_getitem__(cls, item: Any) -> GenericAlias: ...  # Any: whatever stands in the brackets
    @overload
    @staticmethod
    def resolve(value: Awaitable[_Later[_U]], /) -> Promise[_U]: ...
    @overload
    @staticmethod
    def resolve(value: _Later[_U], /) -> Promise[_U]: ...
    @overload
    @staticmethod
    def resolve(value: _MaybeLater[_U], /) -> Promise[_U]: ...
    # Last, so that a value of type Any does not choose it.
    @overload
    @staticmethod
    def resolve(value: None = None, /) -> Promise[None]: ...
    @staticmethod
    def reject(reason: Exception, /) -> Promise[Never]: ...
    @classmethod
    def with_resolvers(cls: type[Promise[_T]]) -> Resolvers[_T]: ...
    @overload
    @staticmethod
    def try_(fn: Callable[_P, _Later[_U]], /, *args: _P.args, **kwargs: _P.kwargs) -> Promise[_U]: ...
    @overload
    @staticmethod
    def try_(fn: Callable[_P, _MaybeLater[_U]], /, *args: _P.args, **kwargs: _P.kwargs) -> Promise[_U]: ...
    # One by one up to ten, the longest call found in the code of today's users; checkers choose by the count at once.
    # A tuple up to five, because a checker has to try each of those; a longer one keeps being a tuple.
    if _Reader.MYPY:
        # mypy tries every overload for one argument; these two spare a list those for tuples.
        # The first is without executors' futures, which the second takes: a union costs mypy more than a class.
        @overload
        @staticmethod
        def all(promises: _Listed[Awaitable[_U]], /) -> Promise[list[_U]]: ...
        @overload
        @staticmethod
        def all(promises: _Listed[_Nested[_U]], /) -> Promise[list[_U]]: ...
    @overload
    @staticmethod
    def all(p1: _Later[_T1], /) -> Promise[tuple[_T1]]: ...
    @overload
    @staticmethod
    def all(p1: _Later[_T1], p2: _Later[_T2], /) -> Promise[tuple[_T1, _T2]]: ...
    @overload
    @staticmethod
    def all(p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], /) -> Promise[tuple[_T1, _T2, _T3]]: ...
    @overload
    @staticmethod
    def all(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], /
    ) -> Promise[tuple[_T1, _T2, _T3, _T4]]: ...
    @overload
    @staticmethod
    def all(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], p5: _Later[_T5], /
    ) -> Promise[tuple[_T1, _T2, _T3, _T4, _T5]]: ...
    @overload
    @staticmethod
    def all(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], p5: _Later[_T5], p6: _Later[_T6], /
    ) -> Promise[tuple[_T1, _T2, _T3, _T4, _T5, _T6]]: ...
    @overload
    @staticmethod
    def all(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        /,
    ) -> Promise[tuple[_T1, _T2, _T3, _T4, _T5, _T6, _T7]]: ...
    @overload
    @staticmethod
    def all(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        /,
    ) -> Promise[tuple[_T1, _T2, _T3, _T4, _T5, _T6, _T7, _T8]]: ...
    @overload
    @staticmethod
    def all(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        p9: _Later[_T9],
        /,
    ) -> Promise[tuple[_T1, _T2, _T3, _T4, _T5, _T6, _T7, _T8, _T9]]: ...
    @overload
    @staticmethod
    def all(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        p9: _Later[_T9],
        p10: _Later[_T10],
        /,
    ) -> Promise[tuple[_T1, _T2, _T3, _T4, _T5, _T6, _T7, _T8, _T9, _T10]]: ...
    # More than ten, or `*promises`; its first eleven are written out, or an argument of type Any would make it compete
    # with those above.
    @overload
    @staticmethod
    def all(
        p1: _Later[_U],
        p2: _Later[_U],
        p3: _Later[_U],
        p4: _Later[_U],
        p5: _Later[_U],
        p6: _Later[_U],
        p7: _Later[_U],
        p8: _Later[_U],
        p9: _Later[_U],
        p10: _Later[_U],
        p11: _Later[_U],
        /,
        *promises: _Later[_U],
    ) -> Promise[tuple[_U, ...]]: ...
    @overload
    @staticmethod
    def all(promises: tuple[_Later[_T1]], /) -> Promise[tuple[_T1]]: ...  # type: ignore[overload-overlap]
    @overload
    @staticmethod
    def all(promises: tuple[_Later[_T1], _Later[_T2]], /) -> Promise[tuple[_T1, _T2]]: ...  # type: ignore[overload-overlap]
    @overload
    @staticmethod
    def all(promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3]], /) -> Promise[tuple[_T1, _T2, _T3]]: ...  # type: ignore[overload-overlap]
    @overload
    @staticmethod
    def all(  # type: ignore[overload-overlap]
        promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3], _Later[_T4]], /
    ) -> Promise[tuple[_T1, _T2, _T3, _T4]]: ...
    @overload
    @staticmethod
    def all(  # type: ignore[overload-overlap]
        promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3], _Later[_T4], _Later[_T5]], /
    ) -> Promise[tuple[_T1, _T2, _T3, _T4, _T5]]: ...
    @overload
    @staticmethod
    def all(promises: tuple[_Later[_U], ...], /) -> Promise[tuple[_U, ...]]: ...  # type: ignore[overload-overlap]
    @overload
    @staticmethod
    def all(promises: tuple[_Nested[_U], ...], /) -> Promise[tuple[_U, ...]]: ...  # type: ignore[overload-overlap]
    # These can be iterated, but not over promises. Any: of whatever they are made.
    @overload
    @staticmethod
    @deprecated("all() takes promises, or one iterable of them: for a dict write all(mapping.values())")
    def all(promises: Mapping[Any, Any] | str | bytes, /) -> Promise[Never]: ...
    @overload
    @staticmethod
    def all(promises: Iterable[_Later[_U]], /) -> Promise[list[_U]]: ...
    @overload
    @staticmethod
    def all(promises: Iterable[_Nested[_U]], /) -> Promise[list[_U]]: ...
    # As `all`, form by form.
    if _Reader.MYPY:
        @overload
        @staticmethod
        def all_settled(promises: _Listed[Awaitable[_U]], /) -> Promise[list[Settled[_U]]]: ...
        @overload
        @staticmethod
        def all_settled(promises: _Listed[_Nested[_U]], /) -> Promise[list[Settled[_U]]]: ...
    @overload
    @staticmethod
    def all_settled(p1: _Later[_T1], /) -> Promise[tuple[Settled[_T1]]]: ...
    @overload
    @staticmethod
    def all_settled(p1: _Later[_T1], p2: _Later[_T2], /) -> Promise[tuple[Settled[_T1], Settled[_T2]]]: ...
    @overload
    @staticmethod
    def all_settled(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], /
    ) -> Promise[tuple[Settled[_T1], Settled[_T2], Settled[_T3]]]: ...
    @overload
    @staticmethod
    def all_settled(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], /
    ) -> Promise[tuple[Settled[_T1], Settled[_T2], Settled[_T3], Settled[_T4]]]: ...
    @overload
    @staticmethod
    def all_settled(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], p5: _Later[_T5], /
    ) -> Promise[tuple[Settled[_T1], Settled[_T2], Settled[_T3], Settled[_T4], Settled[_T5]]]: ...
    @overload
    @staticmethod
    def all_settled(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], p5: _Later[_T5], p6: _Later[_T6], /
    ) -> Promise[tuple[Settled[_T1], Settled[_T2], Settled[_T3], Settled[_T4], Settled[_T5], Settled[_T6]]]: ...
    @overload
    @staticmethod
    def all_settled(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        /,
    ) -> Promise[
        tuple[Settled[_T1], Settled[_T2], Settled[_T3], Settled[_T4], Settled[_T5], Settled[_T6], Settled[_T7]]
    ]: ...
    @overload
    @staticmethod
    def all_settled(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        /,
    ) -> Promise[
        tuple[
            Settled[_T1],
            Settled[_T2],
            Settled[_T3],
            Settled[_T4],
            Settled[_T5],
            Settled[_T6],
            Settled[_T7],
            Settled[_T8],
        ]
    ]: ...
    @overload
    @staticmethod
    def all_settled(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        p9: _Later[_T9],
        /,
    ) -> Promise[
        tuple[
            Settled[_T1],
            Settled[_T2],
            Settled[_T3],
            Settled[_T4],
            Settled[_T5],
            Settled[_T6],
            Settled[_T7],
            Settled[_T8],
            Settled[_T9],
        ]
    ]: ...
    @overload
    @staticmethod
    def all_settled(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        p9: _Later[_T9],
        p10: _Later[_T10],
        /,
    ) -> Promise[
        tuple[
            Settled[_T1],
            Settled[_T2],
            Settled[_T3],
            Settled[_T4],
            Settled[_T5],
            Settled[_T6],
            Settled[_T7],
            Settled[_T8],
            Settled[_T9],
            Settled[_T10],
        ]
    ]: ...
    @overload
    @staticmethod
    def all_settled(
        p1: _Later[_U],
        p2: _Later[_U],
        p3: _Later[_U],
        p4: _Later[_U],
        p5: _Later[_U],
        p6: _Later[_U],
        p7: _Later[_U],
        p8: _Later[_U],
        p9: _Later[_U],
        p10: _Later[_U],
        p11: _Later[_U],
        /,
        *promises: _Later[_U],
    ) -> Promise[tuple[Settled[_U], ...]]: ...
    @overload
    @staticmethod
    def all_settled(  # type: ignore[overload-overlap]
        promises: tuple[_Later[_T1]], /
    ) -> Promise[tuple[Settled[_T1]]]: ...
    @overload
    @staticmethod
    def all_settled(  # type: ignore[overload-overlap]
        promises: tuple[_Later[_T1], _Later[_T2]], /
    ) -> Promise[tuple[Settled[_T1], Settled[_T2]]]: ...
    @overload
    @staticmethod
    def all_settled(  # type: ignore[overload-overlap]
        promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3]], /
    ) -> Promise[tuple[Settled[_T1], Settled[_T2], Settled[_T3]]]: ...
    @overload
    @staticmethod
    def all_settled(  # type: ignore[overload-overlap]
        promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3], _Later[_T4]], /
    ) -> Promise[tuple[Settled[_T1], Settled[_T2], Settled[_T3], Settled[_T4]]]: ...
    @overload
    @staticmethod
    def all_settled(  # type: ignore[overload-overlap]
        promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3], _Later[_T4], _Later[_T5]], /
    ) -> Promise[tuple[Settled[_T1], Settled[_T2], Settled[_T3], Settled[_T4], Settled[_T5]]]: ...
    @overload
    @staticmethod
    def all_settled(  # type: ignore[overload-overlap]
        promises: tuple[_Later[_U], ...], /
    ) -> Promise[tuple[Settled[_U], ...]]: ...
    @overload
    @staticmethod
    def all_settled(  # type: ignore[overload-overlap]
        promises: tuple[_Nested[_U], ...], /
    ) -> Promise[tuple[Settled[_U], ...]]: ...
    @overload
    @staticmethod
    @deprecated("all_settled() takes promises, or one iterable of them: for a dict write all_settled(mapping.values())")
    def all_settled(promises: Mapping[Any, Any] | str | bytes, /) -> Promise[Never]: ...
    @overload
    @staticmethod
    def all_settled(promises: Iterable[_Later[_U]], /) -> Promise[list[Settled[_U]]]: ...
    @overload
    @staticmethod
    def all_settled(promises: Iterable[_Nested[_U]], /) -> Promise[list[Settled[_U]]]: ...
    # As `all`; the length of a tuple longer than five does not matter here.
    if _Reader.MYPY:
        @overload
        @staticmethod
        def any(promises: _Listed[Awaitable[_U]], /) -> Promise[_U]: ...
        @overload
        @staticmethod
        def any(promises: _Listed[_Nested[_U]], /) -> Promise[_U]: ...
    @overload
    @staticmethod
    def any(p1: _Later[_T1], /) -> Promise[_T1]: ...
    @overload
    @staticmethod
    def any(p1: _Later[_T1], p2: _Later[_T2], /) -> Promise[_T1 | _T2]: ...
    @overload
    @staticmethod
    def any(p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], /) -> Promise[_T1 | _T2 | _T3]: ...
    @overload
    @staticmethod
    def any(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], /
    ) -> Promise[_T1 | _T2 | _T3 | _T4]: ...
    @overload
    @staticmethod
    def any(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], p5: _Later[_T5], /
    ) -> Promise[_T1 | _T2 | _T3 | _T4 | _T5]: ...
    @overload
    @staticmethod
    def any(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], p5: _Later[_T5], p6: _Later[_T6], /
    ) -> Promise[_T1 | _T2 | _T3 | _T4 | _T5 | _T6]: ...
    @overload
    @staticmethod
    def any(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        /,
    ) -> Promise[_T1 | _T2 | _T3 | _T4 | _T5 | _T6 | _T7]: ...
    @overload
    @staticmethod
    def any(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        /,
    ) -> Promise[_T1 | _T2 | _T3 | _T4 | _T5 | _T6 | _T7 | _T8]: ...
    @overload
    @staticmethod
    def any(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        p9: _Later[_T9],
        /,
    ) -> Promise[_T1 | _T2 | _T3 | _T4 | _T5 | _T6 | _T7 | _T8 | _T9]: ...
    @overload
    @staticmethod
    def any(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        p9: _Later[_T9],
        p10: _Later[_T10],
        /,
    ) -> Promise[_T1 | _T2 | _T3 | _T4 | _T5 | _T6 | _T7 | _T8 | _T9 | _T10]: ...
    @overload
    @staticmethod
    def any(
        p1: _Later[_U],
        p2: _Later[_U],
        p3: _Later[_U],
        p4: _Later[_U],
        p5: _Later[_U],
        p6: _Later[_U],
        p7: _Later[_U],
        p8: _Later[_U],
        p9: _Later[_U],
        p10: _Later[_U],
        p11: _Later[_U],
        /,
        *promises: _Later[_U],
    ) -> Promise[_U]: ...
    @overload
    @staticmethod
    def any(promises: tuple[_Later[_T1]], /) -> Promise[_T1]: ...
    @overload
    @staticmethod
    def any(promises: tuple[_Later[_T1], _Later[_T2]], /) -> Promise[_T1 | _T2]: ...
    @overload
    @staticmethod
    def any(promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3]], /) -> Promise[_T1 | _T2 | _T3]: ...
    @overload
    @staticmethod
    def any(
        promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3], _Later[_T4]], /
    ) -> Promise[_T1 | _T2 | _T3 | _T4]: ...
    @overload
    @staticmethod
    def any(
        promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3], _Later[_T4], _Later[_T5]], /
    ) -> Promise[_T1 | _T2 | _T3 | _T4 | _T5]: ...
    @overload
    @staticmethod
    @deprecated("any() takes promises, or one iterable of them: for a dict write any(mapping.values())")
    def any(promises: Mapping[Any, Any] | str | bytes, /) -> Promise[Never]: ...
    @overload
    @staticmethod
    def any(promises: Iterable[_Later[_U]], /) -> Promise[_U]: ...
    @overload
    @staticmethod
    def any(promises: Iterable[_Nested[_U]], /) -> Promise[_U]: ...
    if _Reader.MYPY:
        @overload
        @staticmethod
        def race(promises: _Listed[Awaitable[_U]], /) -> Promise[_U]: ...
        @overload
        @staticmethod
        def race(promises: _Listed[_Nested[_U]], /) -> Promise[_U]: ...
    @overload
    @staticmethod
    def race(p1: _Later[_T1], /) -> Promise[_T1]: ...
    @overload
    @staticmethod
    def race(p1: _Later[_T1], p2: _Later[_T2], /) -> Promise[_T1 | _T2]: ...
    @overload
    @staticmethod
    def race(p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], /) -> Promise[_T1 | _T2 | _T3]: ...
    @overload
    @staticmethod
    def race(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], /
    ) -> Promise[_T1 | _T2 | _T3 | _T4]: ...
    @overload
    @staticmethod
    def race(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], p5: _Later[_T5], /
    ) -> Promise[_T1 | _T2 | _T3 | _T4 | _T5]: ...
    @overload
    @staticmethod
    def race(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], p5: _Later[_T5], p6: _Later[_T6], /
    ) -> Promise[_T1 | _T2 | _T3 | _T4 | _T5 | _T6]: ...
    @overload
    @staticmethod
    def race(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        /,
    ) -> Promise[_T1 | _T2 | _T3 | _T4 | _T5 | _T6 | _T7]: ...
    @overload
    @staticmethod
    def race(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        /,
    ) -> Promise[_T1 | _T2 | _T3 | _T4 | _T5 | _T6 | _T7 | _T8]: ...
    @overload
    @staticmethod
    def race(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        p9: _Later[_T9],
        /,
    ) -> Promise[_T1 | _T2 | _T3 | _T4 | _T5 | _T6 | _T7 | _T8 | _T9]: ...
    @overload
    @staticmethod
    def race(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        p9: _Later[_T9],
        p10: _Later[_T10],
        /,
    ) -> Promise[_T1 | _T2 | _T3 | _T4 | _T5 | _T6 | _T7 | _T8 | _T9 | _T10]: ...
    @overload
    @staticmethod
    def race(
        p1: _Later[_U],
        p2: _Later[_U],
        p3: _Later[_U],
        p4: _Later[_U],
        p5: _Later[_U],
        p6: _Later[_U],
        p7: _Later[_U],
        p8: _Later[_U],
        p9: _Later[_U],
        p10: _Later[_U],
        p11: _Later[_U],
        /,
        *promises: _Later[_U],
    ) -> Promise[_U]: ...
    @overload
    @staticmethod
    def race(promises: tuple[_Later[_T1]], /) -> Promise[_T1]: ...
    @overload
    @staticmethod
    def race(promises: tuple[_Later[_T1], _Later[_T2]], /) -> Promise[_T1 | _T2]: ...
    @overload
    @staticmethod
    def race(promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3]], /) -> Promise[_T1 | _T2 | _T3]: ...
    @overload
    @staticmethod
    def race(
        promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3], _Later[_T4]], /
    ) -> Promise[_T1 | _T2 | _T3 | _T4]: ...
    @overload
    @staticmethod
    def race(
        promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3], _Later[_T4], _Later[_T5]], /
    ) -> Promise[_T1 | _T2 | _T3 | _T4 | _T5]: ...
    @overload
    @staticmethod
    @deprecated("race() takes promises, or one iterable of them: for a dict write race(mapping.values())")
    def race(promises: Mapping[Any, Any] | str | bytes, /) -> Promise[Never]: ...
    @overload
    @staticmethod
    def race(promises: Iterable[_Later[_U]], /) -> Promise[_U]: ...
    @overload
    @staticmethod
    def race(promises: Iterable[_Nested[_U]], /) -> Promise[_U]: ...
    # As `race`.
    if _Reader.MYPY:
        @overload
        @staticmethod
        def as_completed(promises: _Listed[Awaitable[_U]], /) -> Completions[_U]: ...
        @overload
        @staticmethod
        def as_completed(promises: _Listed[_Nested[_U]], /) -> Completions[_U]: ...
    @overload
    @staticmethod
    def as_completed(p1: _Later[_T1], /) -> Completions[_T1]: ...
    @overload
    @staticmethod
    def as_completed(p1: _Later[_T1], p2: _Later[_T2], /) -> Completions[_T1 | _T2]: ...
    @overload
    @staticmethod
    def as_completed(p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], /) -> Completions[_T1 | _T2 | _T3]: ...
    @overload
    @staticmethod
    def as_completed(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], /
    ) -> Completions[_T1 | _T2 | _T3 | _T4]: ...
    @overload
    @staticmethod
    def as_completed(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], p5: _Later[_T5], /
    ) -> Completions[_T1 | _T2 | _T3 | _T4 | _T5]: ...
    @overload
    @staticmethod
    def as_completed(
        p1: _Later[_T1], p2: _Later[_T2], p3: _Later[_T3], p4: _Later[_T4], p5: _Later[_T5], p6: _Later[_T6], /
    ) -> Completions[_T1 | _T2 | _T3 | _T4 | _T5 | _T6]: ...
    @overload
    @staticmethod
    def as_completed(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        /,
    ) -> Completions[_T1 | _T2 | _T3 | _T4 | _T5 | _T6 | _T7]: ...
    @overload
    @staticmethod
    def as_completed(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        /,
    ) -> Completions[_T1 | _T2 | _T3 | _T4 | _T5 | _T6 | _T7 | _T8]: ...
    @overload
    @staticmethod
    def as_completed(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        p9: _Later[_T9],
        /,
    ) -> Completions[_T1 | _T2 | _T3 | _T4 | _T5 | _T6 | _T7 | _T8 | _T9]: ...
    @overload
    @staticmethod
    def as_completed(
        p1: _Later[_T1],
        p2: _Later[_T2],
        p3: _Later[_T3],
        p4: _Later[_T4],
        p5: _Later[_T5],
        p6: _Later[_T6],
        p7: _Later[_T7],
        p8: _Later[_T8],
        p9: _Later[_T9],
        p10: _Later[_T10],
        /,
    ) -> Completions[_T1 | _T2 | _T3 | _T4 | _T5 | _T6 | _T7 | _T8 | _T9 | _T10]: ...
    @overload
    @staticmethod
    def as_completed(
        p1: _Later[_U],
        p2: _Later[_U],
        p3: _Later[_U],
        p4: _Later[_U],
        p5: _Later[_U],
        p6: _Later[_U],
        p7: _Later[_U],
        p8: _Later[_U],
        p9: _Later[_U],
        p10: _Later[_U],
        p11: _Later[_U],
        /,
        *promises: _Later[_U],
    ) -> Completions[_U]: ...
    @overload
    @staticmethod
    def as_completed(promises: tuple[_Later[_T1]], /) -> Completions[_T1]: ...
    @overload
    @staticmethod
    def as_completed(promises: tuple[_Later[_T1], _Later[_T2]], /) -> Completions[_T1 | _T2]: ...
    @overload
    @staticmethod
    def as_completed(promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3]], /) -> Completions[_T1 | _T2 | _T3]: ...
    @overload
    @staticmethod
    def as_completed(
        promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3], _Later[_T4]], /
    ) -> Completions[_T1 | _T2 | _T3 | _T4]: ...
    @overload
    @staticmethod
    def as_completed(
        promises: tuple[_Later[_T1], _Later[_T2], _Later[_T3], _Later[_T4], _Later[_T5]], /
    ) -> Completions[_T1 | _T2 | _T3 | _T4 | _T5]: ...
    @overload
    @staticmethod
    @deprecated(
        "as_completed() takes promises, or one iterable of them: for a dict write as_completed(mapping.values())"
    )
    def as_completed(promises: Mapping[Any, Any] | str | bytes, /) -> Completions[Never]: ...
    @overload
    @staticmethod
    def as_completed(promises: Iterable[_Later[_U]], /) -> Completions[_U]: ...
    @overload
    @staticmethod
    def as_completed(promises: Iterable[_Nested[_U]], /) -> Completions[_U]: ...
    @overload
    @staticmethod
    def props(mapping: Mapping[_K, _Later[_U]], /) -> Promise[dict[_K, _U]]: ...
    @overload
    @staticmethod
    def props(mapping: Mapping[_K, _Nested[_U]], /) -> Promise[dict[_K, _U]]: ...
    # Values that are all to be waited for, then any other; under each the two forms of a handler.
    @overload
    @staticmethod
    def map(
        values: Iterable[_Later[_T]], fn: Callable[[_T], _Later[_U]], /, *, concurrency: int | None = None
    ) -> Promise[list[_U]]: ...
    @overload
    @staticmethod
    def map(
        values: Iterable[_Later[_T]], fn: Callable[[_T], _MaybeLater[_U]], /, *, concurrency: int | None = None
    ) -> Promise[list[_U]]: ...
    @overload
    @staticmethod
    def map(
        values: Iterable[_MaybeLater[_T]], fn: Callable[[_T], _Later[_U]], /, *, concurrency: int | None = None
    ) -> Promise[list[_U]]: ...
    @overload
    @staticmethod
    def map(
        values: Iterable[_MaybeLater[_T]], fn: Callable[[_T], _MaybeLater[_U]], /, *, concurrency: int | None = None
    ) -> Promise[list[_U]]: ...
    @overload
    @staticmethod
    def filter(
        values: Iterable[_Later[_T]], fn: Callable[[_T], object], /, *, concurrency: int | None = None
    ) -> Promise[list[_T]]: ...
    @overload
    @staticmethod
    def filter(
        values: Iterable[_MaybeLater[_T]], fn: Callable[[_T], object], /, *, concurrency: int | None = None
    ) -> Promise[list[_T]]: ...
    @overload
    @staticmethod
    def each(values: Iterable[_Later[_T]], fn: Callable[[_T], object], /) -> Promise[list[_T]]: ...
    @overload
    @staticmethod
    def each(values: Iterable[_MaybeLater[_T]], fn: Callable[[_T], object], /) -> Promise[list[_T]]: ...
    @overload
    @staticmethod
    def reduce(
        values: Iterable[_Later[_T]], fn: Callable[[_V, _T], _MaybeLater[_V]], initial: _Later[_V], /
    ) -> Promise[_V]: ...
    @overload
    @staticmethod
    def reduce(
        values: Iterable[_Later[_T]], fn: Callable[[_V, _T], _MaybeLater[_V]], initial: _MaybeLater[_V], /
    ) -> Promise[_V]: ...
    @overload
    @staticmethod
    def reduce(
        values: Iterable[_MaybeLater[_T]], fn: Callable[[_V, _T], _MaybeLater[_V]], initial: _Later[_V], /
    ) -> Promise[_V]: ...
    @overload
    @staticmethod
    def reduce(
        values: Iterable[_MaybeLater[_T]], fn: Callable[[_V, _T], _MaybeLater[_V]], initial: _MaybeLater[_V], /
    ) -> Promise[_V]: ...

@overload
def promisify(fn: Callable[_P, _Later[_U]], /) -> Callable[_P, Promise[_U]]: ...
@overload
def promisify(fn: Callable[_P, _MaybeLater[_U]], /) -> Callable[_P, Promise[_U]]: ...
