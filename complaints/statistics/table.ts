import type { Hidden, ShownCount } from '../suppression.ts'
import { CUTS, type Cut } from './cuts.ts'

/** What is told by port, link, problem and month: how cases ended, whether time limits were kept, what was refunded. */
export const CUT_TABLES = ['outcomes', 'clocks', 'refunds'] as const
export type CutTable = (typeof CUT_TABLES)[number]
export type StatTableName = 'month-track' | 'category-port' | 'stages' | `${CutTable}-${Cut}`

/** Every table, by name. */
export const STAT_TABLES: readonly StatTableName[] = [
  ...(['month-track', 'category-port', 'stages'] as const),
  ...CUT_TABLES.flatMap((table) => CUTS.map((cut) => `${table}-${cut}` as const)),
]

/** A number as text, or why it is not said; `none`: there is nothing to say. */
export type StatCell = { value: string } | { hidden: Hidden | 'none' }

/** 一张统计表: rows and columns by code; `all` is their total. */
export type StatTable = { name: StatTableName; rows: string[]; columns: string[]; cells: StatCell[][] }

export const shownCell = (shown: ShownCount): StatCell =>
  typeof shown === 'number' ? { value: String(shown) } : { hidden: shown }
