import type { FastifyRequest } from 'fastify'
import type { App } from '../../app.ts'
import { releaseFile } from '../../cases/files/release.ts'
import { sendFile } from '../../cases/files/send.ts'
import { fileOfCase } from '../../db/attachments.ts'
import { audit } from '../../db/audit.ts'
import { asCaseStaff } from '../../db/case-doors.ts'
import { Refusal } from '../../errors.ts'
import { type Desk, seeOther, sessionOf } from '../../staff/desk.ts'

type Named = { case: string; id: string }
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * 案件附件 at the desk: `/staff/cases/:case/files/:id` to download, `…/release` to let go what was kept apart. Only of cases
 * one may see; every download and every release, done or refused, is audited.
 */
export function staffFileRoute(scope: App, desk: Desk): void {
  scope.get('/staff/cases/:case/files/:id', { config: { action: 'case.view' } }, async (request, reply) => {
    const { case: no, id } = named(request)
    const file = await asCaseStaff(desk.db, sessionOf(request).person.id, (tx) => fileOfCase(tx, no, id))
    if (file === undefined) throw await refused(desk, request, 'case.file', new Refusal('not-found'))
    const sent = await sendFile(desk, reply, file).catch(async (error) => {
      throw error instanceof Refusal ? await refused(desk, request, 'case.file', error) : error
    })
    await entered(desk, request, 'case.file', 'done')
    return sent
  })
  scope.post('/staff/cases/:case/files/:id/release', { config: { action: 'case.sign' } }, async (request, reply) => {
    const { case: no, id } = named(request)
    const what = await releaseFile(desk, sessionOf(request).person, { no, file: id })
    if (what === 'not-found') throw await refused(desk, request, 'case.file.release', new Refusal('not-found'))
    if (what === 'own-file') throw await refused(desk, request, 'case.file.release', new Refusal('own-file'))
    if (what === 'already') throw await refused(desk, request, 'case.file.release', new Refusal('conflict'))
    await entered(desk, request, 'case.file.release', 'done')
    return seeOther(reply, scope.prefix === '/en' ? 'en' : 'zh-CN', `/staff/cases/${no}?done=file-released`)
  })
}

function named(request: FastifyRequest): Named {
  const { case: no, id } = request.params as Named
  if (!ID.test(id)) throw new Refusal('not-found')
  return { case: no, id }
}

async function refused(desk: Desk, request: FastifyRequest, act: string, refusal: Refusal): Promise<Refusal> {
  await entered(desk, request, act, 'refused', { why: refusal.kind })
  return refusal
}

function entered(desk: Desk, request: FastifyRequest, act: string, outcome: 'done' | 'refused', detail = {}) {
  const { id: by, login } = sessionOf(request).person
  const { case: no, id } = request.params as Named
  const object = `${no.slice(0, 40)} ${id}`
  return audit(desk.db, { at: desk.now(), by, login, act, object, outcome, detail, address: request.ip })
}
