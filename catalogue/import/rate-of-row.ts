import { compareAmounts } from '../amount.ts'
import { FactName } from '../facts.ts'
import type { Rate } from '../rate/rate.ts'
import { UNITS, type Unit } from '../unit.ts'
import { type Spot, wrong } from './problem.ts'
import { partsIn, type RateFault, stepsIn, tiersIn } from './rate-text.ts'
import type { ReadRow } from './read-rows.ts'

/** Which figures each form of a rate is made of; the first are needed, what stands in `also` may be there. */
const FIGURES: Record<Rate['form'] | 'as_published', { needs: string[]; also: string[] }> = {
  fixed: { needs: ['amount'], also: [] },
  range: { needs: ['low', 'high'], also: [] },
  tiered: { needs: ['tiers', 'tier_fact', 'tier_mode'], also: [] },
  per_period: { needs: ['tiers'], also: ['free'] },
  percent_of: { needs: ['percent', 'percent_of'], also: [] },
  sum: { needs: ['tiers'], also: [] },
  at_cost: { needs: [], also: [] },
  see_attachment: { needs: ['attachment'], also: [] },
  as_published: { needs: [], also: [] },
}
const ALL = ['amount', 'low', 'high', 'tiers', 'tier_fact', 'tier_mode', 'free', 'percent', 'percent_of', 'attachment']

/** 费率 of a row, `published` where it leaves that as it is; null where it cannot be told, which is then noted. */
export function rateOfRow(row: ReadRow, unit: Unit, published: Rate | null, spot: Spot): Rate | null {
  if ([...ALL, 'rate_form'].some((name) => row.faulty.has(name))) return null
  const figures = ALL.filter((name) => (row.said[name] ?? null) !== null)
  if (published !== null && figures.length === 0 && !row.columns.has('rate_form')) return published
  const form = (row.said.rate_form ?? formOf(figures, row, unit)) as Rate['form'] | 'as_published' | null
  if (form === null) return unclear(row, spot)
  const { needs, also } = FIGURES[form]
  const missing = needs.filter((name) => !figures.includes(name))
  const extra = figures.filter((name) => !needs.includes(name) && !also.includes(name))
  for (const name of missing) wrong(spot, 'rate-incomplete', columnOf(row, name), { form })
  for (const name of extra) wrong(spot, 'figure-extra', columnOf(row, name), { form })
  if (missing.length + extra.length > 0) return null
  if (form !== 'as_published') return made(form, row, unit, published, spot)
  if (published === null) wrong(spot, 'nothing-published', columnOf(row, 'rate_form'))
  return published
}

/** Figures of several forms at once say nothing surely. */
function formOf(figures: readonly string[], { said }: ReadRow, unit: Unit): Rate['form'] | null {
  const only = (...names: string[]) => figures.length > 0 && figures.every((name) => names.includes(name))
  if (only('amount')) return 'fixed'
  if (only('low', 'high')) return 'range'
  if (only('percent', 'percent_of')) return 'percent_of'
  if (only('attachment')) return 'see_attachment'
  if (only('tiers', 'tier_fact', 'tier_mode') && figures.includes('tier_fact')) return 'tiered'
  if (only('tiers') && /[=＝]/.test(said.tiers!)) return 'sum'
  return only('tiers', 'free') && figures.includes('tiers') && 'period' in UNITS[unit] ? 'per_period' : null
}

function unclear(row: ReadRow, spot: Spot): null {
  const filled = ALL.some((name) => (row.said[name] ?? null) !== null)
  wrong(spot, filled ? 'rate-unclear' : 'rate-missing', columnOf(row, filled ? 'rate_form' : 'amount'))
  return null
}

function made(form: Rate['form'], row: ReadRow, unit: Unit, published: Rate | null, spot: Spot): Rate | null {
  const { said } = row
  const at = (name: string) => columnOf(row, name)
  switch (form) {
    case 'fixed':
      return { form, amount: said.amount! }
    case 'range':
      if (compareAmounts(said.low!, said.high!) < 0) return { form, low: said.low!, high: said.high! }
      wrong(spot, 'range-upside-down', at('high'), { low: said.low!, high: said.high! })
      return null
    case 'percent_of':
      return { form, percent: said.percent!, item: said.percent_of! }
    case 'at_cost':
      return { form }
    case 'see_attachment': {
      const href = published?.form === form && published.title === said.attachment ? published.href : null
      return { form, title: said.attachment!, href }
    }
    case 'sum': {
      const parts = read(partsIn(said.tiers!), spot, at('tiers'))
      if (parts !== null && parts.length < 2)
        wrong(spot, 'parts-unclear', at('tiers'), { value: said.tiers!.slice(0, 80) })
      return parts === null || parts.length < 2 ? null : { form, parts }
    }
    case 'tiered':
      return tieredOf(said, spot, at)
    case 'per_period':
      return perPeriodOf(said, unit, published, spot, at)
  }
}

type At = (name: string) => ReturnType<typeof columnOf>

function tieredOf(said: ReadRow['said'], spot: Spot, at: At): Rate | null {
  const tiers = read(tiersIn(said.tiers!), spot, at('tiers'))
  if (!FactName.safeParse(said.tier_fact).success)
    wrong(spot, 'not-a-fact', at('tier_fact'), { value: said.tier_fact! })
  else if (tiers !== null && tiers[0]!.over !== '0') wrong(spot, 'tiers-start', at('tiers'), { value: tiers[0]!.over })
  else if (tiers !== null)
    return { form: 'tiered', fact: said.tier_fact!, mode: said.tier_mode as 'marginal' | 'slab', tiers }
  return null
}

function perPeriodOf(said: ReadRow['said'], unit: Unit, published: Rate | null, spot: Spot, at: At): Rate | null {
  const steps = read(stepsIn(said.tiers!), spot, at('tiers'))
  if (steps === null) return null
  const free = said.free === null || said.free === undefined ? steps[0]!.from - 1 : Number(said.free)
  if (free + 1 !== steps[0]!.from) {
    wrong(spot, 'free-mismatch', at('free'), { free: String(free), first: String(steps[0]!.from) })
    return null
  }
  const meaning = UNITS[unit]
  const before = published?.form === 'per_period' ? published.period : 'day'
  return { form: 'per_period', period: 'period' in meaning ? meaning.period : before, free, steps }
}

function read<T>(said: T | RateFault, spot: Spot, column: ReturnType<typeof columnOf>): T | null {
  if (typeof said !== 'object' || said === null || !('fault' in said)) return said as T
  wrong(spot, said.fault, column, { value: said.value })
  return null
}

/** Where a column stands in the file; null where the file has none. */
export const columnOf = ({ columns }: Pick<ReadRow, 'columns'>, name: string) => columns.get(name) ?? null
