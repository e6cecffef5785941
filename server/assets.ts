import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { App } from './app.ts'

const FOLDER = new URL('../views/assets/', import.meta.url)

/** Serves views/assets under /assets; an address with `?v=` names one version and may be kept for ever. */
export async function registerAssets(app: App): Promise<void> {
  await app.register(fastifyStatic, {
    root: FOLDER.pathname,
    prefix: '/assets/',
    index: false,
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', lasting(reply.request.query)),
  })
}

/** An address that names its version never changes; one that does not is asked for again in an hour. */
const lasting = (query: unknown): string =>
  'v' in (query as object) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'

/** Gives each static file the address of its present version. */
export function assetAddresses(): (name: string) => string {
  const versions = new Map(readdirSync(FOLDER).map((name) => [name, version(name)]))
  return (name) => `/assets/${name}?v=${versions.get(name) ?? 'none'}`
}

const version = (name: string): string =>
  createHash('sha256')
    .update(readFileSync(new URL(name, FOLDER)))
    .digest('base64url')
    .slice(0, 8)
