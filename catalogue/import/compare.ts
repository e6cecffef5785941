import { addDays, type Day } from '../day.ts'
import { without } from '../live.ts'
import { type Line, say, withdraw } from '../release.ts'
import type { Statement, Why } from '../statement.ts'
import { keyOf, type Payloads } from '../subject.ts'
import { inForce, type Validity } from '../validity.ts'
import type { RowDays } from './days-of-row.ts'
import { settled } from './settled.ts'

export type Importable = 'standard' | 'item'

/** A row that was read, and all that is published of what it is about, in order of time. */
export type Compared<K extends Importable> = {
  kind: K
  key: string
  versions: readonly Statement<K>[]
  /** What the row says; null where it ends the charge. */
  payload: Payloads[K] | null
  days: RowDays
  change: 'auto' | 'confirm' | 'correct' | 'end'
  attest: boolean
  why: Why
  today: Day
}

/** What should be looked at, by the code of its words. */
export type Doubt = { code: 'upcoming-kept' | 'price-returns' | 'starts-in-past'; day: Day }
/** What a row comes to: its lines, none where it says what is published already. */
export type Outcome = {
  does: 'added' | 'changed' | 'ended' | 'unchanged'
  lines: Line[]
  doubts: Doubt[]
  fault: 'end-unknown' | 'confirm-differs' | null
}

/** 比对: what a row changes on its days; only the days on which the list says something else get a line. */
export function compareRow<K extends Importable>(row: Compared<K>): Outcome {
  const { versions, payload, days, change } = row
  const before = inForce(versions, days.from)?.payload ?? null
  if (payload === null) return ended(row, before !== null)
  const { valid, doubts } = wantedDays(row, before !== null && isSame(before, payload))
  const same = versions.filter((one) => one.payload !== null && isSame(one.payload, payload))
  const parts = without(
    valid,
    same.map((one) => one.valid),
  )
  const lines = [...parts.map((part) => saying(row, payload, part)), ...earlierEnd(row, valid, same)]
  if (lines.length === 0) return unchanged(row, payload, valid)
  if (change === 'confirm') return { does: 'changed', lines: [], doubts, fault: 'confirm-differs' }
  if (lines.every((line) => line.payload === null)) return { does: 'ended', lines, doubts, fault: null }
  const past = valid.from < row.today ? [{ code: 'starts-in-past' as const, day: valid.from }] : []
  return { does: before === null ? 'added' : 'changed', lines, doubts: [...doubts, ...past], fault: null }
}

/** Does it say the same, whoever said so? */
export const isSame = <T extends { provenance: unknown }>(published: T, said: T): boolean =>
  settled(published, { ...said, provenance: published.provenance }) === published

function ended<K extends Importable>({ kind, key, days, why }: Compared<K>, isThere: boolean): Outcome {
  const until = days.until === 'kept' ? null : days.until
  const line = withdraw(kind, key, { from: days.from, until }, why) as Line
  return { does: 'ended', lines: isThere ? [line] : [], doubts: [], fault: isThere ? null : 'end-unknown' }
}

function unchanged<K extends Importable>(row: Compared<K>, payload: Payloads[K], valid: Validity): Outcome {
  const confirms = row.attest || row.change === 'confirm'
  const published = inForce(row.versions, valid.from)?.payload ?? payload
  const lines = confirms ? [say(row.kind, published as Payloads[K], valid, row.why, 'confirm') as Line] : []
  return { does: 'unchanged', lines, doubts: [], fault: null }
}

/** The days a row is for, an end that it leaves open taken from what is published: the next price that is announced stands. */
function wantedDays<K extends Importable>(
  { versions, days }: Compared<K>,
  isKept: boolean,
): { valid: Validity; doubts: Doubt[] } {
  const { from, until } = days
  if (until !== 'kept') return { valid: { from, until }, doubts: returning(versions, from, until, isKept) }
  const end = endOfStretch(versions, from)
  const doubts: Doubt[] = end === null || isKept ? [] : [{ code: 'upcoming-kept', day: end }]
  return { valid: { from, until: end }, doubts }
}

/** What is published on a day goes on until then; where nothing is, until something begins. */
function endOfStretch<K extends Importable>(versions: readonly Statement<K>[], from: Day): Day | null {
  const at = versions.findIndex(({ valid }) => valid.from <= from && (valid.until === null || from < valid.until))
  const said = versions[at]?.payload ?? null
  if (said === null)
    return versions.find(({ valid, payload }) => valid.from > from && payload !== null)?.valid.from ?? null
  let end = versions[at]!.valid.until
  for (const next of versions.slice(at + 1)) {
    if (next.valid.from !== end || next.payload === null || !isSame(next.payload, said)) break
    end = next.valid.until
  }
  return end
}

/** After a price for some days only, the one before it comes back. */
function returning<K extends Importable>(
  versions: readonly Statement<K>[],
  from: Day,
  until: Day | null,
  isKept: boolean,
): Doubt[] {
  if (until === null || isKept) return []
  const after = inForce(versions, until)
  return after?.payload && after === inForce(versions, from) ? [{ code: 'price-returns', day: until }] : []
}

/** The same price, but it ends before the day that is published: from then on nothing applies. */
function earlierEnd<K extends Importable>(
  { kind, key, versions, days, why }: Compared<K>,
  valid: Validity,
  same: readonly Statement<K>[],
): Line[] {
  if (days.until === 'kept' || valid.until === null) return []
  const { until } = valid
  const goesOn = same.some((one) => one.valid.from < until && (one.valid.until === null || until < one.valid.until))
  const isOne = goesOn || (inForce(same, addDays(until, -1)) !== undefined && inForce(same, until) !== undefined)
  const wasSame = inForce(same, valid.from) !== undefined
  return isOne && wasSame
    ? [withdraw(kind, key, { from: until, until: endOfStretch(versions, until) }, why) as Line]
    : []
}

function saying<K extends Importable>(
  { kind, versions, change, why }: Compared<K>,
  payload: Payloads[K],
  valid: Validity,
): Line {
  const known = versions.some((one) => one.payload !== null)
  const kindOf = !known ? 'new' : change === 'correct' ? 'correct' : 'revise'
  const line = say(kind, payload, valid, why, kindOf)
  if (line.key !== keyOf[kind](payload as never)) throw new Error('a line under another key')
  return line as Line
}
