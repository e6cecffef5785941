import { z } from 'zod'
import { readQuantity } from '../../catalogue/check/columns/cell.ts'
import { InvoiceLine, MOST_LINES } from '../../catalogue/check/invoice.ts'
import { FeeItemCode } from '../../catalogue/codes.ts'
import { FACTS, FactName, Facts, type KnownFact } from '../../catalogue/facts.ts'
import { LineName } from '../../catalogue/price/estimate-line.ts'
import type { CheckFault } from '../../views/words/sent-bill.ts'
import { Refusal } from '../errors.ts'

/** The lines that a result carries with it, as JSON in a field of its form. What a person cannot have changed is not mended. */
export function linesCarried(text: string | undefined): InvoiceLine[] {
  const read = z
    .string()
    .transform((json, context) => {
      try {
        return JSON.parse(json) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'not-json' })
        return z.NEVER
      }
    })
    .pipe(z.array(InvoiceLine).min(1).max(MOST_LINES))
    .safeParse(text)
  if (!read.success) throw new Refusal('bad-request')
  return read.data
}

/**
 * 补充回答: what a person says a line is (`i3=tally`, meant for every line of that name; empty takes it back) and the facts
 * that were missing (`f3_size=20`), its quantity and which of several prices is meant (`price_line`) among them. An answer that cannot be read is a fault of its field, and is left out.
 */
export function answered(
  lines: readonly InvoiceLine[],
  fields: Record<string, string>,
): { lines: InvoiceLine[]; faults: CheckFault[] } {
  const faults: CheckFault[] = []
  const items = itemsSaid(lines, fields)
  const facts = factsSaid(fields, faults)
  const answers = lines.map(({ item, ...line }, n) => {
    const meant = items.has(line.name) ? items.get(line.name) : item
    const { quantity, price_line, ...said } = facts.get(n + 1) ?? {}
    const known = Object.entries({ ...line.facts, ...said }).filter(([, value]) => value !== '')
    return {
      ...{ ...line, ...(meant ? { item: meant } : {}), facts: Object.fromEntries(known) },
      ...(quantity ? { quantity } : {}),
      ...(price_line ? { line: price_line } : {}),
    }
  })
  return { lines: answers, faults }
}

/** By name: an item, or that the name is to be looked up again. */
function itemsSaid(lines: readonly InvoiceLine[], fields: Record<string, string>) {
  const items = new Map<string, FeeItemCode | null>()
  for (const [field, text] of Object.entries(fields)) {
    const [, n] = /^i(\d{1,4})$/.exec(field) ?? []
    const line = lines[Number(n) - 1]
    if (line === undefined) continue
    const code = FeeItemCode.safeParse(text)
    if (code.success) items.set(line.name, code.data)
    else if (text === '' && line.item !== undefined) items.set(line.name, null)
  }
  return items
}

function factsSaid(fields: Record<string, string>, faults: CheckFault[]): Map<number, Record<string, string>> {
  const said = new Map<number, Record<string, string>>()
  for (const [field, text] of Object.entries(fields)) {
    const [, n, fact] = /^f(\d{1,4})_([a-z0-9_]+)$/.exec(field) ?? []
    if (n === undefined || !FactName.safeParse(fact).success) continue
    const value = readAs(fact!, text.trim())
    if (value === null) faults.push({ field, code: 'not-a-value-of-this-fact', values: { field: fact!, value: text } })
    else said.set(Number(n), { ...said.get(Number(n)), [fact!]: value })
  }
  return said
}

/** Numbers as people write them; null where the fact cannot have such a value. */
function readAs(fact: string, text: string): string | null {
  if (text === '') return ''
  const number = fact === 'quantity' || FACTS[fact as KnownFact] === 'number' ? readQuantity(text) : null
  if (number !== null && ('fault' in number || number.value.negative)) return null
  const value = number === null ? text : number.value.quantity
  if (fact === 'price_line') return LineName.safeParse(value).success ? value : null
  return Facts.safeParse({ [fact]: value }).success ? value : null
}
