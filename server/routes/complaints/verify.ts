import { z } from 'zod'
import { readReceipt } from '../../../complaints/receipt.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { verifyPage } from '../../../views/pages/verify.ts'
import type { App } from '../../app.ts'
import { asOfNow } from '../../as-of.ts'
import { acknowledgedOn } from '../../db/acknowledgements.ts'
import { contextOf } from '../../page.ts'
import type { Desk } from '../../staff/desk.ts'
import { textOf } from '../../staff/form.ts'
import type { Answering } from './wizard-pages.ts'

const Asked = z.strictObject({ receipt: z.string().max(60).optional(), digest: z.string().max(200).optional() })

/** 核验回执: the day of receipt, where receipt and digest belong together; whichever is wrong, the answer is the same. */
export function verifyPages(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/verify', { schema: { querystring: Asked } }, (request, reply) => {
    const { receipt = '', digest = '' } = request.query
    return verified({ desk, locale, request, reply }, receipt, digest)
  })
  scope.post('/verify', (request, reply) => {
    const [receipt, digest] = [textOf(request.body, 'receipt'), textOf(request.body, 'digest')]
    return verified({ desk, locale, request, reply }, receipt.slice(0, 60), digest.slice(0, 200))
  })
}

async function verified({ desk, locale, request, reply }: Answering, typed: string, digest: string) {
  const ctx = contextOf(desk, request, locale, asOfNow(desk, {}))
  const asked = typed.trim() !== '' || digest.trim() !== ''
  const receipt = readReceipt(typed)
  const sha = shaIn(digest)
  const day = receipt === null || sha === null ? null : await acknowledgedOn(desk.db, receipt, sha)
  const answer = day === null ? (asked ? 'no' : null) : { day }
  return reply.page('verify', verifyPage(ctx, { receipt: (day && receipt) ?? typed, digest, answer }))
}

function shaIn(text: string): Buffer | null {
  const hex = text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(hex) ? Buffer.from(hex, 'hex') : null
}
