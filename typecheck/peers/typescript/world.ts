// The small world the cases speak of, as in ../../world.py: the same names, and a function of every shape.

export class AppError extends Error {
  code = "app";
}

export class User {
  constructor(
    readonly id: number,
    readonly name: string,
  ) {}

  named(name: string): User {
    return new User(this.id, name);
  }

  greet(n: number): string {
    return `${this.name} ${n}`;
  }

  avatar(size: number): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(size));
  }

  get initials(): string {
    return this.name.slice(0, 1);
  }

  static by_id(n: number): User {
    return new User(n, "by id");
  }

  static load(n: number): Promise<User> {
    return Promise.resolve(new User(n, "loaded"));
  }

  static parse(n: number): User {
    return new User(n, "parsed");
  }
}

export class Admin extends User {
  sudo(): void {}
}

export class Box<X> {
  constructor(readonly value: X) {}
}

/** An object that can be called. */
export interface Labeller {
  (n: number): string;
  prefix: string;
}

/** A callable described by its shape. */
export type Labels = (n: number) => string;

/** A promise with one more method. */
export class Traced<X> extends Promise<X> {
  trace(): string {
    return "trace";
  }
}

// Handlers of a number that give a plain value.

export function label(n: number): string {
  return String(n);
}

export function label_padded(n: number, width = 3): string {
  return String(n).padStart(width);
}

export function label_all(...ns: number[]): string {
  return ns.join(", ");
}

export function length(text: string): number {
  return text.length;
}

export function same<X>(x: X): X {
  return x;
}

export function listed<X>(x: X): X[] {
  return [x];
}

export function add(a: number, b: number): number {
  return a + b;
}

export function log(n: number): void {}

export function fail(n: number): never {
  throw new Error(String(n));
}

export function untyped(n: number): any {
  return n;
}

export function number_or_text(n: number): number | string {
  return n > 1 ? n : String(n);
}

export function maybe_text(n: number): string | null {
  return n ? String(n) : null;
}

// Handlers of a number that give something to wait for.

export function fetch(n: number): Promise<string> {
  return Promise.resolve(String(n));
}

export function fetch_from(base: string, n: number): Promise<string> {
  return Promise.resolve(base + n);
}

export function fetch_number(n: number): Promise<number> {
  return Promise.resolve(n);
}

export async function fetch_soon(n: number): Promise<string> {
  return String(n);
}

export async function log_soon(n: number): Promise<void> {}

export async function fail_soon(n: number): Promise<never> {
  throw new Error(String(n));
}

export function awaitable(n: number): PromiseLike<string> {
  return fetch(n);
}

export function traced(n: number): Traced<string> {
  return new Traced((resolve) => resolve(String(n)));
}

export function later<X>(x: X): Promise<X> {
  return Promise.resolve(x);
}

export async function soon<X>(x: X): Promise<X> {
  return x;
}

export function look_up(key: number): Promise<string>;
export function look_up(key: string): Promise<number>;
export function look_up(key: number | string): Promise<any> {
  return Promise.resolve(typeof key === "string" ? key.length : String(key));
}

export function flip(key: number): string;
export function flip(key: string): number;
export function flip(key: number | string): number | string {
  return typeof key === "string" ? key.length : String(key);
}

// Handlers of a number that are of two minds.

export function cached(n: number): string | Promise<string> {
  return n ? String(n) : fetch(n);
}

export function cached_soon(n: number): string | PromiseLike<string> {
  return n ? String(n) : fetch_soon(n);
}

export function number_or_fetched(n: number): number | Promise<string> {
  return n > 1 ? n : fetch(n);
}

export function found(n: number): Promise<string> | null {
  return n ? fetch(n) : null;
}

export function either(n: number): Promise<number> | Promise<string> {
  return n > 1 ? fetch_number(n) : fetch(n);
}

export function fetch_or_soon(n: number): Promise<string> | PromiseLike<string> {
  return n ? fetch(n) : fetch_soon(n);
}

export function fetch_nested(n: number): Promise<Promise<string>> {
  // Nothing makes such a promise at run time, but a function can be declared so (generic code does).
  return fetch(n) as unknown as Promise<Promise<string>>;
}

export async function fetch_in_coroutine(n: number): Promise<string> {
  return fetch(n);
}

// Handlers of an error.

export function to_bytes(error: Error): Uint8Array {
  return new TextEncoder().encode(error.message);
}

export async function to_bytes_soon(error: Error): Promise<Uint8Array> {
  return to_bytes(error);
}

export function fetch_bytes(error: Error): Promise<Uint8Array> {
  return Promise.resolve(to_bytes(error));
}

export function reraise(error: Error): never {
  throw error;
}

export async function reraise_soon(error: Error): Promise<never> {
  throw error;
}

export function untyped_error(error: Error): any {
  return error;
}

export function text_or_bytes(error: Error): string | Uint8Array {
  return error.message;
}

export function cached_error(error: Error): string | Promise<string> {
  return error.message;
}

export function ignore(error: Error): void {}

export function code_of(error: AppError): string {
  return error.code;
}

// Functions to run last, and functions to start from.

export function clean_up(): void {}

export async function clean_up_soon(): Promise<void> {}

export function fetch_nothing(): Promise<void> {
  return Promise.resolve();
}

export function read(size: number, mode = ""): Uint8Array {
  return new Uint8Array(size);
}

export async function read_soon(size: number, mode = ""): Promise<Uint8Array> {
  return new Uint8Array(size);
}

export function read_later(size: number, mode = ""): Promise<Uint8Array> {
  return Promise.resolve(new Uint8Array(size));
}

export function start(resolve: (value: number) => void, reject: (error: Error) => void): void {
  resolve(1);
}

/** A function that takes a function and gives one of the same type, as a decorator does. */
export function decorated<F extends Function>(fn: F): F {
  return fn;
}

// Outcomes, under the name that our cases have for them.
export type Settled<T> = PromiseSettledResult<T>;

export function describe_error(error: Error): string;
export function describe_error(error: string): Uint8Array;
export function describe_error(error: Error | string): string | Uint8Array {
  return typeof error === "string" ? new Uint8Array(error.length) : error.message;
}

export function all_of<X>(...items: X[]): X[] {
  return [...items];
}

export function report(): void;
export function report(text: string): string;
export function report(text?: string): string | void {
  return text;
}

export function start_nothing<X>(resolve: (value: X) => void, reject: (error: Error) => void): void {
  reject(new Error());
}

export function start_one(resolve: (value: number) => void, reject: (error: Error) => void): void;
export function start_one(resolve: (value: number) => void): void;
export function start_one(resolve: (value: number) => void, reject?: (error: Error) => void): void {
  resolve(1);
}

export class Starter {
  start(resolve: (value: number) => void, reject: (error: Error) => void): void {
    resolve(1);
  }
}
