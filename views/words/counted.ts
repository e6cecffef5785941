import { type Charge, chargesCounted, endsOf, type Service } from '../../catalogue/quote.ts'
import type { Translate } from '../locale/locale.ts'

/** 计入合计: whether a charge is in the total, at which end where several are compared, and where it is but a ceiling. */
export function countedWord(charge: Charge, service: Service, t: Translate): string {
  const { calculator: words } = t.words
  if (charge.span === null) return words.unknown
  const bound = charge.entity === null && charge.ceiling
  if (!chargesCounted(service).includes(charge)) return bound ? words.ceilingNotCounted : words.notCounted
  const { low, high } = endsOf(service)
  if (low === high && low === charge) return bound ? words.ceilingCounted : words.isCounted
  if (charge === low) return words.countedLowest
  return charge === high ? words.countedHighest : words.withinRange
}
