/** An exact fraction, never negative here; reduced nowhere, because nothing is large. */
export type Fraction = { n: bigint; d: bigint }

export const ZERO: Fraction = { n: 0n, d: 1n }
export const ONE: Fraction = { n: 1n, d: 1n }

/** The fraction a decimal text is: `0.405` is 405/1000. */
export function read(text: string): Fraction {
  const [whole, decimals = ''] = text.split('.') as [string, string?]
  return { n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) }
}

export const whole = (n: number | bigint): Fraction => ({ n: BigInt(n), d: 1n })
export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d })
export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d })
export const over = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d, d: a.d * b.n })
export const below = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d
export const same = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d
export const greater = (a: Fraction, b: Fraction): Fraction => (below(a, b) ? b : a)
export const smaller = (a: Fraction, b: Fraction): Fraction => (below(b, a) ? b : a)

/** The largest whole number not above, and the smallest not below. */
export const floor = ({ n, d }: Fraction): Fraction => whole(n / d)
export const ceil = ({ n, d }: Fraction): Fraction => whole((n + d - 1n) / d)

/** For a reader of a failing test only. */
export const shown = ({ n, d }: Fraction): string => `${Number((n * 10n ** 9n) / d) / 1e9}`
