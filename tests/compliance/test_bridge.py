"""What crosses between Python and JS arrives as what it was."""

import pytest

import typedpromise

from .bridge import Bridge
from .library import TypedPromise, operations_of
from .values import NULL, JSFunction, JSObject, JSReason


@pytest.fixture
def bridge() -> Bridge:
    operations = {"identity": lambda value: value, "raise": _raise, **operations_of(TypedPromise())}
    return Bridge(operations, typedpromise.Promise)


def _raise(error: Exception) -> None:
    raise error


def function(bridge: Bridge, source: str) -> JSFunction:
    value = bridge.evaluate(f"({source})")
    assert isinstance(value, JSFunction)
    return value


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("undefined", None),
        ("null", NULL),
        ("true", True),
        ("0", 0),
        ("1.5", 1.5),
        ("2 ** 40", 2**40),
        ("'undefined'", "undefined"),
        ("'throw'", "throw"),
        ("'a:b\\n'", "a:b\n"),
    ],
)
def test_primitive(bridge: Bridge, source: str, value: object) -> None:
    """A primitive crosses by value, both ways."""
    assert bridge.evaluate(source) == value
    assert function(bridge, f"(value) => value === {source}")(value) is True


@pytest.mark.parametrize("source", ["{}", "[]", "function () {}", "new Error('x')", "new Date()"])
def test_js_identity(bridge: Bridge, source: str) -> None:
    """A JS object is one and the same handle in Python, and comes back as the object it was."""
    handle = bridge.evaluate(f"globalThis.x = ({source})")

    assert handle is bridge.evaluate("x")
    assert handle is not bridge.evaluate(f"({source})")
    assert function(bridge, "(value) => value === x")(handle) is True


def test_python_identity(bridge: Bridge) -> None:
    """A Python promise has one face in JS, and comes back from there as the promise it was."""
    promise = typedpromise.Promise.resolve(1)

    assert function(bridge, "(a, b) => a === b")(promise, promise) is True
    assert function(bridge, "(a, b) => a === b")(promise, typedpromise.Promise.resolve(1)) is False
    assert function(bridge, "(value) => value")(promise) is promise
    assert function(bridge, "(value) => typeof value.then")(promise) == "function"


def test_python_callable(bridge: Bridge) -> None:
    """A Python callable is a JS function; an argument left out is undefined, which is None."""
    seen: list[object] = []
    function(bridge, "(f) => { f(1, 2); f(); }")(seen.append)

    assert seen == [1, None]


def test_one_read_is_one_get(bridge: Bridge) -> None:
    """Reading `then` of a handle reads it once in JS, each time anew."""
    thenable = bridge.evaluate("globalThis.reads = 0; ({get then() { return ++reads; }})")
    assert isinstance(thenable, JSObject)

    assert bridge.evaluate("reads") == 0
    assert [thenable.then, thenable.then] == [1, 2]
    assert bridge.evaluate("reads") == 2


def test_object_without_then(bridge: Bridge) -> None:
    """A handle has a `then` only if the JS object has."""
    assert not hasattr(bridge.evaluate("({})"), "then")


@pytest.mark.parametrize("source", ["{}", "function () {}"])
def test_thenable(bridge: Bridge, source: str) -> None:
    """A JS object or function with a `then` is called with itself as `this` and with two functions."""
    then = "{then(resolve, reject) { resolve(this); reject(typeof reject); }}"
    thenable = bridge.evaluate(f"Object.assign({source}, {then})")
    assert isinstance(thenable, JSObject)
    bound = thenable.then
    assert callable(bound)
    resolved: list[object] = []
    rejected: list[Exception] = []
    bound(resolved.append, rejected.append)

    assert resolved == [thenable]
    assert [(type(reason), reason.args) for reason in rejected] == [(JSReason, ("function",))]


@pytest.mark.parametrize("reason", ["undefined", "null", "'text'", "0", "x"])
def test_thrown_in_js(bridge: Bridge, reason: str) -> None:
    """Whatever JS throws is one exception class in Python, and in JS again what was thrown."""
    bridge.evaluate("globalThis.x = {}")
    with pytest.raises(JSReason) as raised:
        function(bridge, f"() => {{ throw {reason} }}")()

    assert raised.value.value == bridge.evaluate(reason)
    assert function(bridge, f"(value) => value === {reason}")(raised.value) is True


def test_throwing_getter(bridge: Bridge) -> None:
    """A getter of `then` that throws makes the read raise."""
    thenable = bridge.evaluate("globalThis.x = {}; ({get then() { throw x }})")
    assert isinstance(thenable, JSObject)
    with pytest.raises(JSReason) as raised:
        thenable.then  # noqa: B018 - the read is the point

    assert raised.value.value is bridge.evaluate("x")


@pytest.mark.parametrize(
    ("error", "js_class"), [(TypeError("t"), "TypeError"), (ValueError("v"), "Error"), (KeyError("k"), "Error")]
)
def test_raised_in_python(bridge: Bridge, error: Exception, js_class: str) -> None:
    """A Python exception is a JS error of its kind, with its message, and comes back as itself."""
    caught = function(bridge, "(e) => { try { bridge.callPython('raise', e) } catch (caught) { return caught } }")
    as_text = function(bridge, "(e) => String(e)")

    assert caught(error) is error
    assert as_text(error) == f"{js_class}: {type(error).__name__}: {error}"
    with pytest.raises(type(error)) as raised:
        function(bridge, "(e) => { throw e }")(error)
    assert raised.value is error


def test_handler_that_is_no_function() -> None:
    """A handler that is no function reaches the library as the value that it is."""
    seen: list[tuple[object, object]] = []

    class Recorder(TypedPromise):
        def then(self, promise: object, on_fulfilled: object, on_rejected: object) -> object:
            seen.append((on_fulfilled, on_rejected))
            return promise

    bridge = Bridge(operations_of(Recorder()), typedpromise.Promise)
    promise = typedpromise.Promise.resolve(1)
    function(bridge, "(p) => { p.then(5, null); p.then(undefined, false); p.then(); }")(promise)

    assert seen == [(5, NULL), (None, False), (None, None)]


def test_calls_nest(bridge: Bridge) -> None:
    """Python and JS may call each other to any depth within reason."""
    up = function(bridge, "(down, depth) => down(depth)")

    def down(depth: float) -> object:
        return up(down, depth - 1) if depth else "ground"

    assert up(down, 50) == "ground"
