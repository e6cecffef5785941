import type { CreditCode, FeeItemCode } from '../codes.ts'
import type { Day } from '../day.ts'
import type { Facts } from '../facts.ts'
import { nearest } from '../reference.ts'
import type { InvoiceLine } from './invoice.ts'
import { remembered } from './line/remembered.ts'
import { place } from './line/stretches.ts'
import { keyOfName } from './matching/as-charged.ts'
import { matchName, type NameIndex } from './matching.ts'
import { factsInName } from './read-facts.ts'
import type { Matched } from './verdict.ts'

/** A line understood: which item its name means, the day that decides its price, and its facts, `read` those of its words. */
export type ReadLine = {
  line: InvoiceLine
  on: Day
  matched: Matched
  item: FeeItemCode | null
  facts: Facts
  read: Facts
}

/** Reads lines charged on a day by one entity or by no one named; what a name means is worked out once. */
export type LineReader = (line: InvoiceLine, chargedOn: Day) => ReadLine

/** 读行. An item that a person has said stands; facts that are stated stand against those in the name and unit. */
export function lineReader(names: NameIndex, entity: CreditCode | null): LineReader {
  const edges = edgesOf(names)
  const stretch = onceADay((on) => place(edges, on))
  const meaning = (name: string, on: Day) => ownFirst(matchName(names, name, on, entity), name, names, entity)
  const served = new Map<number, Day>()
  const named = remembered((name: string, at: number) => meant(meaning(name, served.get(at)!), served.get(at)!, names))
  const words = remembered((name: string, unit: string) => factsInName(name, unit === '' ? null : unit))
  return (line, chargedOn) => {
    const day = line.served_on ?? chargedOn
    const at = stretch(day)
    if (!served.has(at)) served.set(at, day)
    const { matched, item, byBill } =
      line.item === undefined ? named(line.name, at) : meant(said(line.item), day, names)
    const read = unstated(words(line.name, line.unit ?? ''), line.facts)
    return { line, on: byBill ? chargedOn : day, matched, item, facts: { ...read, ...line.facts }, read }
  }
}

/** What a name means on a day, and whether that item is priced by the day of the bill. */
function meant(matched: Matched, on: Day, names: NameIndex) {
  const item = matched.kind === 'item' ? matched.match.item : null
  return { matched, item, byBill: item !== null && billDecides(names, item, on) }
}

/** The days, in order, on which anything that is said of an item begins or ends: between them a name means the same. */
function edgesOf({ source: { reference } }: NameIndex): Day[] {
  const edges = new Set<Day>()
  for (const versions of reference.of.item.values())
    for (const { valid } of versions) {
      edges.add(valid.from)
      if (valid.until !== null) edges.add(valid.until)
    }
  return [...edges].toSorted()
}

/** A bill has few days. */
function onceADay(work: (on: Day) => number): (on: Day) => number {
  const kept = new Map<Day, number>()
  return (on) => {
    const known = kept.get(on)
    if (known !== undefined) return known
    const made = work(on)
    if (kept.size < MOST_DAYS) kept.set(on, made)
    return made
  }
}

const MOST_DAYS = 5_000

/** 企业自用名: an entity that does not list an item, and calls another by its name, means the other. */
function ownFirst(matched: Matched, name: string, { exact, posts }: NameIndex, entity: CreditCode | null): Matched {
  if (entity === null || matched.kind !== 'item' || posts.get(entity)?.has(matched.match.item)) return matched
  const own = exact.get(keyOfName(name))?.filter((one) => one.entity === entity) ?? []
  const [meant] = own
  if (meant === undefined || own.some(({ item }) => item !== meant.item)) return matched
  const match = { item: meant.item, how: 'own_name', term: meant.term, score: 1 } as const
  return { kind: 'item', match, nearest: [matched.match] }
}

const said = (item: FeeItemCode): Matched => ({
  kind: 'item',
  match: { item, how: 'said', term: item, score: 1 },
  nearest: [],
})

const billDecides = ({ source: { reference } }: NameIndex, item: FeeItemCode, on: Day): boolean =>
  nearest(reference, 'item', item, on)?.decided_by === 'bill'

/** What was read and not stated; most often all of it. */
function unstated(read: Facts, stated: Facts): Facts {
  for (const fact in read)
    if (stated[fact] !== undefined)
      return Object.fromEntries(Object.entries(read).filter(([one]) => stated[one] === undefined))
  return read
}
