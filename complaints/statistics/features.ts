import type { StatTableName } from './table.ts'

/** 统计项: by what cases are counted. */
export const FEATURES = ['month', 'track', 'category', 'port', 'link', 'ended'] as const
export type Feature = (typeof FEATURES)[number]
/** A case as its features. */
export type Featured = Record<Feature, string>

/** Every value a feature may have: those that no case has, too. */
export type Values = Record<Feature, readonly string[]>

/** The tables of cases, rows and columns. They share their totals, so they are made safe together. */
export const CROSSED = [
  { name: 'month-track', row: 'month', column: 'track' },
  { name: 'category-port', row: 'category', column: 'port' },
  { name: 'outcomes-port', row: 'port', column: 'ended' },
  { name: 'outcomes-link', row: 'link', column: 'ended' },
  { name: 'outcomes-category', row: 'category', column: 'ended' },
  { name: 'outcomes-month', row: 'month', column: 'ended' },
] as const satisfies readonly { name: StatTableName; row: Feature; column: Feature }[]

/** With which other features a feature is crossed. */
export const BESIDE = Object.fromEntries(
  FEATURES.map((one) => [
    one,
    CROSSED.flatMap(({ row, column }): Feature[] => (row === one ? [column] : column === one ? [row] : [])),
  ]),
) as Record<Feature, Feature[]>
