import { type Day, day } from '../../catalogue/day.ts'
import type { TemplateRow } from '../../catalogue/import/row-of-standard.ts'
import { filledTemplate, type Template } from '../../catalogue/import/template.ts'
import { nearest } from '../../catalogue/reference.ts'
import { templateWorkbook } from '../../server/files/import-template.ts'
import { liveOfSeeds, TODAY } from './live.ts'

/** Whose list the sample is: the terminal of the worked examples. */
export const SAMPLE_ENTITY = '91330206MA2DEM0171'
/** The day as of which the sample is, and from which its prices are to hold. */
export const SAMPLE_EFFECTIVE = day('2026-12-01')
/** How many prices the sample lowers, each by one yuan. */
export const SAMPLE_CHANGES = 12
/** Where the five faults stand, in the rows and columns of the sheet. */
export const SAMPLE_FAULTS = [
  { row: 5, name: 'unit', code: 'not-a-choice' },
  { row: 9, name: 'item', code: 'unknown-item' },
  { row: 14, name: 'amount', code: 'not-an-amount' },
  { row: 20, name: 'effective_from', code: 'day-unclear' },
  { row: 31, name: 'line', code: 'said-twice' },
] as const

/** 60 行的真实清单: the terminal's whole list as a workbook with some prices lowered and, if `faulty`, five faults in it. */
export function sampleList({ faulty, on = SAMPLE_EFFECTIVE }: { faulty: boolean; on?: Day }): Promise<Buffer> {
  const live = liveOfSeeds()
  const template = lowered(filledTemplate(live, SAMPLE_ENTITY, on))
  const rows = template.tables[0]!.rows
  if (rows.length !== 60) throw new Error(`the sample has ${rows.length} rows`)
  if (faulty) spoil(rows)
  return templateWorkbook({
    template,
    reference: live.reference,
    on,
    locale: 'zh-CN',
    at: new Date(`${TODAY}T10:00:00+08:00`),
  })
}

/** The first market prices with one figure, a yuan less, on the wall too. */
function lowered(template: Template): Template {
  const { reference } = liveOfSeeds()
  let left = SAMPLE_CHANGES
  const rows = template.tables[0]!.rows.map((row) => {
    const { amount, posted, item } = row
    const isMarket = nearest(reference, 'item', item!, day('2026-11-23'))?.pricing === 'market'
    if (!isMarket || !amount || Number(amount) < 20 || !posted?.includes(amount) || left === 0) return row
    left -= 1
    const less = String(Number(amount) - 1)
    return { ...row, amount: less, posted: posted.replace(amount, less) }
  })
  if (left > 0) throw new Error('the sample has too few prices')
  return { ...template, tables: [{ table: 'standards', rows }] }
}

function spoil(rows: TemplateRow<string>[]): void {
  const at = (row: number) => rows[row - 3]!
  at(5).unit = '标准箱次'
  at(9).item = 'container-handlng'
  Object.assign(at(14), { rate_form: 'fixed', amount: '四百九十' })
  at(20).effective_from = '1/2/2027'
  Object.assign(at(31), at(30))
}
