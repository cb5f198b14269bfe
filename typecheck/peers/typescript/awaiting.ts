// `await promise` gives the value, and a promise is taken wherever an awaitable is.

import { type Equal, expectType } from "./expect";
import * as world from "./world";
import { User } from "./world";

export async function a_promise(n: Promise<number>): Promise<void> {
  const got = await n;
  expectType<Equal<typeof got, number>>();
}

export async function a_chain(n: Promise<number>): Promise<void> {
  const got = await n.then(world.fetch);
  expectType<Equal<typeof got, string>>();
}

export async function a_chain_with_a_catch(n: Promise<number>): Promise<void> {
  const got = await n.catch((e) => null);
  expectType<Equal<typeof got, number | null>>();
}

export async function an_optional_value(user: Promise<User | null>): Promise<void> {
  const found = await user;
  const got = found ? found.name : "";
  expectType<Equal<typeof got, string>>();
}

export async function a_combinator(n: Promise<number>, s: Promise<string>): Promise<void> {
  const got = await Promise.all([n, s]);
  expectType<Equal<typeof got, [number, string]>>();
}

export async function a_combinator_into_names(n: Promise<number>, s: Promise<string>): Promise<void> {
  const [number, text] = await Promise.all([n, s]);
  expectType<Equal<typeof number, number>>();
  expectType<Equal<typeof text, string>>();
}

export async function a_combinator_of_a_list(promises: Promise<number>[]): Promise<void> {
  const got = await Promise.all(promises);
  expectType<Equal<typeof got, number[]>>();
}

export async function as_an_awaitable(n: Promise<number>): Promise<void> {
  const waiting: PromiseLike<number> = n;
  const got = await waiting;
  expectType<Equal<typeof got, number>>();
}

export async function in_a_comprehension(promises: Promise<number>[]): Promise<void> {
  const got: number[] = [];
  for (const p of promises) {
    const value = await p;
    expectType<Equal<typeof value, number>>();
    got.push(value);
  }
}

export async function in_an_expression(n: Promise<number>): Promise<void> {
  const got = (await n) + 1;
  expectType<Equal<typeof got, number>>();
}

export async function a_subclass(traced: world.Traced<number>): Promise<void> {
  const got = await traced;
  expectType<Equal<typeof got, number>>();
}
