import type { CheckedInvoice, CheckedLine } from '../../catalogue/check/verdict.ts'
import { amountText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { type CheckSaying, reasonInWords } from '../words/check.ts'
import { checkVerdict, differenceText, expectedInWords } from '../words/checked-line.ts'
import type { Block, Column, Row } from './document.ts'

/** 逐行比对: all lines of a bill as a table, those above the published prices or off the list in bold. */
export function resultsTable({ lines, summary }: CheckedInvoice, saying: CheckSaying): Block {
  const { total } = saying.t.words.checkReport
  const last = ['', total, amountText(summary.charged), '', '', '', '']
  return {
    kind: 'table',
    caption: null,
    columns: columnsOf(saying.t),
    rows: [...lines.map((line) => resultRow(line, saying)), { cells: last, weight: 'total' }],
  }
}

const columnsOf = ({ words: { checkReport: words } }: Translate): Column[] => [
  { head: words.n, share: 6, align: 'end' },
  { head: words.name, share: 18, align: 'start' },
  { head: words.amount, share: 11, align: 'end' },
  { head: words.expected, share: 14, align: 'end' },
  { head: words.difference, share: 11, align: 'end' },
  { head: words.verdict, share: 14, align: 'start' },
  { head: words.reason, share: 26, align: 'start' },
]

function resultRow(line: CheckedLine, saying: CheckSaying): Row {
  const { t } = saying
  const { word, shape } = checkVerdict(line.verdict, t)
  const cells = [
    String(line.n),
    line.line.name,
    amountText(line.line.amount),
    expectedInWords(line, t) ?? NOTHING,
    line.difference === null ? NOTHING : differenceText(line.difference),
    word,
    reasonInWords(line.reason, saying),
  ]
  return shape === 'above' || shape === 'off' ? { cells, weight: 'strong' } : { cells }
}

const NOTHING = '—'
