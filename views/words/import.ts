import { RATE_FORMS } from '../../catalogue/import/choices.ts'
import { ITEM_COLUMNS } from '../../catalogue/import/item-columns.ts'
import type { ImportProblem } from '../../catalogue/import/reading.ts'
import { STANDARD_COLUMNS } from '../../catalogue/import/standard-columns.ts'
import { said } from '../locale/format.ts'
import type { MessageKey, Translate, Values } from '../locale/locale.ts'

/** A problem of a file in words: where it stands, what is wrong, and how to mend it. */
export type SaidProblem = { where: string; text: string; mend: string }

/** Says a problem of an import. A refusal of the whole file has words of its own here, or those by which bills are refused. */
export function saidProblem(problem: ImportProblem, t: Translate): SaidProblem {
  const { code } = problem
  const words = t.words.importFaults
  const isBillWord = !(code in words) && code.startsWith('file-')
  const area = isBillWord ? `billFiles.${code.slice(5)}` : `importFaults.${code in words ? code : 'not-valid'}`
  const values = valuesIn(problem, t)
  const says = (key: string) => t(key as MessageKey, values).trim()
  return { where: whereIn(problem, t), text: says(area), mend: says(`${area}-mend`) }
}

/** “收费标准”，第 12 行，C 列（金额）. */
function whereIn({ sheet, row, column }: ImportProblem, t: Translate): string {
  const parts = [
    ...(sheet === null ? [] : [t('importFaults.where-sheet', { sheet })]),
    ...(row === null ? [] : [t('importFaults.where-row', { row: String(row) })]),
    ...(column === null ? [] : [columnIn(column, t)]),
  ]
  return parts.length === 0 ? t.words.importFaults['where-file'] : parts.join(t.words.importFaults['where-between'])
}

function columnIn({ letters, name }: NonNullable<ImportProblem['column']>, t: Translate): string {
  const label = columnLabel(name, t)
  return label === ''
    ? t('importFaults.where-letters', { letters })
    : t('importFaults.where-column', { letters, label })
}

/** What a column of the template is called; empty where there is none of this name. */
export function columnLabel(name: string, t: Translate): string {
  const column = [...STANDARD_COLUMNS, ...ITEM_COLUMNS].find((one) => one.name === name)
  return column === undefined ? '' : said(column.label, t.locale).text
}

/** The values of a sentence: English ones (`name_en`) where there are, the form of a rate by its name. */
function valuesIn({ code, values }: ImportProblem, t: Translate): Values {
  const isEnglish = t.locale === 'en'
  const shown = Object.entries(values).map(([name, value]): [string, string] => {
    const english = values[`${name}_en`]
    if (name === 'form') return [name, formIn(value, t)]
    return [name, isEnglish && english !== undefined ? english : value]
  })
  return {
    field: '',
    ...(code.startsWith('file-') ? { sheet: '', cells: '', count: '', limit: '', found: '' } : {}),
    ...Object.fromEntries(shown),
  }
}

const formIn = (code: string, t: Translate): string => {
  const form = RATE_FORMS.find((one) => one.code === code)
  return form === undefined ? code : t.locale === 'en' ? form.en : form.zh
}
