import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { said } from '../../views/locale/format.ts'
import { type Locale, type Translate, translator } from '../../views/locale/locale.ts'
import { COUNT_FORMAT, cellOf, cellText, DAY_FORMAT } from './cell.ts'
import { type ColumnKind, FOR_PEOPLE } from './columns.ts'
import type { ExportRow } from './rows.ts'
import { append, BOLD, columnLetters, type Table, table } from './sheet.ts'
import { sourceLines, type WorkbookSource } from './source.ts'

/** The most rows of one workbook. It is put together in memory, about 100 MB for 5 000 rows; CSV has no such bound. */
export const MOST_ROWS = 20_000

/** The selection is larger than a workbook may be: the reader can narrow it, or take it as CSV. */
export class TooManyRows extends Error {}

/**
 * 收费标准 as an Excel workbook of three sheets: the standards with typed cells, where they come from, and what the
 * columns mean. Throws TooManyRows above MOST_ROWS.
 */
export async function feesWorkbook(
  rows: AsyncIterable<ExportRow> | Iterable<ExportRow>,
  source: WorkbookSource,
): Promise<Buffer> {
  const t = translator(source.locale)
  const names = NAMES[source.locale]
  const fees = await feesSheet(names.fees, rows, t)
  const about = sourceSheet(names.source, source, fees.rows!.length - 1)
  const { publishedAt } = source
  const bytes = await writeXlsx({
    sheets: [fees, about, columnsSheet(names.columns, t)],
    properties: { title: t.words.fees.title, creator: t.words.frame.site, created: publishedAt, modified: publishedAt },
  })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const NAMES: Record<Locale, { fees: string; source: string; columns: string }> = {
  'zh-CN': { fees: '收费标准', source: '来源', columns: '列说明' },
  en: { fees: 'Fees', source: 'Source', columns: 'Columns' },
}

async function feesSheet(
  name: string,
  rows: AsyncIterable<ExportRow> | Iterable<ExportRow>,
  t: Translate,
): Promise<WriteSheet> {
  const sheet = table(
    name,
    FOR_PEOPLE.map(({ label }) => said(label, t.locale).text),
    FOR_PEOPLE.map(({ width, kind }) => ({ width, numFmt: FORMATS[kind] })),
  )
  for await (const row of rows) {
    if (sheet.rows.length > MOST_ROWS) throw new TooManyRows(`a workbook holds at most ${MOST_ROWS} rows`)
    const line = FOR_PEOPLE.map((column) => cellOf(column, row[column.name], t))
    append(sheet, line)
  }
  const last = columnLetters(FOR_PEOPLE.length)
  return {
    ...sheet,
    autoFilter: { range: `A1:${last}${sheet.rows.length}` },
    pageSetup: PRINTED,
  }
}

/** Four sheets of paper side by side, each with the header and the item’s name. */
const PRINTED: NonNullable<WriteSheet['pageSetup']> = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 4,
  fitToHeight: 0,
  printTitlesRow: '$1:$1',
  printTitlesColumn: '$B:$C',
}

const FORMATS: Partial<Record<ColumnKind, string>> = { day: DAY_FORMAT, count: COUNT_FORMAT }

function sourceSheet(name: string, source: WorkbookSource, count: number): WriteSheet {
  const sheet: Table = { name, rows: [], cells: new Map(), columns: [{ width: 18 }, { width: 90 }] }
  for (const [label, value] of sourceLines(source, count)) {
    append(sheet, [{ value: label }, value])
    sheet.cells.set(`${sheet.rows.length - 1},0`, BOLD)
  }
  return sheet
}

function columnsSheet(name: string, t: Translate): WriteSheet {
  const say = (word: (typeof FOR_PEOPLE)[number]['label']) => ({ value: cellText(said(word, t.locale).text) })
  const heads = t.locale === 'en' ? ['Column', 'Name in CSV', 'Meaning'] : ['列', 'CSV 中的列名', '含义']
  const sheet = table(name, heads, [{ width: 20 }, { width: 22 }, { width: 70 }])
  for (const { label, name, about } of FOR_PEOPLE) append(sheet, [say(label), { value: name }, say(about)])
  return sheet
}
