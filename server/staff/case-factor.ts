import type { FastifyRequest } from 'fastify'
import type { NotDone } from '../cases/acts/outcome.ts'
import type { Desk } from './desk.ts'
import { type Fields, textOf } from './form.ts'
import { stepUp } from './step-up.ts'

/** 再次验证 before an identity is opened, a code replaced, a step signed, a case published: null when it was given, else why it is not done. */
export async function notVerified(desk: Desk, request: FastifyRequest): Promise<NotDone | null> {
  const given = textOf((request.body ?? {}) as Fields, 'factor')
  if (await stepUp(desk, request, given)) return null
  return { ok: false, code: 'bad-value', values: { field: 'factor', why: given === '' ? 'missing' : 'wrong' } }
}
