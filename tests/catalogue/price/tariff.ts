import { day } from '../../../catalogue/day.ts'
import type { FeeItem } from '../../../catalogue/fee-item.ts'
import { type FeeStandard, PLAIN, type Terms } from '../../../catalogue/fee-standard.ts'
import type { PriceBook } from '../../../catalogue/price/book.ts'
import type { Outcome } from '../../../catalogue/price/outcome.ts'
import { price } from '../../../catalogue/price.ts'
import type { Rate } from '../../../catalogue/rate/rate.ts'
import { type ReferenceKind, referenceOf } from '../../../catalogue/reference.ts'
import type { Change, Statement } from '../../../catalogue/statement.ts'
import type { SubjectKind } from '../../../catalogue/subject.ts'
import { text } from '../../../catalogue/text.ts'
import type { Unit } from '../../../catalogue/unit.ts'

export const RULES = { document: 'jsg-2019-2', article: '第六条' }

/** A government standard of so much for a unit, but for what is given. */
export const standardOf = (rate: Rate, unit: Unit, given: Partial<FeeStandard> = {}): FeeStandard => ({
  ...{ item: 'pilotage', port: null, area: null, entity: null, line: 'national', label: null, own_name: null },
  ...{ rate, unit, currency: 'CNY', ceiling: false, conditions: {}, terms: PLAIN, posted: '示例', basis: [RULES] },
  ...{ provenance: { mark: 'verified', source: '示例' }, remark: null },
  ...given,
})

export const fixed = (amount: string): Rate => ({ form: 'fixed', amount })
export const terms = (given: Partial<Terms>): Terms => ({ ...PLAIN, ...given })
export const tiered = (fact: string, mode: 'marginal' | 'slab', ...tiers: [over: string, amount: string][]): Rate => ({
  ...{ form: 'tiered', fact, mode },
  tiers: tiers.map(([over, amount]) => ({ over, amount })),
})
export const perPeriod = (period: 'day' | 'hour', free: number, ...steps: [from: number, amount: string][]): Rate => ({
  ...{ form: 'per_period', period, free },
  steps: steps.map(([from, amount]) => ({ from, amount })),
})

/** What it comes to: the outcome of facts and perhaps a quantity. */
export const priceOf = (
  standard: FeeStandard,
  facts: Record<string, string>,
  quantity: string | null = null,
  of: (item: string) => Outcome = never,
): Outcome => price(standard, { facts, quantity }, of)

const never = (): Outcome => {
  throw new Error('no other item was to be asked for')
}

/** The figure alone: one amount, `low–high`, or why there is none. */
export function figureOf(outcome: Outcome | null): string {
  if (outcome === null) return 'nothing'
  if (outcome.kind === 'no_figure') return outcome.why
  if (outcome.kind === 'cannot_tell') return `missing ${outcome.missing.join(' ')}`
  return outcome.low === outcome.high ? outcome.low : `${outcome.low}–${outcome.high}`
}

/** The rules of a trace, each with what came out of it. */
export const told = ({ steps }: Outcome): string[] => steps.map(({ rule, value }) => `${rule} ${value}`)

let n = 0

/** A statement that holds from a day until (but not on) another. */
export const said = <K extends SubjectKind>(
  kind: K,
  payload: Statement<K>['payload'],
  from = '2019-04-01',
  until: string | null = null,
  key = payload && 'code' in payload ? payload.code : `${kind}-${n}`,
): Statement<K> => ({
  ...{ id: `1/${++n}`, kind, key, change: 'new' as Change, remainder: false, payload },
  valid: { from: day(from), until: until === null ? null : day(until) },
  ...{ known: { from: 1, until: null }, why: { zh: '示例', en: null, documents: [] }, line: { release: 1, n } },
})

/** A government-guided item of the ship, but for what is given. */
export const itemOf = (code: string, given: Partial<FeeItem> = {}): FeeItem => ({
  ...{ code, name: text(code), parent: null, position: 1, pricing: 'gov_set', nature: 'service_fee', link: 'terminal' },
  ...{ payer: 'ship', payee: null, content: text('示例'), at: ['sea'], facts: [], aliases: [], voluntary: false },
  ...{ basis: [RULES], provenance: { mark: 'verified', source: '示例' }, remark: null },
  ...given,
})

/** A book of Ningbo-Zhoushan that says just this. */
export const bookOf = (
  reference: readonly Statement<ReferenceKind>[],
  standards: readonly Statement<'standard'>[],
): PriceBook => ({
  ...{ release: 1, port: 'CNNGB', reference: referenceOf(1, reference) },
  standards: (item, entity) => standards.filter(({ payload }) => payload!.item === item && payload!.entity === entity),
})
