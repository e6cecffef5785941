import type { z } from 'zod'
import { showCode } from '../../../complaints/receipt.ts'
import type { App } from '../../app.ts'
import { admission } from '../../cases/admission.ts'
import { refuseStrangers } from '../../cases/comparison.ts'
import { type Filed, fileComplaint } from '../../cases/filing.ts'
import { challengeFor } from '../../cases/proof.ts'
import { Refusal } from '../../errors.ts'
import { COSTLY } from '../../policy.ts'
import type { Desk } from '../../staff/desk.ts'
import { complaintLookupRoute } from './complaint-lookup.ts'
import { ChallengeOut, ComplaintIn, FiledOut, FilingHeaders } from './complaint-shapes.ts'
import { errors, Problem } from './shapes.ts'

const File = {
  summary: 'File a report, a complaint or a question about a charge',
  description:
    'Opens the cases that the law knows for it, each with its own clock; the charges are compared with the list of their day and the comparison is kept. A 201 means that all of it is on disk. When in doubt send it again with the same Idempotency-Key, which must be random: for a day it tells the code again. Read the receipt and the code: nobody can tell the code later.',
  tags: ['complaints'],
  headers: FilingHeaders,
  body: ComplaintIn,
  response: { 201: FiledOut, ...errors, 413: Problem, 415: Problem, 422: Problem, 429: Problem, 503: Problem },
}
const Challenged = {
  summary: 'Something to work out before filing, so that floods are dear',
  description:
    'An ALTCHA challenge of the second format (PBKDF2). Its solution goes into the header Portal-Proof of one filing. Filing without one is possible, at most 6 times in 10 minutes from one network.',
  tags: ['complaints'],
  response: { 200: ChallengeOut, ...errors },
}

/** What a filing may weigh: fifty charges and four thousand characters, several times over. */
const MOST = 256 * 1024

/** 投诉举报接口: /complaints, /complaints/challenge, /complaints/lookup. Nothing of it is kept on the way. */
export async function complaintRoutes(scope: App, desk: Desk): Promise<void> {
  scope.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))
  scope.get('/complaints/challenge', { schema: Challenged, config: COSTLY }, async () => {
    const { parameters, signature } = await challengeFor(desk)
    return { parameters: { ...parameters }, signature: signature! }
  })
  scope.post('/complaints', { schema: File, bodyLimit: MOST }, async (request, reply) => {
    const { 'idempotency-key': key, 'portal-proof': proof = null } = request.headers
    await refuseStrangers(desk, request.body)
    const admitted = await admission(desk, { key, address: request.ip, proof })
    if (!admitted.ok) {
      reply.header('retry-after', String(admitted.seconds))
      throw new Refusal('filing-wait', { minutes: Math.ceil(admitted.seconds / 60) })
    }
    const filed = await fileComplaint(desk, { key, complaint: request.body, channel: 'api', worked: admitted.worked })
    if (!filed.ok) throw new Refusal(filed.code)
    return reply.code(201).send(filedOut(filed))
  })
  complaintLookupRoute(scope, desk)
}

/** What was filed, as the API tells it. */
const filedOut = (filed: Extract<Filed, { ok: true }>): z.infer<typeof FiledOut> => ({
  receipt: filed.receipt,
  code: filed.code === null ? null : showCode(filed.code),
  cases: filed.cases.map(({ type, track, no, office, clock }) => ({
    ...{ type, track, no, office },
    accept_by: clock?.dueOn ?? null,
    provisional: clock?.provisional ?? false,
  })),
  received_at: filed.receivedAt.toISOString(),
  acknowledgement: filed.acknowledgement,
})
