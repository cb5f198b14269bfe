// What the JavaScript rows take for granted; a row of Bluebird's gets Bluebird's `Promise` here.
class KeyError extends Error {}
KeyError.prototype.name = "KeyError";
class ValueError extends Error {}
ValueError.prototype.name = "ValueError";

const log = [];
const one = Promise.resolve(1), two = Promise.resolve(2);
const failed = Promise.reject(new KeyError("k"));
failed.catch(() => undefined);
const add = (value) => value + 1;
const load = (key) => Promise.resolve(`row ${key}`);
const fail = () => { throw new KeyError("k"); };
const fetchRow = async (key) => `row ${key}`;
// Calls back as node's functions do, with an error or a value, later.
const read = (name, callback) => {
    setTimeout(() => name === "gone" ? callback(new KeyError(name)) : callback(null, `text of ${name}`), 0);
};
