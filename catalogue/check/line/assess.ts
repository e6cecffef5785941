import type { CheckBooks } from '../books.ts'
import { unitsSaid } from '../units-said.ts'
import { dearest } from './above-every.ts'
import { type Expected, expectedAt } from './expected.ts'
import type { Figure } from './figure.ts'
import type { Sought, Standard } from './sought.ts'
import { type Other, otherFigures } from './superseded.ts'
import { type Unsaid, unsaidOf } from './unsaid.ts'

/**
 * All that can be said of a line before its amount is looked at. `then` is null where nothing was published yet, and
 * `head` itself where nothing has been since. `dearest` is what it could come to at most where facts are wanting,
 * `others` the figures of other periods, `unsaid` what a figure leaves out for want of facts, `unclear` the unit of so
 * many of something that is not understood; `takenBackIn` names the release that took back what was said then.
 */
export type Assessed = {
  head: Expected
  then: Expected | null
  releases: Releases
  dearest: () => Figure | null
  others: () => readonly Other[]
  unsaid: (figure: Figure) => Unsaid | null
  unclear: string | null
  takenBackIn: (standard: Standard) => number | null
}

/** The release that is asked and the one that was newest when the bill was made; null where there was none. */
type Releases = { head: number; then: number | null }

/** 核算: what was published, now and then, for what a line asks. What only an unusual amount needs is worked out when it does. */
export function assess(sought: Sought, books: CheckBooks): Assessed {
  const head = expectedAt(sought, books.head, books)
  const then = books.then === null ? null : sameBook(books) ? head : expectedAt(sought, books.then, books)
  return {
    head,
    then,
    releases: releasesOf(books),
    dearest: once(() => (head.kind === 'price' ? dearest(sought, head.found, head.setter, books.head) : null)),
    others: once(() => othersOf(sought, head, books)),
    unclear: unclearUnit(sought),
    unsaid: onceOf((figure: Figure) => unsaidOf(figure, sought, books.head)),
    takenBackIn: ({ id, payload }) =>
      books.earlier(sought.item, payload!.entity).find((one) => one.id === id)?.known.until ?? null,
  }
}

const sameBook = ({ head, then }: CheckBooks): boolean => then?.release === head.release

function othersOf(sought: Sought, head: Expected, books: CheckBooks): readonly Other[] {
  if (head.kind !== 'price' || head.found.figure === null || head.found.asked === null) return []
  const { figure, asked } = head.found
  return otherFigures(sought, figure.standard, asked, head.setter, books.head, books.earlier)
}

function onceOf<A extends object, T>(work: (of: A) => T): (of: A) => T {
  const made = new Map<A, T>()
  return (of) => {
    if (!made.has(of)) made.set(of, work(of))
    return made.get(of)!
  }
}

function once<T>(work: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: work() }
    return made.value
  }
}

/** So many of something that is not understood: TEU, 项. */
const unclearUnit = ({ unit, quantity }: Sought): string | null =>
  unit !== undefined && quantity !== null && !/^1(\.0+)?$/.test(quantity) && unitsSaid(unit).length === 0 ? unit : null

function releasesOf(books: CheckBooks): Releases {
  const then = books.then?.release ?? null
  return { head: books.head.release, then }
}
