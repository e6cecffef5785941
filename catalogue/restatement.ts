import { without } from './live.ts'
import type { Statement } from './statement.ts'
import type { Payloads, SubjectKind } from './subject.ts'
import { covers, overlap, type Validity } from './validity.ts'

/** 更正: on these days a subject was said to be `before` (null: nothing applied), and is now said to be `after`. */
export type Restatement = {
  n: number
  kind: SubjectKind
  key: string
  days: Validity
  before: Payloads[SubjectKind] | null
  after: Payloads[SubjectKind] | null
}

/** Some days of a line, and what is said of its subject on them before the line is published; null is nothing. */
export type Stretch = { days: Validity; before: Statement | null }

/** The days of a line cut wherever what is said of its subject begins, changes or ends, in order of time. */
export function stretchesOf(valid: Validity, standing: readonly Statement[]): Stretch[] {
  const said = standing.flatMap((before) => {
    const days = common(valid, before.valid)
    return days === null ? [] : [{ days, before: before.payload === null ? null : before }]
  })
  const silent = without(
    valid,
    standing.map((each) => each.valid),
  ).map((days) => ({ days, before: null }))
  return [...said, ...silent].toSorted((a, b) => (a.days.from < b.days.from ? -1 : 1))
}

function common(a: Validity, b: Validity): Validity | null {
  if (!overlap(a, b)) return null
  const from = covers(a, b.from) ? b.from : a.from
  const until = a.until === null ? b.until : b.until === null || a.until < b.until ? a.until : b.until
  return { from, until }
}
