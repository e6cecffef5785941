import { governmentFor } from '../comparison.ts'
import { within } from '../facts.ts'
import type { FeeStandard } from '../fee-standard.ts'
import type { Standard } from './price-index.ts'
import { inScope, isOwnService, meet } from './scope.ts'

/**
 * 应当对照的标准: the government standard that covers a posted price, and those for special cases which it takes in as
 * well, where the entity posts nothing narrower for them: a price for every size stands beside that of each size. All in
 * force on one day.
 */
export function governing(
  posted: FeeStandard,
  government: readonly Standard[],
  own: readonly Standard[],
): { covering: Standard | null; inside: Standard[] } {
  const covering = governmentFor(posted, government)
  const special = government.filter(
    ({ payload }) => payload !== null && isSpecialCase(payload, posted, covering?.payload ?? null),
  )
  const narrower = special.length === 0 ? [] : own.filter(({ payload }) => isNarrower(payload!, posted))
  const inside = special.filter(({ payload }) => !narrower.some((one) => meet(one.payload!, payload!)))
  return { covering, inside }
}

const isNarrower = (one: FeeStandard, posted: FeeStandard): boolean =>
  one.adds_to === posted.adds_to && one.port === posted.port && inScope(one, posted) && !inScope(posted, one)

function isSpecialCase(one: FeeStandard, posted: FeeStandard, covering: FeeStandard | null): boolean {
  if (one.entity !== null || one.item !== posted.item || one.adds_to !== posted.adds_to) return false
  if (one.port !== null && one.port !== posted.port) return false
  if (!meet(one, posted) || inScope(posted, one) || isOwnService(one.conditions, posted.conditions)) return false
  return covering === null || (within(one.conditions, covering.conditions) && (covering.area ?? one.area) === one.area)
}
