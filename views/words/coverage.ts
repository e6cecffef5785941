import type { CoverageAnswer } from '../../catalogue/listing.ts'
import { dayText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'

/** What an absence from the list means on that day: not on the list, or no data. */
export function coverageWords({ complete, from, verifiedThrough }: CoverageAnswer, t: Translate): string {
  const day = (at: typeof from) => (at === null ? '' : dayText(at, t.locale))
  if (!complete)
    return t.words.fees.incomplete + (from === null ? '' : ` ${t('fees.incompleteFrom', { from: day(from) })}`)
  return verifiedThrough === null
    ? t('fees.completeOpen', { from: day(from) })
    : t('fees.complete', { from: day(from), through: day(verifiedThrough) })
}
