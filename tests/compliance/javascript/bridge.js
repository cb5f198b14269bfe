// The JS side of the bridge: one synchronous, re-entrant call in each direction.
//
// Numbers, booleans and null cross as they are. All else crosses as a string `tag:payload`, because the engine's
// Python binding turns undefined into None, as it does null, and gives an object a new wrapper each time.
//
//   undefined, string:TEXT                the two primitives that need a tag
//   object:N, function:N                  to Python: the N-th JS object seen here
//   js:N                                  to JS: that object back again
//   python:N                              to Python: the Python object whose face this is
//   promise:N:, function:N:, object:N:,   to JS: the face of the N-th Python object;
//   error:N:TEXT, TypeError:N:TEXT        made once, so that === is Python's `is`
//   throw                                 the call threw; `takeThrown` fetches what
(function () {
    "use strict";

    const objects = [];
    const handles = new Map();
    const faces = new Map();
    const pythonIds = new Map();
    let thrown;

    // A class, so that faces of promises share one `then` and are told from thenables by nothing but `pythonIds`.
    class PythonPromise {
        then(onFulfilled, onRejected) {
            return callPython("then", this, onFulfilled, onRejected);
        }
    }

    const makeFace = {
        promise: () => new PythonPromise(),
        // A missing argument is undefined in JS and must reach Python as one, hence the one named parameter.
        function: () => function face(value) { return callPython("call", face, value); },
        object: () => ({}),
        error: (text) => new Error(text),
        TypeError: (text) => new TypeError(text),
    };

    function encode(value) {
        switch (typeof value) {
        case "undefined":
            return "undefined";
        case "string":
            return "string:" + value;
        case "boolean":
        case "number":
            return value;
        case "object":
        case "function":
            return value === null ? null : encodeReference(value);
        default:
            throw new Error("the bridge carries no " + typeof value);
        }
    }

    function encodeReference(value) {
        if (pythonIds.has(value)) {
            return "python:" + pythonIds.get(value);
        }
        if (!handles.has(value)) {
            handles.set(value, objects.push(value) - 1);
        }
        return typeof value + ":" + handles.get(value);
    }

    function decode(wire) {
        if (typeof wire !== "string") {
            return wire;
        }
        if (wire === "undefined") {
            return undefined;
        }
        const [, tag, payload] = /^(\w+):([^]*)$/.exec(wire);
        if (tag === "string") {
            return payload;
        }
        if (tag === "js") {
            return objects[payload];
        }
        const [, id, text] = /^(\d+):([^]*)$/.exec(payload);
        return faceOf(tag, Number(id), text);
    }

    function faceOf(kind, id, text) {
        if (!faces.has(id)) {
            const face = makeFace[kind](text);
            faces.set(id, face);
            pythonIds.set(face, id);
        }
        return faces.get(id);
    }

    // The engine aborts when a Python exception leaves `python`, so both sides hand over what was thrown.
    function callPython(operation, ...args) {
        const answer = python(operation, ...args.map(encode));
        if (answer === "throw") {
            throw decode(python("takeThrown"));
        }
        return decode(answer);
    }

    function answer(fn) {
        try {
            return encode(fn());
        } catch (error) {
            thrown = error;
            return "throw";
        }
    }

    globalThis.bridge = {
        callPython,
        getThen: (object) => answer(() => decode(object).then),
        call: (fn, self, ...args) => answer(() => decode(fn).apply(decode(self), args.map(decode))),
        evaluate: (source) => answer(() => (0, eval)(source)),
        takeThrown: () => encode(thrown),
    };
}());
