import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '../../../views/locale/locale.ts'
import { type LookupData, lookupPage } from '../../../views/pages/lookup.ts'
import type { App } from '../../app.ts'
import { asOfNow } from '../../as-of.ts'
import { lookUp } from '../../cases/lookup.ts'
import { endSession, keepSession } from '../../cases/owner-session.ts'
import { contextOf } from '../../page.ts'
import { type Desk, seeOther } from '../../staff/desk.ts'
import { textOf } from '../../staff/form.ts'

/** Tries are slowed by their failures; this only keeps one address from holding too many answers at once. */
const WAITING = { rateLimit: { max: 60, timeWindow: '1 minute' } }

/** 查询: a receipt and its code, always in the body of a form; and the end of a visit. */
export function lookupPages(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/complaints/lookup', async (request, reply) => {
    const { done } = request.query as { done?: string }
    return showLookup(desk, locale, request, reply, done === 'ended' ? { done } : {})
  })
  scope.post('/complaints/lookup', { config: WAITING }, async (request, reply) => {
    const typed = { receipt: shortened(request, 'receipt'), code: shortened(request, 'code') }
    const blank = (['receipt', 'code'] as const).filter((name) => typed[name] === '')
    if (blank.length > 0) return showLookup(desk, locale, request, reply.code(400), { typed, blank })
    const found = await lookUp(desk, request.ip, typed)
    if (found === null) return showLookup(desk, locale, request, reply.code(404), { typed, unknown: true })
    keepSession(desk, reply, { tag: found.tag, before: found.before, since: desk.now() })
    return seeOther(reply, locale, '/complaints/case')
  })
  scope.post('/complaints/case/end', async (_request, reply) => {
    endSession(reply)
    return seeOther(reply, locale, '/complaints/lookup?done=ended')
  })
}

const shortened = ({ body }: FastifyRequest, name: string): string => textOf(body, name).trim().slice(0, 100)

/** The form by which a case is found, empty or as it was sent. */
export async function showLookup(
  desk: Desk,
  locale: Locale,
  request: FastifyRequest,
  reply: FastifyReply,
  data: Partial<LookupData>,
): Promise<FastifyReply> {
  const ctx = { ...contextOf(desk, request, locale, asOfNow(desk, {})), path: '/complaints/lookup', query: {} }
  const none = { typed: { receipt: '', code: '' }, blank: [], unknown: false, done: null, kept: null }
  return reply.page('lookup', lookupPage(ctx, { ...none, ...data, plain: isPlain(request) }))
}

/** Over plain http a browser keeps no cookie of a visit, unless it is on this very machine. */
const isPlain = ({ protocol, hostname }: FastifyRequest): boolean =>
  protocol === 'http' && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
