// The two claims of a case: `expectType<Equal<typeof got, T>>()` is a truth, `// @ts-expect-error` a refusal.

// Equal only for identical types: `any` equals nothing but `any`, as in Python's `assert_type`.
export type Equal<X, Y> =
  (<T>() => T extends X ? 1 : 2) extends (<T>() => T extends Y ? 1 : 2) ? true : false;

export declare function expectType<Claim extends true>(): void;
