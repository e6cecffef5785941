import type { z } from 'zod'
import type { App } from '../../app.ts'
import { lookUp } from '../../cases/lookup.ts'
import { Refusal } from '../../errors.ts'
import type { Desk } from '../../staff/desk.ts'
import { filingOut } from './complaint-lookup-out.ts'
import { FilingOut, LookupIn } from './complaint-lookup-shapes.ts'
import { errors, Problem } from './shapes.ts'

const Lookup = {
  summary: 'A filing, as the holder of its receipt and code may see it',
  description:
    'A wrong receipt and a wrong code give the same 404. After five failures from an address its answers come slower and slower; they never stop. No cookie is set, and nothing may be kept on the way.',
  tags: ['complaints'],
  body: LookupIn,
  response: { 200: FilingOut, ...errors, 415: Problem },
}

/** Tries are slowed by their failures; this only keeps one address from holding too many answers at once. */
const WAITING = { rateLimit: { max: 120, timeWindow: '1 minute' } }

/** 查询接口: `POST /api/v1/complaints/lookup`. */
export function complaintLookupRoute(scope: App, desk: Desk): void {
  scope.post(
    '/complaints/lookup',
    { schema: Lookup, config: WAITING },
    async (request, reply): Promise<z.infer<typeof FilingOut>> => {
      reply.header('cache-control', 'private, no-store')
      const found = await lookUp(desk, request.ip, request.body)
      if (found === null) throw new Refusal('not-found')
      return filingOut(found.view, found.before)
    },
  )
}
