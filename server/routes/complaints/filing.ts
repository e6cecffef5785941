import cookie from '@fastify/cookie'
import { z } from 'zod'
import type { Locale } from '../../../views/locale/locale.ts'
import { complaintsPage } from '../../../views/pages/complaints.ts'
import type { App } from '../../app.ts'
import { asOfNow } from '../../as-of.ts'
import { contextOf } from '../../page.ts'
import { presentOf } from '../../present.ts'
import type { Desk } from '../../staff/desk.ts'
import { acceptUploads } from '../../uploads.ts'
import { fromCheck } from './from-check.ts'
import { readForms } from './receipt.ts'
import { wizardPages } from './wizard.ts'

/** 投诉举报: what it is and is not, and the form page by page. */
export async function filingPages(scope: App, desk: Desk, locale: Locale): Promise<void> {
  scope.get('/complaints', { schema: { querystring: z.strictObject({}) } }, async (request, reply) => {
    const { today, release } = presentOf(desk)
    const [law, reference] = await Promise.all([desk.law.current(), desk.reference(release)])
    const ctx = contextOf(desk, request, locale, asOfNow(desk, {}))
    return reply.page('complaints', complaintsPage(ctx, { law, reference, today }))
  })
  await scope.register(async (posting: App) => {
    await posting.register(cookie)
    await acceptUploads(posting)
    readForms(posting)
    wizardPages(posting, desk, locale) // /complaints/new
    fromCheck(posting, desk, locale) //   /complaints/from-check
  })
}
