// `then(handler)`: the new promise holds what the handler returns, whatever kind of callable it is.

import { type Equal, expectType } from "./expect";
import * as world from "./world";
import { Admin, Box, Labeller, Labels, User } from "./world";

// Lambdas.

export function a_lambda(n: Promise<number>): void {
  const got = n.then((x) => x + 1);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_lambda_that_changes_the_type(n: Promise<number>): void {
  const got = n.then((x) => String(x));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_lambda_that_returns_a_tuple(n: Promise<number>): void {
  const got = n.then((x) => [x, String(x)] as const);
  expectType<Equal<typeof got, Promise<readonly [number, string]>>>();
}

export function a_lambda_that_returns_a_list(xs: Promise<number[]>): void {
  const got = xs.then((xs) => xs.map((x) => String(x)));
  expectType<Equal<typeof got, Promise<string[]>>>();
}

export function a_lambda_that_returns_a_dict(n: Promise<number>): void {
  const got = n.then((x) => ({ number: x }));
  expectType<Equal<typeof got, Promise<{ number: number }>>>();
}

export function a_lambda_that_returns_none(n: Promise<number>): void {
  const got = n.then((x) => null);
  expectType<Equal<typeof got, Promise<null>>>();
}

export function a_lambda_that_returns_a_bool(n: Promise<number>): void {
  const got = n.then((x) => x > 1);
  expectType<Equal<typeof got, Promise<boolean>>>();
}

export function a_lambda_with_a_method_of_the_value(s: Promise<string>): void {
  const got = s.then((s) => s.toUpperCase());
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_lambda_with_an_attribute_of_the_value(user: Promise<User>): void {
  const got = user.then((u) => u.name);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_lambda_with_a_property_of_the_value(user: Promise<User>): void {
  const got = user.then((u) => u.initials);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_lambda_that_calls_a_generic_function(n: Promise<number>): void {
  const got = n.then((x) => world.same(x));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_lambda_that_builds_a_generic_class(n: Promise<number>): void {
  const got = n.then((x) => new Box(x));
  expectType<Equal<typeof got, Promise<Box<number>>>>();
}

export function a_lambda_with_a_default(n: Promise<number>): void {
  const got = n.then((x, factor = 2) => x * factor);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_lambda_that_takes_anything(n: Promise<number>): void {
  const got = n.then((..._) => "done");
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_lambda_that_returns_its_argument(user: Promise<User>): void {
  const got = user.then((u) => u);
  expectType<Equal<typeof got, Promise<User>>>();
}

// Functions.

export function a_function(n: Promise<number>): void {
  const got = n.then(world.label);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_function_with_a_default(n: Promise<number>): void {
  const got = n.then(world.label_padded);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_function_of_any_number_of_arguments(n: Promise<number>): void {
  const got = n.then(world.label_all);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_function_that_returns_none(n: Promise<number>): void {
  const got = n.then(world.log);
  expectType<Equal<typeof got, Promise<void>>>();
}

export function a_function_that_only_raises(n: Promise<number>): void {
  const got = n.then(world.fail);
  expectType<Equal<typeof got, Promise<never>>>();
}

export function a_function_that_returns_any(n: Promise<number>): void {
  const got = n.then(world.untyped);
  expectType<Equal<typeof got, Promise<any>>>();
}

export function a_function_of_a_wider_type(admin: Promise<Admin>): void {
  const name_of = (user: User): string => user.name;
  const got = admin.then(name_of);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_function_inside_a_function(n: Promise<number>): void {
  function half(x: number): number {
    return x / 2;
  }
  const got = n.then(half);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_generic_function(n: Promise<number>): void {
  const got = n.then(world.same);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_generic_function_that_wraps(n: Promise<number>): void {
  const got = n.then(world.listed);
  expectType<Equal<typeof got, Promise<number[]>>>();
}

export function an_overloaded_function(n: Promise<number>): void {
  const got = n.then(world.flip);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function an_overloaded_function_by_its_second_form(s: Promise<string>): void {
  const got = s.then(world.flip);
  expectType<Equal<typeof got, Promise<number>>>();
}

// Functions of the standard library.

export function the_builtin_print(n: Promise<number>): void {
  const got = n.then(console.log);
  expectType<Equal<typeof got, Promise<void>>>();
}

export function the_builtin_abs(n: Promise<number>): void {
  const got = n.then(Math.abs);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function the_builtin_repr(user: Promise<User>): void {
  const got = user.then(JSON.stringify);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function json_loads_is_any(s: Promise<string>): void {
  const got = s.then((_) => JSON.parse("{}"));
  expectType<Equal<typeof got, Promise<any>>>();
}

// Classes.

export function the_class_str(n: Promise<number>): void {
  const got = n.then(String);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function the_class_float(n: Promise<number>): void {
  const got = n.then(Number);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function the_class_list(s: Promise<string>): void {
  const got = s.then(Array.from);
  expectType<Equal<typeof got, Promise<string[]>>>();
}

export function the_class_dict(pairs: Promise<[string, number][]>): void {
  const got = pairs.then(Object.fromEntries);
  expectType<Equal<typeof got, Promise<{ [k: string]: number }>>>();
}

// Methods.

export function a_bound_method(n: Promise<number>, user: User): void {
  const got = n.then(user.greet.bind(user));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_class_method(n: Promise<number>): void {
  const got = n.then(User.by_id);
  expectType<Equal<typeof got, Promise<User>>>();
}

export function a_static_method(n: Promise<number>): void {
  const got = n.then(User.parse);
  expectType<Equal<typeof got, Promise<User>>>();
}

export function a_method_of_a_builtin(n: Promise<number>, names: Map<number, string>): void {
  const got = n.then(names.get.bind(names));
  expectType<Equal<typeof got, Promise<string | undefined>>>();
}

export function the_append_of_a_list(n: Promise<number>, numbers: number[]): void {
  const got = n.then(numbers.push.bind(numbers));
  expectType<Equal<typeof got, Promise<number>>>();
}

// Objects that can be called.

export function a_callable_object(n: Promise<number>, labeller: Labeller): void {
  const got = n.then(labeller);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_callable_protocol(n: Promise<number>, labels: Labels): void {
  const got = n.then(labels);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_partial(n: Promise<number>): void {
  const got = n.then(world.add.bind(null, 1));
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_decorated_function(n: Promise<number>): void {
  const wrapped = world.decorated(world.label);
  const got = n.then(wrapped);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_cached_function(n: Promise<number>): void {
  const squared = world.decorated((n: number) => n * n);
  const got = n.then(squared);
  expectType<Equal<typeof got, Promise<number>>>();
}

// No handler, and values of special types.

export function no_handler_at_all(n: Promise<number>): void {
  const got = n.then();
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_value_of_type_none(nothing: Promise<null>): void {
  const got = nothing.then((_) => 1);
  expectType<Equal<typeof got, Promise<number>>>();
}

export function a_value_of_type_any(anything: Promise<any>): void {
  const got = anything.then((x) => String(x));
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_handler_of_type_any(n: Promise<number>, handler: any): void {
  const got = n.then(handler);
  expectType<Equal<typeof got, Promise<any>>>();
}

export function a_handler_of_an_unknown_signature(n: Promise<number>, handler: (...args: any[]) => string): void {
  const got = n.then(handler);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_value_that_never_comes(never: Promise<never>): void {
  const got = never.then(world.label);
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_literal_is_widened(n: Promise<number>): void {
  const got = n.then((_) => "on");
  expectType<Equal<typeof got, Promise<string>>>();
}

export function a_declared_literal_is_kept(n: Promise<number>): void {
  function turned(n: number): "on" | "off" {
    return n ? "on" : "off";
  }
  const got = n.then(turned);
  expectType<Equal<typeof got, Promise<"on" | "off">>>();
}
