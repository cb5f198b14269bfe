// `then(on_fulfilled, on_rejected)`: the new promise holds what either of the two returns.

import { type Equal, expectType } from "./expect";
import * as world from "./world";

// Both handlers give a plain value.

export function of_one_type(n: Promise<number>): void {
  const got = n.then(String, (e) => "failed");
  expectType<Equal<typeof got, Promise<string>>>();
}

export function of_two_types(n: Promise<number>): void {
  const got = n.then(String, world.to_bytes);
  expectType<Equal<typeof got, Promise<string | Uint8Array>>>();
}

export function two_functions(n: Promise<number>): void {
  const got = n.then(world.label, world.to_bytes);
  expectType<Equal<typeof got, Promise<string | Uint8Array>>>();
}

export function two_lambdas(n: Promise<number>): void {
  // A rejection can carry anything, so `unknown` is what is known of it.
  const got = n.then(
    (x) => x,
    (e) => e,
  );
  expectType<Equal<typeof got, Promise<unknown>>>();
}

export function two_lambdas_of_one_type(n: Promise<number>): void {
  const got = n.then((x) => x + 1, (e) => 0);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_class_and_a_builtin(n: Promise<number>): void {
  const got = n.then(Number, console.log);
  expectType<Equal<typeof got, Promise<number | void>>>();
}

export function a_method_and_a_lambda(n: Promise<number>, user: world.User): void {
  const got = n.then(user.greet.bind(user), (e) => null);
  expectType<Equal<typeof got, Promise<string | null>>>();
}

// One or both give something to wait for.

export function a_promise_and_a_value(n: Promise<number>): void {
  const got = n.then(world.fetch, (e) => null);
  expectType<Equal<typeof got, Promise<string | null>>>();
}

export function a_value_and_a_promise(n: Promise<number>): void {
  const got = n.then(String, world.fetch_bytes);
  expectType<Equal<typeof got, Promise<string | Uint8Array>>>();
}

export function a_value_and_a_coroutine(n: Promise<number>): void {
  const got = n.then(String, world.to_bytes_soon);
  expectType<Equal<typeof got, Promise<string | Uint8Array>>>();
}

export function a_coroutine_and_a_value(n: Promise<number>): void {
  const got = n.then(world.fetch_soon, world.to_bytes);
  expectType<Equal<typeof got, Promise<string | Uint8Array>>>();
}

export function two_promises(n: Promise<number>): void {
  const got = n.then(world.fetch, world.fetch_bytes);
  expectType<Equal<typeof got, Promise<string | Uint8Array>>>();
}

export function two_lambdas_with_promises(n: Promise<number>): void {
  const got = n.then((x) => world.fetch(x), (e) => world.fetch(0));
  expectType<Equal<typeof got, Promise<string>>>();
}

// One of them says nothing about the type.

export function an_error_handler_that_only_raises(n: Promise<number>): void {
  const got = n.then(String, world.reraise);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_value_handler_that_only_raises(n: Promise<number>): void {
  const got = n.then(world.fail, world.to_bytes);
  expectType<Equal<typeof got, Promise<Uint8Array>>>();
}

export function two_handlers_that_only_raise(n: Promise<number>): void {
  const got = n.then(world.fail, world.reraise);
  expectType<Equal<typeof got, Promise<never>>>();
}

export function an_error_handler_that_returns_any(n: Promise<number>): void {
  const got = n.then(String, world.untyped_error);
  expectType<Equal<typeof got, Promise<any>>>();
}

// `then(null, on_rejected)`: the value passes by.

export function none_and_a_function(n: Promise<number>): void {
  const got = n.then(null, world.to_bytes);
  expectType<Equal<typeof got, Promise<number | Uint8Array>>>();
}

export function none_and_a_lambda(n: Promise<number>): void {
  const got = n.then(null, (e) => null);
  expectType<Equal<typeof got, Promise<number | null>>>();
}

export function none_and_a_coroutine(n: Promise<number>): void {
  const got = n.then(null, world.to_bytes_soon);
  expectType<Equal<typeof got, Promise<number | Uint8Array>>>();
}

export function none_and_a_promise(n: Promise<number>): void {
  const got = n.then(null, (e) => world.fetch(1));
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function none_and_a_handler_that_only_raises(n: Promise<number>): void {
  const got = n.then(null, world.reraise);
  expectType<Equal<typeof got, Promise<number>>>();
}

// `then(on_fulfilled, null)`: as without the null.

export function a_function_and_none(n: Promise<number>): void {
  const got = n.then(world.label, null);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_lambda_and_none(n: Promise<number>): void {
  const got = n.then((x) => world.fetch(x), null);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_function_and_perhaps_none(n: Promise<number>, on_rejected: ((error: Error) => string) | null): void {
  const got = n.then(world.label, on_rejected);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_lambda_and_a_method(n: Promise<number>, errors: Error[]): void {
  const got = n.then((x) => String(x), errors.push.bind(errors));
  expectType<Equal<typeof got, Promise<string | number>>>();
}

export function a_generic_function_and_a_function(n: Promise<number>): void {
  const got = n.then(world.listed, world.to_bytes);
  expectType<Equal<typeof got, Promise<number[] | Uint8Array>>>();
}

export function a_function_and_a_generic_function(n: Promise<number>): void {
  // As for the lambda that returns the error.
  const got = n.then(world.label, world.same);
  expectType<Equal<typeof got, Promise<unknown>>>();
}

export function two_overloaded_functions(n: Promise<number>): void {
  const got = n.then(world.flip, world.describe_error);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function two_classes(n: Promise<number>): void {
  const got = n.then(Number, String);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function none_and_a_method(n: Promise<number>, errors: Error[]): void {
  const got = n.then(null, errors.push.bind(errors));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function none_and_a_generic_function(n: Promise<number>): void {
  // As for the lambda that returns the error.
  const got = n.then(null, world.same);
  expectType<Equal<typeof got, Promise<unknown>>>();
}

export function none_and_an_overloaded_function(n: Promise<number>): void {
  const got = n.then(null, world.describe_error);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function none_and_a_class(n: Promise<number>): void {
  const got = n.then(null, String);
  expectType<Equal<typeof got, Promise<number | string>>>();
}
