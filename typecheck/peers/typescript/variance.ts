// A promise is read, never written: `Promise<Admin>` is a `Promise<User>`. A writer is neither.

import { type Equal, expectType } from "./expect";
import * as world from "./world";
import { Admin, User } from "./world";

// Accepted.

export function a_promise_of_a_subclass(admin: Promise<Admin>): void {
  function widened(p: Promise<Admin>): Promise<User> {
    return p;
  }
  const got = widened(admin);
  expectType<Equal<typeof got, Promise<User>>>();
}

export function a_promise_of_part_of_a_union(n: Promise<number>): void {
  function widened(p: Promise<number>): Promise<number | null> {
    return p;
  }
  const got = widened(n);
  expectType<Equal<typeof got, Promise<number | null>>>();
}

export function a_promise_of_anything(n: Promise<number>): void {
  function widened(p: Promise<number>): Promise<unknown> {
    return p;
  }
  const got = widened(n);
  expectType<Equal<typeof got, Promise<unknown>>>();
}

export function a_promise_is_an_awaitable(n: Promise<number>): void {
  function widened(p: Promise<number>): PromiseLike<number> {
    return p;
  }
  const got = Promise.resolve(widened(n));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_list_of_promises_as_a_sequence(admins: Promise<Admin>[]): void {
  function users(promises: readonly Promise<User>[]): Promise<User[]> {
    return Promise.all(promises);
  }
  const got = users(admins);
  expectType<Equal<typeof got, Promise<User[]>>>();
}

export function a_subclass_of_promise(traced: world.Traced<Admin>): void {
  function widened(p: world.Traced<Admin>): Promise<User> {
    return p;
  }
  const got = widened(traced);
  expectType<Equal<typeof got, Promise<User>>>();
}

export function a_handler_of_a_wider_type(admin: Promise<Admin>): void {
  function name_of(user: User): string {
    return user.name;
  }
  const got = admin.then(name_of);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_function_that_returns_a_promise_of_a_subclass(admin: Promise<Admin>): void {
  function load(): Promise<Admin> {
    return admin;
  }
  function called(loader: () => Promise<User>): Promise<User> {
    return loader();
  }
  const got = called(load);
  expectType<Equal<typeof got, Promise<User>>>();
}

// What is declared guides what is inferred.

export function a_declared_type_reaches_the_handler(n: Promise<number>): void {
  const p: Promise<(number | null)[]> = n.then((x) => [x]);
  expectType<Equal<typeof p, Promise<(number | null)[]>>>();
}

export function a_declared_union_takes_one_member(n: Promise<number>): void {
  function wide(n: Promise<number>): Promise<number | string> {
    return n.then((x) => world.fetch(x));
  }
  const got = wide(n);
  expectType<Equal<typeof got, Promise<number | string>>>();
}

export function a_declared_optional_takes_a_value(n: Promise<number>): void {
  function wide(n: Promise<number>): Promise<string | null> {
    return n.then(String);
  }
  const got = wide(n);
  expectType<Equal<typeof got, Promise<string | null>>>();
}

export function a_declared_return_type_reaches_the_handler(n: Promise<number>): void {
  function boxes(n: Promise<number>): Promise<(number | null)[]> {
    return n.then((x) => [x, null]);
  }
  const got = boxes(n);
  expectType<Equal<typeof got, Promise<(number | null)[]>>>();
}

export function an_argument_guides_the_handler(n: Promise<number>): void {
  function first(p: Promise<readonly number[]>): Promise<number> {
    return p.then((xs) => xs[0]);
  }
  const got = first(n.then((x) => [x]));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function an_empty_list_takes_the_declared_type(n: Promise<number>): void {
  const p: Promise<string[]> = n.then((_) => []);
  expectType<Equal<typeof p, Promise<string[]>>>();
}

// Refused.

export function a_promise_of_a_superclass(user: Promise<User>): void {
  // @ts-expect-error
  const p: Promise<Admin> = user;
}

export function a_promise_of_another_type(n: Promise<number>): void {
  // @ts-expect-error
  const p: Promise<string> = n;
}

export function resolvers_of_a_subclass(admins: PromiseWithResolvers<Admin>): void {
  // @ts-expect-error
  const r: PromiseWithResolvers<User> = admins;
}

export function resolvers_of_a_superclass(users: PromiseWithResolvers<User>): void {
  // @ts-expect-error
  const r: PromiseWithResolvers<Admin> = users;
}

export function a_list_of_promises_of_a_subclass(admins: Promise<Admin>[]): void {
  // @ts-expect-error
  const users: Promise<User>[] = admins;
}

export function a_chain_of_another_type_than_declared(n: Promise<number>): void {
  // @ts-expect-error
  const p: Promise<number> = n.then(world.fetch);
}

export function a_returned_chain_of_another_type(n: Promise<number>): void {
  function text(n: Promise<number>): Promise<string> {
    // @ts-expect-error
    return n.then((x) => x + 1);
  }
}
