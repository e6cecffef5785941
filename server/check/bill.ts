import { type Invoice, type InvoiceLine, MOST_LINES } from '../../catalogue/check/invoice.ts'
import { factsInName } from '../../catalogue/check/read-facts.ts'
import type { Facts } from '../../catalogue/facts.ts'
import type { Head } from './head.ts'

/** The bill that is checked: its own fields, and its lines with the facts that hold for all where they say nothing else. */
export function billOf({ common, release: _, ...head }: Head, lines: readonly InvoiceLine[]): Invoice {
  return { ...head, lines: lines.map((line) => withCommon(line, common)) }
}

/** What a line states, or its name says, goes before what was said once for the bill. */
export function withCommon(line: InvoiceLine, common: Facts): InvoiceLine {
  const named = factsInName(line.name, line.unit ?? null)
  const unsaid = Object.entries(common).filter(([fact]) => line.facts[fact] === undefined && named[fact] === undefined)
  return unsaid.length === 0 ? line : { ...line, facts: { ...Object.fromEntries(unsaid), ...line.facts } }
}

/** More lines than a page shows are for the bulk mode. */
export const tooMany = (lines: readonly InvoiceLine[]): boolean => lines.length > MOST_LINES
