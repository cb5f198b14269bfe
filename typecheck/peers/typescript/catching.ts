// `catch`: the new promise holds the value, or what the handler makes of the error.

import { type Equal, expectType } from "./expect";
import * as world from "./world";

export function a_lambda(n: Promise<number>): void {
  const got = n.catch((e) => null);
  expectType<Equal<typeof got, Promise<number | null>>>();
}

export function a_lambda_of_the_same_type(n: Promise<number>): void {
  const got = n.catch((e) => 0);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_lambda_that_returns_the_error(n: Promise<number>): void {
  // A rejection can carry anything, so `unknown` is what is known of it.
  const got = n.catch((e) => e);
  expectType<Equal<typeof got, Promise<unknown>>>();
}

export function a_lambda_that_reads_the_error(n: Promise<number>): void {
  // Declared, as one must: what is given is not known to be an Error.
  const got = n.catch((e: Error) => e.message);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function a_function(n: Promise<number>): void {
  const got = n.catch(world.to_bytes);
  expectType<Equal<typeof got, Promise<number | Uint8Array>>>();
}

export function a_function_that_returns_none(n: Promise<number>): void {
  const got = n.catch(world.ignore);
  expectType<Equal<typeof got, Promise<number | void>>>();
}

export function an_async_function(n: Promise<number>): void {
  const got = n.catch(world.to_bytes_soon);
  expectType<Equal<typeof got, Promise<number | Uint8Array>>>();
}

export function a_function_that_returns_a_promise(n: Promise<number>): void {
  const got = n.catch(world.fetch_bytes);
  expectType<Equal<typeof got, Promise<number | Uint8Array>>>();
}

export function a_lambda_that_returns_a_promise(n: Promise<number>): void {
  const got = n.catch((e) => world.fetch(1));
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function a_function_that_only_raises(n: Promise<number>): void {
  const got = n.catch(world.reraise);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function an_async_function_that_only_raises(n: Promise<number>): void {
  const got = n.catch(world.reraise_soon);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_function_that_returns_a_union(n: Promise<number>): void {
  const got = n.catch(world.text_or_bytes);
  expectType<Equal<typeof got, Promise<number | string | Uint8Array>>>();
}

export function a_function_that_returns_a_value_or_a_promise(n: Promise<number>): void {
  const got = n.catch(world.cached_error);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function a_function_that_returns_any(n: Promise<number>): void {
  const got = n.catch(world.untyped_error);
  expectType<Equal<typeof got, Promise<any>>>();
}

export function a_lambda_that_returns_any(n: Promise<number>): void {
  const got = n.catch((e) => world.untyped(1));
  expectType<Equal<typeof got, Promise<any>>>();
}

export function a_function_of_base_exception(n: Promise<number>): void {
  function note(error: unknown): string {
    return String(error);
  }
  const got = n.catch(note);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function the_builtin_print(n: Promise<number>): void {
  const got = n.catch(console.log);
  expectType<Equal<typeof got, Promise<number | void>>>();
}

export function the_builtin_repr(n: Promise<number>): void {
  const got = n.catch(JSON.stringify);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function the_class_str(n: Promise<number>): void {
  const got = n.catch(String);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function a_bound_method(n: Promise<number>, errors: Error[]): void {
  const got = n.catch(errors.push.bind(errors));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_generic_function(n: Promise<number>): void {
  // As for the lambda that returns the error.
  const got = n.catch(world.same);
  expectType<Equal<typeof got, Promise<unknown>>>();
}

export function a_promise_that_only_fails(n: number): void {
  const got = Promise.reject(new Error()).catch((e) => "failed");
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_handler_of_type_any(n: Promise<number>, handler: any): void {
  const got = n.catch(handler);
  expectType<Equal<typeof got, Promise<any>>>();
}

export function a_handler_of_an_unknown_signature(n: Promise<number>, handler: (...args: any[]) => string): void {
  const got = n.catch(handler);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function an_overloaded_function(n: Promise<number>): void {
  const got = n.catch(world.describe_error);
  expectType<Equal<typeof got, Promise<number | string>>>();
}
