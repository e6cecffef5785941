import type { FastifyRequest } from 'fastify'
import type { App } from '../../app.ts'
import { sendFile } from '../../cases/files/send.ts'
import { fileRow } from '../../db/attachments.ts'
import { asHolder } from '../../db/case-doors.ts'
import { Refusal } from '../../errors.ts'
import type { Desk } from '../../staff/desk.ts'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** 本人附件 `/complaints/case/files/:id`: of the receipt that `tagOf` finds in the request; without one, or another's, it is not there. */
export function ownerFileRoute(
  scope: App,
  desk: Desk,
  tagOf: (request: FastifyRequest) => Buffer | null | Promise<Buffer | null>,
): void {
  scope.get('/complaints/case/files/:id', async (request, reply) => {
    const { id } = request.params as { id: string }
    const tag = await tagOf(request)
    if (tag === null || !ID.test(id)) throw new Refusal('not-found')
    const file = await asHolder(desk.db, tag, (tx) => fileRow(tx, id))
    if (file === undefined) throw new Refusal('not-found')
    return sendFile(desk, reply, file)
  })
}
