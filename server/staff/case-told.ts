import { chinaDay, type Day } from '../../catalogue/day.ts'
import type { Finding } from '../../complaints/act-input.ts'
import { whyThisDay } from '../../complaints/clocks.ts'
import type { Law } from '../../complaints/law.ts'
import { VIOLATIONS } from '../../complaints/violations.ts'
import type { CaseTold, ClockTold, RefundTold } from '../../views/complaints/case-told.ts'
import type { Refund } from '../cases/case-around.ts'
import type { CaseWhole } from '../cases/case-whole.ts'
import { type WorkdaysBetween, workdaysBetween } from '../cases/queue/days.ts'

/** A case as its page tells it: whatever the desk knows of it, and who else looks at it. */
export function caseTold(whole: CaseWhole, law: Law, now: Date, looking: readonly string[]): CaseTold {
  const { file, submission, office, target, twin, cluster } = whole
  return {
    ...{ no: file.no, receipt: submission.receipt, type: file.type, track: file.track, state: file.state },
    ...{ version: file.version, anonymous: file.anonymous, hold: file.legal_hold, purged: file.purged_on },
    ...{ outcome: file.outcome, office: office.name, target: target?.name ?? null, theirs: whole.theirs },
    assignee: file.assignee === null ? null : { id: file.assignee, name: whole.assignee ?? '' },
    received: { at: file.received_at, on: file.received_on, channel: submission.channel },
    asked: askedIn(whole),
    ...{ comparison: whole.comparison, statement: whole.statement },
    charges: whole.charges.map(({ charged_on: on, invoice_no: invoice, verdict, ...charge }) => ({
      ...charge,
      ...{ on, invoice, verdict: verdict as CaseTold['charges'][number]['verdict'] },
    })),
    events: whole.events.map(({ name: by, to_state: to, ...event }) => ({ ...event, by, to })),
    broken: whole.brokenAt,
    notes: whole.notes.map(({ name: by, at, words }) => ({ by, at, words })),
    messages: whole.messages.map(({ id, sender, name: by, at, words, asks, read_at: read }) => ({
      ...{ id, sender, by, at, words, asks, read },
    })),
    clocks: clocksIn(whole, law, chinaDay(now)),
    proposals: proposalsIn(whole),
    askings: whole.proposals.map(({ id, words, why }) => ({ id, words, why })),
    ratings: whole.ratings.map(({ score, solved, words, at }) => ({ score, solved, words, at })),
    contacts: whole.contacts.flatMap(({ field, purged }) => (purged ? [] : [field])),
    revealed: file.type !== 'report' || whole.revealSigned,
    codeSigned: whole.codeSigned,
    documents: whole.documents.map(({ id, form, number, made_name: by, made_at: at, delivered_on }) => ({
      ...{ id, form, number, by, at, delivered: delivered_on as Day | null },
    })),
    decisions: decisionsIn(whole),
    refunds: whole.refunds.map(refundTold),
    replies: whole.replies.map(({ on_day: on, words }) => ({ on, words })),
    links: whole.links.map(({ id, no, kind }) => ({ id, no, kind })),
    cluster: cluster && { id: cluster.id, title: cluster.title, cases: cluster.cases },
    twin,
    files: whole.files,
    next: whole.next,
    looking,
  }
}

const askedIn = ({ file, submission }: CaseWhole): CaseTold['asked'] => ({
  ...{ capacity: submission.capacity, goals: submission.goals, category: file.category },
  dailyLife: submission.daily_life,
  consents: { publish: submission.consent_publish, mediation: submission.consent_mediation },
  ...{ port: file.port, area: file.area, entity: file.entity, entityName: file.entity_name },
  ...{ charged: file.charged, release: submission.release },
})

/** The clocks with why their day is that day; a clock whose rule is no more is left out. */
function clocksIn({ clocks }: CaseWhole, { rules, calendar }: Law, today: Day): ClockTold[] {
  const between: WorkdaysBetween = workdaysBetween(calendar)
  return clocks.flatMap(({ code, rule: id, dueOn, provisional, metOn, missedOn, closedOn, paused, stretch }) => {
    const rule = rules.find((one) => one.id === id)
    if (rule === undefined) return []
    const why = { code, rule, stretch, dueOn, provisional, days: whyThisDay(stretch, calendar) }
    return [
      {
        ...{ code, due: dueOn, provisional, met: metOn, missed: missedOn, closed: closedOn, paused, why },
        ...{ left: between(today, dueOn), over: dueOn < today },
      },
    ]
  })
}

const proposalsIn = ({ proposals }: CaseWhole): CaseTold['proposals'] =>
  proposals
    .filter(({ outcome }) => outcome === null)
    .map(({ id, step, asked_by, asked_name, asked_at: at, words, payload }) => ({
      ...{ id, step, at, words, payload },
      by: { id: asked_by, name: asked_name },
    }))

const decisionsIn = ({ decisions, charges }: CaseWhole): CaseTold['decisions'] =>
  decisions.map(({ n, outcome, words, findings, refund, drafted_name, signed_name, signed_at: at }) => ({
    ...{ n, outcome, words, refund, at, drafted: drafted_name, signed: signed_name },
    findings: ((findings as { lines?: Finding[] } | null)?.lines ?? []).map((line) => ({
      charge: charges.find((one) => one.n === line.n)?.name ?? String(line.n),
      violation: VIOLATIONS.find(({ code }) => code === line.violation)?.says ?? null,
    })),
  }))

const refundTold = ({ id, amount, due_on, ordered_on, basis, entries, ledger }: Refund): RefundTold => ({
  ...{ id, amount, due: due_on, ordered: ordered_on, basis },
  ...{ paid: ledger.paid, confirmed: ledger.confirmed, unclaimed: ledger.unclaimed },
  ...{ outstanding: ledger.outstanding, late: ledger.late },
  entries: entries.map(({ kind, amount: sum, on_day: on, name: by }) => ({ kind, amount: sum, on, by })),
})
