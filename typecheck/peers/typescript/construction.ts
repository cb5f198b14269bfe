// Where promises come from: an executor, `resolve`, `reject`, `try`, resolvers.

import { type Equal, expectType } from "./expect";
import * as world from "./world";
import { User } from "./world";

// Promise(executor).

export function a_lambda_that_resolves(): void {
  const got = new Promise((resolve, reject) => resolve(1));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_lambda_with_the_type_on_the_class(): void {
  const got = new Promise<number>((resolve, reject) => resolve(1));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_lambda_with_the_type_declared(): void {
  const p: Promise<number> = new Promise((resolve, reject) => resolve(1));
  expectType<Equal<typeof p, Promise<number>>>();
}

export function a_lambda_that_rejects(): void {
  const got = new Promise<number>((resolve, reject) => reject(new Error()));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_function(): void {
  const got = new Promise(world.start);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_function_that_resolves_with_a_promise(s: Promise<string>): void {
  function run(resolve: (value: string | PromiseLike<string>) => void, reject: (error: Error) => void): void {
    resolve(s);
  }
  const got = new Promise(run);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_lambda_that_resolves_with_a_promise(n: Promise<number>): void {
  const got = new Promise<number>((resolve, reject) => resolve(n));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_lambda_that_resolves_with_a_coroutine(): void {
  const got = new Promise<string>((resolve, reject) => resolve(world.fetch_soon(1)));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_promise_of_nothing(): void {
  const got = new Promise<void>((resolve, reject) => resolve());
  expectType<Equal<typeof got, Promise<void>>>();
}

export function a_promise_of_a_union(): void {
  const got = new Promise<number | string>((resolve, reject) => resolve("a"));
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function what_an_executor_returns_does_not_matter(): void {
  function run(resolve: (value: number) => void, reject: (error: Error) => void): string {
    resolve(1);
    return "ignored";
  }
  const got = new Promise(run);
  expectType<Equal<typeof got, Promise<number>>>();
}

// Promise.resolve.

export function resolve_a_value(): void {
  const got = Promise.resolve(1);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function resolve_nothing(): void {
  const got = Promise.resolve();
  expectType<Equal<typeof got, Promise<void>>>();
}

export function resolve_none(): void {
  const got = Promise.resolve(null);
  expectType<Equal<typeof got, Promise<null>>>();
}

export function resolve_an_object(user: User): void {
  const got = Promise.resolve(user);
  expectType<Equal<typeof got, Promise<User>>>();
}

export function resolve_a_list(): void {
  const got = Promise.resolve([1]);
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function resolve_an_optional(user: User | null): void {
  const got = Promise.resolve(user);
  expectType<Equal<typeof got, Promise<User | null>>>();
}

export function resolve_a_union(value: number | string): void {
  const got = Promise.resolve(value);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function resolve_a_function(): void {
  const got = Promise.resolve(world.length).then((count) => count("abc"));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function resolve_a_class(): void {
  const got = Promise.resolve(User);
  expectType<Equal<typeof got, Promise<typeof User>>>();
}

export function resolve_a_promise(n: Promise<number>): void {
  const got = Promise.resolve(n);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function resolve_an_awaitable(): void {
  const got = Promise.resolve(world.awaitable(1));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function resolve_a_promise_of_a_promise(): void {
  const got = Promise.resolve(world.fetch_nested(1));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function resolve_a_value_or_a_promise_of_it(): void {
  const got = Promise.resolve(world.cached(1));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function resolve_a_value_or_a_promise_of_another_type(): void {
  const got = Promise.resolve(world.number_or_fetched(2));
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function resolve_with_the_type_declared(): void {
  function wide(): Promise<number | string> {
    return Promise.resolve(1);
  }
  const got = wide();
  expectType<Equal<typeof got, Promise<number | string>>>();
}

// Promise.reject.

export function reject_has_no_value(): void {
  const got = Promise.reject(new Error());
  expectType<Equal<typeof got, Promise<never>>>();
}

export function reject_fits_any_promise(): void {
  function failed(): Promise<number> {
    return Promise.reject(new Error());
  }
  const got = failed();
  expectType<Equal<typeof got, Promise<number>>>();
}

export function reject_in_one_branch(n: number): void {
  function checked(n: number): Promise<number> {
    return n > 0 ? Promise.resolve(n) : Promise.reject(new Error());
  }
  const got = checked(n);
  expectType<Equal<typeof got, Promise<number>>>();
}

// Promise.try.

export function try_a_function(): void {
  const got = Promise.try(world.read, 1);
  expectType<Equal<typeof got, Promise<Uint8Array>>>();
}

export function try_a_function_that_returns_a_promise(): void {
  const got = Promise.try(world.read_later, 1, "b");
  expectType<Equal<typeof got, Promise<Uint8Array>>>();
}

export function try_an_async_function(): void {
  const got = Promise.try(world.read_soon, 1);
  expectType<Equal<typeof got, Promise<Uint8Array>>>();
}

export function try_a_lambda(): void {
  const got = Promise.try(() => 1);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function try_a_lambda_that_returns_a_promise(): void {
  const got = Promise.try(() => world.fetch(1));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function try_a_class_method(): void {
  const got = Promise.try(User.by_id, 1);
  expectType<Equal<typeof got, Promise<User>>>();
}

export function try_a_bound_method(user: User): void {
  const got = Promise.try(user.avatar.bind(user), 1);
  expectType<Equal<typeof got, Promise<Uint8Array>>>();
}

export function try_a_generic_function(): void {
  const got = Promise.try(world.listed, 1);
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function try_a_function_that_returns_none(): void {
  const got = Promise.try(world.log, 1);
  expectType<Equal<typeof got, Promise<void>>>();
}

export function try_a_function_that_only_raises(): void {
  const got = Promise.try(world.fail, 1);
  expectType<Equal<typeof got, Promise<never>>>();
}

export function try_a_function_that_returns_a_value_or_a_promise(): void {
  const got = Promise.try(world.cached, 1);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function try_an_overloaded_function(): void {
  const got = Promise.try(world.flip, 1);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function try_an_overloaded_function_by_its_second_form(): void {
  const got = Promise.try(world.flip, "a");
  expectType<Equal<typeof got, Promise<number>>>();
}

// Resolvers: the promise and the two functions that settle it.

export function with_resolvers_and_the_type_on_the_class(): void {
  const got = Promise.withResolvers<number>();
  expectType<Equal<typeof got, PromiseWithResolvers<number>>>();
}

export function with_resolvers_and_the_type_declared(): void {
  const r: PromiseWithResolvers<number> = Promise.withResolvers();
  r.resolve(1);
  const got = r.promise;
  expectType<Equal<typeof got, Promise<number>>>();
}

export function the_promise_of_resolvers(r: PromiseWithResolvers<number>): void {
  const got = r.promise.then(String);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function resolvers_resolve_a_value(r: PromiseWithResolvers<number>): void {
  const got = r.resolve(1);
  expectType<Equal<typeof got, void>>();
}

export function resolvers_resolve_a_promise(r: PromiseWithResolvers<number>, n: Promise<number>): void {
  const got = r.resolve(n);
  expectType<Equal<typeof got, void>>();
}

export function resolvers_resolve_nothing(r: PromiseWithResolvers<void>): void {
  const got = r.resolve();
  expectType<Equal<typeof got, void>>();
}

export function resolvers_reject(r: PromiseWithResolvers<number>): void {
  const got = r.reject(new Error());
  expectType<Equal<typeof got, void>>();
}

export function resolvers_can_be_passed_as_callbacks(r: PromiseWithResolvers<string>): void {
  function old_style(ok: (value: string) => unknown, failed: (error: Error) => unknown): Promise<string> {
    ok("done");
    return r.promise;
  }
  const got = old_style(r.resolve, r.reject);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_method(): void {
  const got = new Promise(new world.Starter().start);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_generic_function(): void {
  const got = new Promise<number>(world.start_nothing);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function an_overloaded_function(): void {
  const got = new Promise<number>(world.start_one);
  expectType<Equal<typeof got, Promise<number>>>();
}
