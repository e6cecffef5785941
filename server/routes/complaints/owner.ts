import cookie from '@fastify/cookie'
import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import { refuseCrossSite } from '../../same-site.ts'
import type { Desk } from '../../staff/desk.ts'
import { fieldsOf } from '../../staff/form.ts'
import { acceptUploads } from '../../uploads.ts'
import { lookupPages } from './lookup.ts'
import { ownerActs } from './owner-acts.ts'
import { ownerCasePages } from './owner-case.ts'

/** 查询与跟进: what the holder of a receipt and its code sees and does. The one cookie holds the case that was opened. */
export async function ownerPages(scope: App, desk: Desk, locale: Locale): Promise<void> {
  await scope.register(async (own: App) => {
    if (!own.hasRequestDecorator('cookies')) await own.register(cookie)
    own.removeAllContentTypeParsers()
    own.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: 256 * 1024 }, (_request, body, done) =>
      done(null, fieldsOf(body as string)),
    )
    await acceptUploads(own)
    own.addHook('onRequest', refuseCrossSite)
    lookupPages(own, desk, locale) //    /complaints/lookup /complaints/case/end
    ownerCasePages(own, desk, locale) // /complaints/case /complaints/case/:n/withdrawal /complaints/case/:n/review
    ownerActs(own, desk, locale) //      /complaints/case/:n/{messages,supplement,evidence,withdrawal,review,rating,unsolved,refunds/:order}
  })
}

const FORM = 'application/x-www-form-urlencoded'
