// A handler that returns something to wait for: the new promise holds what that gives, not the thing itself.

import { type Equal, expectType } from "./expect";
import * as world from "./world";
import { User } from "./world";

// Promises.

export function a_function_that_returns_a_promise(n: Promise<number>): void {
  const got = n.then(world.fetch);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_lambda_that_returns_a_promise(n: Promise<number>): void {
  const got = n.then((x) => world.fetch(x));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_lambda_that_returns_a_resolved_promise(n: Promise<number>): void {
  const got = n.then((x) => Promise.resolve(x + 1));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_lambda_that_returns_a_chain(n: Promise<number>): void {
  const got = n.then((x) => world.fetch(x).then(world.length));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_lambda_that_ignores_its_argument(n: Promise<number>, other: Promise<string>): void {
  const got = n.then((_) => other);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_lambda_that_returns_a_rejection(n: Promise<number>): void {
  const got = n.then((_) => Promise.reject(new Error()));
  expectType<Equal<typeof got, Promise<never>>>();
}

export function a_bound_method_that_returns_a_promise(n: Promise<number>, user: User): void {
  const got = n.then(user.avatar.bind(user));
  expectType<Equal<typeof got, Promise<Uint8Array>>>();
}

export function a_lambda_that_calls_such_a_method(user: Promise<User>): void {
  const got = user.then((u) => u.avatar(2));
  expectType<Equal<typeof got, Promise<Uint8Array>>>();
}

export function a_class_method_that_returns_a_promise(n: Promise<number>): void {
  const got = n.then(User.load);
  expectType<Equal<typeof got, Promise<User>>>();
}

export function a_generic_function_that_returns_a_promise(n: Promise<number>): void {
  const got = n.then(world.later);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function an_overloaded_function_that_returns_promises(n: Promise<number>): void {
  const got = n.then(world.look_up);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function the_same_by_its_second_form(s: Promise<string>): void {
  const got = s.then(world.look_up);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_partial_that_returns_a_promise(n: Promise<number>): void {
  const got = n.then(world.fetch_from.bind(null, "base"));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_function_that_returns_a_subclass_of_promise(n: Promise<number>): void {
  const got = n.then(world.traced);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_promise_of_a_list(n: Promise<number>): void {
  const got = n.then((x) => Promise.resolve([x]));
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function a_function_inside_a_function_that_returns_a_promise(n: Promise<number>): void {
  function doubled(x: number): Promise<number> {
    return Promise.resolve(x * 2.0);
  }
  const got = n.then(doubled);
  expectType<Equal<typeof got, Promise<number>>>();
}

// Coroutines.

export function an_async_function(n: Promise<number>): void {
  const got = n.then(world.fetch_soon);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_lambda_that_returns_a_coroutine(n: Promise<number>): void {
  const got = n.then((x) => world.fetch_soon(x));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function an_async_function_that_returns_none(n: Promise<number>): void {
  const got = n.then(world.log_soon);
  expectType<Equal<typeof got, Promise<void>>>();
}

export function an_async_function_that_only_raises(n: Promise<number>): void {
  const got = n.then(world.fail_soon);
  expectType<Equal<typeof got, Promise<never>>>();
}

export function a_generic_async_function(n: Promise<number>): void {
  const got = n.then(world.soon);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function an_async_function_inside_a_function(n: Promise<number>): void {
  async function doubled(x: number): Promise<number> {
    return x * 2.0;
  }
  const got = n.then(doubled);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_partial_of_an_async_function(n: Promise<number>): void {
  const got = n.then(world.read_soon.bind(null));
  expectType<Equal<typeof got, Promise<Uint8Array>>>();
}

// Other things to wait for.

export function a_function_that_returns_an_awaitable(n: Promise<number>): void {
  const got = n.then(world.awaitable);
  expectType<Equal<typeof got, Promise<string>>>();
}

// More than one level, and Any.

export function a_promise_of_a_promise(n: Promise<number>): void {
  const got = n.then(world.fetch_nested);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function an_async_function_that_returns_a_promise(n: Promise<number>): void {
  const got = n.then(world.fetch_in_coroutine);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_lambda_around_a_promise_of_a_promise(n: Promise<number>): void {
  const got = n.then((x) => world.fetch_nested(x));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_promise_of_any(n: Promise<number>, anything: Promise<any>): void {
  const got = n.then((_) => anything);
  expectType<Equal<typeof got, Promise<any>>>();
}
