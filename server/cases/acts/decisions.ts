import type { Finding, StepInput } from '../../../complaints/act-input.ts'
import { terminationGrounds } from '../../../complaints/termination-grounds.ts'
import type { CaseType, Outcome } from '../../../complaints/words.ts'
import { writeDecision, writeRefundOrder } from '../../db/case-decisions.ts'
import { keep } from '../../db/case-files.ts'
import { chargesOf } from '../../db/case-submission.ts'
import type { Doing } from './doing.ts'
import { type Duties, sealedFor, type Taking } from './duty.ts'
import { atField, Refused } from './outcome.ts'
import { tell } from './words-of.ts'

/** 可以作出的决定, by type: a report finds or does not find a violation, a complaint ends in an agreement or without. */
export const DECIDES: Record<CaseType, readonly Outcome[]> = {
  report: ['violation_found', 'no_violation', 'referred'],
  complaint: ['refund_agreed', 'agreed', 'not_agreed', 'referred'],
  consultation: [],
}

/** 决定、不予立案、答复、告知、责令退还: a decision is drafted by one and signed by another; its words are sealed as its own. */
export const DECISIONS: Pick<Duties, 'decide' | 'decide_not_to_file' | 'answer' | 'notify' | 'order_refund'> = {
  decide: {
    check: mayDecide,
    carry: (taking, { outcome, findings, laws, refund, ground }) =>
      decided(taking, { outcome, findings: { lines: findings, ground: ground ?? null }, laws, refund: refund ?? null }),
    payload: ({ outcome }) => ({ outcome }),
  },
  decide_not_to_file: {
    carry: (taking, { reason }) =>
      decided(taking, { outcome: 'not_filed', findings: { lines: [], ground: reason }, laws: [], refund: null }),
    payload: ({ reason }) => ({ outcome: 'not_filed', reason }),
  },
  answer: {
    carry: async (taking) => {
      await tell(taking)
      await keep(taking.tx, taking.file.id, { outcome: 'answered', decided_on: taking.today, unread: false })
    },
  },
  notify: {
    check: ({ file, today }, { on }) => {
      if (on > today || on < (file.decided_on ?? file.received_on)) throw atField('on')
    },
    carry: (taking) => tell(taking),
    on: ({ on }) => on,
  },
  order_refund: {
    check: ({ today }, { due_on }) => {
      if (due_on < today) throw new Refused('too-late', { field: 'due_on' })
    },
    carry: ({ tx, file, today, signed }, { amount, due_on, basis }) =>
      writeRefundOrder(tx, {
        caseId: file.id,
        amount,
        dueOn: due_on,
        basis,
        orderedOn: today,
        proposal: signed!.proposal,
      }),
  },
}

async function mayDecide({ tx, file }: Doing, { outcome, findings, ground }: StepInput<'decide'>): Promise<void> {
  if (!DECIDES[file.type].includes(outcome)) throw atField('outcome')
  const known = terminationGrounds(file.received_on).map(({ code }) => code)
  if (ground !== undefined && !known.includes(ground)) throw atField('ground')
  const lines = new Set((await chargesOf(tx, file.submission_id)).map(({ n }) => n))
  if (findings.some(({ n }) => !lines.has(n)) || hasTwice(findings)) throw atField('findings')
}

const hasTwice = (findings: readonly Finding[]): boolean => new Set(findings.map(({ n }) => n)).size < findings.length

type Made = { outcome: Outcome; findings: unknown; laws: readonly string[]; refund: string | null }

async function decided(taking: Taking, made: Made): Promise<void> {
  const { tx, file, by, at, today, signed } = taking
  const words = sealedFor(taking, 'decision', taking.words)
  const { askedBy, proposal } = signed!
  await writeDecision(tx, { caseId: file.id, ...made, words, draftedBy: askedBy, signedBy: by.id, at, proposal })
  await keep(tx, file.id, { outcome: made.outcome, decided_on: today })
}
