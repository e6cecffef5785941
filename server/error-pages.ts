import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Locale, translator, type Values } from '../views/locale/locale.ts'
import { type Asked, problemPage } from '../views/pages/problem.ts'
import type { App } from './app.ts'
import { asOfNow } from './as-of.ts'
import { PROBLEMS, type Refusal, Refusal as Refused, refusalOf } from './errors.ts'
import { contextOf, pathOf } from './page.ts'
import type { Site } from './site.ts'

/** The one place where a failure becomes an answer: a page for people, RFC 9457 `application/problem+json` for machines. */
export function registerErrors(app: App, site: Site): void {
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const reading = request.method === 'GET' || request.method === 'HEAD'
    if (!reading) reply.header('allow', 'GET, HEAD')
    return answer(site, new Refused(reading ? 'not-found' : 'method-not-allowed'), request, reply)
  })
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error, {
      ...(request.body as object),
      ...(request.query as object),
      ...(request.params as object),
    })
    if (refusal.kind === 'unavailable')
      request.log.warn({ reason: (error as Error).message, url: pathOf(request.url) }, 'the database is away')
    if (refusal.kind === 'server-error') request.log.error({ err: error, url: request.url }, 'a request failed')
    return answer(site, refusal, request, reply)
  })
}

function answer(site: Site, refusal: Refusal, request: FastifyRequest, reply: FastifyReply) {
  const locale = localeOf(request)
  reply.code(PROBLEMS[refusal.kind]).headers({ 'cache-control': 'no-store', 'content-language': locale })
  if (PROBLEMS[refusal.kind] === 503) reply.header('retry-after', RETRY_SECONDS)
  const problem = problemOf(site, refusal, request, locale)
  if (forMachine(request))
    return reply
      .type('application/problem+json')
      .header('vary', 'accept, accept-language')
      .send(JSON.stringify(problem))
  const context = contextOf(site, withoutQuery(request), locale, asOfNow(site, {}))
  return reply.page(
    'problem',
    problemPage(context, { ...problem, errors: problem.errors ?? [], asked: askedOf(refusal, request) }),
  )
}

/** After so many seconds a file has been read, and a database that fell is up again. */
const RETRY_SECONDS = '10'

/** What the address asked, for the form that lets a reader mend it; its place in the list is not worth keeping. */
function askedOf({ kind, faults }: Refusal, request: FastifyRequest): Asked | null {
  const mendable = PROBLEMS[kind] === 400 || kind === 'release-unknown'
  if (!mendable) return null
  const dropped = new Set([
    'cursor',
    ...faults.filter(({ code }) => code === 'unknown-parameter').map(({ field }) => field),
  ])
  const values = Object.entries(request.query as Record<string, unknown>).filter(([name]) => !dropped.has(name))
  return {
    action: request.url.split('?')[0]!,
    values: values.map(([name, value]) => ({ name, value: String([value].flat()[0]).slice(0, 200) })),
  }
}

/** RFC 9457 §3: type, title, status, detail, instance; `errors` name each field that is wrong. */
function problemOf(site: Site, { kind, values, faults, extra }: Refusal, request: FastifyRequest, locale: Locale) {
  const t = translator(locale)
  const errors = faults.map(({ field, code, value }) => ({
    field,
    pointer: `#/${field.replaceAll('.', '/')}`,
    code,
    message: t(`faults.${code}`, { field, value: value ?? '' } satisfies Values),
  }))
  return {
    type: `${site.publicUrl}/problems#${kind}`,
    title: t(`faults.${kind}-title`),
    status: PROBLEMS[kind],
    detail: t(`faults.${kind}-detail`, values),
    instance: request.url.slice(0, 500),
    ...(errors.length > 0 ? { errors } : {}),
    ...extra,
  }
}

/** Is it a program that asks: by the address, or by what it accepts? */
export const forMachine = (request: FastifyRequest): boolean =>
  request.url.startsWith('/api/') ||
  /^[^?]*\.(json|csv|xlsx|atom|ics|xml)(\?|$)/.test(request.url) ||
  /^application\/(problem\+)?json/.test(request.headers.accept ?? '')

/** Pages speak the language of their address, the API that of `Accept-Language`; Chinese where neither says. */
function localeOf(request: FastifyRequest): Locale {
  if (/^\/en(\/|\?|$)/.test(request.url)) return 'en'
  return request.url.startsWith('/api/') && /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh-CN'
}

/** The bar of an error page shows the present, whatever the address asked for. */
const withoutQuery = (request: FastifyRequest): FastifyRequest =>
  Object.create(request, { query: { value: {} } }) as FastifyRequest
