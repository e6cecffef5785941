import { Decimal } from 'decimal.js'
import { type Amount, times } from '../../amount.ts'
import type { Charged } from '../invoice.ts'
import { readAmount, readQuantity } from './cell.ts'
import type { RowReader } from './row-reader.ts'

/** The sum charged; where only the sum without tax and the tax are given, both together. */
export function amountOf(read: RowReader): Charged | undefined {
  if (read.at('amount') !== undefined) return read.said('amount', readAmount)
  const net = read.said('net_amount', readAmount)
  const tax = NO_TAX.test(read.at('tax') ?? '') ? '0' : read.said('tax', readAmount)
  if (net !== undefined) return withDecimals(new Decimal(net).plus(tax ?? 0))
  return read.at('net_amount') === undefined ? read.fault('amount', 'no-amount') : undefined
}

/** What tax invoices print where no tax is charged. */
const NO_TAX = /^(\*+|免税|不征税|exempt)$/i

const withDecimals = (sum: Decimal): Charged => sum.toFixed(Math.max(2, sum.decimalPlaces()))

/** 数量、单位与单价: a unit may stand behind the quantity or the price; only a credit is counted below nothing. */
export function countedOf(read: RowReader, amount: Charged | undefined) {
  const counted = read.said('quantity', readQuantity)
  const price = read.said('unit_price', readQuantity)
  if (price?.negative) read.fault('unit_price', 'negative', read.at('unit_price'))
  if (counted?.negative && amount !== undefined && !amount.startsWith('-'))
    read.fault('quantity', 'negative', read.at('quantity'))
  const unit = read.text('unit', 40) ?? counted?.unit ?? price?.unit ?? undefined
  const quantity = counted?.quantity
  return { quantity, unit, unit_price: withTax(price?.quantity, quantity, amount, read.at('net_amount')) }
}

/** A unit price that gives the sum without tax becomes the one that gives the sum charged. */
function withTax(price: Amount | undefined, quantity: Amount | undefined, amount: Charged | undefined, net?: string) {
  if (price === undefined || quantity === undefined || amount === undefined || net === undefined) return price
  const said = readAmount(net)
  if (!('value' in said) || said.value === amount || new Decimal(quantity).isZero()) return price
  const gives = new Decimal(times(price, quantity))
  const closest = (sum: Charged) => gives.minus(new Decimal(sum).abs()).abs()
  if (closest(amount).lte(closest(said.value))) return price
  return new Decimal(amount).abs().div(quantity).toDecimalPlaces(8, Decimal.ROUND_HALF_UP).toFixed()
}
