import type { CheckedLine } from '../../catalogue/check/verdict.ts'
import { lastDay } from '../../catalogue/validity.ts'
import type { Translate } from '../../views/locale/locale.ts'
import { type CheckSaying, reasonInWords } from '../../views/words/check.ts'
import { checkVerdict, howInWords } from '../../views/words/checked-line.ts'
import { basisWords, itemName } from '../../views/words/names.ts'
import { rateInWords } from '../../views/words/rate.ts'
import type { ColumnKind } from './columns.ts'

/** A column of the results: its heading, how wide, what it holds, and what it says of a line. */
export type ResultColumn = [
  head: keyof Translate['words']['checkReport'],
  width: number,
  kind: ColumnKind,
  of: (line: CheckedLine, saying: CheckSaying) => string,
]

/** 比对结果: the columns of the workbook of a check. */
export const RESULTS: readonly ResultColumn[] = [
  ['n', 6, 'count', ({ n }) => String(n)],
  ['name', 26, 'text', ({ line }) => line.name],
  ['item', 22, 'text', ({ item }, { ref, on, t }) => (item === null ? '' : itemName(ref, item, on, t.locale).text)],
  ['how', 16, 'text', ({ matched }, { t }) => (matched.kind === 'item' ? howInWords(matched.match.how, t) : '')],
  ['date', 12, 'day', ({ on }) => on],
  ['quantity', 10, 'amount', ({ line }) => line.quantity ?? ''],
  ['unit', 10, 'text', ({ line }) => line.unit ?? ''],
  ['unitPrice', 12, 'amount', ({ line }) => line.unit_price ?? ''],
  ['amount', 14, 'amount', ({ line }) => line.amount],
  ['low', 14, 'amount', ({ expected }) => expected?.low ?? ''],
  ['high', 14, 'amount', ({ expected }) => expected?.high ?? ''],
  ['ceiling', 8, 'text', ({ expected, ceiling }, { t }) => (expected && ceiling ? t.words.common.ceiling : '')],
  ['difference', 14, 'amount', ({ difference }) => difference ?? ''],
  ['verdict', 20, 'text', ({ verdict }, { t }) => checkVerdict(verdict, t).word],
  ['reason', 50, 'text', ({ reason }, saying) => reasonInWords(reason, saying)],
  ['standard', 40, 'text', priceText],
  ['posted', 40, 'text', ({ standard }) => standard?.payload?.posted ?? ''],
  ['effectiveFrom', 12, 'day', ({ standard }) => standard?.valid.from ?? ''],
  ['effectiveTo', 12, 'day', ({ standard }) => (standard === null ? '' : (lastDay(standard.valid) ?? ''))],
  ['release', 8, 'count', ({ standard }) => (standard === null ? '' : String(standard.line.release))],
  ['basis', 44, 'text', basisText],
]

function priceText({ standard, on }: CheckedLine, { ref, t }: CheckSaying): string {
  if (!standard?.payload) return ''
  const { main, notes } = rateInWords(standard.payload, t, (code) => itemName(ref, code, on, t.locale).text)
  return [main, ...notes].join(t.words.common.semicolon)
}

function basisText({ standard, on }: CheckedLine, { ref, t }: CheckSaying): string {
  const words = (standard?.payload?.basis ?? []).map((basis) => basisWords(ref, basis, on, t))
  return words.map(({ short, article }) => [short.text, article?.text].join(' ').trim()).join(t.words.common.semicolon)
}
