import cookie from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { KeptReceipt } from '../../../views/complaints/receipt-told.ts'
import { type Locale, prefixOf, translator } from '../../../views/locale/locale.ts'
import { receiptPage } from '../../../views/pages/receipt.ts'
import { printedReceipt } from '../../../views/print/acknowledgement.ts'
import type { App } from '../../app.ts'
import { asOfNow } from '../../as-of.ts'
import { filedBefore } from '../../cases/filing.ts'
import { isKey } from '../../cases/wizard/draft.ts'
import { receiptFacts } from '../../cases/wizard/receipt-facts.ts'
import { forgetCode } from '../../db/filing.ts'
import { Refusal } from '../../errors.ts'
import { acknowledgementPdf } from '../../files/acknowledgement-pdf.ts'
import { contextOf } from '../../page.ts'
import { COSTLY } from '../../policy.ts'
import { refuseCrossSite } from '../../same-site.ts'
import { type Desk, seeOther } from '../../staff/desk.ts'
import { fieldsOf, textOf } from '../../staff/form.ts'
import { verifyPages } from './verify.ts'
import type { Answering } from './wizard-pages.ts'

const COOKIE = '__Host-filed'
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const
const A_DAY = 86_400

/** 回执: shown again for a day in the browser that filed, printed, and its code forgotten once it was saved. */
export async function receiptPages(scope: App, desk: Desk, locale: Locale): Promise<void> {
  await scope.register(async (receipts: App) => {
    await receipts.register(cookie)
    readForms(receipts)
    receipts.get('/complaints/receipt', async (request, reply) => {
      const key = keyIn(request)
      const kept = key === null ? null : await filedBefore(desk, key)
      if (kept === null) reply.code(404)
      return showReceipt({ desk, locale, request, reply }, key ?? '', kept && { ...kept, replayed: false })
    })
    receipts.get('/complaints/receipt.pdf', { config: COSTLY }, (request, reply) =>
      printed({ desk, locale, request, reply }),
    )
    receipts.post('/complaints/receipt/saved', async (request, reply) => {
      const key = textOf(request.body, 'key')
      if (!isKey(key)) throw new Refusal('bad-request')
      await forgetCode(desk.db, key)
      return seeOther(reply, locale, '/complaints/receipt')
    })
    verifyPages(receipts, desk, locale)
  })
}

/** Lets a scope read forms, none of them from another site's page. */
export function readForms(scope: App): void {
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, fieldsOf(body as string)),
  )
  scope.addHook('onRequest', refuseCrossSite)
}

/** The browser that filed may see the receipt again for a day. */
export const rememberKey = (reply: FastifyReply, key: string): void =>
  void reply.setCookie(COOKIE, key, { ...ATTRIBUTES, maxAge: A_DAY })

export function showReceipt({ desk, locale, request, reply }: Answering, key: string, kept: KeptReceipt | null) {
  const ctx = contextOf(desk, request, locale, asOfNow(desk, {}))
  return reply.page('receipt', receiptPage({ ...ctx, path: '/complaints/receipt' }, kept, key))
}

function keyIn(request: FastifyRequest): string | null {
  const key = request.cookies[COOKIE] ?? ''
  return isKey(key) ? key : null
}

async function printed({ desk, locale, request, reply }: Answering): Promise<FastifyReply> {
  const key = keyIn(request)
  const kept = key === null ? null : await filedBefore(desk, key)
  if (kept === null) throw new Refusal('not-found')
  const { receipt, acknowledgement } = kept
  const address = `${desk.publicUrl}${prefixOf(locale)}/verify?receipt=${encodeURIComponent(receipt)}&digest=${acknowledgement}`
  const reference = await desk.reference(desk.head.release())
  const file = await acknowledgementPdf(
    printedReceipt(kept, await receiptFacts(desk, kept), { reference, locale, address }),
  )
  const name = `${translator(locale).words.receipt.title}-${receipt}.pdf`
  const disposition = `inline; filename="${receipt.replace(/[^\w-]/g, '_')}.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`
  return reply.type('application/pdf').header('content-disposition', disposition).send(file)
}
