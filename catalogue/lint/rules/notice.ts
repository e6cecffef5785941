import { addDays, daysBetween } from '../../day.ts'
import type { Live } from '../../live.ts'
import { type Hit, rule } from '../hit.ts'
import { itemOf, pricesByItem } from '../price-index.ts'
import type { Linted } from '../rule.ts'
import { once } from '../scene.ts'
import { CLAUSES } from '../sources.ts'
import { type PriceStep, priceSteps } from '../step.ts'

/** V06-V08: how far ahead a change of a posted price is announced, and how large it is. */
export const NOTICE_RULES = [
  rule('V06', 'error', CLAUSES.notice, ['set'], (given) => priceSteps(given).flatMap((step) => tooSoon(given, step))),
  rule('V07', 'note', CLAUSES.notice, ['set'], (given) => priceSteps(given).flatMap((step) => atOnce(given, step))),
  rule('V08', 'warning', null, ['set'], (given) => priceSteps(given).flatMap(largeStep)),
]

/** An increase, or what cannot be told not to be one; where government sets the price, the law sets the day. */
function tooSoon(given: Linted, step: PriceStep): Hit[] {
  if (step.way === 'down' || step.way === 'same' || !isShort(given, step)) return []
  if (itemOf(given.after, step.to.item, step.on)?.pricing === 'gov_set') return []
  const values = { ...notice(given, step), item: step.to.item }
  return [{ about: [], lines: [step.n], field: 'valid', values, ...caseOf(given, step) }]
}

/** Who says that a price of days to come was always wrong is believed by a reviewer, not by a rule. */
function caseOf(given: Linted, { way, by, to }: PriceStep): Pick<Hit, 'case' | 'severity'> {
  if (by === 'corrected') return { severity: 'warning', case: 'corrected' }
  if (way === 'unclear') return { severity: 'warning', case: 'unclear' }
  if (way === 'added') return { severity: hadList(given.before).has(to.entity!) ? 'warning' : 'note', case: 'added' }
  return by === 'line' ? {} : { case: by }
}

/** The entities that have posted any price before; the first list of another raises nothing. */
const hadList = once(
  (before: Live): ReadonlySet<string> =>
    new Set([...pricesByItem(before).values()].flatMap(({ posted }) => [...posted.keys()])),
)

const atOnce = (given: Linted, step: PriceStep): Hit[] =>
  step.way === 'down' && step.by !== 'corrected' && isShort(given, step)
    ? [{ about: [], lines: [step.n], field: 'valid', values: notice(given, step) }]
    : []

const isShort = ({ settings }: Linted, { on }: PriceStep): boolean =>
  daysBetween(settings.today, on) < settings.noticeDays

const notice = ({ settings: { today, noticeDays } }: Linted, { on }: PriceStep): Record<string, string> => ({
  day: on,
  days: String(Math.max(0, daysBetween(today, on))),
  required: String(noticeDays),
  earliest: addDays(today, noticeDays),
})

const SLIPS = ['0.01', '0.1', '10', '100']

/** More than half as much again, less than half, or a decimal point or unit that slipped. */
function largeStep({ n, ratio, by }: PriceStep): Hit[] {
  if (ratio === null || by === 'corrected') return []
  const slip = SLIPS.find((times) => ratio.eq(times))
  if (slip !== undefined) return [{ about: [], lines: [n], field: 'rate', case: 'slip', values: { times: slip } }]
  if (ratio.lte('1.5') && ratio.gte('0.5')) return []
  const percent = ratio.minus(1).times(100).toDecimalPlaces(1).toFixed()
  return [{ about: [], lines: [n], field: 'rate', values: { percent: ratio.gt(1) ? `+${percent}` : percent } }]
}
