import { chinaDay, type Day } from '../../catalogue/day.ts'
import { SHOWN } from '../../complaints/events.ts'
import type { OwnedCase, OwnedClock, OwnedEvent, OwnedMessage } from '../../complaints/owned.ts'
import { mayNow } from '../../complaints/owner-may.ts'
import { clocksOf } from '../db/clocks.ts'
import type { Tx } from '../db/database.ts'
import {
  type OwnCaseRow,
  ownAppealClocks,
  ownDecisions,
  ownDocuments,
  ownEvents,
  ownMessages,
  ownPublications,
  ownRatings,
  ownRefunds,
} from '../db/owner.ts'
import type { Desk } from '../staff/desk.ts'

/** The cases of a submission with everything of them that is shown to its owner. */
export async function ownedCases(desk: Desk, tx: Tx, rows: readonly OwnCaseRow[]): Promise<OwnedCase[]> {
  const all = await allOf(desk, tx)
  const clocks = new Map<number, OwnedClock[]>()
  for (const { id } of rows) clocks.set(id, await clocksOf(tx, id))
  const today = chinaDay(desk.now())
  return rows.map((row, place) => {
    const own = ofCase(all, row)
    const appealBy = (all.appeals.find(({ case_id }) => case_id === row.id)?.due_on ?? null) as Day | null
    return {
      ...headOf(row, place + 1, today),
      ...own,
      clocks: clocks.get(row.id)!,
      outcome: own.decisions.at(-1)?.outcome ?? (own.events.some(({ kind }) => kind === 'answer') ? 'answered' : null),
      appealBy,
      may: mayNow({ ...row, events: own.events, ratings: own.ratings, appealBy, today }),
    }
  })
}

const headOf = (row: OwnCaseRow, n: number, today: Day) => ({
  n,
  no: row.no,
  type: row.type,
  track: row.track,
  office: row.office,
  target: row.target,
  state: row.state,
  version: row.version,
  due:
    row.due_on === null
      ? null
      : {
          code: row.due_code!,
          on: row.due_on as Day,
          provisional: row.due_provisional!,
          overdue: row.due_on < today,
        },
  closedOn: row.closed_on as Day | null,
})

const allOf = async ({ keys }: Desk, tx: Tx) => ({
  events: (await ownEvents(tx)).filter(({ kind }) => SHOWN.has(kind)),
  messages: (await ownMessages(tx)).map((row) => ({
    ...row,
    open: (no: string) => opened(keys, `message/${no}`, row),
  })),
  decisions: (await ownDecisions(tx)).map((row) => ({
    ...row,
    open: (no: string) => opened(keys, `decision/${no}`, row),
  })),
  documents: await ownDocuments(tx),
  refunds: await ownRefunds(tx),
  publications: await ownPublications(tx),
  ratings: (await ownRatings(tx)).map((row) => ({ ...row, open: (no: string) => opened(keys, `rating/${no}`, row) })),
  appeals: await ownAppealClocks(tx),
})

const opened = ({ open }: Desk['keys'], owner: string, { words }: { words: Buffer | null }): string | null =>
  words && open(owner, words)

function ofCase(all: Awaited<ReturnType<typeof allOf>>, { id, no }: OwnCaseRow) {
  const of = <Row extends { case_id: number }>(rows: readonly Row[]) => rows.filter(({ case_id }) => case_id === id)
  return {
    events: of(all.events).map(
      ({ seq, kind, at, actor, to_state, deadline }): OwnedEvent => ({
        ...{ seq, kind, at, actor, to: to_state },
        on: chinaDay(at),
        deadline: deadline as Day | null,
      }),
    ),
    messages: of(all.messages).map(
      (row): OwnedMessage => ({
        id: row.id,
        sender: row.sender,
        at: row.at,
        words: row.open(no),
        asks: row.asks,
        readAt: row.read_at,
      }),
    ),
    decisions: of(all.decisions).map((row) => ({
      n: row.n,
      outcome: row.outcome,
      words: row.open(no),
      refund: row.refund,
      signedOn: chinaDay(row.signed_at),
    })),
    documents: of(all.documents).map((row) => ({
      id: row.id,
      form: row.form,
      number: row.number,
      madeOn: chinaDay(row.made_at),
      deliveredOn: row.delivered_on as Day | null,
    })),
    refunds: of(all.refunds).map((row) => ({
      id: row.id,
      amount: row.amount,
      orderedOn: row.ordered_on as Day,
      dueOn: row.due_on as Day,
      paid: row.paid,
      confirmed: row.confirmed,
      unclaimed: row.unclaimed,
      toConfirm: row.to_confirm,
    })),
    publications: of(all.publications).map((row) => ({
      no: row.no,
      n: row.n,
      on: chinaDay(row.published_at),
      retractedOn: row.retracted_at && chinaDay(row.retracted_at),
    })),
    ratings: of(all.ratings).map((row) => ({
      round: row.round,
      score: row.score,
      solved: row.solved,
      words: row.open(no),
      on: chinaDay(row.at),
    })),
  }
}
