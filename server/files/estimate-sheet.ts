import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { Quote } from '../../catalogue/quote.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { type Translate, translator } from '../../views/locale/locale.ts'
import { type EstimateRow, estimateRows } from '../../views/words/estimate-rows.ts'
import { cellOf, cellText, type SheetCell } from './cell.ts'
import { append, BOLD, type Table, table } from './sheet.ts'
import { sourceLines, type WorkbookSource } from './source.ts'

/** An estimate with what it is of: the sides that stand against each other, and the names they are told by. */
export type EstimateBook = {
  sides: { title: string; quote: Quote }[]
  asked: [label: string, value: string][]
  notes: string[]
  reference: Reference
  source: WorkbookSource
}

/** 费用估算 as a workbook: every line in typed cells with the total below, the steps of each, and what it was told from. */
export async function estimateWorkbook(book: EstimateBook): Promise<Buffer> {
  const t = translator(book.source.locale)
  const { calculator: words, frame } = t.words
  const sides = book.sides.map(({ title, quote }) => ({ title, quote, rows: estimateRows(quote, book.reference, t) }))
  const named = sides.map((side, n) => ({ ...side, suffix: n === 0 ? '' : ` ${n + 1}` }))
  const { publishedAt } = book.source
  const bytes = await writeXlsx({
    sheets: [
      ...named.map((side) => linesSheet(words.sheetLines + side.suffix, side, t)),
      ...named.map(({ rows, suffix }) => stepsSheet(words.sheetSteps + suffix, rows, t)),
      sourceSheet(words.sheetSource, book, sides[0]!.rows.length),
    ],
    properties: { title: words.title, creator: frame.site, created: publishedAt, modified: publishedAt },
  })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const text = (value: string): SheetCell => ({ value: value === '' ? null : cellText(value) })
const amount = (value: string, t: Translate): SheetCell => cellOf({ name: 'amount', kind: 'amount' }, value, t)

const COLUMNS = [
  ['colItem', 24, ({ item }: EstimateRow) => text(item)],
  ['colPart', 24, ({ part }: EstimateRow) => text(part)],
  ['colGroup', 18, ({ group }: EstimateRow) => text(group)],
  ['colWho', 32, ({ who }: EstimateRow) => text(who)],
  ['colDay', 12, ({ day }: EstimateRow, t: Translate) => cellOf({ name: 'day', kind: 'day' }, day, t)],
  ['colLow', 16, ({ low }: EstimateRow, t: Translate) => amount(low, t)],
  ['colHigh', 16, ({ high }: EstimateRow, t: Translate) => amount(high, t)],
  ['colCountedLow', 16, ({ countedLow }: EstimateRow, t: Translate) => amount(countedLow, t)],
  ['colCountedHigh', 16, ({ countedHigh }: EstimateRow, t: Translate) => amount(countedHigh, t)],
  ['ceiling', 8, ({ ceiling }: EstimateRow, t: Translate) => text(ceiling ? t.words.common.ceiling : '')],
  ['colCounted', 16, ({ counted }: EstimateRow) => text(counted)],
  ['colStatus', 12, ({ status }: EstimateRow) => text(status)],
  ['colWhy', 30, ({ why }: EstimateRow) => text(why)],
  ['colStandard', 32, ({ standard }: EstimateRow) => text(standard)],
  ['colBasis', 44, ({ basis }: EstimateRow) => text(basis)],
  ['colCode', 24, ({ code }: EstimateRow) => text(code)],
  ['colEntity', 22, ({ entity }: EstimateRow) => text(entity)],
] as const

type Side = { title: string; quote: Quote; rows: EstimateRow[] }

function linesSheet(name: string, { title, quote, rows }: Side, t: Translate): WriteSheet {
  const { calculator: words } = t.words
  const sheet = table(
    name,
    COLUMNS.map(([head]) => words[head]),
    COLUMNS.map(([, width]) => ({ width })),
  )
  for (const row of rows)
    append(
      sheet,
      COLUMNS.map(([, , of]) => of(row, t)),
    )
  const total = [words.total, title, '', '', '', '', ''].map(text)
  append(sheet, [...total, amount(quote.total.low, t), amount(quote.total.high, t)])
  for (const place of total.keys()) sheet.cells.set(`${sheet.rows.length - 1},${place}`, BOLD)
  return sheet
}

function stepsSheet(name: string, rows: readonly EstimateRow[], t: Translate): WriteSheet {
  const { calculator: words, common } = t.words
  const heads = [
    words.colItem,
    words.colPart,
    words.colWho,
    words.colStep,
    words.colText,
    words.colValue,
    words.colBasis,
  ]
  const sheet = table(
    name,
    heads,
    [24, 24, 32, 8, 70, 18, 44].map((width) => ({ width })),
  )
  for (const { item, part, who, steps } of rows)
    for (const [n, step] of steps.entries())
      append(sheet, [
        ...[item, part, who].map(text),
        { value: n + 1 },
        text(step.text),
        text(step.value ?? ''),
        text(step.basis.map((one) => one.text).join(common.semicolon)),
      ])
  return sheet
}

function sourceSheet(name: string, { source, asked, notes }: EstimateBook, count: number): WriteSheet {
  const t = translator(source.locale)
  const sheet: Table = { name, rows: [], cells: new Map(), columns: [{ width: 24 }, { width: 90 }] }
  const say = (label: string, value: SheetCell) => {
    append(sheet, [text(label), value])
    sheet.cells.set(`${sheet.rows.length - 1},0`, BOLD)
  }
  for (const [label, value] of sourceLines(source, count)) say(label, value)
  for (const [label, value] of asked) say(label, text(value))
  for (const note of notes) say('', text(note))
  say('', text(t.words.calculator.disclaimer))
  return sheet
}
