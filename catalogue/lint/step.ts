import { Decimal } from 'decimal.js'
import { compare } from '../comparison.ts'
import { addDays, type Day } from '../day.ts'
import type { FeeStandard } from '../fee-standard.ts'
import { type Live, saidOf } from '../live.ts'
import { heldOn } from '../price/held-on.ts'
import { narrowest } from '../price/narrower.ts'
import { effective } from '../rate/effective.ts'
import { sideBySide } from '../rate/side-by-side.ts'
import { covers, overlap } from '../validity.ts'
import { later } from './months.ts'
import { pricesByItem, type Standard } from './price-index.ts'
import type { Linted } from './rule.ts'
import { dearerBySample } from './sampled.ts'
import { alike } from './saying.ts'
import { type Numbered, once, soundLines, touching } from './scene.ts'
import { inScope } from './scope.ts'

/**
 * 价格变动: what a line does to a posted price from its first day on. `unclear` is treated as an increase; `added` was
 * not charged before. `ratio` is how many times the old figure the new one is, the farthest from one of several. `by` says
 * how the price before is known: the same line, another one that the case fell under, or one that the case falls under
 * once this line ends; and whether the line says that it corrects days still to come.
 */
export type PriceStep = {
  n: number
  to: FeeStandard
  on: Day
  way: 'up' | 'down' | 'same' | 'unclear' | 'added'
  ratio: Decimal | null
  by: 'line' | 'beside' | 'ended' | 'corrected'
}

/** Every change of a posted price that a set proposes; corrections of days gone by are none. */
export const priceSteps = once((given: Linted): readonly PriceStep[] =>
  soundLines(given).flatMap((one) => stepsOf(given, one)),
)

function stepsOf(given: Linted, { n, line }: Numbered): PriceStep[] {
  if (line.kind !== 'standard') return []
  const { before, settings } = given
  const isCorrection = line.change === 'correct'
  const valid = isCorrection ? { ...line.valid, from: later(line.valid.from, settings.today) } : line.valid
  if (valid.until !== null && valid.until <= valid.from) return []
  const said = saidOf(before, 'standard', line.key).filter(({ payload }) => payload !== null)
  const meeting = said.filter((one) => overlap(one.valid, valid))
  if (line.payload === null)
    return meeting.flatMap((one) => onceEnded(given, n, one, later(valid.from, one.valid.from)))
  const to = line.payload as FeeStandard
  if (to.entity === null) return []
  const prior = meeting.length > 0 ? meeting : said.filter((one) => one.valid.until === valid.from)
  if (prior.length === 0) return [besides(given, n, to, valid.from, isCorrection)]
  return prior.map(({ payload, valid: was }) => ({
    ...{ n, to, on: later(valid.from, was.from), by: isCorrection ? 'corrected' : 'line' },
    ...{ way: wayOf(to, payload!), ratio: ratioOf(to, payload!) },
  }))
}

/** A line of its own for a case that other lines were the price of until then: dearer than every one of them, or not. */
function besides(given: Linted, n: number, to: FeeStandard, on: Day, isCorrection: boolean): PriceStep {
  const wider = widerThan(given.before, to, on).filter(
    ({ key, payload }) => alike(payload!.label, to.label) || !stands(given.after, key, on),
  )
  const ways = new Set(narrowest(wider).map(({ payload }) => wayOf(to, { ...payload!, conditions: to.conditions })))
  const [way = 'added'] = ways
  const by = isCorrection ? 'corrected' : way === 'added' ? 'line' : 'beside'
  return { n, to, on, way: ways.size > 1 ? 'unclear' : way, ratio: null, by }
}

/** What a case costs once its own line ends and a wider one, which the set leaves as it is, is its price. */
function onceEnded(given: Linted, n: number, ended: Standard, on: Day): PriceStep[] {
  const was = ended.payload!
  if (was.entity === null) return []
  const left = widerThan(given.after, was, on, on).filter(
    ({ key, payload }) => !touching(given).has(`standard:${key}`) && alike(payload!.label, was.label),
  )
  return narrowest(left).flatMap(({ payload }): PriceStep[] => {
    const way = wayOf({ ...payload!, conditions: was.conditions }, was)
    return way === 'up' ? [{ n, to: payload!, on, way, ratio: null, by: 'ended' }] : []
  })
}

/** Other lines of the same list that a price's case falls under on a day, or fell under the day before. */
function widerThan(live: Live, to: FeeStandard, on: Day, since = addDays(on, -1)): Standard[] {
  const own = pricesByItem(live).get(to.item)?.posted.get(to.entity!) ?? NONE
  return [...new Set([...heldOn(own, since), ...heldOn(own, on)])].filter(
    ({ payload }) =>
      (payload!.line !== to.line || payload!.area !== to.area) &&
      payload!.port === to.port &&
      payload!.adds_to === to.adds_to &&
      inScope(to, payload!),
  )
}

const NONE: Standard[] = []
const stands = (live: Live, key: string, on: Day): boolean =>
  saidOf(live, 'standard', key).some(({ valid, payload }) => payload !== null && covers(valid, on))

function wayOf(now: FeeStandard, old: FeeStandard): PriceStep['way'] {
  if (samePrice(now, old)) return 'same'
  if (!alike(now.conditions, old.conditions) || now.unit !== old.unit || now.adds_to !== old.adds_to) return 'unclear'
  const { verdict } = compare(now, old)
  if (verdict === 'above') return 'up'
  if (verdict !== 'not_comparable' && alike(now.terms, old.terms)) return verdict === 'below' ? 'down' : 'same'
  const order = dearerBySample(now, old)
  return order === 1 ? 'up' : order === null ? 'unclear' : order < 0 ? 'down' : 'same'
}

const samePrice = (now: FeeStandard, old: FeeStandard): boolean =>
  (['rate', 'unit', 'conditions', 'terms', 'currency', 'adds_to'] as const).every((field) =>
    alike(now[field], old[field]),
  )

function ratioOf(now: FeeStandard, old: FeeStandard): Decimal | null {
  if (now.unit !== old.unit) return null
  const pairs = sideBySide(effective(now), effective(old))
  if (typeof pairs === 'string') return null
  const ratios = pairs.flatMap(([a, b]) => (Number(a) === 0 || Number(b) === 0 ? [] : [new Decimal(a).div(b)]))
  return ratios.reduce<Decimal | null>((far, one) => (far === null || apart(one).gt(apart(far)) ? one : far), null)
}

const apart = (ratio: Decimal): Decimal => (ratio.lt(1) ? new Decimal(1).div(ratio) : ratio)
