import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { proofText } from '../../catalogue/log/proof.ts'
import { entryBundle, type Place, readTilePath, TILE } from '../../catalogue/log/tiles.ts'
import { type Locale, translator } from '../../views/locale/locale.ts'
import { logPage } from '../../views/pages/log.ts'
import type { App } from '../app.ts'
import { asOfNow, ReleaseNumber } from '../as-of.ts'
import type { Db } from '../db/database.ts'
import { keysOfLog, newestSigned, noteOf, signedAt, unsignedReleases } from '../db/log-signatures.ts'
import { inclusionProof, leavesFrom, sizeOfLog, tileHashes } from '../db/log-tree.ts'
import { Refusal } from '../errors.ts'
import { meets, preferred } from '../kept.ts'
import { keepCosignature } from '../log/cosignatures.ts'
import { contextOf } from '../page.ts'
import type { Site } from '../site.ts'

/** What the log's routes are given: they read, and keep the signatures that witnesses send. */
export type LogSite = Omit<Site, 'db'> & { db: Db }

/** 透明日志: what machines and witnesses read of it (C2SP tlog-tiles), and a page for people in both languages. */
export function logRoutes(app: App, site: LogSite): void {
  humanPage(app, site, '/log', 'zh-CN') //   /log
  humanPage(app, site, '/en/log', 'en') //   /en/log
  checkpoints(app, site) //                  /log/checkpoint /log/checkpoint/:release
  verifierKeys(app, site) //                 /log/key
  tiles(app, site) //                        /log/tile/*
  proofs(app, site) //                       /log/proof/:index.tlog-proof
  cosignatures(app, site) //                 /log/cosignatures
}

const TEXT = 'text/plain; charset=utf-8'
const ANYONE = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'etag, retry-after' }
/** What is signed may be signed again by a witness at any moment. */
const BRIEFLY = { ...ANYONE, 'cache-control': 'public, max-age=5' }
const FOR_EVER = { ...ANYONE, 'cache-control': 'public, max-age=31536000, immutable' }

function humanPage(app: App, site: LogSite, path: string, locale: Locale): void {
  app.get(path, { schema: { querystring: z.strictObject({}) } }, async (request, reply) => {
    const [signed, keys, { unsigned }] = await Promise.all([
      newestSigned(site.db),
      keysOfLog(site.db),
      unsignedReleases(site.db),
    ])
    const context = contextOf(site, request, locale, asOfNow(site, {}))
    reply.headers({ 'cache-control': 'public, max-age=5', 'content-language': locale })
    return reply.page(
      'log',
      logPage(context, { signed: signed && { ...signed, note: noteOf(signed) }, keys, unsigned }),
    )
  })
}

function checkpoints(app: App, site: LogSite): void {
  app.get('/log/checkpoint', async (_request, reply) => {
    const signed = await newestSigned(site.db)
    return signed === null ? notYet(reply) : reply.headers(BRIEFLY).type(TEXT).send(noteOf(signed))
  })
  const params = z.object({ release: ReleaseNumber })
  app.get('/log/checkpoint/:release', { schema: { params } }, async (request, reply) => {
    const { release } = request.params
    if (release > site.head.release()) throw new Refusal('not-found')
    const signed = await signedAt(site.db, release)
    return signed === null ? notYet(reply) : reply.headers(BRIEFLY).type(TEXT).send(noteOf(signed))
  })
}

/** The log has grown and its key has not signed yet: said in both languages, for the address has none. */
const notYet = (reply: FastifyReply) => plainly(reply.header('retry-after', '5'), 503, 'transparency.unsignedYet')

const plainly = (reply: FastifyReply, status: number, words: 'transparency.unsignedYet' | 'transparency.notTaken') =>
  reply
    .code(status)
    .headers({ ...ANYONE, 'cache-control': 'no-store' })
    .type(TEXT)
    .send(`${translator('zh-CN')(words)}\n${translator('en')(words)}\n`)

/** The newest key alone on the first line; under each, as a comment, the releases it signed. */
function verifierKeys(app: App, site: LogSite): void {
  app.get('/log/key', async (_request, reply) => {
    const keys = (await keysOfLog(site.db)).filter(({ kind }) => kind === 'log').toReversed()
    if (keys.length === 0) return notYet(reply)
    const lines = keys.map(
      ({ vkey, signed }) => `${vkey}\n${signed ? `# signed releases ${signed.first} to ${signed.last}\n` : ''}`,
    )
    return reply.headers(BRIEFLY).type(TEXT).send(lines.join(''))
  })
}

function tiles(app: App, site: LogSite): void {
  const params = z.object({ '*': z.string() })
  app.get('/log/tile/*', { schema: { params } }, async (request, reply) => {
    const place = readTilePath(request.params['*'])
    const bytes = place && (await bytesOf(site.db, place))
    if (!bytes) throw new Refusal('not-found')
    const etag = `"${request.params['*']}"`
    reply.headers({ ...FOR_EVER, etag, vary: 'accept-encoding' }).type('application/octet-stream')
    if (meets(request.headers['if-none-match'], etag)) return reply.code(304).send()
    return place.level === 'entries' ? compressed(request, reply, bytes) : reply.send(bytes)
  })
}

async function bytesOf(db: Db, { level, n, width }: Place): Promise<Buffer | null> {
  if (level !== 'entries') return tileHashes(db, level, n, width)
  const leaves = await leavesFrom(db, n * TILE, width)
  return leaves && entryBundle(leaves)
}

const zip = promisify(gzip)

async function compressed(request: FastifyRequest, reply: FastifyReply, bytes: Buffer) {
  if (preferred(request.headers['accept-encoding']) === 'identity') return reply.send(bytes)
  return reply.header('content-encoding', 'gzip').send(await zip(bytes))
}

const Index = z
  .string()
  .regex(/^(0|[1-9]\d{0,11})$/, { error: 'not-a-number' })
  .transform(Number)

function proofs(app: App, site: LogSite): void {
  app.get(
    '/log/proof/:index.tlog-proof',
    { schema: { params: z.object({ index: Index }) } },
    async (request, reply) => {
      const { index } = request.params
      const signed = await newestSigned(site.db, index + 1)
      if (signed === null && index >= (await sizeOfLog(site.db))) throw new Refusal('not-found')
      if (signed === null) return notYet(reply)
      const hashes = await inclusionProof(site.db, index, signed.size)
      return reply
        .headers({ ...BRIEFLY, 'content-disposition': `attachment; filename="${index}.tlog-proof"` })
        .type(TEXT)
        .send(proofText({ index, hashes, checkpoint: noteOf(signed) }))
    },
  )
}

/** A note is a few hundred bytes; a witness sends one a release. */
const FROM_WITNESSES = { bodyLimit: 16 * 1024, config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }

function cosignatures(app: App, site: LogSite): void {
  app.post('/log/cosignatures', FROM_WITNESSES, async (request, reply) => {
    const kept = typeof request.body === 'string' && (await keepCosignature(site.db, request.body, site.now()))
    if (!kept) return plainly(reply, 400, 'transparency.notTaken')
    return reply
      .code(204)
      .headers({ ...ANYONE, 'cache-control': 'no-store' })
      .send()
  })
}
