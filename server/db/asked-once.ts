import { LRUCache } from 'lru-cache'
import type { Reader } from './database.ts'

/** What a release says never changes, so each question is put to the database once, by whoever comes first. */
export function askedOnce<T>(db: Reader, question: unknown[], ask: () => Promise<T>): Promise<T> {
  const ofDb = answers.get(db) ?? new LRUCache<string, Promise<unknown>>({ max: 500 })
  answers.set(db, ofDb)
  const key = JSON.stringify(question)
  const known = ofDb.get(key) as Promise<T> | undefined
  if (known !== undefined) return known
  const asking = ask()
  ofDb.set(key, asking)
  asking.catch(() => ofDb.delete(key))
  return asking
}

const answers = new WeakMap<Reader, LRUCache<string, Promise<unknown>>>()
