// Timers on a virtual clock, so that nothing ever sleeps.
//
// A millisecond lasts as long as the tasks that are due in it, and at least one turn. Time must not jump to the next
// timer: the host's jobs run between turns, and a test's timeout would come before the jobs it waits for.
(function () {
    "use strict";

    const tasks = new Map();
    let now = 0;
    let lastId = 0;

    function post(run, delay) {
        tasks.set(++lastId, { due: now + delay, run });
        return lastId;
    }

    // Ids grow and a Map keeps its order, so tasks that are due run in the order they were posted in.
    function takeDue() {
        for (const [id, task] of tasks) {
            if (task.due <= now) {
                tasks.delete(id);
                return task;
            }
        }
        return undefined;
    }

    globalThis.setTimeout = (run, delay, ...args) => post(() => run(...args), Math.max(1, delay || 0));
    globalThis.setImmediate = (run, ...args) => post(() => run(...args), 0);
    globalThis.clearTimeout = globalThis.clearImmediate = (id) => { tasks.delete(id); };

    globalThis.clock = {
        onError: (error) => { throw error; },

        // Runs one macrotask, or lets a millisecond pass; tells whether there was anything to wait for.
        turn() {
            const task = takeDue();
            if (task === undefined) {
                now += 1;
                return tasks.size > 0;
            }
            try {
                task.run();
            } catch (error) {
                clock.onError(error);
            }
            return true;
        },
    };
}());
