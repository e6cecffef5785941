import type { FastifyReply } from 'fastify'
import { printedForm } from '../../../views/print/case-document.ts'
import { documentPdf } from '../../files/document-pdf.ts'
import type { OpenedDocument } from './open.ts'

/** Sends a document as PDF under its number; nobody on the way keeps it. */
export async function sendDocument(reply: FastifyReply, { document, content }: OpenedDocument): Promise<FastifyReply> {
  const file = await documentPdf(printedForm(content, { sha: document.sha256.toString('hex'), at: document.made_at }))
  const name = encodeURIComponent(`${content.title}-${document.number}.pdf`)
  return reply
    .headers({
      'content-disposition': `inline; filename="document-${document.id}.pdf"; filename*=UTF-8''${name}`,
      'cache-control': 'private, no-store',
    })
    .type('application/pdf')
    .send(file)
}
