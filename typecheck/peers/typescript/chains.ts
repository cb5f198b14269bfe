// Whole chains: the type at the end follows from every link.

import { type Equal, expectType } from "./expect";
import * as world from "./world";
import { User } from "./world";

export function of_plain_handlers(n: Promise<number>): void {
  const chain = n
    .then(String)
    .then(world.length)
    .then((x) => x * 2.0)
    .catch((e) => null)
    .finally(world.clean_up);
  expectType<Equal<typeof chain, Promise<number | null>>>();
}

export function of_lambdas_only(user: Promise<User>): void {
  const got = user
    .then((u) => u.name)
    .then((s) => new TextEncoder().encode(s))
    .then((b) => b.length);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function that_flattens_at_every_link(n: Promise<number>): void {
  const chain = n
    .then(world.fetch)
    .then((s) => world.fetch_soon(s.length))
    .then((s) => world.fetch(s.length))
    .then((s) => new URL(s));
  expectType<Equal<typeof chain, Promise<URL>>>();
}

export function with_a_catch_in_the_middle(n: Promise<number>): void {
  const got = n
    .then(String)
    .catch((e) => "failed")
    .then((s) => s.toUpperCase());
  expectType<Equal<typeof got, Promise<string>>>();
}

export function with_a_narrowing_handler_after_a_catch(n: Promise<number>): void {
  const got = n.catch((e) => null).then((x) => (x !== null ? x + 1 : 0));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function with_both_handlers_in_the_middle(n: Promise<number>): void {
  const got = n.then(String, (e) => "failed").then(world.length);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function with_finally_in_the_middle(n: Promise<number>): void {
  const got = n
    .then(String)
    .finally(() => null)
    .then(world.length);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function with_an_empty_then_in_the_middle(n: Promise<number>): void {
  const got = n.then(String).then().then(world.length);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function from_a_combinator(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.all([n, s]).then((both) => both[1].repeat(both[0]));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function from_an_executor(): void {
  const got = new Promise(world.start).then(String).then(world.length);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function from_a_resolved_value(): void {
  const got = Promise.resolve("file:///a.txt")
    .then((s) => new URL(s))
    .then((u) => u.pathname);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function from_try(): void {
  const got = Promise.try(world.read, 2).then((b) => b.length);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function of_ten_links(n: Promise<number>): void {
  const chain = n
    .then((x) => x + 1)
    .then((x) => x + 1)
    .then((x) => x + 1)
    .then((x) => String(x))
    .then((s) => s + "!")
    .then((s) => [s])
    .then((xs) => [...xs, ...xs])
    .then((xs) => new Map(xs.map((x) => [x, x.length] as const)))
    .then((sizes) => sizes.entries())
    .then((items) => [...items].sort());
  expectType<Equal<typeof chain, Promise<[string, number][]>>>();
}

export function in_a_comprehension(promises: Promise<number>[]): void {
  const got = promises.map((p) => p.then(String));
  expectType<Equal<typeof got, Promise<string>[]>>();
}

export function in_a_loop(promises: Promise<number>[]): void {
  for (const p of promises) {
    const got = p.then((x) => [x]);
    expectType<Equal<typeof got, Promise<number[]>>>();
  }
}

export function through_a_function_of_the_user(n: Promise<number>): void {
  function described(p: Promise<number>): Promise<string> {
    return p.then((x) => `it is ${x}`);
  }
  const got = described(n).then(world.length);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function through_a_generic_function_of_the_user(n: Promise<number>): void {
  function boxed<X>(p: Promise<X>): Promise<world.Box<X>> {
    return p.then((x) => new world.Box(x));
  }
  const got = boxed(n).then((box) => box.value);
  expectType<Equal<typeof got, Promise<number>>>();
}
