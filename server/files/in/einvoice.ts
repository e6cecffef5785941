import { Decimal } from 'decimal.js'
import { readDay } from '../../../catalogue/check/columns/cell.ts'
import { CreditCode } from '../../../catalogue/codes.ts'
import type { BillFacts, ReadBill } from './bill.ts'
import type { BillLimits } from './limits.ts'
import { BillRefusal } from './refusal.ts'
import { tableWithin } from './tidy.ts'
import { allIn, type Element, textIn } from './xml.ts'

/** Where an e-invoice says what: of itself, and in every line. */
type Layout = {
  seller: string
  line: string
  number: readonly string[]
  issued: readonly string[]
  names: Record<
    'seller' | 'seller_code' | 'name' | 'spec' | 'unit' | 'quantity' | 'price' | 'net' | 'rate' | 'tax',
    string
  >
}

/** 数电票 (fully digital e-invoice, XML of the tax platform). */
const DIGITAL: Layout = {
  seller: 'SellerInformation',
  line: 'IssuItemInformation',
  number: ['InvoiceNumber', 'EIid'],
  issued: ['IssueTime', 'RequestTime'],
  names: {
    seller: 'SellerName',
    seller_code: 'SellerIdNum',
    name: 'ItemName',
    spec: 'SpecMod',
    unit: 'MeaUnits',
    quantity: 'Quantity',
    price: 'UnPrice',
    net: 'Amount',
    rate: 'TaxRate',
    tax: 'ComTaxAm',
  },
}

/** 增值税电子发票 (original_invoice.xml inside an OFD). */
const ATTACHED: Layout = {
  seller: 'Seller',
  line: 'GoodsInfo',
  number: ['InvoiceNo'],
  issued: ['IssueDate'],
  names: {
    seller: 'SellerName',
    seller_code: 'SellerTaxID',
    name: 'Item',
    spec: 'Specification',
    unit: 'MeasurementDimension',
    quantity: 'Quantity',
    price: 'Price',
    net: 'Amount',
    rate: 'TaxScheme',
    tax: 'TaxAmount',
  },
}

/** Is this the root of an e-invoice? */
export const isInvoice = ({ name }: Element): boolean => name === 'EInvoice' || name === 'eInvoice'

/** 电子发票 as a table with the sums both without and with tax; throws a BillRefusal when it is none or has no lines. */
export function readInvoice(root: Element, source: 'xml' | 'ofd', limits: BillLimits): ReadBill {
  if (!isInvoice(root)) throw new BillRefusal('xml-unknown', { root: root.name.slice(0, 60) })
  const layout = root.name === 'EInvoice' ? DIGITAL : ATTACHED
  const lines = allIn(root, layout.line).map((line) => linesOf(line, layout.names))
  if (lines.length === 0) throw new BillRefusal('invoice-no-lines')
  const table = tableWithin(limits)
  for (const [place, row] of [HEADINGS, ...lines].entries()) table.add(row, place + 1)
  const bill = factsOf(root, layout)
  return { kind: 'table', source, rows: table.rows, at: table.at, bill, notes: [] }
}

const HEADINGS = [
  '项目名称',
  '规格型号',
  '单位',
  '数量',
  '不含税单价',
  '含税单价',
  '不含税金额',
  '税率',
  '税额',
  '价税合计',
]

function linesOf(line: Element, names: Layout['names']): string[] {
  const said = (what: keyof Layout['names']) => textIn(line, names[what])
  const [quantity, net, tax] = [said('quantity'), said('net'), said('tax')]
  const gross =
    line.children.find(({ name }) => /^total-?tax-?includedamount$/i.test(name))?.text.trim() || sum(net, tax)
  const price = isNumber(gross) && isNumber(quantity) && Number(quantity) !== 0 ? eachOf(gross, quantity) : ''
  return [said('name'), said('spec'), said('unit'), quantity, said('price'), price, net, said('rate'), tax, gross]
}

/** Tax that is not a number (`***`, 免税) is none. */
const sum = (net: string, tax: string): string =>
  isNumber(net) ? new Decimal(net).plus(isNumber(tax) ? tax : 0).toFixed(2) : net

const eachOf = (gross: string, quantity: string): string =>
  new Decimal(gross).div(quantity).toDecimalPlaces(8, Decimal.ROUND_HALF_UP).toFixed()

const isNumber = (text: string): boolean => /^-?\d{1,15}(\.\d{1,20})?$/.test(text)

function factsOf(root: Element, { seller, number, issued, names }: Layout): BillFacts {
  const first = (elements: readonly string[]) => elements.map((name) => textIn(root, name)).find((text) => text !== '')
  const from = allIn(root, seller)[0]
  const day = readDay(first(issued) ?? '')
  const facts: BillFacts = {
    number: first(number)?.slice(0, 60),
    seller: textIn(from, names.seller).slice(0, 120),
    seller_code: CreditCode.safeParse(textIn(from, names.seller_code).toUpperCase()).data,
    charged_on: 'value' in day ? day.value : undefined,
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''))
}
