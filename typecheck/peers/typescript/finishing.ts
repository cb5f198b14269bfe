// `finally` keeps the value.

import { type Equal, expectType } from "./expect";
import * as world from "./world";

export function finally_with_a_lambda(n: Promise<number>): void {
  const got = n.finally(() => null);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function finally_with_a_function(n: Promise<number>): void {
  const got = n.finally(world.clean_up);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function finally_with_an_async_function(n: Promise<number>): void {
  const got = n.finally(world.clean_up_soon);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function finally_with_a_function_that_returns_a_promise(n: Promise<number>): void {
  const got = n.finally(world.fetch_nothing);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function finally_ignores_the_result_of_its_handler(n: Promise<number>): void {
  const got = n.finally(() => "ignored");
  expectType<Equal<typeof got, Promise<number>>>();
}

export function finally_with_a_method_of_a_builtin(n: Promise<number>, open_files: Set<string>): void {
  const got = n.finally(open_files.clear.bind(open_files));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function finally_on_a_rejection(): void {
  const got = Promise.reject(new Error()).finally(world.clean_up);
  expectType<Equal<typeof got, Promise<never>>>();
}

export function finally_keeps_a_union(either: Promise<number | string>): void {
  const got = either.finally(world.clean_up);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function finally_with_a_generic_function(n: Promise<number>): void {
  const got = n.finally(world.all_of);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function finally_with_an_overloaded_function(n: Promise<number>): void {
  const got = n.finally(world.report);
  expectType<Equal<typeof got, Promise<number>>>();
}
