import type { WriteSheet } from 'hucre/xlsx'
import { type ImportColumn, TEMPLATE_VERSION } from '../../catalogue/import/column.ts'
import { columnsOf, type ImportRole, TABLES } from '../../catalogue/import/columns.ts'
import { said } from '../../views/locale/format.ts'
import { type Locale, translator } from '../../views/locale/locale.ts'
import { cellText, type SheetCell } from './cell.ts'
import { append, BOLD, type Table } from './sheet.ts'

/** 说明: the version of the template, the ways of importing, and what each column takes. */
export function guideSheet(role: ImportRole, locale: Locale): WriteSheet {
  const { importFaults: words } = translator(locale).words
  const widths = [22, 22, 70, 40, 50].map((width) => ({ width }))
  const sheet: Table = { name: locale === 'en' ? 'Guide' : '说明', rows: [], cells: new Map(), columns: widths }
  line(sheet, [words['guide-version'], String(TEMPLATE_VERSION)])
  for (const key of ['full', 'changes', 'days', 'same', 'cannot'] as const)
    line(sheet, [words[`guide-${key}`], '', words[`guide-${key}-how`]])
  line(sheet, [])
  for (const table of TABLES[role]) {
    line(sheet, [words[`guide-${table}`]])
    const heads = [
      words['guide-column'],
      words['guide-name'],
      words['guide-about'],
      words['guide-example'],
      words['guide-values'],
    ]
    line(sheet, heads)
    for (let place = 1; place < heads.length; place++) sheet.cells.set(`${sheet.rows.length - 1},${place}`, BOLD)
    for (const column of columnsOf(role, table)) line(sheet, lineOf(column, locale))
  }
  return sheet
}

function lineOf({ name, label, required, about, example, choices = [] }: ImportColumn, locale: Locale): string[] {
  const values = choices.map((choice) => `${choice[locale === 'en' ? 'en' : 'zh']} (${choice.code})`)
  const parted = values.join(locale === 'en' ? ', ' : '、')
  return [`${said(label, locale).text}${required ? ' *' : ''}`, name, said(about, locale).text, example, parted]
}

function line(sheet: Table, texts: readonly string[]): void {
  append(
    sheet,
    texts.map((text): SheetCell => ({ value: text === '' ? null : cellText(text) })),
  )
  if (texts.length > 0) sheet.cells.set(`${sheet.rows.length - 1},0`, BOLD)
}
