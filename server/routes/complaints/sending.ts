import type { FastifyReply } from 'fastify'
import { admission } from '../../cases/admission.ts'
import { fileComplaint } from '../../cases/filing.ts'
import type { SentStep } from '../../cases/wizard/draft.ts'
import { complaintIn } from '../../cases/wizard/reading.ts'
import { type Refusal, refusalOf } from '../../errors.ts'
import { rememberKey, showReceipt } from './receipt.ts'
import { type Answering, readingFor, showStep } from './wizard-pages.ts'

/**
 * 提交: answers 201 with the receipt itself, so that a browser without cookies sees it too. The same form again gets the
 * same receipt; where the portal cannot take it just now, the form comes back as it was and says when to try again.
 */
export async function send(to: Answering, { key, draft, proof, baited }: SentStep): Promise<FastifyReply> {
  const { complaint } = complaintIn(draft, await readingFor(to))
  if (complaint === null) return showStep(to, 'check', { key, draft })
  try {
    const admitted = await admission(to.desk, { key, address: to.request.ip, proof })
    if (!admitted.ok) return await heldUp(to, { key, draft }, 429, admitted.seconds)
    const worked = admitted.worked && !baited
    const filed = await fileComplaint(to.desk, { key, complaint, channel: 'web', worked })
    if (!filed.ok) return await showStep(withCode(to, 422), 'check', { key, draft, heldUp: { kind: 'already' } })
    rememberKey(to.reply, key)
    return await showReceipt(withCode(to, 201), key, filed)
  } catch (error) {
    const refusal = refusalOf(error, {})
    if (!LATER.has(refusal.kind)) throw error
    return heldUp(to, { key, draft }, 503, SECONDS)
  }
}

/** Refusals that pass by themselves. */
const LATER: ReadonlySet<Refusal['kind']> = new Set(['busy', 'unavailable'])
const SECONDS = 60

/** The form as it was, with how long to wait, in words and for machines. */
function heldUp(to: Answering, form: { key: string; draft: SentStep['draft'] }, code: 429 | 503, seconds: number) {
  to.reply.header('retry-after', String(seconds))
  const kind = code === 429 ? 'wait' : 'busy'
  return showStep(withCode(to, code), 'check', { ...form, heldUp: { kind, minutes: Math.ceil(seconds / 60) } })
}

function withCode(to: Answering, code: number): Answering {
  to.reply.code(code)
  return to
}
