import type { Day } from '../day.ts'
import type { Lineage } from '../lineage.ts'
import { type Line, say, withdraw } from '../release.ts'
import type { Statement, Why } from '../statement.ts'
import { covers, type Validity } from '../validity.ts'

/** What a lineage usually brings with it. `said` are the statements of the item that changes, and of all its prices. */
export type Standing = { item: readonly Statement<'item'>[]; standards: readonly Statement<'standard'>[] }

/**
 * 随之的变更, each for a yes of its own. An item that is merged, replaced, renamed or split ends the day before, and so
 * does every price of it; one that is absorbed becomes a sub-item, and under a ceiling government's prices become ceilings.
 */
export const companionsOf = (lineage: Lineage, from: Day, why: Why, standing: Standing): Line[] =>
  lineage.kind === 'absorbed_as_subitem' ? absorbed(lineage, from, why, standing) : ended(lineage, from, why, standing)

function ended({ from: code }: Lineage, from: Day, why: Why, { item, standards }: Standing): Line[] {
  const valid = { from, until: null }
  const keys = new Set(standards.filter((one) => standsAfter(one, from)).map(({ key }) => key))
  return [
    ...(item.some((one) => standsAfter(one, from)) ? [withdraw('item', code, valid, why)] : []),
    ...[...keys].map((key) => withdraw('standard', key, valid, why)),
  ]
}

const standsAfter = ({ payload, valid }: Statement, from: Day): boolean =>
  payload !== null && (valid.until === null || valid.until > from)

function absorbed({ to, ceiling }: Lineage, from: Day, why: Why, { item, standards }: Standing): Line[] {
  const below = item.filter(({ valid, payload }) => covers(valid, from) && payload !== null && payload.parent !== to)
  const free = standards.filter(
    ({ valid, payload }) => ceiling && covers(valid, from) && payload?.entity === null && !payload.ceiling,
  )
  return [
    ...below.map((one) => say('item', { ...one.payload!, parent: to }, since(from, one), why, 'revise')),
    ...free.map((one) => say('standard', { ...one.payload!, ceiling: true }, since(from, one), why, 'revise')),
  ]
}

const since = (from: Day, { valid }: Statement): Validity => ({ from, until: valid.until })

/** Which line it is, in a form. */
export const nameOfLine = ({ kind, key }: Pick<Line, 'kind' | 'key'>): string => `${kind}:${key}`
