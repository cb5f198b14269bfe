// A subclass of `Promise` keeps its methods; a chain from it is a plain `Promise` to the checker.

import { type Equal, expectType } from "./expect";
import * as world from "./world";
import { Traced } from "./world";

class Download extends Promise<Uint8Array> {
  cancel(): boolean {
    return false;
  }
}

class Page<X> extends Traced<X> {
  number = 1;
}

export function its_own_method(traced: Traced<number>): void {
  const got = traced.trace();
  expectType<Equal<typeof got, string>>();
}

export function a_chain_from_it_is_a_plain_promise(traced: Traced<number>): void {
  const got = traced.then(String);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_catch_from_it_is_a_plain_promise(traced: Traced<number>): void {
  const got = traced.catch((e) => null);
  expectType<Equal<typeof got, Promise<number | null>>>();
}

export function made_by_an_executor(): void {
  const got = new Traced<number>((resolve, reject) => resolve(1));
  expectType<Equal<typeof got, Traced<number>>>();
}

export function made_by_a_function(): void {
  const got = new Traced(world.start);
  expectType<Equal<typeof got, Traced<number>>>();
}

export function a_subclass_of_one_type(download: Download): void {
  const got = download.then((b) => b.length);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_subclass_of_one_type_keeps_its_method(download: Download): void {
  const got = download.cancel();
  expectType<Equal<typeof got, boolean>>();
}

export function a_subclass_of_a_subclass(page: Page<string>): void {
  const got = page.then(world.length);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function resolve_on_a_subclass_makes_a_plain_promise(): void {
  const got = Traced.resolve(1);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function all_on_a_subclass_makes_a_plain_promise(n: Promise<number>, s: Promise<string>): void {
  const got = Traced.all([n, s]);
  expectType<Equal<typeof got, Promise<[number, string]>>>();
}

export function a_mixed_list_of_subclasses(traced: Traced<number>, download: Download): void {
  const got = Promise.all([traced, download]);
  expectType<Equal<typeof got, Promise<[number, Uint8Array]>>>();
}

export function a_class_that_holds_a_promise(): void {
  class Job {
    result = Promise.resolve(1).then(String);
  }
  const got = new Job().result;
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_method_that_returns_a_promise(): void {
  class Repository<X> {
    constructor(private readonly first: X) {}
    load(): Promise<X> {
      return Promise.resolve(this.first);
    }
  }
  const got = new Repository(1).load().then((x) => [x]);
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function a_method_of_a_subclass_that_chains(): void {
  class Named<X> extends Promise<X> {
    named(): Promise<[string, X]> {
      return this.then((value) => ["name", value]);
    }
  }
  const got = new Named<number>((resolve, reject) => resolve(1)).named();
  expectType<Equal<typeof got, Promise<[string, number]>>>();
}
