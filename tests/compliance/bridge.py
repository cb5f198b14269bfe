"""The Python side of the bridge to the embedded JS engine; javascript/bridge.js has the other and the wire format."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

import quickjs  # type: ignore[import-untyped]  # quickjs-ng ships no type marker

from .values import NULL, JSFunction, JSObject, JSReason, as_exception

JAVASCRIPT: Final = Path(__file__).parent / "javascript"

Wire: TypeAlias = str | float | None
Operations: TypeAlias = Mapping[str, Callable[..., object]]


class Bridge:
    """One JS engine, and the two tables that keep identities across the border.

    The tables hold everything that ever crossed, on purpose: an id that was used again would be another object.
    A run is short, and the engine goes with its bridge.
    """

    def __init__(self, operations: Operations, promise_type: type) -> None:
        self._operations = {
            "call": lambda function, *arguments: function(*arguments),
            **operations,
        }
        self._promise_type = promise_type
        self._handles: dict[int, JSObject] = {}
        self._python_objects: list[object] = []
        self._python_ids: dict[int, int] = {}
        self._thrown: Wire = None
        self._context = quickjs.Context()
        self._context.add_callable("python", self._answer)
        self.load("bridge")
        js = {name: self._context.eval(f"bridge.{name}") for name in ("getThen", "call", "evaluate", "takeThrown")}
        self._get_then, self._call, self._evaluate, self._take_thrown = js.values()

    def load(self, script: str) -> None:
        """Evaluate a script of the harness."""
        self.execute((JAVASCRIPT / f"{script}.js").read_text(encoding="utf-8"))

    def execute(self, source: str) -> object:
        """Return a primitive that the harness' own JS gives; an error there is the engine's, with a JS stack."""
        return self._context.eval(source)

    def evaluate(self, source: str) -> object:
        """Return the value of a JS expression; what it throws comes as an exception."""
        return self._received(self._evaluate(source))

    def get_then(self, owner: JSObject) -> object:
        """Do one JS [[Get]] of `then`."""
        return self._received(self._get_then(self._to_js(owner)))

    def call(self, function: JSFunction, this: object, *arguments: object) -> object:
        """Do one JS [[Call]]."""
        return self._received(self._call(self._to_js(function), *map(self._to_js, (this, *arguments))))

    def forget(self) -> None:
        """Drop what the tables kept alive; a call after this would find nothing."""
        self._python_objects.clear()
        self._handles.clear()

    def _received(self, wire: Wire) -> object:
        if wire == "throw":
            raise as_exception(self._from_js(self._take_thrown()))
        return self._from_js(wire)

    def _answer(self, operation: str, *wires: Wire) -> Wire:
        """Serve a call from JS; no exception may leave, because the engine cannot carry one."""
        if operation == "takeThrown":
            return self._thrown
        try:
            return self._to_js(self._operations[operation](*map(self._from_js, wires)))
        except Exception as error:  # noqa: BLE001 - JS code may catch it, whatever it is
            self._thrown = self._to_js(error)
            return "throw"

    def _from_js(self, wire: Wire) -> object:
        if wire is None:
            return NULL
        if not isinstance(wire, str):
            return wire
        tag, _, payload = wire.partition(":")
        if tag == "undefined":
            return None
        if tag == "string":
            return payload
        number = int(payload)
        if tag == "python":
            return self._python_objects[number]
        if number not in self._handles:
            self._handles[number] = (JSFunction if tag == "function" else JSObject)(self, number)
        return self._handles[number]

    def _to_js(self, value: object) -> Wire:
        if value is NULL:
            return None
        if value is None:
            return "undefined"
        if isinstance(value, bool):
            return value
        if isinstance(value, int | float):
            # The binding cuts an int to 32 bits; JS has but one kind of number anyway.
            return float(value)
        if isinstance(value, JSReason):
            return self._to_js(value.value)
        return self._tagged(value)

    def _tagged(self, value: object) -> str:
        if isinstance(value, str):
            return f"string:{value}"
        if isinstance(value, JSObject):
            return f"js:{value.number}"
        return self._face(value)

    def _face(self, value: object) -> str:
        if id(value) not in self._python_ids:
            self._python_ids[id(value)] = len(self._python_objects)
            self._python_objects.append(value)
        number = self._python_ids[id(value)]
        if isinstance(value, self._promise_type):
            return f"promise:{number}:"
        if isinstance(value, BaseException):
            # Clause 2.3.1 asks for a TypeError, and JS code tests that with instanceof.
            kind = "TypeError" if isinstance(value, TypeError) else "error"
            return f"{kind}:{number}:{type(value).__name__}: {value}"
        return f"{'function' if callable(value) else 'object'}:{number}:"
