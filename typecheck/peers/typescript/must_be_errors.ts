// What a checker must refuse, because it would fail, or do nothing, at run time.

import * as world from "./world";
import { User } from "./world";

// A handler that does not fit the value.

export function a_handler_of_another_type(n: Promise<number>): void {
  // @ts-expect-error
  n.then(world.length);
}

export function a_handler_with_too_many_parameters(n: Promise<number>): void {
  // @ts-expect-error
  n.then(world.add);
}

export function a_lambda_with_too_many_parameters(n: Promise<number>): void {
  // @ts-expect-error
  n.then((a, b) => a);
}

export function a_lambda_that_misuses_the_value(n: Promise<number>): void {
  // @ts-expect-error
  n.then(String).then((s) => s.nope);
}

export function a_lambda_that_adds_the_wrong_type(n: Promise<number>): void {
  // Not `+`, which JavaScript defines for a number and a string.
  // @ts-expect-error
  n.then((x) => x - "a");
}

export function an_optional_value_not_checked(user: Promise<User | null>): void {
  // @ts-expect-error
  user.then((u) => u.name);
}

export function a_handler_after_one_that_returns_none(n: Promise<number>): void {
  // @ts-expect-error
  n.then(world.log).then(world.label);
}

export function a_handler_of_one_member_of_a_union(either: Promise<number | string>): void {
  // @ts-expect-error
  either.then(world.label);
}

// Not a handler at all.

export function a_string_for_a_handler(n: Promise<number>): void {
  // @ts-expect-error
  n.then("label");
}

export function a_promise_for_a_handler(n: Promise<number>): void {
  // @ts-expect-error
  n.then(world.fetch(1));
}

export function a_result_for_a_handler(n: Promise<number>): void {
  // @ts-expect-error
  n.then(world.log(1));
}

export function none_for_the_only_handler(n: Promise<number>): void {
  // @ts-expect-error
  n.then(null);
}

export function a_coroutine_for_a_handler(n: Promise<number>): void {
  // @ts-expect-error
  n.then(world.fetch_soon(1));
}

export function three_handlers(n: Promise<number>): void {
  // @ts-expect-error
  n.then(world.label, world.to_bytes, world.clean_up);
}

// Error handlers.

export function an_error_handler_of_the_wrong_type(n: Promise<number>): void {
  // @ts-expect-error
  n.then(String, world.label);
}

export function an_error_handler_of_a_narrower_error(n: Promise<number>): void {
  // @ts-expect-error
  n.catch(world.code_of);
}

export function a_catch_without_a_handler(n: Promise<number>): void {
  // @ts-expect-error
  n.catch();
}

// finally_ and done.

export function a_finally_handler_with_a_parameter(n: Promise<number>): void {
  // @ts-expect-error
  n.finally((value) => 1);
}

export function a_result_for_a_finally_handler(n: Promise<number>): void {
  // @ts-expect-error
  n.finally(world.clean_up());
}

export function a_finally_without_a_handler(n: Promise<number>): void {
  // @ts-expect-error
  n.finally();
}

// Making promises.

export function an_executor_with_its_parameters_swapped(): void {
  // @ts-expect-error
  new Promise<number>((reject, resolve) => resolve(1));
}

export function an_executor_that_resolves_with_another_type(): void {
  // @ts-expect-error
  const p: Promise<number> = new Promise((resolve, reject) => resolve("a"));
}

export function a_value_for_an_executor(): void {
  // @ts-expect-error
  new Promise(42);
}

export function no_executor(): void {
  // @ts-expect-error
  new Promise();
}

export function resolve_with_two_values(): void {
  // @ts-expect-error
  Promise.resolve(1, 2);
}

export function try_with_a_wrong_argument(): void {
  // @ts-expect-error
  Promise.try(world.read, "a");
}

export function try_with_too_few_arguments(): void {
  // @ts-expect-error
  Promise.try(world.read);
}

export function resolvers_that_resolve_another_type(r: PromiseWithResolvers<number>): void {
  // @ts-expect-error
  r.resolve("a");
}

export function resolvers_that_resolve_a_promise_of_another_type(r: PromiseWithResolvers<number>, s: Promise<string>): void {
  // @ts-expect-error
  r.resolve(s);
}

export function resolvers_that_resolve_nothing(r: PromiseWithResolvers<number>): void {
  // @ts-expect-error
  r.resolve();
}

export function a_promise_cannot_be_resolved_from_outside(n: Promise<number>): void {
  // @ts-expect-error
  n.do_resolve(1);
}

// Combinators.

export function all_of_a_dict(by_name: Record<string, Promise<number>>): void {
  // @ts-expect-error
  Promise.all(by_name);
}

export function all_of_nothing(): void {
  // @ts-expect-error
  Promise.all();
}

export function all_of_a_number(): void {
  // @ts-expect-error
  Promise.all(42);
}

// A promise is not its value.

export function an_attribute_of_the_value(user: Promise<User>): void {
  // @ts-expect-error
  user.name;
}

export function arithmetic(n: Promise<number>): void {
  // @ts-expect-error
  n + 1;
}

export function indexing(xs: Promise<number[]>): void {
  // @ts-expect-error
  xs[0];
}

export function a_call(n: Promise<number>): void {
  // @ts-expect-error
  n();
}

export function iteration(xs: Promise<number[]>): void {
  // @ts-expect-error
  for (const _ of xs) {
  }
}

export function a_with_statement(n: Promise<number>): void {
  // @ts-expect-error
  using held = n;
}

export async function an_async_with_statement(n: Promise<number>): Promise<void> {
  // @ts-expect-error
  await using held = n;
}

export async function an_async_for_statement(xs: Promise<number[]>): Promise<void> {
  // @ts-expect-error
  for await (const _ of xs) {
  }
}

export function an_argument_of_the_value_type(n: Promise<number>): void {
  // @ts-expect-error
  world.label(n);
}

export function a_return_of_the_value_type(n: Promise<number>): void {
  function number(n: Promise<number>): number {
    // @ts-expect-error
    return n;
  }
}

// Joins other than all, and outcomes.

export function all_settled_of_a_dict(by_name: Record<string, Promise<number>>): void {
  // @ts-expect-error
  Promise.allSettled(by_name);
}

export function race_of_a_dict(by_name: Record<string, Promise<number>>): void {
  // @ts-expect-error
  Promise.race(by_name);
}

export function all_settled_of_nothing(): void {
  // @ts-expect-error
  Promise.allSettled();
}

export function any_of_nothing(): void {
  // @ts-expect-error
  Promise.any();
}

export function race_of_nothing(): void {
  // @ts-expect-error
  Promise.race();
}

export function race_of_a_number(): void {
  // @ts-expect-error
  Promise.race(42);
}

export function the_value_of_an_outcome_not_looked_at(outcome: PromiseSettledResult<number>): void {
  // @ts-expect-error
  outcome.value;
}

export function the_reason_of_a_fulfilled_one(outcome: PromiseFulfilledResult<number>): void {
  // @ts-expect-error
  outcome.reason;
}

export function the_value_of_a_rejected_one(outcome: PromiseRejectedResult): void {
  // @ts-expect-error
  outcome.value;
}

export function an_outcome_of_another_type(): void {
  function tried(): PromiseSettledResult<number> {
    // @ts-expect-error
    return { status: "fulfilled", value: "a" };
  }
}

export function an_outcome_status_that_does_not_exist(outcome: PromiseSettledResult<number>): void {
  // @ts-expect-error
  outcome.status === "done";
}
