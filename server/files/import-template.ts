import { stringify } from 'csv-stringify/sync'
import { type CellValue, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { isAmount } from '../../catalogue/amount.ts'
import { Day } from '../../catalogue/day.ts'
import { chosen } from '../../catalogue/import/choices.ts'
import type { ImportColumn } from '../../catalogue/import/column.ts'
import { TEMPLATE_VERSION } from '../../catalogue/import/column.ts'
import { columnsOf, markOf, type TableName } from '../../catalogue/import/columns.ts'
import type { TemplateRow } from '../../catalogue/import/row-of-standard.ts'
import type { Template } from '../../catalogue/import/template.ts'
import { allOn, type Reference } from '../../catalogue/reference.ts'
import { said } from '../../views/locale/format.ts'
import { type Locale, translator } from '../../views/locale/locale.ts'
import { cellOf, cellText, type SheetCell } from './cell.ts'
import { guideSheet } from './import-guide.ts'
import { inert } from './inert.ts'
import { append, BOLD, columnLetters, type Table } from './sheet.ts'

/** What a template is written with: its rows, the language of its labels, and the lists it offers as of a day. */
export type TemplateAsked = { template: Template; reference: Reference; on: Day; locale: Locale; at: Date }

/** 导入模板 as an Excel workbook: a sheet for each table, names above labels, drop-downs, and how to fill it in. */
export async function templateWorkbook({ template, reference, on, locale, at }: TemplateAsked): Promise<Buffer> {
  const lists = listsOf(reference, on, locale)
  const { words } = translator(locale)
  const sheets = template.tables.map(({ table, rows }) => tableSheet(template, table, rows, lists, locale))
  const bytes = await writeXlsx({
    sheets: [...sheets, guideSheet(template.role, locale), choicesSheet(lists, locale)],
    properties: { title: words.importFaults.template, creator: words.frame.site, created: at, modified: at },
  })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** One table of it as CSV in UTF-8 with a mark, for programs that write lists and for Excel alike. */
export function templateCsv({ template, locale }: TemplateAsked, table: TableName): Buffer {
  const columns = columnsOf(template.role, table)
  const rows = template.tables.find((one) => one.table === table)?.rows ?? []
  const lines = rows.map((row) => columns.map(({ name, ...column }) => inert(wordOf(column, row[name] ?? '', locale))))
  const names = [...columns.map(({ name }) => name), markOf(template.role, table, TEMPLATE_VERSION)]
  const labels = columns.map(({ label }) => said(label, locale).text)
  return Buffer.from(stringify([names, labels, ...lines], { bom: true, record_delimiter: 'windows' }))
}

export const SHEET_NAMES: Record<Locale, Record<TableName | 'choices', string>> = {
  'zh-CN': { standards: '收费标准', items: '收费项目', choices: '选项' },
  en: { standards: 'Standards', items: 'Items', choices: 'Choices' },
}

type Lists = { name: NonNullable<ImportColumn['list']>; rows: [code: string, name: string][] }[]

function listsOf(reference: Reference, on: Day, locale: Locale): Lists {
  const of = (kind: 'item' | 'port' | 'document') =>
    allOn(reference, kind, on).map((one): [string, string] => [
      one.code,
      said('title' in one ? one.title : one.name, locale).text,
    ])
  return [
    { name: 'items', rows: of('item') },
    { name: 'ports', rows: of('port') },
    { name: 'documents', rows: of('document') },
  ]
}

/** Rows that the drop-downs reach beyond those filled in. */
const ROOM = 2_000

function tableSheet(
  template: Template,
  table: TableName,
  rows: TemplateRow<string>[],
  lists: Lists,
  locale: Locale,
): WriteSheet {
  const columns = columnsOf(template.role, table)
  const t = translator(locale)
  const sheet: Table = {
    name: SHEET_NAMES[locale][table],
    rows: [[...columns.map(({ name }) => name), markOf(template.role, table, TEMPLATE_VERSION)]],
    cells: new Map(),
    columns: columns.map(({ width, kind }) => ({ width, ...(kind === 'code' && { numFmt: '@' }) })),
    freezePane: { rows: 2 },
  }
  append(
    sheet,
    columns.map(({ label, required }) => ({ value: `${said(label, locale).text}${required ? ' *' : ''}` })),
  )
  for (const [place, { about, example }] of columns.entries()) {
    sheet.cells.set(`0,${place}`, NAMES)
    const hint = [said(about, locale).text, ...(example ? [t('importFaults.example', { example })] : [])].join('\n')
    sheet.cells.set(`1,${place}`, { ...BOLD, comment: { text: hint } })
  }
  for (const row of rows)
    append(
      sheet,
      columns.map((column) => cellIn(column, row[column.name] ?? '', locale)),
    )
  return {
    ...sheet,
    dataValidations: columns.flatMap((column, place) => dropDown(column, place, rows.length, lists, locale)),
  }
}

const NAMES = { style: { font: { bold: true, color: { rgb: '52606D' } } } } as const

function cellIn(column: ImportColumn, text: string, locale: Locale): SheetCell {
  if (text === '') return { value: null }
  const t = translator(locale)
  if (column.kind === 'amount' && isAmount(text)) return cellOf({ name: column.name, kind: 'amount' }, text, t)
  if (column.kind.endsWith('day') && Day.safeParse(text).success)
    return cellOf({ name: column.name, kind: 'day' }, text, t)
  return { value: cellText(wordOf(column, text, locale)) }
}

/** A choice in the words of the language; several parted as people part them. */
function wordOf({ kind, choices = [] }: Pick<ImportColumn, 'kind' | 'choices'>, text: string, locale: Locale): string {
  if (kind !== 'choice' && kind !== 'choices') return text
  const words = text.split('|').map((code) => chosen(choices, code)?.[locale === 'en' ? 'en' : 'zh'] ?? code)
  return words.join(locale === 'en' ? ' | ' : '、')
}

/** Excel takes a list of so many characters; a longer one stands on the sheet of choices. */
const LONGEST_LIST = 250

function dropDown(column: ImportColumn, place: number, filled: number, lists: Lists, locale: Locale): DataValidation[] {
  const letters = columnLetters(place + 1)
  const range = `${letters}3:${letters}${filled + ROOM}`
  const common = { type: 'list' as const, allowBlank: true, showErrorMessage: column.kind === 'choice', range }
  const list = lists.findIndex(({ name }) => name === column.list)
  if (list >= 0) {
    const from = columnLetters(list * 2 + 1)
    const last = Math.max(2, lists[list]!.rows.length + 1)
    return [{ ...common, formula1: `'${SHEET_NAMES[locale].choices}'!$${from}$2:$${from}$${last}` }]
  }
  if (column.choices === undefined) return []
  const values = column.choices.map((choice) => choice[locale === 'en' ? 'en' : 'zh'])
  if (values.join(',').length <= LONGEST_LIST) return [{ ...common, values }]
  return []
}

/** 选项: codes and names of what the drop-downs offer. */
function choicesSheet(lists: Lists, locale: Locale): WriteSheet {
  const { words } = translator(locale)
  const heads = lists.flatMap(({ name }) => [words.importFaults[`list-${name}`], words.importFaults['list-name']])
  const most = Math.max(0, ...lists.map(({ rows }) => rows.length))
  const body = Array.from({ length: most }, (_, n): CellValue[] =>
    lists.flatMap(({ rows }) => (rows[n] ? rows[n].map(cellText) : [null, null])),
  )
  return {
    name: SHEET_NAMES[locale].choices,
    rows: [heads, ...body],
    cells: new Map(heads.map((_, place) => [`0,${place}`, BOLD])),
    columns: lists.flatMap(() => [{ width: 26 }, { width: 36 }]),
    freezePane: { rows: 1 },
  }
}
