// The same shapes for JavaScript's own promise, for bluebird, and those of the loader for dataloader:
// `node node.js SECONDS [CONTESTANT]...`; JSON to standard output.
// Another runtime, so not paired: medians of its own processor time, which counts the threads of V8 as well.
"use strict";

const seconds = Number(process.argv[2]);
const inc = (value) => value + 1;
const five = () => 5;

function shapes(P) {
  const make = () => {
    let resolve, reject;
    const promise = new P((yes, no) => { resolve = yes; reject = no; });
    return { promise, resolve, reject };
  };
  const chain = async (n, times, pending) => {
    let seen;
    for (let i = 0; i < times; i++) {
      const r = pending ? make() : null;
      let p = pending ? r.promise : P.resolve(0);
      for (let k = 0; k < n; k++) p = p.then(inc);
      if (pending) r.resolve(0);
      seen = await p;
    }
    return seen === n;
  };
  return {
    a_one: [1000, async () => {
      let seen;
      for (let i = 0; i < 1000; i++) {
        const r = make();
        const p = r.promise.then(inc);
        r.resolve(1);
        seen = await p;
      }
      return seen === 2;
    }],
    b10r: [1000, () => chain(10, 100, false)],
    b10p: [1000, () => chain(10, 100, true)],
    b100r: [2000, () => chain(100, 20, false)],
    b100p: [2000, () => chain(100, 20, true)],
    b10kr: [10000, () => chain(10000, 1, false)],
    b10kp: [10000, () => chain(10000, 1, true)],
    c_fan: [10000, async () => {
      const r = make(), ps = [];
      for (let k = 0; k < 10000; k++) ps.push(r.promise.then(inc));
      r.resolve(0);
      return (await ps[9999]) === 1;
    }],
    d_vals: [10000, async () => {
      const vs = Array.from({ length: 10000 }, (_, k) => k);
      return (await P.all(vs))[9999] === 9999;
    }],
    d_pend: [10000, async () => {
      const rs = [];
      for (let k = 0; k < 10000; k++) rs.push(make());
      const all = P.all(rs.map((r) => r.promise));
      rs.forEach((r, k) => r.resolve(k));
      return (await all)[9999] === 9999;
    }],
    e_tail: [10000, async () => {
      const step = (k) => (k ? P.resolve(k - 1).then(step) : "done");
      return (await P.resolve(10000).then(step)) === "done";
    }],
    f_rej: [2000, async () => {
      let seen;
      for (let i = 0; i < 2; i++) {
        const r = make();
        let p = r.promise;
        for (let k = 0; k < 1000; k++) p = p.then(inc);
        p = p.catch(five);
        r.reject(new Error("x"));
        seen = await p;
      }
      return seen === 5;
    }],
    finally: [2000, async () => {
      let seen;
      for (let i = 0; i < 20; i++) {
        const r = make();
        let p = r.promise;
        for (let k = 0; k < 100; k++) p = p.finally(() => {});
        r.resolve(7);
        seen = await p;
      }
      return seen === 7;
    }],
  };
}

// As the README of dataloader has it; its batch function must return a promise.
function loaderShapes(DataLoader) {
  const doubled = async (keys) => keys.map((key) => key * 2);
  const loaded = (users, n) => Promise.all(Array.from({ length: n }, (_, key) => users.load(key)));
  const isRight = (seen, n) => seen.reduce((sum, value) => sum + value, 0) === n * (n - 1);
  const load = async (n, times) => {
    let seen;
    for (let i = 0; i < times; i++) seen = await loaded(new DataLoader(doubled), n);
    return isRight(seen, n);
  };
  const full = new DataLoader(doubled);
  return {
    i100: [2000, () => load(100, 20)],
    i1000: [2000, () => load(1000, 2)],
    i_again: [2000, async () => {
      let seen;
      for (let i = 0; i < 2; i++) seen = await loaded(full, 1000);
      return isRight(seen, 1000);
    }],
  };
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

async function measured(pieces) {
  const found = {};
  for (const [key, [elements, work]] of Object.entries(pieces)) {
    for (let warm = 0; warm < 20; warm++) if (!(await work())) throw new Error(`${key} gives a wrong result`);
    const samples = [];
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end || samples.length < 5) {
      // One piece is too short for the clock.
      const before = process.cpuUsage();
      for (let k = 0; k < 5; k++) await work();
      const used = process.cpuUsage(before);
      samples.push(((used.user + used.system) * 1000) / elements / 5);
    }
    found[key] = median(samples);
  }
  return found;
}

const required = (name) => {
  try { return require(name); } catch { return null; }
};

// By contestant: what it needs, which is null where it is not installed, and its shapes.
const contestants = {
  "node, native": [Promise, shapes],
  bluebird: [required("bluebird"), shapes],
  "dataloader (JS)": [required("dataloader"), loaderShapes],
};

(async () => {
  const wanted = process.argv.slice(3);
  const found = {};
  for (const [name, [module, made]] of Object.entries(contestants)) {
    if (module && (!wanted.length || wanted.includes(name))) found[name] = await measured(made(module));
  }
  process.stdout.write(JSON.stringify({ version: process.version, shapes: found }));
})();
