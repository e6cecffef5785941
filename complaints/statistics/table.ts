import type { Hidden, ShownCount } from '../suppression.ts'

export const STAT_TABLES = [
  'month-track',
  'category-port',
  'outcome-link',
  'clocks',
  'stages',
  'refunds-port',
  'refunds-link',
  'refunds-category',
  'refunds-month',
] as const
export type StatTableName = (typeof STAT_TABLES)[number]

/** A number as text, or why it is not said; `none`: there is nothing to say. */
export type StatCell = { value: string } | { hidden: Hidden | 'none' }

/** 一张统计表: rows and columns by code; `all` is their total. */
export type StatTable = { name: StatTableName; rows: string[]; columns: string[]; cells: StatCell[][] }

export const cellOf = (shown: ShownCount): StatCell =>
  typeof shown === 'number' ? { value: String(shown) } : { hidden: shown }
