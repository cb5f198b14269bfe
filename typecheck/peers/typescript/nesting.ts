// Handlers inside handlers: types reach the inner lambda, at every depth that people write.

import { type Equal, expectType } from "./expect";
import * as world from "./world";
import { User } from "./world";

export function two_levels(n: Promise<number>, s: Promise<string>): void {
  const got = n.then((x) => s.then((t) => t.repeat(x)));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function three_levels(n: Promise<number>): void {
  const chain = n.then((a) => world.fetch(a).then((b) => world.fetch(b.length).then((c) => [a, b, c] as const)));
  expectType<Equal<typeof chain, Promise<readonly [number, string, string]>>>();
}

export function four_levels(n: Promise<number>): void {
  const chain = n.then((a) => n.then((b) => n.then((c) => n.then((d) => a + b + c + d))));
  expectType<Equal<typeof chain, Promise<number>>>();
}

export function an_inner_value_of_the_outer_object(user: Promise<User>): void {
  const got = user.then((u) => u.avatar(2).then((picture) => [u.name, picture.length] as const));
  expectType<Equal<typeof got, Promise<readonly [string, number]>>>();
}

export function a_catch_inside(n: Promise<number>): void {
  const got = n.then((x) => world.fetch(x).catch((e) => "failed"));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_catch_that_adds_a_type_inside(n: Promise<number>): void {
  const got = n.then((x) => world.fetch(x).catch((e) => null));
  expectType<Equal<typeof got, Promise<string | null>>>();
}

export function a_finally_inside(n: Promise<number>): void {
  const got = n.then((x) => world.fetch(x).finally(() => null));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_combinator_inside(n: Promise<number>): void {
  const got = n.then((x) => Promise.all([world.fetch(x), world.fetch_number(x)]));
  expectType<Equal<typeof got, Promise<[string, number]>>>();
}

export function a_chain_in_an_error_handler(n: Promise<number>): void {
  const got = n.catch((e) => world.fetch(0).then((s) => [s]));
  expectType<Equal<typeof got, Promise<number | string[]>>>();
}

export function a_chain_in_each_of_two_handlers(n: Promise<number>): void {
  const chain = n.then(
    (x) => world.fetch(x).then(world.length),
    (e) => world.fetch(0).then((s) => [s]),
  );
  expectType<Equal<typeof chain, Promise<number | string[]>>>();
}

export function a_chain_on_what_the_handler_was_given(promises: Promise<number[]>): void {
  const chain = promises.then((xs) => Promise.all(xs.map((x) => world.fetch(x))).then((texts) => texts.join(", ")));
  expectType<Equal<typeof chain, Promise<string>>>();
}
