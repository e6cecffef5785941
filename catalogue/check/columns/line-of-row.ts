import { CreditCode, FeeItemCode } from '../../codes.ts'
import type { Day } from '../../day.ts'
import { FACTS, type Facts, type KnownFact } from '../../facts.ts'
import type { InvoiceLine } from '../invoice.ts'
import { readDay } from './cell.ts'
import { readFact } from './fact-cell.ts'
import { columnNamed } from './headings.ts'
import { type Columns, isBlank, type RowFault, RowReader } from './row-reader.ts'
import { amountOf, countedOf } from './sums.ts'

/** What a row says of the bill it stands on, where several bills share a table. */
export type BillOfLine = { charged_on?: Day; number?: string; seller?: string; entity?: CreditCode }

/** A row is a line of the bill, a line with faults, or none: a total, a heading again, a remark standing alone, nothing. */
export type RowRead =
  | { kind: 'line'; line: InvoiceLine; bill: BillOfLine }
  | { kind: 'faulty'; faults: RowFault[] }
  | { kind: 'total' | 'heading' | 'remark' | 'blank' }

/** 明细行: what one row of a table says, all its faults at once. Sums of money stay exact text. */
export function lineOfRow(row: readonly string[], columns: Columns): RowRead {
  const other = kindOf(row, columns)
  if (other !== null) return { kind: other }
  const read = new RowReader(row, columns)
  const name = read.text('name', 200)?.replace(TAX_CLASS, '')
  if (name === undefined && read.faults.length === 0) read.fault('name', 'no-name')
  const amount = amountOf(read)
  const rest = { ...countedOf(read, amount), served_on: read.said('served_on', readDay), item: itemOf(read) }
  const facts = factsOf(read, columns)
  const bill = billOf(read)
  if (read.faults.length > 0 || name === undefined || amount === undefined)
    return { kind: 'faulty', faults: read.faults }
  return { kind: 'line', line: { name, amount, ...given(rest), facts }, bill: given(bill) }
}

/** With one repetition for each thing in brackets, so that no cell can make it try for long. */
const TOTAL =
  /^(本页|本票|本单|以上|费用|金额|人民币|共)?(合计|小计|总计|共计|价税合计|累计|应付(总额|合计)|应收(总额|合计)|total|subtotal|grandtotal|totalamount|amountdue|totaldue|balancedue)(金额|费用|人民币|[(（][^)）]*[)）]|元|大写|小写|rmb|cny|[¥￥\d.,:：])*$|^价税合计/i

function kindOf(row: readonly string[], columns: Columns): Exclude<RowRead['kind'], 'line' | 'faulty'> | null {
  const filled = row.reduce((count, cell) => count + (isBlank(cell) ? 0 : 1), 0)
  if (filled === 0) return 'blank'
  const name = row[columns.name ?? -1] ?? ''
  if (isTotal(name) || (isBlank(name) && row.some(isTotal))) return 'total'
  const money = row[columns.amount ?? columns.net_amount ?? -1] ?? ''
  if (filled === 1 && isBlank(money)) return 'remark'
  const heading = !/\d/.test(money) && columnNamed(money) !== null && columnNamed(name) !== null
  return heading ? 'heading' : null
}

const isTotal = (cell: string): boolean => cell.length < 80 && TOTAL.test(cell.replace(/\s/g, ''))

/** 税收分类简称, which tax invoices print before a name: `*物流辅助服务*港口作业包干费`. */
const TAX_CLASS = /^\*[^*]{1,40}\*(?=.)/

const itemOf = (read: RowReader) => read.checked('item', (text) => FeeItemCode.safeParse(text).data, 'not-a-fee-code')

function factsOf(read: RowReader, columns: Columns): Facts {
  const facts: Facts = {}
  for (const column in columns) {
    if (!(column in FACTS)) continue
    const fact = column as KnownFact
    const value = read.checked(fact, (text) => readFact(fact, text), 'not-a-value-of-this-fact')
    if (value !== undefined) facts[fact] = value
  }
  const size = columns.spec === undefined ? null : readFact('size', read.at('spec') ?? '')
  if (size !== null) facts.size ??= size
  return facts
}

const billOf = (read: RowReader): BillOfLine => ({
  charged_on: read.said('charged_on', readDay),
  number: read.text('number', 60),
  seller: read.text('seller', 120),
  entity: read.checked('entity', (text) => CreditCode.safeParse(text).data, 'not-a-credit-code'),
})

/** Without what was not said. */
function given<T extends object>(all: T): T {
  const said = {} as T
  for (const key in all) if (all[key] !== undefined) said[key] = all[key]
  return said
}
