// The adapter that the suite asks for (its README: "Adapters"), over the Python library under test.
global.adapter = {
    resolved: (value) => bridge.callPython("resolved", value),
    rejected: (reason) => bridge.callPython("rejected", reason),
    deferred() {
        const resolvers = bridge.callPython("deferred");
        return {
            promise: bridge.callPython("promise", resolvers),
            resolve: (value) => bridge.callPython("resolve", resolvers, value),
            reject: (reason) => bridge.callPython("reject", resolvers, reason),
        };
    },
};
