import { LRUCache } from 'lru-cache'
import { type NameIndex, nameIndex } from '../catalogue/check/matching.ts'
import type { PortCode } from '../catalogue/codes.ts'
import type { Reader } from './db/database.ts'
import { ownNamesAt } from './db/own-names.ts'
import type { Site } from './site.ts'

/** The names by which charges go at a port, ready to be looked up, and the entities that filed a list there. */
export type Names = { index: NameIndex; entities: ReadonlySet<string> }

/** Made once a release and port, and kept for the last that were asked for: what a release says never changes. */
export function namesAt(site: Pick<Site, 'db' | 'reference'>, release: number, port: PortCode): Promise<Names> {
  const kept = indexes.get(site.db) ?? new LRUCache<string, Promise<Names>>({ max: 12 })
  indexes.set(site.db, kept)
  const key = `${release} ${port}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const making = makeNames(site, release, port)
  kept.set(key, making)
  making.catch(() => kept.delete(key))
  return making
}

const indexes = new WeakMap<Reader, LRUCache<string, Promise<Names>>>()

async function makeNames({ db, reference }: Pick<Site, 'db' | 'reference'>, release: number, port: PortCode) {
  const [ref, { ownNames, entities }] = await Promise.all([reference(release), ownNamesAt(db, port, release)])
  return { index: nameIndex({ reference: ref, ownNames }), entities }
}
