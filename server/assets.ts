import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { App } from './app.ts'

const FOLDER = new URL('../views/assets/', import.meta.url)
/** 工作量证明: the worker of ALTCHA as its makers wrote it; it needs nothing beside itself. */
const WORKER = ['altcha-pbkdf2.js', new URL('../node_modules/altcha/dist/workers/pbkdf2.js', import.meta.url)] as const

/** Serves views/assets under /assets; an address with `?v=` names one version and may be kept for ever. */
export async function registerAssets(app: App): Promise<void> {
  await app.register(fastifyStatic, {
    root: FOLDER.pathname,
    prefix: '/assets/',
    index: false,
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', lasting(reply.request.query)),
  })
  const worker = readFileSync(WORKER[1])
  app.get(`/assets/${WORKER[0]}`, async (request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', lasting(request.query)).send(worker),
  )
}

/** An address that names its version never changes; one that does not is asked for again in an hour. */
const lasting = (query: unknown): string =>
  'v' in (query as object) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'

/** Gives each static file the address of its present version. */
export function assetAddresses(): (name: string) => string {
  const files = [...readdirSync(FOLDER).map((name) => [name, new URL(name, FOLDER)] as const), WORKER]
  const versions = new Map(files.map(([name, file]) => [name, version(file)]))
  return (name) => `/assets/${name}?v=${versions.get(name) ?? 'none'}`
}

const version = (file: URL): string => createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 8)
