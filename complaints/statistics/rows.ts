import type { Day } from '../../catalogue/day.ts'
import type { ClockCode } from '../rule.ts'
import type { Category, Outcome, Track } from '../words.ts'
import type { Place } from './cuts.ts'

/** How a case ended, or that it has not. */
export type Ended = Outcome | 'not_accepted' | 'withdrawn' | 'open'

/** The steps that end a stage, each on the day it was first taken. */
export type Milestone = 'accepted' | 'filed' | 'decided' | 'told'

/** One case as statistics see it. `link`: the link in the clearance chain of who was complained of, or of the fee; else `unknown`. */
export type Counted = {
  received_on: Day
  port: string
  link: string
  category: Category
  track: Track
  ended: Ended
  on: Partial<Record<Milestone, Day>>
}

/** How many clocks of one kind, of cases of one place, were kept or missed; those that still run are not counted. */
export type ClocksCounted = Place & { code: ClockCode; in_time: number; late: number }

/** Money ordered back in one case, and what became of it; `payee` is whoever was to get it. */
export type Refunded = {
  payee: string
  received_on: Day
  port: string
  link: string
  category: Category
  ordered: string
  paid: string
  confirmed: string
}

/** A charge that is on no published list, as one filing names it. */
export type NamedCharge = { name: string; filing: number; port: string; received_on: Day }

/** What statistics are made from. */
export type StatisticsRows = {
  /** Every port that was ever published. */
  ports: readonly string[]
  cases: readonly Counted[]
  clocks: readonly ClocksCounted[]
  refunds: readonly Refunded[]
  names: readonly NamedCharge[]
}
