import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import type { Desk } from '../../staff/desk.ts'
import { filingPages } from './filing.ts'
import { ownerPages } from './owner.ts'
import { receiptPages } from './receipt.ts'

/** 投诉举报: what anyone may file and follow without an account, in one language. Nothing here is kept on the way. */
export const complaintPages = (desk: Desk, locale: Locale) => async (scope: App) => {
  scope.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'cache-control': 'private, no-store',
      'content-language': locale,
      'referrer-policy': 'no-referrer',
    })
  })
  await filingPages(scope, desk, locale) //  /complaints /complaints/new …
  await receiptPages(scope, desk, locale) // /complaints/receipt … /verify
  await ownerPages(scope, desk, locale) //   /complaints/lookup /complaints/case …
}
