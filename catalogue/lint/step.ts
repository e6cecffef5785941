import { Decimal } from 'decimal.js'
import { compare } from '../comparison.ts'
import type { Day } from '../day.ts'
import type { FeeStandard } from '../fee-standard.ts'
import { saidOf } from '../live.ts'
import { effective } from '../rate/effective.ts'
import { sideBySide } from '../rate/side-by-side.ts'
import { overlap } from '../validity.ts'
import { later } from './months.ts'
import type { Linted } from './rule.ts'
import { dearerBySample } from './sampled.ts'
import { alike } from './saying.ts'
import { type Numbered, once, soundLines } from './scene.ts'

/**
 * 价格变动: what a line does to a posted price from its first day on. `unclear` is treated as an increase; `added` was
 * not charged before. `ratio` is how many times the old figure the new one is, the farthest from one of several.
 */
export type PriceStep = {
  n: number
  to: FeeStandard
  on: Day
  way: 'up' | 'down' | 'same' | 'unclear' | 'added'
  ratio: Decimal | null
}

/** Every change of a posted price that a set proposes, corrections of what was always wrong among them not. */
export const priceSteps = once((given: Linted): readonly PriceStep[] =>
  soundLines(given).flatMap((one) => stepsOf(given, one)),
)

function stepsOf({ before }: Linted, { n, line }: Numbered): PriceStep[] {
  if (line.kind !== 'standard' || line.payload === null || line.change === 'correct') return []
  const to = line.payload as FeeStandard
  if (to.entity === null) return []
  const { from } = line.valid
  const said = saidOf(before, 'standard', line.key).filter(({ payload }) => payload !== null)
  const meeting = said.filter(({ valid }) => overlap(valid, line.valid))
  const prior = meeting.length > 0 ? meeting : said.filter(({ valid }) => valid.until === from)
  if (prior.length === 0) return [{ n, to, on: from, way: 'added', ratio: null }]
  return prior.map(({ payload, valid }) => ({
    ...{ n, to, on: later(from, valid.from) },
    ...{ way: wayOf(to, payload!), ratio: ratioOf(to, payload!) },
  }))
}

function wayOf(now: FeeStandard, old: FeeStandard): PriceStep['way'] {
  if (samePrice(now, old)) return 'same'
  if (!alike(now.conditions, old.conditions)) return 'unclear'
  const { verdict } = compare(now, old)
  if (verdict === 'above') return 'up'
  if (verdict !== 'not_comparable' && alike(now.terms, old.terms)) return verdict === 'below' ? 'down' : 'same'
  const order = dearerBySample(now, old)
  if (order === 1) return 'up'
  if (verdict === 'below') return 'down'
  return order === null ? 'unclear' : order < 0 ? 'down' : 'same'
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
