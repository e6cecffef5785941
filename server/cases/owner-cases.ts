import { chinaDay, type Day } from '../../catalogue/day.ts'
import { SHOWN } from '../../complaints/events.ts'
import type { OwnedCase, OwnedDue, OwnedRefund } from '../../complaints/owned.ts'
import { mayNow } from '../../complaints/owner-may.ts'
import { clockOf } from '../db/clocks.ts'
import { bytesOf, type OwnedCaseRow } from '../db/owned-filing.ts'
import type { Desk } from '../staff/desk.ts'

/** A case with everything of it that is shown to its owner; `n` is its place in the submission. */
export function ownedCase(desk: Desk, row: OwnedCaseRow, n: number): OwnedCase {
  const life = { ...happened(desk, row), ...came(desk, row) }
  const today = chinaDay(desk.now())
  const appealBy = row.clocks.find(isAppeal)?.due_on ?? null
  return {
    ...{ n, no: row.no, type: row.type, track: row.track, office: row.office, target: row.target },
    ...{ state: row.state, version: row.version, closedOn: row.closed_on },
    due: dueOf(row, today),
    ...life,
    clocks: row.clocks.map(clockOf),
    outcome: life.decisions.at(-1)?.outcome ?? (life.events.some(({ kind }) => kind === 'answer') ? 'answered' : null),
    appealBy,
    may: mayNow({ ...row, events: life.events, ratings: life.ratings, appealBy, today }),
  }
}

/** The clock that says until when a review may be asked for, while it runs. */
const isAppeal = ({ code, met_on, closed_on }: OwnedCaseRow['clocks'][number]): boolean =>
  code === 'appeal' && met_on === null && closed_on === null

const dueOf = ({ due_on, due_code, due_provisional }: OwnedCaseRow, today: Day): OwnedDue | null =>
  due_on && { code: due_code!, on: due_on, provisional: due_provisional!, overdue: due_on < today }

/** What happened and what was said. */
const happened = (desk: Desk, { no, events, messages }: OwnedCaseRow): Pick<OwnedCase, 'events' | 'messages'> => ({
  events: events
    .filter(({ kind }) => SHOWN.has(kind))
    .map(({ seq, kind, at, actor, to_state, deadline }) => ({
      ...{ seq, kind, at: new Date(at), on: dayOf(at), actor, to: to_state, deadline },
    })),
  messages: messages.map(({ id, sender, at, words, asks, read_at }) => ({
    ...{ id, sender, at: new Date(at), asks, readAt: read_at === null ? null : new Date(read_at) },
    words: opened(desk, `message/${no}`, words),
  })),
})

/** What came of it. */
const came = (
  desk: Desk,
  row: OwnedCaseRow,
): Pick<OwnedCase, 'decisions' | 'documents' | 'refunds' | 'publications' | 'ratings'> => ({
  decisions: row.decisions.map(({ n, outcome, words, refund, signed_at }) => ({
    ...{ n, outcome, refund, signedOn: dayOf(signed_at) },
    words: opened(desk, `decision/${row.no}`, words),
  })),
  documents: row.documents.map(({ id, form, number, made_at, delivered_on }) => ({
    ...{ id, form, number, madeOn: dayOf(made_at), deliveredOn: delivered_on },
  })),
  refunds: row.refunds.map(refundOf),
  publications: row.publications.map(({ no, n, published_at, retracted_at }) => ({
    ...{ no, n, on: dayOf(published_at), retractedOn: retracted_at === null ? null : dayOf(retracted_at) },
  })),
  ratings: row.ratings.map(({ round, score, solved, words, at }) => ({
    ...{ round, score, solved, words: opened(desk, `rating/${row.no}`, words), on: dayOf(at) },
  })),
})

const refundOf = (row: OwnedCaseRow['refunds'][number]): OwnedRefund => ({
  ...{ id: row.id, amount: row.amount, orderedOn: row.ordered_on, dueOn: row.due_on },
  ...{ paid: row.paid, confirmed: row.confirmed, unclaimed: row.unclaimed, toConfirm: row.to_confirm },
})

const dayOf = (instant: string) => chinaDay(new Date(instant))

const opened = ({ keys }: Desk, owner: string, words: string | null): string | null =>
  words && keys.open(owner, bytesOf(words))
