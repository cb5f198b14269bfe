// CommonJS, as much of it as the vendored packages use: sources are handed in by path, `require` finds them.
(function () {
    "use strict";

    const sources = new Map();
    const modules = new Map();

    // What npm's resolution would pick, said outright.
    const mains = {
        assert: "assert/assert.js",
        inherits: "inherits/inherits_browser.js",
        sinon: "sinon/pkg/sinon-1.17.7.js",
        util: "util/util.js",
    };

    // Sinon's "main" needs three more packages; `pkg/` is the same release in one file, made for a <script> tag:
    // given a `require` it would look for its parts again.
    const scripts = { "sinon/pkg/sinon-1.17.7.js": "sinon" };

    function resolve(name, folder) {
        if (!name.startsWith(".")) {
            // `require("util/")` is npm's way past node's built-in module of the same name.
            name = name.replace(/\/$/, "");
            return mains[name] || name;
        }
        const parts = folder.split("/");
        for (const part of name.split("/")) {
            if (part === "..") {
                parts.pop();
            } else if (part !== ".") {
                parts.push(part);
            }
        }
        return parts.join("/");
    }

    function find(path) {
        for (const candidate of [path, path + ".js"]) {
            if (sources.has(candidate)) {
                return candidate;
            }
        }
        throw new Error("Cannot find module '" + path + "'");
    }

    function load(path) {
        if (!modules.has(path)) {
            const module = { exports: {} };
            modules.set(path, module);
            if (path in scripts) {
                (0, eval)(sources.get(path));
                module.exports = global[scripts[path]];
            } else {
                run(path, module);
            }
        }
        return modules.get(path).exports;
    }

    function run(path, module) {
        const folder = path.slice(0, path.lastIndexOf("/"));
        const require = (name) => load(find(resolve(name, folder)));
        // An indirect eval is global code, so a file without "use strict" stays sloppy (clause 2.2.5 depends on it).
        const wrapper = (0, eval)("(function (exports, require, module) {" + sources.get(path) + "\n})");
        wrapper.call(module.exports, module.exports, require, module);
    }

    globalThis.global = globalThis;
    globalThis.modules = {
        define: (path, source) => { sources.set(path, source); },
        require: (name) => load(find(resolve(name, ""))),
    };
}());
