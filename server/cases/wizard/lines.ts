import type { z } from 'zod'
import { readAmount, readDay, readQuantity } from '../../../catalogue/check/columns/cell.ts'
import type { Day } from '../../../catalogue/day.ts'
import type { Charge } from '../../../complaints/submission.ts'
import {
  type FilingDraft,
  type FilingFault,
  type LineField,
  linesIn,
  TYPED_FIELDS,
} from '../../../views/complaints/filing-draft.ts'

/** The charged lines as they can be read; `at` says which row of the form each is, `faults` what cannot be read. */
export type LinesRead = { charges: z.input<typeof Charge>[]; at: number[]; faults: FilingFault[] }
type Typed = Partial<Record<LineField, string>>

/** 被收的费用: rows with nothing typed are none; numbers and days are read as people write them, and nothing becomes today. */
export function chargesIn(draft: FilingDraft, today: Day): LinesRead {
  const read: LinesRead = { charges: [], at: [], faults: [] }
  for (const [n, typed] of linesIn(draft).entries()) {
    if (TYPED_FIELDS.every((field) => (typed[field] ?? '').trim() === '')) continue
    read.charges.push(lineOf(typed, n, today, read.faults) as z.input<typeof Charge>)
    read.at.push(n)
  }
  return read
}

function lineOf(typed: Typed, n: number, today: Day, faults: FilingFault[]) {
  const text = (field: LineField): string | undefined => typed[field]?.trim() || undefined
  const fault = (field: LineField, code: string): undefined =>
    void faults.push({ field: `c${n}_${field}`, code, values: { value: (typed[field] ?? '').slice(0, 60) } })
  const counted = quantityIn(text('quantity'), fault)
  return given({
    name: text('name') ?? fault('name', 'missing'),
    charged_on: dayIn(text('charged_on'), today, fault),
    amount: amountIn(text('amount'), fault),
    quantity: counted?.quantity,
    unit: text('unit') ?? counted?.unit ?? undefined,
    invoice_no: text('invoice_no'),
    ...(text('of') === text('name') ? saidBefore(typed) : {}),
  })
}

type Fault = (field: LineField, code: string) => undefined

function dayIn(text: string | undefined, today: Day, fault: Fault): Day | undefined {
  if (text === undefined) return fault('charged_on', 'missing')
  const read = readDay(text)
  if ('fault' in read) return fault('charged_on', read.fault)
  return read.value > today ? fault('charged_on', 'day-to-come') : read.value
}

function amountIn(text: string | undefined, fault: Fault): string | undefined {
  if (text === undefined) return fault('amount', 'missing')
  const read = readAmount(text)
  if ('fault' in read) return fault('amount', read.fault)
  return read.value.startsWith('-') ? fault('amount', 'negative') : read.value
}

function quantityIn(text: string | undefined, fault: Fault) {
  if (text === undefined) return undefined
  const read = readQuantity(text)
  if ('fault' in read) return fault('quantity', read.fault)
  return read.value.negative ? fault('quantity', 'negative') : read.value
}

/** What a check of the bill said this name to be. What a person cannot have typed is left out where it cannot be read. */
function saidBefore({ item, line, facts }: Typed) {
  return { ...given({ item, line }), facts: factsIn(facts) }
}

function factsIn(text: string | undefined): Record<string, string> {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    return typeof read === 'object' && read !== null ? (read as Record<string, string>) : {}
  } catch {
    return {}
  }
}

const given = <T extends object>(all: T) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
