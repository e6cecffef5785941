import type { z } from 'zod'
import type { OwnedCase, OwnedCharge } from '../../../complaints/owned.ts'
import type { OwnerView } from '../../cases/owner-view.ts'
import type { FilingOut } from './complaint-lookup-shapes.ts'

type Out = z.infer<typeof FilingOut>

/** A filing as the API gives it to its owner; `before` is when it was looked up the time before. */
export const filingOut = (view: OwnerView, before: Date | null): Out => ({
  receipt: view.receipt,
  received_at: view.receivedAt.toISOString(),
  last_looked_up: instant(before),
  capacity: view.capacity,
  goals: view.goals,
  category: view.category,
  anonymous: view.anonymous,
  consent_publish: view.consentPublish,
  consent_mediation: view.consentMediation,
  port: view.port,
  area: view.area,
  entity: view.entity,
  entity_name: view.entityName,
  statement: view.statement,
  charges: view.charges.map(chargeOut),
  charged: view.charged,
  acknowledgement: view.acknowledgement,
  files: view.files.map(({ id, name, kind, size, state, sender, at }) => ({
    ...{ id, name, kind, size, state, from: sender },
    at: at.toISOString(),
  })),
  cases: view.cases.map(caseOut),
})

const chargeOut = ({ chargedOn, invoiceNo, ...charge }: OwnedCharge): Out['charges'][number] => ({
  ...charge,
  charged_on: chargedOn,
  invoice_no: invoiceNo,
})

const caseOut = (own: OwnedCase): Out['cases'][number] => ({
  ...{ no: own.no, type: own.type, track: own.track, office: own.office, state: own.state, outcome: own.outcome },
  next: own.due && {
    clock: own.due.code,
    due_on: own.due.on,
    provisional: own.due.provisional,
    overdue: own.due.overdue,
  },
  closed_on: own.closedOn,
  review_by: own.appealBy,
  may: own.may,
  ...lifeOut(own),
  ...outcomeOut(own),
})

const lifeOut = ({ clocks, events, messages }: OwnedCase) => ({
  clocks: clocks.map(({ code, rule, startedOn, dueOn, provisional, metOn, missedOn, closedOn }) => ({
    ...{ code, rule, started_on: startedOn, due_on: dueOn, provisional },
    ...{ met_on: metOn, missed_on: missedOn, closed_on: closedOn },
  })),
  events: events.map(({ seq, kind, at, actor, to, deadline }) => ({
    ...{ seq, kind, actor, to, deadline },
    at: at.toISOString(),
  })),
  messages: messages.map(({ id, sender, at, words, asks, readAt }) => ({
    ...{ id, from: sender, words, asks, read_at: instant(readAt) },
    at: at.toISOString(),
  })),
})

const outcomeOut = ({ decisions, documents, refunds, publications, ratings }: OwnedCase) => ({
  decisions: decisions.map(({ signedOn, ...decision }) => ({ ...decision, signed_on: signedOn })),
  documents: documents.map(({ form, number, madeOn, deliveredOn }) => ({
    ...{ form, number, made_on: madeOn, delivered_on: deliveredOn },
  })),
  refunds: refunds.map(({ amount, orderedOn, dueOn, paid, confirmed, unclaimed, toConfirm }) => ({
    ...{ ordered: amount, ordered_on: orderedOn, due_on: dueOn },
    ...{ paid, confirmed, unclaimed, to_confirm: toConfirm },
  })),
  publications: publications.map(({ no, on, retractedOn }) => ({ no, published_on: on, retracted_on: retractedOn })),
  ratings: ratings.map(({ round, score, solved, words, on }) => ({ round, score, solved, words, on })),
})

const instant = (at: Date | null): string | null => at?.toISOString() ?? null
