import { chinaDay } from '../../catalogue/day.ts'
import { chainHash, GENESIS } from '../../complaints/chain.ts'
import { effectsOf, type StartedClock, startedClocks } from '../../complaints/clock-effects.ts'
import { type Comparison, checkedCharges, principal } from '../../complaints/comparison.ts'
import { type Law, type Org, officeFor } from '../../complaints/law.ts'
import type { NewComplaint } from '../../complaints/submission.ts'
import type { Opened } from '../../complaints/tracks.ts'
import type { CaseRow, FirstClock } from '../db/filing.ts'

/** A case as it is opened: its row, its office, and the clock by which it is first answered. */
export type OpenedCase = { row: CaseRow; org: Org; clock: FirstClock | null }

/** What a case is opened from: what was sent, what was found of it, the law, and the moment. */
type Ground = { complaint: NewComplaint; comparison: Comparison | null; law: Law; at: Date }

/** 立案登记: a case at its office, with the clocks that begin with it and the first event of its chain. */
export function openedCase(
  { type, track }: Opened,
  no: string,
  { complaint, comparison, law, at }: Ground,
): OpenedCase {
  const { port, area = null, category, charges } = complaint
  const receivedOn = chinaDay(at)
  const org = officeFor(law, { track, port, area, on: receivedOn })
  const clocks = startedClocks(effectsOf('submitted', type).starts, { type, track, receivedOn }, receivedOn, law)
  const clock = firstOf(clocks)
  const about = comparison === null ? undefined : principal(checkedCharges(comparison, charges))
  const event = firstEvent(no, at, { type, track, category, charges: charges.length, org: org.id, clock })
  const row = { no, type, track, org: org.id, item: about?.item ?? null, verdict: about?.verdict ?? null }
  return { org, clock, row: { ...row, event, clocks: clocks.map(rowOf) } }
}

/** What the chain of a case begins with: what was opened, where, and by when it is answered; nothing of a person. */
function firstEvent(no: string, at: Date, payload: Record<string, unknown>): CaseRow['event'] {
  const by = { actor: 'complainant', staff: null, to: null }
  const hash = chainHash(GENESIS, { case: no, seq: 1, kind: 'submitted', at: at.toISOString(), ...by, payload })
  return { payload, hash: hash.toString('hex') }
}

const rowOf = ({ code, rule, startedOn, dueOn, provisional }: StartedClock): CaseRow['clocks'][number] => ({
  ...{ code, rule, started_on: startedOn, due_on: dueOn, provisional },
})

/** The clock that runs out first is the promise made to who files. */
function firstOf(clocks: readonly StartedClock[]): FirstClock | null {
  const first = clocks.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))[0]
  return first === undefined ? null : { code: first.code, dueOn: first.dueOn, provisional: first.provisional }
}
