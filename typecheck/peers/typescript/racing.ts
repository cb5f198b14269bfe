// `Promise.any` and `Promise.race`: one of the values, so the union of their types.

import { type Equal, expectType } from "./expect";
import * as world from "./world";
import { User } from "./world";

// any, one by one.

export function any_of_one(n: Promise<number>): void {
  const got = Promise.any([n]);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function any_of_two(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.any([n, s]);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function any_of_three(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>): void {
  const got = Promise.any([n, s, b]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array>>>();
}

export function any_of_four(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>): void {
  const got = Promise.any([n, s, b, f]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean>>>();
}

export function any_of_five(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>, user: Promise<User>): void {
  const got = Promise.any([n, s, b, f, user]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean | User>>>();
}

export function any_of_six(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>, user: Promise<User>): void {
  const got = Promise.any([n, s, b, f, user, n]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean | User>>>();
}

export function any_of_seven(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>, user: Promise<User>): void {
  const got = Promise.any([n, s, b, f, user, n, s]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean | User>>>();
}

export function any_of_eight(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>, user: Promise<User>): void {
  const got = Promise.any([n, s, b, f, user, n, s, b]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean | User>>>();
}

export function any_of_nine(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>, user: Promise<User>): void {
  const got = Promise.any([n, s, b, f, user, n, s, b, f]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean | User>>>();
}

export function any_of_ten(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>, user: Promise<User>): void {
  const got = Promise.any([n, s, b, f, user, n, s, b, f, user]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean | User>>>();
}

export function any_of_twelve_of_one_type(n: Promise<number>): void {
  const got = Promise.any([n, n, n, n, n, n, n, n, n, n, n, n]);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function any_of_an_unpacked_list(promises: Promise<number>[]): void {
  const got = Promise.any([...promises]);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function any_of_a_promise_and_a_coroutine(n: Promise<number>): void {
  const got = Promise.any([n, world.fetch_soon(1)]);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function any_of_two_of_one_type(n: Promise<number>): void {
  const got = Promise.any([n, n]);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function any_of_two_chains_of_lambdas(n: Promise<number>): void {
  const got = Promise.any([n.then((x) => [x]), n.then((x) => String(x))]);
  expectType<Equal<typeof got, Promise<number[] | string>>>();
}

export function any_with_a_rejection(n: Promise<number>): void {
  const got = Promise.any([n, Promise.reject(new Error())]);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function any_and_a_handler(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.any([n, s]).then((value) => String(value));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function any_of_an_optional_value(user: Promise<User | null>, n: Promise<number>): void {
  const got = Promise.any([user, n]);
  expectType<Equal<typeof got, Promise<User | null | number>>>();
}

export async function any_and_await(n: Promise<number>, s: Promise<string>): Promise<void> {
  const got = await Promise.any([n, s]);
  expectType<Equal<typeof got, number | string>>();
}

// any, of a tuple and of any other iterable.

export function any_of_a_tuple_of_one(n: Promise<number>): void {
  const got = Promise.any([n] as const);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function any_of_a_tuple_of_two(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.any([n, s] as const);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function any_of_a_tuple_of_three(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>): void {
  const got = Promise.any([n, s, b] as const);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array>>>();
}

export function any_of_a_tuple_of_four(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>): void {
  const got = Promise.any([n, s, b, f] as const);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean>>>();
}

export function any_of_a_tuple_of_five(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>, user: Promise<User>): void {
  const got = Promise.any([n, s, b, f, user] as const);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean | User>>>();
}

export function any_of_a_tuple_of_any_length(promises: readonly Promise<number>[]): void {
  const got = Promise.any(promises);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function any_of_a_list(n: Promise<number>): void {
  const got = Promise.any([n, n]);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function any_of_a_list_in_a_variable(promises: Promise<number>[]): void {
  const got = Promise.any(promises);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function any_of_a_list_of_two_types(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.any([n, s]);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function any_of_a_list_of_values_and_promises(values: (number | Promise<number>)[]): void {
  const got = Promise.any(values);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function any_of_a_list_of_coroutines(): void {
  const got = Promise.any([world.fetch_soon(1), world.fetch_soon(2)]);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function any_of_a_generator(): void {
  function* fetches() {
    for (const i of [0, 1, 2]) yield world.fetch(i);
  }
  const got = Promise.any(fetches());
  expectType<Equal<typeof got, Promise<string>>>();
}

export function any_of_an_iterable(promises: Iterable<Promise<number>>): void {
  const got = Promise.any(promises);
  expectType<Equal<typeof got, Promise<number>>>();
}

// race, one by one.

export function race_of_one(n: Promise<number>): void {
  const got = Promise.race([n]);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function race_of_two(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.race([n, s]);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function race_of_three(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>): void {
  const got = Promise.race([n, s, b]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array>>>();
}

export function race_of_four(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>): void {
  const got = Promise.race([n, s, b, f]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean>>>();
}

export function race_of_five(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>, user: Promise<User>): void {
  const got = Promise.race([n, s, b, f, user]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean | User>>>();
}

export function race_of_six(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>, user: Promise<User>): void {
  const got = Promise.race([n, s, b, f, user, n]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean | User>>>();
}

export function race_of_seven(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>, user: Promise<User>): void {
  const got = Promise.race([n, s, b, f, user, n, s]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean | User>>>();
}

export function race_of_eight(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>, user: Promise<User>): void {
  const got = Promise.race([n, s, b, f, user, n, s, b]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean | User>>>();
}

export function race_of_nine(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>, user: Promise<User>): void {
  const got = Promise.race([n, s, b, f, user, n, s, b, f]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean | User>>>();
}

export function race_of_ten(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>, user: Promise<User>): void {
  const got = Promise.race([n, s, b, f, user, n, s, b, f, user]);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean | User>>>();
}

export function race_of_twelve_of_one_type(n: Promise<number>): void {
  const got = Promise.race([n, n, n, n, n, n, n, n, n, n, n, n]);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function race_of_an_unpacked_list(promises: Promise<number>[]): void {
  const got = Promise.race([...promises]);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function race_of_a_promise_and_a_coroutine(n: Promise<number>): void {
  const got = Promise.race([n, world.fetch_soon(1)]);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function race_of_two_of_one_type(n: Promise<number>): void {
  const got = Promise.race([n, n]);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function race_of_two_chains_of_lambdas(n: Promise<number>): void {
  const got = Promise.race([n.then((x) => [x]), n.then((x) => String(x))]);
  expectType<Equal<typeof got, Promise<number[] | string>>>();
}

export function race_with_a_rejection(n: Promise<number>): void {
  const got = Promise.race([n, Promise.reject(new Error())]);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function race_and_a_handler(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.race([n, s]).then((value) => String(value));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function race_of_an_optional_value(user: Promise<User | null>, n: Promise<number>): void {
  const got = Promise.race([user, n]);
  expectType<Equal<typeof got, Promise<User | null | number>>>();
}

export async function race_and_await(n: Promise<number>, s: Promise<string>): Promise<void> {
  const got = await Promise.race([n, s]);
  expectType<Equal<typeof got, number | string>>();
}

// race, of a tuple and of any other iterable.

export function race_of_a_tuple_of_one(n: Promise<number>): void {
  const got = Promise.race([n] as const);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function race_of_a_tuple_of_two(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.race([n, s] as const);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function race_of_a_tuple_of_three(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>): void {
  const got = Promise.race([n, s, b] as const);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array>>>();
}

export function race_of_a_tuple_of_four(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>): void {
  const got = Promise.race([n, s, b, f] as const);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean>>>();
}

export function race_of_a_tuple_of_five(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, f: Promise<boolean>, user: Promise<User>): void {
  const got = Promise.race([n, s, b, f, user] as const);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array | boolean | User>>>();
}

export function race_of_a_tuple_of_any_length(promises: readonly Promise<number>[]): void {
  const got = Promise.race(promises);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function race_of_a_list(n: Promise<number>): void {
  const got = Promise.race([n, n]);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function race_of_a_list_in_a_variable(promises: Promise<number>[]): void {
  const got = Promise.race(promises);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function race_of_a_list_of_two_types(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.race([n, s]);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function race_of_a_list_of_values_and_promises(values: (number | Promise<number>)[]): void {
  const got = Promise.race(values);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function race_of_a_list_of_coroutines(): void {
  const got = Promise.race([world.fetch_soon(1), world.fetch_soon(2)]);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function race_of_a_generator(): void {
  function* fetches() {
    for (const i of [0, 1, 2]) yield world.fetch(i);
  }
  const got = Promise.race(fetches());
  expectType<Equal<typeof got, Promise<string>>>();
}

export function race_of_an_iterable(promises: Iterable<Promise<number>>): void {
  const got = Promise.race(promises);
  expectType<Equal<typeof got, Promise<number>>>();
}
