// `Promise.all`: a tuple for promises given one by one or in a tuple, a list for any other iterable.

import { type Equal, expectType } from "./expect";
import * as world from "./world";
import { User } from "./world";

// One by one.

export function one_promise(n: Promise<number>): void {
  const got = Promise.all([n]);
  expectType<Equal<typeof got, Promise<[number]>>>();
}

export function one_coroutine(): void {
  const got = Promise.all([world.fetch_soon(1)]);
  expectType<Equal<typeof got, Promise<[string]>>>();
}

export function two_promises(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.all([n, s]);
  expectType<Equal<typeof got, Promise<[number, string]>>>();
}

export function three_promises(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>): void {
  const got = Promise.all([n, s, b]);
  expectType<Equal<typeof got, Promise<[number, string, Uint8Array]>>>();
}

export function four_promises(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.all([n, s, n, s]);
  expectType<Equal<typeof got, Promise<[number, string, number, string]>>>();
}

export function five_promises(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.all([n, s, n, s, n]);
  expectType<Equal<typeof got, Promise<[number, string, number, string, number]>>>();
}

export function six_promises(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.all([n, s, n, s, n, s]);
  expectType<Equal<typeof got, Promise<[number, string, number, string, number, string]>>>();
}

export function seven_promises(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.all([n, s, n, s, n, s, n]);
  expectType<Equal<typeof got, Promise<[number, string, number, string, number, string, number]>>>();
}

export function eight_promises(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.all([n, s, n, s, n, s, n, s]);
  expectType<Equal<typeof got, Promise<[number, string, number, string, number, string, number, string]>>>();
}

export function nine_promises(n: Promise<number>, s: Promise<string>): void {
  const nine = Promise.all([n, s, n, s, n, s, n, s, n]);
  expectType<Equal<typeof nine, Promise<[number, string, number, string, number, string, number, string, number]>>>();
}

export function ten_promises(n: Promise<number>, s: Promise<string>): void {
  const ten = Promise.all([n, s, n, s, n, s, n, s, n, s]);
  type Ten = [number, string, number, string, number, string, number, string, number, string];
  expectType<Equal<typeof ten, Promise<Ten>>>();
}

export function twelve_promises_of_one_type(n: Promise<number>): void {
  const twelve = Promise.all([n, n, n, n, n, n, n, n, n, n, n, n]);
  type Twelve = [number, number, number, number, number, number, number, number, number, number, number, number];
  expectType<Equal<typeof twelve, Promise<Twelve>>>();
}

export function a_promise_and_a_coroutine(n: Promise<number>): void {
  const got = Promise.all([n, world.fetch_soon(1)]);
  expectType<Equal<typeof got, Promise<[number, string]>>>();
}

export function two_chains_of_lambdas(n: Promise<number>): void {
  const got = Promise.all([n.then((x) => [x]), n.then((x) => String(x))]);
  expectType<Equal<typeof got, Promise<[number[], string]>>>();
}

export function an_unpacked_list(promises: Promise<number>[]): void {
  const got = Promise.all([...promises]);
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function an_unpacked_tuple(pair: [Promise<number>, Promise<string>]): void {
  const got = Promise.all([...pair]);
  expectType<Equal<typeof got, Promise<[number, string]>>>();
}

export function the_handler_gets_the_tuple(n: Promise<number>): void {
  const got = Promise.all([n, world.fetch_soon(1)]).then((both) => both[1]);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_rejection_among_them(n: Promise<number>): void {
  const got = Promise.all([n, Promise.reject(new Error())]);
  expectType<Equal<typeof got, Promise<[number, never]>>>();
}

export function a_value_of_type_any_among_them(n: Promise<number>, anything: any): void {
  const got = Promise.all([n, anything]);
  expectType<Equal<typeof got, Promise<[number, any]>>>();
}

// A tuple.

export function a_tuple_of_one(n: Promise<number>): void {
  const got = Promise.all([n] as const);
  expectType<Equal<typeof got, Promise<[number]>>>();
}

export function a_tuple_of_two(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.all([n, s] as const);
  expectType<Equal<typeof got, Promise<[number, string]>>>();
}

export function a_tuple_of_three(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>): void {
  const got = Promise.all([n, s, b] as const);
  expectType<Equal<typeof got, Promise<[number, string, Uint8Array]>>>();
}

export function a_tuple_of_four(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.all([n, s, n, s] as const);
  expectType<Equal<typeof got, Promise<[number, string, number, string]>>>();
}

export function a_tuple_of_five(n: Promise<number>, s: Promise<string>, b: Promise<Uint8Array>, user: Promise<User>): void {
  const got = Promise.all([n, s, b, user, n] as const);
  expectType<Equal<typeof got, Promise<[number, string, Uint8Array, User, number]>>>();
}

export function a_tuple_of_twelve(n: Promise<number>, s: Promise<string>): void {
  const twelve = Promise.all([n, s, n, s, n, s, n, s, n, s, n, s] as const);
  type Twelve = [number, string, number, string, number, string, number, string, number, string, number, string];
  expectType<Equal<typeof twelve, Promise<Twelve>>>();
}

export function a_tuple_of_twelve_of_one_type(n: Promise<number>): void {
  const twelve = Promise.all([n, n, n, n, n, n, n, n, n, n, n, n] as const);
  type Twelve = [number, number, number, number, number, number, number, number, number, number, number, number];
  expectType<Equal<typeof twelve, Promise<Twelve>>>();
}

export function a_tuple_with_a_plain_value(n: Promise<number>, user: User): void {
  const got = Promise.all([n, user, world.fetch_soon(1)] as const);
  expectType<Equal<typeof got, Promise<[number, User, string]>>>();
}

export function a_tuple_of_any_length(promises: readonly Promise<number>[]): void {
  const got = Promise.all(promises);
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function a_tuple_of_any_length_of_two_types(promises: readonly (Promise<number> | Promise<string>)[]): void {
  const got = Promise.all(promises);
  expectType<Equal<typeof got, Promise<(number | string)[]>>>();
}

export function a_tuple_of_any_length_of_values_and_promises(values: readonly (number | Promise<number>)[]): void {
  const got = Promise.all(values);
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function a_tuple_and_a_handler(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.all([n, s] as const).then((both) => both[1]);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_tuple_that_a_handler_unpacks(n: Promise<number>, s: Promise<string>): void {
  function joined([number, text]: [number, string]): string {
    return text.repeat(number);
  }
  const got = Promise.all([n, s] as const).then(joined);
  expectType<Equal<typeof got, Promise<string>>>();
}

// Any other iterable.

export function a_list(n: Promise<number>): void {
  const got = Promise.all([n, n]);
  expectType<Equal<typeof got, Promise<[number, number]>>>();
}

export function a_list_in_a_variable(promises: Promise<number>[]): void {
  const got = Promise.all(promises);
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function a_list_of_two_types(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.all([n, s]);
  expectType<Equal<typeof got, Promise<[number, string]>>>();
}

export function a_list_declared_with_two_types(promises: (Promise<number> | Promise<string>)[]): void {
  const got = Promise.all(promises);
  expectType<Equal<typeof got, Promise<(number | string)[]>>>();
}

export function a_list_of_promises_and_coroutines(): void {
  const got = Promise.all([world.fetch(1), world.fetch_soon(2)]);
  expectType<Equal<typeof got, Promise<[string, string]>>>();
}

export function a_list_of_values_and_promises(values: (number | Promise<number>)[]): void {
  const got = Promise.all(values);
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function a_list_of_plain_values(): void {
  const got = Promise.all([1, 2]);
  expectType<Equal<typeof got, Promise<[number, number]>>>();
}

export function a_list_of_chains(n: Promise<number>): void {
  const got = Promise.all([n.then((x) => String(x)), n.then(String)]);
  expectType<Equal<typeof got, Promise<[string, string]>>>();
}

export function a_set(n: Promise<number>): void {
  const got = Promise.all(new Set([n]));
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function a_generator(): void {
  function* fetches() {
    for (const i of [0, 1, 2]) yield world.fetch(i);
  }
  const got = Promise.all(fetches());
  expectType<Equal<typeof got, Promise<string[]>>>();
}

export function a_comprehension(): void {
  const got = Promise.all([0, 1, 2].map((i) => world.fetch(i)));
  expectType<Equal<typeof got, Promise<string[]>>>();
}

export function a_map(): void {
  const got = Promise.all([1, 2].values().map(world.fetch));
  expectType<Equal<typeof got, Promise<string[]>>>();
}

export function an_iterable(promises: Iterable<Promise<number>>): void {
  const got = Promise.all(promises);
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function an_iterator(promises: IterableIterator<Promise<number>>): void {
  const got = Promise.all(promises);
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function a_sequence_of_a_subclass(promises: readonly world.Traced<number>[]): void {
  const got = Promise.all(promises);
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function the_values_of_a_dict(by_name: Map<string, Promise<number>>): void {
  const got = Promise.all(by_name.values());
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function a_list_of_optional_values(promises: (Promise<User | null>)[]): void {
  const got = Promise.all(promises);
  expectType<Equal<typeof got, Promise<(User | null)[]>>>();
}
