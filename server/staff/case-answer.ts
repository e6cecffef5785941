import type { FastifyReply } from 'fastify'
import type { FormSent } from '../../views/complaints/case-field.ts'
import { staffCaseConflictPage } from '../../views/pages/staff-case-conflict.ts'
import type { NotDone } from '../cases/acts/outcome.ts'
import { Refusal } from '../errors.ts'
import { type Showing, showCase, toldTo } from './case-page.ts'
import { seeOther, staffContextOf } from './desk.ts'
import { audited } from './refused.ts'

/** Why something was not done, in HTTP: not this person's, not as things stand; else the form is wrong. */
const STATUS: Record<string, number> = {
  'own-proposal': 403,
  'needs-consent': 403,
  'needs-approval': 403,
  'gone-on': 409,
  'unlawful-step': 409,
  'already-asked': 409,
  'already-there': 409,
  'not-asked': 409,
  'too-late': 409,
  'hops-used': 409,
}

/** What an act is called in the audit, and in the words after it was done; and its form, should it come back. */
export type Act = { act: string; done: string; sent: FormSent }

type Outcome = { ok: true } | (Omit<NotDone, 'code'> & { code: string })

/**
 * Answers an act: done, the case's page says so; else the page comes back with the form as it was filled in and the fault at
 * its field, or where the case has gone on meanwhile, with what happened since. Either is audited.
 */
export async function answer(
  showing: Showing,
  no: string,
  outcome: Outcome,
  { act, done, sent }: Act,
): Promise<FastifyReply> {
  const { desk, request, reply, locale } = showing
  await audited(desk, request, act, `case/${no}`, outcome.ok ? undefined : outcome.code)
  if (outcome.ok) return seeOther(reply, locale, `/staff/cases/${no}?done=${done}`)
  if (outcome.code === 'gone-on') return showConflict(showing, no, sent)
  const field = outcome.values?.field
  if (outcome.code === 'not-found' && field === undefined) throw new Refusal('not-found')
  const faults = field === undefined ? [] : [{ field, code: outcome.values?.why ?? outcome.code }]
  const refused = { code: outcome.code, values: outcome.values ?? {} }
  reply.code(STATUS[outcome.code] ?? 422)
  return showCase(showing, no, { ...sent, faults, refused })
}

/** 已有变化: what happened since the page was opened, and the form once more. */
async function showConflict(showing: Showing, no: string, sent: FormSent): Promise<FastifyReply> {
  const { desk, request, reply, locale } = showing
  const data = { ...(await toldTo(showing, no)), sent }
  return reply.code(409).page('staff-case-conflict', staffCaseConflictPage(staffContextOf(desk, request, locale), data))
}
