import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type ChangeSet, findChangeSet } from '../db/change-sets.ts'
import { Refusal } from '../errors.ts'
import { type Desk, mustReach } from './desk.ts'

const OfSet = z.object({
  set: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number),
})

/** The set an address names, for who may read it; what is another entity's is not there. */
export async function setOf(desk: Desk, request: FastifyRequest): Promise<ChangeSet> {
  const params = OfSet.safeParse(request.params)
  const set = params.success ? await findChangeSet(desk.db, params.data.set) : null
  if (set === null) throw new Refusal('not-found')
  mustReach(request, 'set.read', 'set.read', set.entity)
  return set
}
