import type { Reference } from '../catalogue/reference.ts'
import type { Reader } from './db/database.ts'
import type { Keeping } from './keeping.ts'
import type { Prices } from './price-books.ts'

/** What every route of the public scope is given: it can read, date and keep answers, and nothing else. */
export type Site = Keeping & {
  db: Reader
  reference: (release: number) => Promise<Reference>
  prices: Prices
  publicUrl: string
  demo: boolean
  /** The address of a static file, with its version, so that it may be cached for ever. */
  assets: (name: string) => string
}
