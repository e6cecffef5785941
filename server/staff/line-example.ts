import { addDays, Day } from '../../catalogue/day.ts'
import { at, type Parts, textAt } from '../../catalogue/draft/draft.ts'
import { type Case, exampleOf, factsTried, standardSoFar } from '../../catalogue/draft/example.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import type { PriceBook } from '../../catalogue/price/book.ts'
import { nearest } from '../../catalogue/reference.ts'
import type { Tried } from '../../views/line/example-panel.ts'
import { bookFor } from '../price-books.ts'
import type { Desk } from './desk.ts'
import type { Subjects } from './line-subjects.ts'

/** Tries what a form says of a price so far; null while it says none. */
export async function tried(desk: Desk, draft: Parts, subjects: Subjects): Promise<Tried | null> {
  const standard = standardSoFar(draft.payload)
  if (standard === null || !subjects.reference.of.item.has(standard.item)) return null
  const on = Day.safeParse(textAt(draft, 'from')).data ?? subjects.today
  const port = standard.port ?? portFor(standard, draft, subjects)
  if (!subjects.reference.of.port.has(port)) return null
  const book = { ...(await readBook(desk, standard, port)), reference: subjects.reference }
  const valid = { from: on, until: addDays(on, 1) }
  const attempt = (missing: readonly string[]) => {
    const one = caseIn(draft, standard, missing)
    return { tried: one, estimated: exampleOf(standard, valid, on, one, book) }
  }
  const first = attempt([])
  const more = first.estimated.missing.some((fact) => !(fact in first.tried.facts))
  return { standard, on, port, ...(more ? attempt(first.estimated.missing) : first) }
}

/** The port on which a price for every port is tried: the one asked for, else the first of a kind at which the item is used. */
function portFor({ item }: FeeStandard, draft: Parts, { reference, today }: Subjects): string {
  const asked = textAt(draft, 'example.port')
  const kinds = nearest(reference, 'item', item, today)?.at
  const ports = [...reference.of.port.keys()]
  const fits = (port: string) => kinds?.includes(nearest(reference, 'port', port, today)?.kind ?? 'sea') ?? true
  const wished = [asked, 'CNNGB', ...ports].find((port) => port !== '' && reference.of.port.has(port) && fits(port))
  return wished ?? ports[0] ?? ''
}

/** The case as it was typed; what was not asked before is filled in with a usual one. */
function caseIn(draft: Parts, standard: FeeStandard, missing: readonly string[]): Case {
  const usual = factsTried(standard, missing)
  const facts = Object.entries(usual).map(([fact, value]) => {
    const name = `example.facts.${fact}`
    return [fact, at(draft, name) === undefined ? value : textAt(draft, name)] as const
  })
  return { quantity: textAt(draft, 'example.quantity'), facts: Object.fromEntries(facts) }
}

/** What the portal publishes of that item at the port, and of every item the price is a percentage of. */
function readBook(desk: Desk, standard: FeeStandard, port: string): Promise<PriceBook> {
  const { item, entity, rate } = standard
  const rates = rate.form === 'sum' ? rate.parts.map((part) => part.rate) : [rate]
  const items = [item, ...rates.flatMap((one) => (one.form === 'percent_of' ? [one.item] : []))]
  return bookFor(
    desk,
    desk.head.release(),
    port,
    [...new Set(items)].map((item) => ({ item, entity })),
  )
}
