// A small mocha: what the suite uses of its BDD interface, with mocha's rules for when a test has failed.
(function () {
    "use strict";

    // The suite's own runner asks for 200 ms (promises-aplus-tests/lib/programmaticRunner.js).
    const TIMEOUT = 200;

    const root = { path: [], before: [], after: [], parent: null };
    const tests = [];
    let suite = root;
    let started = 0;
    let current = null;

    function describe(title, define) {
        const outer = suite;
        suite = { path: outer.path.concat(title), before: [], after: [], parent: outer };
        define();
        suite = outer;
    }

    function specify(title, run) {
        tests.push({ path: suite.path.concat(title), run, suite, error: null, finished: false });
    }

    function hook(kind) {
        return (run) => {
            if (run.length > 0) {
                throw new Error("a hook that takes `done` is not supported");
            }
            suite[kind].push(run);
        };
    }

    // Outer hooks come first before a test, and last after it.
    function hooks(of, kind) {
        const own = of[kind];
        if (of.parent === null) {
            return own;
        }
        const outer = hooks(of.parent, kind);
        return kind === "before" ? outer.concat(own) : own.concat(outer);
    }

    function fail(test, error) {
        // The first error is the telling one.
        test.error = test.error === null ? String(error) : test.error;
    }

    function finish(test) {
        test.finished = true;
        clearTimeout(test.timer);
        try {
            hooks(test.suite, "after").forEach((run) => run());
        } catch (error) {
            fail(test, error);
        }
        setImmediate(startNext);
    }

    function done(test, error) {
        if (test.finished) {
            if (!test.timedOut) {
                fail(test, new Error("done() called multiple times"));
            }
            return;
        }
        if (error) {
            fail(test, error);
        }
        finish(test);
    }

    function startNext() {
        if (started === tests.length) {
            return;
        }
        const test = current = tests[started++];
        test.timer = setTimeout(() => {
            test.timedOut = true;
            fail(test, new Error("timeout of " + TIMEOUT + "ms exceeded: done() was not called"));
            finish(test);
        }, TIMEOUT);
        try {
            hooks(test.suite, "before").forEach((run) => run());
            test.run.call({}, (error) => done(test, error));
        } catch (error) {
            uncaught(error);
            return;
        }
        if (test.run.length === 0) {
            finish(test);
        }
    }

    // Mocha blames the running test for what is thrown in a timer.
    function uncaught(error) {
        fail(current, error);
        if (!current.finished) {
            finish(current);
        }
    }

    Object.assign(globalThis, {
        describe,
        specify,
        it: specify,
        beforeEach: hook("before"),
        afterEach: hook("after"),
    });

    globalThis.mocha = {
        // Loads a file of tests and runs them, each in a macrotask of its own.
        start(file) {
            setImmediate(() => {
                modules.require(file);
                clock.onError = uncaught;
                startNext();
            });
        },
        results: () => JSON.stringify(
            tests.map(({ path, error, finished }) => ({ path, error: finished ? error : "the test did not end" }))
        ),
    };
}());
