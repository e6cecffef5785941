import type { Basis, Mark, Provenance } from '../catalogue/basis.ts'
import { day } from '../catalogue/day.ts'
import { type FeeStandard, PLAIN, type Terms } from '../catalogue/fee-standard.ts'
import type { Rate } from '../catalogue/rate/rate.ts'
import { type Line, say } from '../catalogue/release.ts'
import type { Change, Why } from '../catalogue/statement.ts'
import type { Payloads, SubjectKind } from '../catalogue/subject.ts'
import type { Text } from '../catalogue/text.ts'
import type { Validity } from '../catalogue/validity.ts'

/** 发布 as the seeds hold it: an instant in China (`+08:00`) and the lines published together at it. */
export type SeedRelease = {
  publishedAt: string
  title: Text
  note: Text | null
  backfilled: boolean
  lines: Line[]
}

/** From a day on, with no end in sight. */
export const from = (first: string): Validity => ({ from: day(first), until: null })

/** From one day until another, which is the first day no longer in force. */
export const between = (first: string, until: string): Validity => ({ from: day(first), until: day(until) })

/** Why a line is published, in both languages, with the codes of the documents that say so. */
export const why = (zh: string, en: string, ...documents: string[]): Why => ({ zh, en, documents })

/** 收费依据: a document by its code, and the article in it. */
export const basis = (document: string, article: string | null = null): Basis => ({ document, article })

const marked =
  (mark: Mark) =>
  (source: string): Provenance => ({ mark, source })

/** How well a figure is supported, with its source in words: `verified('…')`, `single('…')`, `derived('…')`, `recall('…')`. */
export const verified = marked('verified')
export const single = marked('single')
export const derived = marked('derived')
export const recall = marked('recall')

/** 固定价. */
export const fixed = (amount: string): Rate => ({ form: 'fixed', amount })

/** 区间价. */
export const range = (low: string, high: string): Rate => ({ form: 'range', low, high })

/** 实报实销. */
export const atCost: Rate = { form: 'at_cost' }

/** 详见附件. */
export const seeAttachment = (title: string): Rate => ({ form: 'see_attachment', title, href: null })

/** 分档价 over a fact: `tiered('net_tonnage', 'marginal', ['0', '0.45'], ['40000', '0.40'])`. */
export const tiered = (fact: string, mode: 'marginal' | 'slab', ...tiers: [over: string, amount: string][]): Rate => ({
  form: 'tiered',
  fact,
  mode,
  tiers: tiers.map(([over, amount]) => ({ over, amount })),
})

/** 按期计费: free periods, then steps `[first period, amount]`: `perPeriod('day', 4, [5, '3'], [15, '4'])`. */
export const perPeriod = (period: 'day' | 'hour', free: number, ...steps: [from: number, amount: string][]): Rate => ({
  form: 'per_period',
  period,
  free,
  steps: steps.map(([from, amount]) => ({ from, amount })),
})

/** Terms that differ from plain ones only in what is named. */
export const terms = (given: Partial<Terms>): Terms => ({ ...PLAIN, ...given })

type Said = 'item' | 'line' | 'rate' | 'unit' | 'posted' | 'provenance'
type Given<Also extends keyof FeeStandard> = Pick<FeeStandard, Said | Also> & Partial<FeeStandard>

const UNSAID = {
  port: null,
  area: null,
  entity: null,
  label: null,
  own_name: null,
  currency: 'CNY',
  ceiling: false,
  conditions: {},
  terms: PLAIN,
  basis: [],
  remark: null,
} as const satisfies Partial<FeeStandard>

/** 政府定价或指导价: a standard set by government, for every port unless one is named. */
export const govStandard = (given: Given<'basis'>): FeeStandard => ({ ...UNSAID, ...given, basis: [...given.basis] })

/** 企业公示价: what one charging entity posts at one port. */
export const postedStandard = (given: Given<'entity' | 'port'>): FeeStandard => ({
  ...UNSAID,
  ...given,
  basis: [...(given.basis ?? [])],
})

/** The same words about several subjects of one kind, for the same days. */
export const sayAll = <K extends SubjectKind>(
  kind: K,
  payloads: readonly Payloads[K][],
  valid: Validity,
  because: Why,
  change?: Exclude<Change, 'withdraw'>,
): Line[] => payloads.map((payload) => say(kind, payload, valid, because, change))
