import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { join } from 'node:path'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController, type RawServerDefault } from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { assetAddresses, registerAssets } from './assets.ts'
import { buildStamp } from './build.ts'
import { type CaseKeys, caseKeys, newSecrets } from './cases/keys.ts'
import type { Config } from './config.ts'
import type { Db } from './db/database.ts'
import type { Head } from './db/head.ts'
import { lawReader } from './db/law.ts'
import { referenceReader } from './db/reference.ts'
import { registerErrors } from './error-pages.ts'
import { answerFromMemory, keptAnswers } from './kept.ts'
import { page } from './page.ts'
import { readsPerMinute, security } from './policy.ts'
import { presentOf } from './present.ts'
import { priceReader } from './price-books.ts'
import { apiRoutes } from './routes/api/api.ts'
import { describeApi } from './routes/api/describe.ts'
import { complaintPages } from './routes/complaints/pages.ts'
import { logRoutes } from './routes/log.ts'
import { machineRoutes } from './routes/machines.ts'
import { operatorRoutes } from './routes/operators.ts'
import { outcomePages } from './routes/public/outcomes.ts'
import { publicPages } from './routes/public/pages.ts'
import { qualityPages } from './routes/public/quality.ts'
import { staffPages } from './routes/staff/pages.ts'
import type { Site } from './site.ts'
import type { Desk } from './staff/desk.ts'

/** What the portal is given from outside: its database, the newest release, the clock, and the keys of personal data (without which it makes some that nobody keeps). */
export type World = { db: Db; head: Head; now: () => Date; keys?: CaseKeys }

export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

/** The one list of everything the portal answers to. Building is not listening; the world comes in by the door. */
export async function buildApp(
  world: World,
  config: Config,
  policy = readsPerMinute,
): Promise<App & { routeTable: ReadonlySet<string>; desk: Desk }> {
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`
  const reference = referenceReader(world.db)
  const site: Site = {
    ...world,
    kept: keptAnswers(),
    build: buildStamp({ publicUrl, demo: config.demo }),
    reference,
    prices: priceReader(world.db, reference),
    publicUrl,
    demo: config.demo,
    assets: assetAddresses(),
  }
  const desk: Desk = {
    ...site,
    db: world.db,
    secretKey: config.secretKey ?? randomBytes(32).toString('hex'),
    keys: world.keys ?? caseKeys(newSecrets()),
    law: lawReader(world.db),
    files: join(config.dataDir, 'attachments'),
  }
  const app: App = fastify({
    logger: { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    routerOptions: { maxParamLength: 16_384, ignoreTrailingSlash: true, querystringParser: readQuery },
    rewriteUrl: (request) => readableAddress(request.url ?? '/'),
    bodyLimit: 64 * 1024,
    requestTimeout: 120_000,
    serverFactory: (handler, options) =>
      createServer(options, (request, response) => {
        if (!answerFromMemory(site.kept, presentOf(site).stamp, request, response)) handler(request, response)
      }),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(() => JSON.stringify)
  app.decorateReply('page', page)
  const routeTable = listRoutes(app)
  const protecting = security(site.publicUrl)
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(protecting)
    done()
  })
  await app.register(rateLimit, policy)
  registerErrors(app, site)
  await describeApi(app, site)
  await registerAssets(app)

  operatorRoutes(app, world, site.kept) //                             /livez /readyz /metrics
  machineRoutes(app, site) //                                         /sitemap.xml /robots.txt /.well-known/…
  await app.register(publicPages(site, 'zh-CN')) //                   /fees/…         中文
  await app.register(publicPages(site, 'en'), { prefix: '/en' }) //   /en/fees/…      English
  await app.register(qualityPages(site, 'zh-CN')) //                  /quality        目录质量
  await app.register(qualityPages(site, 'en'), { prefix: '/en' }) //  /en/quality
  await app.register(complaintPages(desk, 'zh-CN')) //                      /complaints/… /verify
  await app.register(complaintPages(desk, 'en'), { prefix: '/en' }) //      /en/complaints/…
  await app.register(outcomePages(site, 'zh-CN')) //                        /cases /stats
  await app.register(outcomePages(site, 'en'), { prefix: '/en' }) //        /en/cases /en/stats
  logRoutes(app, desk) //                                             /log /log/checkpoint /log/tile/* /log/key …
  await app.register(staffPages(desk, 'zh-CN')) //                    /staff/…        工作台
  await app.register(staffPages(desk, 'en'), { prefix: '/en' }) //    /en/staff/…     the desk
  await app.register(apiRoutes(site, desk), { prefix: '/api/v1' }) //       /api/v1/fees/…  JSON
  return Object.assign(app, { routeTable, desk })
}

/** Every address that gets registered from here on; the README must name each. */
function listRoutes(app: App): ReadonlySet<string> {
  const table = new Set<string>()
  app.addHook('onRoute', ({ url, method }) => void (method === 'OPTIONS' || table.add(url)))
  return table
}

/**
 * A request may name a whole address (RFC 9112 §3.2.2): its host is nobody's business here. A path that is not
 * percent-encoded UTF-8 still comes to its route, which names the part that is wrong.
 */
function readableAddress(asked: string): string {
  if (PLAIN.test(asked)) return asked
  const url = asked.replace(/^https?:\/\/[^/?]*\/?/i, '/')
  const [path, ...query] = url.split('?')
  try {
    decodeURIComponent(path!)
    return url
  } catch {
    return [path!.replaceAll('%', '%EF%BF%BD'), ...query].join('?')
  }
}

/** A path from the root in which nothing is encoded. */
const PLAIN = /^\/[\w/.~-]*(\?|$)/

/** An empty field of a form is a field not filled in. */
function readQuery(text: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null)
  if (text === '') return query
  for (const [name, value] of new URLSearchParams(text)) {
    if (value === '') continue
    const before = query[name]
    query[name] = before === undefined ? value : [before, value].flat()
  }
  return query
}
