/** Chance with a seed: the same seed gives the same run everywhere. */
export type Chance = ReturnType<typeof chance>

export function chance(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const maybe = (share: number): boolean => next() < share
  const of = <T>(choices: readonly T[]): T => choices[int(0, choices.length - 1)]!
  const some = <T>(choices: readonly T[], share: number): T[] => choices.filter(() => maybe(share))
  /** A decimal up to `most`, with no more than so many decimals, and often on a round or half number. */
  const decimal = (most: number, decimals: number): string => {
    const digits = maybe(0.3) ? 0 : int(0, decimals)
    const whole = int(digits === 0 ? 1 : 0, most)
    if (digits === 0) return String(whole)
    const rest = maybe(0.3) ? '5' : String(int(1, 10 ** digits - 1)).padStart(digits, '0')
    return `${whole}.${rest}`
  }
  return { int, maybe, of, some, decimal }
}
