import { setImmediate } from 'node:timers/promises'
import type { CheckBooks } from '../catalogue/check/books.ts'
import { checkInvoice } from '../catalogue/check/check.ts'
import type { Invoice } from '../catalogue/check/invoice.ts'
import { itemsNeeded } from '../catalogue/check/line/relatives.ts'
import { lineReader, type ReadLine } from '../catalogue/check/read-line.ts'
import type { CheckedInvoice } from '../catalogue/check/verdict.ts'
import type { CreditCode, FeeItemCode, PortCode } from '../catalogue/codes.ts'
import type { Day } from '../catalogue/day.ts'
import type { Reference } from '../catalogue/reference.ts'
import type { Statement } from '../catalogue/statement.ts'
import { asOfNow } from './as-of.ts'
import { earlierPrices } from './db/earlier-prices.ts'
import { Refusal } from './errors.ts'
import { strangersIn } from './estimates.ts'
import { type Names, namesAt } from './names.ts'
import { known, knownPort } from './places.ts'
import { bookFor, releaseAt } from './price-books.ts'
import type { Site } from './site.ts'

/** A checked bill: at which release it was asked, which one was newest when it was made, and the names to say it with. */
export type CheckedBill = CheckedInvoice & { release: number; then: number | null; reference: Reference }

/** Who charged at which port on which day, as told at which release. */
export type Scope = { port: PortCode; entity: CreditCode | null; chargedOn: Day; release: number }

/**
 * 核对账单: the one way a bill is checked, for page, API and file. Nothing of it is kept. A port, entity or item that was
 * never published is refused by the place of its field; a release to come likewise.
 */
export async function checkBill(site: Site, invoice: Invoice, asked: { release?: number } = {}): Promise<CheckedBill> {
  const { release } = asOfNow(site, asked)
  const reference = await site.reference(release)
  refuseStrangers(invoice, reference)
  const scope = { port: invoice.port, entity: invoice.entity ?? null, chargedOn: invoice.charged_on, release }
  const names = await namesAt(site, release, invoice.port)
  const read = lineReader(names.index, scope.entity)
  const lines: ReadLine[] = []
  for (const line of invoice.lines) {
    if (lines.length % AT_ONCE === AT_ONCE - 1) await setImmediate()
    lines.push(read(line, invoice.charged_on))
  }
  const items = [...new Set(lines.flatMap(({ item }) => item ?? []))]
  const books = await booksFor(site, scope, items, names)
  return { ...checkInvoice(invoice, lines, books, names.index), ...toldBy(books), reference }
}

/** So many lines are read before others get their turn: a name that nobody knows is dear to look up. */
const AT_ONCE = 50

function toldBy(books: CheckBooks): Pick<CheckedBill, 'release' | 'then'> {
  const then = books.then?.release ?? null
  return { release: books.head.release, then }
}

function refuseStrangers({ port, entity, charged_on, lines }: Invoice, reference: Reference): void {
  knownPort(reference, port, charged_on)
  known(reference, 'entity', entity, charged_on)
  const strangers = lines.flatMap(({ item }, n) =>
    item === undefined ? [] : strangersIn({ item }, `lines.${n}`, reference, charged_on),
  )
  if (strangers.length > 0) throw new Refusal('bad-value', {}, strangers)
}

/** All that lines of these items are compared with: what is published now, what was then, and what is no longer said. */
export async function booksFor(
  site: Site,
  { port, entity, chargedOn, release }: Scope,
  items: readonly FeeItemCode[],
  { entities }: Names,
): Promise<CheckBooks> {
  const needed = itemsNeeded(await site.reference(release), items)
  const wanted = needed.map((item) => ({ item, entity }))
  const newest = releaseAt(site, chargedOn)
  const [head, then, earlier] = await Promise.all([
    bookFor(site, release, port, wanted),
    newest === null ? null : bookFor(site, Math.min(newest, release), port, wanted),
    earlierPrices(site.db, { items: needed.toSorted(), port, entity }, release),
  ])
  const filed = entity === null ? entities.size > 0 : entities.has(entity)
  return { entity, head, then, earlier: sorted(earlier), filed }
}

function sorted(earlier: readonly Statement<'standard'>[]): CheckBooks['earlier'] {
  const named = Map.groupBy(earlier, ({ payload }) => `${payload!.item} ${payload!.entity ?? ''}`)
  return (item, entity) => named.get(`${item} ${entity ?? ''}`) ?? []
}
