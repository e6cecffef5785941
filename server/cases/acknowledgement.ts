import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Day } from '../../catalogue/day.ts'
import type { CaseType, Category, Track } from '../../complaints/words.ts'
import type { FirstClock } from '../db/filing.ts'

/** 收件凭证: all that a printed acknowledgement says of a filing; nothing of it is personal. `org` is the code of the office. */
export type Acknowledgement = {
  receipt: string
  received_on: Day
  port: string
  area: string | null
  entity: string | null
  entity_name: string
  category: Category
  amount: string
  cases: { no: string; type: CaseType; track: Track; org: string; clock: FirstClock | null }[]
}

/** What of it is printed and asked for by /verify: SHA-256 over its one form (RFC 8785). */
export const acknowledgementSha = (content: Acknowledgement): Buffer =>
  createHash('sha256').update(canonicalize(content)!).digest()
