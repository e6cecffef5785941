import type { FastifyRequest } from 'fastify'
import type { App } from '../../app.ts'
import { openOwnDocument } from '../../cases/documents/open.ts'
import { sendDocument } from '../../cases/documents/sent-pdf.ts'
import { Refusal } from '../../errors.ts'
import type { Desk } from '../../staff/desk.ts'

/** 本人文书 `/complaints/case/documents/:document.pdf`: of the receipt that `tagOf` finds, once it was delivered; else it is not there. */
export function ownerDocumentRoute(scope: App, desk: Desk, tagOf: (request: FastifyRequest) => Buffer | null): void {
  scope.get('/complaints/case/documents/:document.pdf', async (request, reply) => {
    const { document } = request.params as { document: string }
    const tag = tagOf(request)
    if (tag === null || !/^\d{1,15}$/.test(document)) throw new Refusal('not-found')
    return sendDocument(reply, await openOwnDocument(desk, tag, Number(document), request.ip))
  })
}
