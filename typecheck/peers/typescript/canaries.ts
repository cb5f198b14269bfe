// Wrong on purpose: if tsc finds nothing here, the claims of the cases mean nothing.

import { type Equal, expectType } from "./expect";

export function a_wrong_truth(n: Promise<number>): void {
  const got = n.then(String);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function any_for_a_type(anything: any): void {
  expectType<Equal<typeof anything, Promise<number>>>();
}

export function any_inside_a_type(anything: Promise<any>): void {
  expectType<Equal<typeof anything, Promise<number>>>();
}

export function a_type_for_any(n: Promise<number>): void {
  expectType<Equal<typeof n, Promise<any>>>();
}

export function a_member_of_a_union(n: Promise<number>): void {
  expectType<Equal<typeof n, Promise<number | string>>>();
}

export function an_error_that_is_missing(n: Promise<number>): void {
  // @ts-expect-error
  n.then(String);
}

export function an_error_nobody_expects(n: Promise<number>): void {
  n.nope;
  expectType<Equal<typeof n, Promise<number>>>();
}
