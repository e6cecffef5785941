import type { FastifyReply, FastifyRequest } from 'fastify'
import type { OwnedCase, OwnerAct } from '../../../complaints/owned.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { type OwnerSent, ownerCasePage } from '../../../views/pages/owner-case.ts'
import { ownerConfirmPage } from '../../../views/pages/owner-confirm.ts'
import type { App } from '../../app.ts'
import { asOfNow } from '../../as-of.ts'
import { endSession, keepSession, type OwnerSession, sessionOf } from '../../cases/owner-session.ts'
import { type OwnerView, ownerView } from '../../cases/owner-view.ts'
import { asHolder } from '../../db/case-doors.ts'
import { markRead } from '../../db/owner-writes.ts'
import { Refusal } from '../../errors.ts'
import { contextOf } from '../../page.ts'
import { type Desk, seeOther } from '../../staff/desk.ts'
import { randomToken } from '../../staff/secrets.ts'
import { ownerDocumentRoute } from './own-documents.ts'
import { ownerFileRoute } from './own-files.ts'

/** 我的来件: what became of a filing, its files, and the pages that ask before something final is done. */
export function ownerCasePages(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/complaints/case', async (request, reply) => {
    const session = sessionOf(desk, request)
    if (session === null) return seeOther(reply, locale, '/complaints/lookup?done=ended')
    return showOwn({ desk, locale, request, reply, session }, null)
  })
  confirming(scope, desk, locale, 'withdrawal', 'withdraw')
  confirming(scope, desk, locale, 'review', 'appeal')
  ownerFileRoute(scope, desk, (request) => sessionOf(desk, request)?.tag ?? null)
  ownerDocumentRoute(scope, desk, (request) => sessionOf(desk, request)?.tag ?? null)
}

/** What a page of the owner answers to. */
export type Answering = {
  desk: Desk
  locale: Locale
  request: FastifyRequest
  reply: FastifyReply
  session: OwnerSession
}

/** A page that asks before a case is withdrawn or reviewed; where that cannot be done any more, the case itself. */
function confirming(scope: App, desk: Desk, locale: Locale, place: 'withdrawal' | 'review', act: OwnerAct): void {
  scope.get(`/complaints/case/:n/${place}`, async (request, reply) => {
    const session = sessionOf(desk, request)
    if (session === null) return seeOther(reply, locale, '/complaints/lookup?done=ended')
    return showConfirm({ desk, locale, request, reply, session }, place, act, null)
  })
}

/** The page on which something final is asked once more, with what was typed. */
export async function showConfirm(
  to: Answering,
  place: 'withdrawal' | 'review',
  act: OwnerAct,
  sent: OwnerSent | null,
): Promise<FastifyReply> {
  const view = await openView(to)
  if (view === null) return leave(to)
  const one = caseAt(view, (to.request.params as { n: string }).n)
  if (!one.may.includes(act)) return seeOther(to.reply, to.locale, '/complaints/case')
  const forms = { csrf: to.session.csrf, once: randomToken() }
  const ctx = { ...contextFor(to), path: `/complaints/case/${one.n}/${place}` }
  return to.reply.page('owner-confirm', ownerConfirmPage(ctx, { place, one, twin: view.cases.length > 1, forms, sent }))
}

/** The case that an address names by its place in the submission. */
export function caseAt(view: OwnerView, n: string): OwnedCase {
  const one = view.cases.find((own) => String(own.n) === n)
  if (one === undefined) throw new Refusal('not-found')
  return one
}

/** The page of what was filed, with a form as it was sent where that could not be done. The visit goes on for half an hour. */
export async function showOwn(to: Answering, sent: OwnerSent | null): Promise<FastifyReply> {
  const view = await openView(to)
  if (view === null) return leave(to)
  const { desk, session } = to
  await asHolder(desk.db, session.tag, (tx) => markRead(tx, desk.now()))
  const reference = await desk.reference(desk.head.release())
  const { rules, calendar } = await desk.law.current()
  const data = { view, before: session.before, reference, rules, calendar, now: desk.now(), sent }
  const forms = { csrf: session.csrf, once: randomToken() }
  return to.reply.page('owner-case', ownerCasePage({ ...contextFor(to), path: '/complaints/case' }, { ...data, forms }))
}

async function openView({ desk, reply, session }: Answering): Promise<OwnerView | null> {
  const view = await ownerView(desk, session.tag)
  if (view !== null) keepSession(desk, reply, session)
  return view
}

/** The code was replaced meanwhile: nothing is left to see. */
function leave({ reply, locale }: Answering): FastifyReply {
  endSession(reply)
  return seeOther(reply, locale, '/complaints/lookup?done=ended')
}

const contextFor = ({ desk, request, locale }: Answering) => ({
  ...contextOf(desk, request, locale, asOfNow(desk, {})),
  query: onlyDone(request),
})

const onlyDone = ({ query }: FastifyRequest): Record<string, string> => {
  const { done } = query as { done?: unknown }
  return typeof done === 'string' ? { done } : {}
}
