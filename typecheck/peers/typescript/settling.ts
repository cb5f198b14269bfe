// Outcomes as values: `Promise.allSettled`, and how the two kinds are told apart.

import { type Equal, expectType } from "./expect";
import * as world from "./world";
import { type Settled } from "./world";

// Fulfilled and Rejected.

export function fulfilled_has_the_value(outcome: PromiseFulfilledResult<number>): void {
  const got = outcome.value;
  expectType<Equal<typeof got, number>>();
}

export function fulfilled_has_its_word(outcome: PromiseFulfilledResult<number>): void {
  const got = outcome.status;
  expectType<Equal<typeof got, "fulfilled">>();
}

export function rejected_has_the_reason(outcome: PromiseRejectedResult): void {
  // A rejection can carry anything, so `unknown` is what is known of it.
  const got = outcome.reason;
  expectType<Equal<typeof got, unknown>>();
}

export function rejected_has_its_word(outcome: PromiseRejectedResult): void {
  const got = outcome.status;
  expectType<Equal<typeof got, "rejected">>();
}

export function either_has_one_of_two_words(outcome: Settled<number>): void {
  const got = outcome.status;
  expectType<Equal<typeof got, "fulfilled" | "rejected">>();
}

export function fulfilled_is_covariant(outcome: PromiseFulfilledResult<true>): void {
  const wider: PromiseFulfilledResult<boolean> = outcome;
  const got = wider.value;
  expectType<Equal<typeof got, boolean>>();
}

export function an_outcome_is_covariant(outcome: Settled<true>): void {
  function wider(outcome: Settled<boolean>): string {
    return String(outcome);
  }
  const got = wider(outcome);
  expectType<Equal<typeof got, string>>();
}

export function an_outcome_of_a_promise_made_by_hand(): void {
  function tried(n: number): Settled<number> {
    return n ? { status: "fulfilled", value: n } : { status: "rejected", reason: new Error() };
  }
  const got = tried(1);
  expectType<Equal<typeof got, Settled<number>>>();
}

// Telling them apart.

export function by_status(outcome: Settled<number>): void {
  if (outcome.status === "fulfilled") {
    const got = outcome.value;
    expectType<Equal<typeof got, number>>();
  } else {
    expectType<Equal<typeof outcome, PromiseRejectedResult>>();
  }
}

export function by_the_other_status(outcome: Settled<number>): void {
  if (outcome.status === "rejected") {
    expectType<Equal<typeof outcome, PromiseRejectedResult>>();
  } else {
    expectType<Equal<typeof outcome, PromiseFulfilledResult<number>>>();
  }
}

export function a_lambda_that_tells_them_apart_by_status(outcome: Promise<Settled<number>>): void {
  const got = outcome.then((o) => (o.status === "fulfilled" ? o.value : 0));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function the_values_of_a_list(outcomes: Settled<number>[]): void {
  const got = outcomes.filter((o) => o.status === "fulfilled").map((o) => o.value);
  expectType<Equal<typeof got, number[]>>();
}

export function the_reasons_of_a_list(outcomes: Settled<number>[]): void {
  // As for one of them.
  const got = outcomes.filter((o) => o.status === "rejected").map((o) => o.reason);
  expectType<Equal<typeof got, unknown[]>>();
}

// All of several, one by one.

type Five = [Settled<number>, Settled<string>, Settled<number>, Settled<string>, Settled<number>];

export function all_settled_of_one(n: Promise<number>): void {
  const got = Promise.allSettled([n]);
  expectType<Equal<typeof got, Promise<[Settled<number>]>>>();
}

export function all_settled_of_two(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.allSettled([n, s]);
  expectType<Equal<typeof got, Promise<[Settled<number>, Settled<string>]>>>();
}

export function all_settled_of_three(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.allSettled([n, s, n]);
  expectType<Equal<typeof got, Promise<[Settled<number>, Settled<string>, Settled<number>]>>>();
}

export function all_settled_of_four(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.allSettled([n, s, n, s]);
  expectType<Equal<typeof got, Promise<[Settled<number>, Settled<string>, Settled<number>, Settled<string>]>>>();
}

export function all_settled_of_five(n: Promise<number>, s: Promise<string>): void {
  const all_of_them = Promise.allSettled([n, s, n, s, n]);
  expectType<Equal<typeof all_of_them, Promise<Five>>>();
}

export function all_settled_of_six(n: Promise<number>, s: Promise<string>): void {
  type Six = [...Five, Settled<string>];
  const all_of_them = Promise.allSettled([n, s, n, s, n, s]);
  expectType<Equal<typeof all_of_them, Promise<Six>>>();
}

export function all_settled_of_seven(n: Promise<number>, s: Promise<string>): void {
  type Seven = [...Five, Settled<string>, Settled<number>];
  const all_of_them = Promise.allSettled([n, s, n, s, n, s, n]);
  expectType<Equal<typeof all_of_them, Promise<Seven>>>();
}

export function all_settled_of_eight(n: Promise<number>, s: Promise<string>): void {
  type Eight = [...Five, Settled<string>, Settled<number>, Settled<string>];
  const all_of_them = Promise.allSettled([n, s, n, s, n, s, n, s]);
  expectType<Equal<typeof all_of_them, Promise<Eight>>>();
}

export function all_settled_of_nine(n: Promise<number>, s: Promise<string>): void {
  type Nine = [...Five, Settled<string>, Settled<number>, Settled<string>, Settled<number>];
  const all_of_them = Promise.allSettled([n, s, n, s, n, s, n, s, n]);
  expectType<Equal<typeof all_of_them, Promise<Nine>>>();
}

export function all_settled_of_ten(n: Promise<number>, s: Promise<string>): void {
  type Ten = [...Five, Settled<string>, Settled<number>, Settled<string>, Settled<number>, Settled<string>];
  const all_of_them = Promise.allSettled([n, s, n, s, n, s, n, s, n, s]);
  expectType<Equal<typeof all_of_them, Promise<Ten>>>();
}

export function all_settled_of_twelve_of_one_type(n: Promise<number>): void {
  const twelve = Promise.allSettled([n, n, n, n, n, n, n, n, n, n, n, n]);
  const got = twelve.then((outcomes) => outcomes[11]);
  expectType<Equal<typeof got, Promise<Settled<number>>>>();
}

export function all_settled_of_an_unpacked_list(promises: Promise<number>[]): void {
  const got = Promise.allSettled([...promises]);
  expectType<Equal<typeof got, Promise<Settled<number>[]>>>();
}

export function all_settled_of_a_promise_and_a_coroutine(n: Promise<number>): void {
  const got = Promise.allSettled([n, world.fetch_soon(1)]);
  expectType<Equal<typeof got, Promise<[Settled<number>, Settled<string>]>>>();
}

export function all_settled_of_two_chains_of_lambdas(n: Promise<number>): void {
  const both = Promise.allSettled([n.then((x) => [x]), n.then((x) => String(x))]);
  expectType<Equal<typeof both, Promise<[Settled<number[]>, Settled<string>]>>>();
}

export function all_settled_and_a_handler(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.allSettled([n, s]).then((both) => both[1]);
  expectType<Equal<typeof got, Promise<Settled<string>>>>();
}

export function all_settled_with_a_rejection(n: Promise<number>): void {
  const both = Promise.allSettled([n, Promise.reject(new Error())]);
  const got = both.then((both) => both[0]);
  expectType<Equal<typeof got, Promise<Settled<number>>>>();
}

export async function all_settled_and_await(n: Promise<number>, s: Promise<string>): Promise<void> {
  const [first, second] = await Promise.allSettled([n, s]);
  expectType<Equal<typeof first, Settled<number>>>();
  expectType<Equal<typeof second, Settled<string>>>();
}

// All of a tuple, and of any other iterable.

export function all_settled_of_a_tuple_of_one(n: Promise<number>): void {
  const got = Promise.allSettled([n] as const);
  expectType<Equal<typeof got, Promise<[Settled<number>]>>>();
}

export function all_settled_of_a_tuple_of_two(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.allSettled([n, s] as const);
  expectType<Equal<typeof got, Promise<[Settled<number>, Settled<string>]>>>();
}

export function all_settled_of_a_tuple_of_three(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.allSettled([n, s, n] as const);
  expectType<Equal<typeof got, Promise<[Settled<number>, Settled<string>, Settled<number>]>>>();
}

export function all_settled_of_a_tuple_of_four(n: Promise<number>, s: Promise<string>): void {
  const all_of_them = Promise.allSettled([n, s, n, s] as const);
  expectType<Equal<typeof all_of_them, Promise<[Settled<number>, Settled<string>, Settled<number>, Settled<string>]>>>();
}

export function all_settled_of_a_tuple_of_five(n: Promise<number>, s: Promise<string>): void {
  const all_of_them = Promise.allSettled([n, s, n, s, n] as const);
  expectType<Equal<typeof all_of_them, Promise<[Settled<number>, Settled<string>, Settled<number>, Settled<string>, Settled<number>]>>>();
}

export function all_settled_of_a_tuple_of_any_length(promises: readonly Promise<number>[]): void {
  const got = Promise.allSettled(promises);
  expectType<Equal<typeof got, Promise<Settled<number>[]>>>();
}

export function all_settled_of_a_tuple_of_values_and_promises(values: readonly (number | Promise<number>)[]): void {
  const got = Promise.allSettled(values);
  expectType<Equal<typeof got, Promise<Settled<number>[]>>>();
}

export function all_settled_of_a_list(n: Promise<number>): void {
  const got = Promise.allSettled([n, n]);
  expectType<Equal<typeof got, Promise<[Settled<number>, Settled<number>]>>>();
}

export function all_settled_of_a_list_of_two_types(n: Promise<number>, s: Promise<string>): void {
  const got = Promise.allSettled([n, s]);
  expectType<Equal<typeof got, Promise<[Settled<number>, Settled<string>]>>>();
}

export function all_settled_of_a_list_of_values_and_promises(values: (number | Promise<number>)[]): void {
  const got = Promise.allSettled(values);
  expectType<Equal<typeof got, Promise<Settled<number>[]>>>();
}

export function all_settled_of_a_list_of_coroutines(): void {
  const got = Promise.allSettled([world.fetch_soon(1), world.fetch_soon(2)]);
  expectType<Equal<typeof got, Promise<[Settled<string>, Settled<string>]>>>();
}

export function all_settled_of_a_generator(): void {
  function* fetches() {
    for (const i of [0, 1, 2]) yield world.fetch(i);
  }
  const got = Promise.allSettled(fetches());
  expectType<Equal<typeof got, Promise<Settled<string>[]>>>();
}

export function all_settled_of_an_iterable(promises: Iterable<Promise<number>>): void {
  const got = Promise.allSettled(promises);
  expectType<Equal<typeof got, Promise<Settled<number>[]>>>();
}

export function all_settled_of_the_values_of_a_dict(by_name: Map<string, Promise<number>>): void {
  const got = Promise.allSettled(by_name.values());
  expectType<Equal<typeof got, Promise<Settled<number>[]>>>();
}
