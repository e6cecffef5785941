import type { FactName } from '../facts.ts'
import type { FeeItem } from '../fee-item.ts'
import type { FeeStandard } from '../fee-standard.ts'
import type { Estimated } from './estimate-line.ts'
import type { Outcome } from './outcome.ts'

/** 上限: the published figure is an upper limit, as every government-guided price is. */
export const isCeiling = ({ ceiling, entity }: FeeStandard, { pricing }: FeeItem): boolean =>
  ceiling || (entity === null && pricing === 'gov_guided')

/** Of a price without a figure, why: `others` are the items of which it is a percentage. */
export function statusOf(
  outcome: Outcome,
  item: FeeItem,
  others: readonly Estimated[],
): Pick<Estimated, 'status' | 'reason' | 'missing'> {
  if (outcome.kind === 'priced') return { status: 'computed', reason: null, missing: [] }
  if (outcome.kind === 'no_figure') return { status: 'cannot_tell', reason: outcome.why, missing: [] }
  const missing = [...new Set(outcome.missing.map((fact) => asListed(fact, item)))]
  const because = others.find(({ reason }) => reason !== null)?.reason ?? 'no_line_fits'
  return { status: 'cannot_tell', reason: missing.length > 0 ? 'missing' : because, missing }
}

/** A stay may be said in hours or in days: it is missed as the item lists it. */
const asListed = (fact: FactName, { facts }: FeeItem): FactName =>
  fact === 'days' || fact === 'hours' ? (facts.find((listed) => listed === 'days' || listed === 'hours') ?? fact) : fact
