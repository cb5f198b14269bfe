// Handlers of two minds: they return one type or another, a value or something to wait for.

import { type Equal, expectType } from "./expect";
import * as world from "./world";
import { User } from "./world";

// Plain values of two types.

export function a_function_that_returns_a_union(n: Promise<number>): void {
  const got = n.then(world.number_or_text);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function a_function_that_returns_an_optional(n: Promise<number>): void {
  const got = n.then(world.maybe_text);
  expectType<Equal<typeof got, Promise<string | null>>>();
}

export function a_lambda_that_returns_a_union(n: Promise<number>): void {
  const got = n.then((x) => world.number_or_text(x));
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function a_lambda_that_returns_its_argument_or_none(n: Promise<number>): void {
  const got = n.then((x) => x ? x : null);
  expectType<Equal<typeof got, Promise<number | null>>>();
}

export function a_lambda_that_returns_an_object_or_none(user: Promise<User>): void {
  const got = user.then((u) => u.id ? u : null);
  expectType<Equal<typeof got, Promise<User | null>>>();
}

export function a_lambda_with_or(s: Promise<string>): void {
  const got = s.then((s) => s || "default");
  expectType<Equal<typeof got, Promise<string>>>();
}

// Values that are unions already.

export function an_optional_value_is_narrowed(user: Promise<User | null>): void {
  const got = user.then((u) => u ? u.name : "");
  expectType<Equal<typeof got, Promise<string>>>();
}

export function an_optional_value_is_passed_on(user: Promise<User | null>): void {
  const got = user.then((u) => u);
  expectType<Equal<typeof got, Promise<User | null>>>();
}

export function an_optional_value_stays_optional(user: Promise<User | null>): void {
  const got = user.then((u) => u ? u.name : null);
  expectType<Equal<typeof got, Promise<string | null>>>();
}

export function a_union_value_is_passed_on(either: Promise<number | string>): void {
  const got = either.then((v) => v);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function a_union_value_without_handler(either: Promise<number | string>): void {
  const got = either.then();
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function a_union_value_is_narrowed(either: Promise<number | string>): void {
  const got = either.then((v) => (typeof v === "number" ? v + 1 : v.length));
  expectType<Equal<typeof got, Promise<number>>>();
}

// A value, or something to wait for.

export function a_value_or_a_promise_of_it(n: Promise<number>): void {
  const got = n.then(world.cached);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_value_or_an_awaitable_of_it(n: Promise<number>): void {
  const got = n.then(world.cached_soon);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_lambda_around_a_value_or_a_promise_of_it(n: Promise<number>): void {
  const got = n.then((x) => world.cached(x));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_conditional_lambda(n: Promise<number>): void {
  const got = n.then((x) => x ? world.fetch(x) : "none");
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_conditional_lambda_the_other_way_round(n: Promise<number>): void {
  const got = n.then((x) => x ? "none" : world.fetch(x));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_value_or_a_promise_of_another_type(n: Promise<number>): void {
  const got = n.then(world.number_or_fetched);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function a_promise_or_none(n: Promise<number>): void {
  const got = n.then(world.found);
  expectType<Equal<typeof got, Promise<string | null>>>();
}

export function a_conditional_promise_or_none(n: Promise<number>): void {
  const got = n.then((x) => x ? world.fetch(x) : null);
  expectType<Equal<typeof got, Promise<string | null>>>();
}

// Two things to wait for.

export function one_promise_or_another(n: Promise<number>): void {
  const got = n.then(world.either);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function a_conditional_of_two_promises(n: Promise<number>): void {
  const got = n.then((x) => x ? world.fetch_number(x) : world.fetch(x));
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function a_promise_or_an_awaitable_of_the_same_type(n: Promise<number>): void {
  const got = n.then(world.fetch_or_soon);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_conditional_of_two_promises_of_one_type(n: Promise<number>): void {
  const got = n.then((x) => x ? world.fetch(x) : world.fetch(0));
  expectType<Equal<typeof got, Promise<string>>>();
}
