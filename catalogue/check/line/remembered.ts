/** So many answers are kept; a file of other questions starts anew, so memory stays bounded. */
const MOST = 20_000

/** A function of two things that works out each answer once; of the second there are few. */
export function remembered<A, B, T>(work: (a: A, b: B) => T): (a: A, b: B) => T {
  const kept = new Map<B, Map<A, T>>()
  let size = 0
  return (a, b) => {
    const known = kept.get(b)?.get(a)
    if (known !== undefined) return known
    const made = work(a, b)
    if (size >= MOST) {
      kept.clear()
      size = 0
    }
    kept.set(b, (kept.get(b) ?? new Map<A, T>()).set(a, made))
    size++
    return made
  }
}
