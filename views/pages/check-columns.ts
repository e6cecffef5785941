import type { Column, Columns } from '../../catalogue/check/columns.ts'
import { FACTS, type KnownFact } from '../../catalogue/facts.ts'
import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { factWord } from '../words/conditions.ts'
import type { CheckFault, SentHead } from '../words/sent-bill.ts'
import { type Option, type Problems, plain, problemsOf } from './check-field.ts'
import { type BillHead, billHead, headLabel } from './check-head.ts'

/** A table whose columns a person looks at: its cells, how they were read, and as the text that travels. */
export type ColumnsData = {
  head: SentHead
  table: { rows: readonly (readonly string[])[]; at: readonly number[]; header: number | null; columns: Columns }
  text: string
  faults: readonly CheckFault[]
  /** How many lines can be read as the columns stand. */
  lines: number
}

/** 列的对应: the first rows of a table with a choice above each column. */
export type ColumnChoice = {
  action: string
  heads: { id: string; name: string; label: string; options: Option[] }[]
  header: { id: string; options: Option[] }
  rows: { n: string; cells: string[]; heading: boolean }[]
  rest: string
  text: string
}

/** The step in which columns are corrected. */
export type CheckColumnsPage = {
  frame: Frame
  problems: Problems
  head: BillHead
  choice: ColumnChoice
  open: boolean
  without: string | null
  startAgain: string
  words: Messages['check']
}

/** The page of that step. */
export function checkColumnsPage(ctx: PageContext, data: ColumnsData): CheckColumnsPage {
  const t = translator(ctx.locale)
  const { check: words } = t.words
  const { head, faults, lines } = data
  const faulty = new Set(faults.map(({ values }) => values.row)).size
  return {
    frame: frame(ctx, { title: words.columnsTitle, description: words.description, bar: false }),
    problems: problemsOf([...head.faults, ...faults], (fault) => labelOf(fault, t), t),
    head: billHead(ctx, head, t),
    choice: columnChoice(ctx, data, t),
    open: faults.length > 0,
    without: lines > 0 && faulty > 0 ? t('check.without', { n: faulty, lines }) : null,
    startAgain: address(ctx, '/check'),
    words,
  }
}

/** The choice of columns, for the step of its own and beneath a result. */
export function columnChoice(
  ctx: PageContext,
  { table, text }: Omit<ColumnsData, 'head' | 'faults' | 'lines'>,
  t: Translate,
): ColumnChoice {
  const { rows, at, header, columns } = table
  const width = Math.max(...rows.map((row) => row.length))
  const first = Math.max(0, (header ?? 0) - 1)
  const shown = rows.slice(first, first + PREVIEW)
  return {
    action: address(ctx, '/check'),
    heads: Array.from({ length: width }, (_, place) => ({
      id: `f-c${place}`,
      name: `c${place}`,
      label: t('check.column', { n: String(place + 1) }),
      options: columnOptions(place, columns, t),
    })),
    header: {
      id: 'f-header',
      options: [
        { ...plain('', t.words.check.noHeader), selected: header === null },
        ...rows.slice(0, HEADERS).map((row, n) => ({
          ...plain(
            String(n + 1),
            t('check.headerRow', { n: String(at[n] ?? n + 1), text: row.filter(Boolean).join(' ').slice(0, 40) }),
          ),
          selected: n === header,
        })),
      ],
    },
    rows: shown.map((row, n) => ({
      n: String(at[first + n] ?? first + n + 1),
      cells: Array.from({ length: width }, (_, place) => row[place] ?? ''),
      heading: first + n === header,
    })),
    rest: rows.length > shown.length ? t('check.restRows', { n: rows.length - shown.length }) : '',
    text,
  }
}

const PREVIEW = 8
const HEADERS = 80

/** What a column may hold, the most usual first. */
const COLUMNS: readonly Column[] = [
  ...(['name', 'amount', 'net_amount', 'tax', 'quantity', 'unit', 'unit_price', 'served_on', 'spec', 'item'] as const),
  ...(['charged_on', 'number', 'seller', 'entity'] as const),
  ...(Object.keys(FACTS) as KnownFact[]),
]

const columnOptions = (place: number, columns: Columns, t: Translate): Option[] => [
  { ...plain('', t.words.check.unused), selected: false },
  ...COLUMNS.map((column) => ({ ...plain(column, columnWord(column, t)), selected: columns[column] === place })),
]

/** What a column is called. */
export const columnWord = (column: string, t: Translate): string =>
  column in FACTS
    ? factWord(column, t)
    : (t.words.check[`col_${column}` as keyof Messages['check']] ?? t.words.check[column as 'name'] ?? column)

/** 第 7 行 金额. */
function labelOf({ field, values }: CheckFault, t: Translate): string {
  if (values.row === undefined) return headLabel(field, t) ?? t.words.check.columnsTitle
  return t('check.rowField', { n: String(values.row), field: columnWord(String(values.column), t) })
}
