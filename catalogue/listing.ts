import { z } from 'zod'
import { CreditCode, FeeItemCode, PortCode } from './codes.ts'
import type { Day } from './day.ts'
import { Link, Pricing } from './fee-item.ts'
import type { Statement } from './statement.ts'
import type { SubjectKind } from './subject.ts'

/** In what order a list is read: as the catalogue is, by port, by who charges, or the latest effective day first. */
export const Sort = z.enum(['item', 'port', 'entity', 'effective'])
export type Sort = z.infer<typeof Sort>

/** What a reader asks of the list. Every field narrows it; none of them is ever guessed. */
export const Selection = z.strictObject({
  q: z.string().trim().min(1).max(100).optional(),
  port: PortCode.optional(),
  entity: CreditCode.optional(),
  item: FeeItemCode.optional(),
  link: Link.optional(),
  pricing: Pricing.optional(),
  sort: Sort.optional(),
})
export type Selection = z.infer<typeof Selection>

/** The day and the release an answer is for, and the newest release there is. */
export type AsOf = { on: Day; release: number; head: number }

/** One page of a list: standards in force, how many there are in all, and the cursors to either side. */
export type Page<Row = Statement<'standard'>> = {
  rows: Row[]
  total: number
  next: string | null
  previous: string | null
}

/** Something a search found: what, by which of its names, and where in that name the words stand. */
export type Match = {
  kind: 'item' | 'entity' | 'port' | 'document'
  key: string
  term: string
  field: MatchField
  score: number
  marks: [start: number, end: number][]
}
export type MatchField = 'code' | 'name_zh' | 'name_en' | 'alias' | 'own_name' | 'pinyin' | 'content'

/** A search finds this many names at most; a reader is told when there may be more. */
export const MOST_FOUND = 60

/** Found, best first; or, when nothing was, what is nearest to the words. */
export type Found = { matches: Match[]; nearest: Match[] }

/** 覆盖: is the absence of a charge on that day an answer, or is there no data for it? */
export type CoverageAnswer = { complete: boolean; from: Day | null; verifiedThrough: Day | null }

/** What changed of one subject, on the first day of the change: nothing before, nothing after, or both and different. */
export type Difference<K extends SubjectKind = SubjectKind> = {
  kind: K
  key: string
  on: Day
  change: 'added' | 'ended' | 'changed'
  before: Statement<K> | null
  after: Statement<K> | null
}

/** A page of differences; `total` is null when there are so many that counting them would take longer than reading. */
export type Differences = Omit<Page<Difference>, 'total'> & { total: number | null }
