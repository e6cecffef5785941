import { type Day, day } from '../../catalogue/day.ts'
import { PLAIN } from '../../catalogue/fee-standard.ts'
import { type Line, say } from '../../catalogue/release.ts'
import type { Change } from '../../catalogue/statement.ts'
import type { Payloads } from '../../catalogue/subject.ts'
import { text } from '../../catalogue/text.ts'

export const why = { zh: '测试', en: 'a test', documents: [] }
const provenance = { mark: 'recall', source: '测试' } as const
const rule = { document: 'a-rule', article: null }

/** The document that test prices rest on. */
export const aRule: Line<'document'> = say(
  'document',
  {
    code: rule.document,
    number: null,
    title: text('测试办法', 'Rules of a test'),
    issuer: text('测试机关'),
    issued: null,
    effective: null,
    ended: null,
    summary: text('仅用于测试。'),
    href: null,
    provenance,
  },
  { from: day('2000-01-01'), until: null },
  why,
)

/** A fee item with nothing remarkable about it. */
export const anItem = (code = 'weighing', from: Day = day('2000-01-01')): Line<'item'> =>
  say(
    'item',
    {
      code,
      name: text('过磅费', 'Weighing'),
      parent: null,
      position: 5000,
      pricing: 'market',
      nature: 'service_fee',
      link: 'terminal',
      payer: 'cargo',
      payee: null,
      content: text('过磅'),
      at: ['sea'],
      facts: [],
      aliases: [],
      voluntary: false,
      basis: [],
      provenance,
      remark: null,
    },
    { from, until: null },
    why,
  )

/** A government standard of that item at one amount. */
export const aPrice = (amount: string, line = 'base', item = 'weighing'): Payloads['standard'] => ({
  item,
  port: null,
  area: null,
  entity: null,
  line,
  label: null,
  own_name: null,
  rate: { form: 'fixed', amount },
  unit: 'ton',
  currency: 'CNY',
  ceiling: false,
  conditions: {},
  terms: PLAIN,
  posted: `${amount} 元/吨`,
  basis: [rule],
  provenance,
  remark: null,
})

/** A line that says a price for a stretch of days. */
export const aLine = (
  amount: string,
  from: Day,
  until: Day | null,
  line = 'base',
  change: Exclude<Change, 'withdraw'> = 'new',
): Line<'standard'> => say('standard', aPrice(amount, line), { from, until }, why, change)

/** A release of these lines. */
export const aDraft = (lines: Line[]) => ({ title: text('测试发布', 'A test'), note: null, backfilled: false, lines })
