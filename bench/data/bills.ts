import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { times } from '../../catalogue/amount.ts'
import { addDays, day } from '../../catalogue/day.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import { LABELLED } from '../../tests/catalogue/check/labelled.ts'
import { alternate, posted, type Scale } from './invented.ts'
import { itemName } from './names.ts'

const HEADINGS = [
  '发票号码',
  '口岸代码',
  '收费单位统一社会信用代码',
  '计费日期',
  '费目',
  '箱型',
  '空重',
  '数量',
  '单位',
  '金额',
]

/** Who sends bills, how many different lines each has, and how many lines stand on one bill. */
const [ENTITIES, LINES, ON_ONE_BILL] = [10, 24, 8]

/** Names that are on no list. */
const STRANGERS = LABELLED.filter(({ items }) => items === null).slice(0, 60)

/**
 * A year of bills as an auditor gets them: lines of ten entities at up to five ports, on 350 days, under some three
 * hundred names (the operator's own, the item's with a size behind it, and one in eight that no list has).
 */
export async function writeBills(path: string, lines: number, scale: Scale): Promise<void> {
  const text = function* (): Generator<string> {
    yield `${HEADINGS.join(',')}\n`
    for (let n = 0; n < lines; n += 500)
      yield Array.from({ length: Math.min(500, lines - n) }, (_, place) => row(n + place, scale)).join('')
  }
  await pipeline(Readable.from(text()), createWriteStream(path))
}

/** The nth of all lines; those of one bill have their day and their entity in common. */
function row(n: number, scale: Scale): string {
  const bill = Math.floor(n / ON_ONE_BILL)
  const place = (n * 31) % LINES
  const said = posted(entityOf((bill * 7) % ENTITIES, scale) * scale.each + (place % scale.each), scale)
  const quantity = 1 + ((n * 13) % 40)
  const on = addDays(day('2025-12-02'), (bill * 11) % 350)
  const name = n % 8 === 0 ? STRANGERS[bill % STRANGERS.length]!.name : nameOf(said, place)
  const box = Array.isArray(said.conditions.size) ? said.conditions.size[0] : alternate(['20', '40'], bill)
  const where = [`FP${bill}`, said.port, said.entity, on, `"${name}"`, `${box}GP`, '重']
  return `${[...where, quantity, '箱', sumOf(said, quantity, n % 5 === 0)].join(',')}\n`
}

const nameOf = ({ own_name, item }: FeeStandard, place: number): string =>
  own_name ?? `${itemName(Number(item.slice(-4)) - 1)}${place % 4 === 1 ? ' 20GP' : ''}`

/** What the price comes to today (a figure within its span), or three per cent more. */
function sumOf({ rate }: FeeStandard, quantity: number, more: boolean): string {
  if (rate.form !== 'fixed' && rate.form !== 'range') throw new Error(`no sum of ${rate.form}`)
  const today = rate.form === 'fixed' ? times(rate.amount, LAST_VERSION) : rate.high
  const fen = toTheFen(today) * BigInt(quantity)
  const sum = String(more ? (fen * 103n) / 100n : fen).padStart(3, '0')
  return `${sum.slice(0, -2)}.${sum.slice(-2)}`
}

/** Half a fen is one, as PostgreSQL rounds. */
const toTheFen = (amount: string): bigint => (BigInt(times(amount, '10000')) + 50n) / 100n

/** By how much the fifth version of a standard is dearer than the first. */
const LAST_VERSION = '1.16'

/** Ten entities, spread over as many ports as there are, five at most. */
function entityOf(n: number, { ports, entities }: Scale): number {
  const used = Math.min(ports, 5)
  const perPort = entities / ports
  return (n % used) * Math.floor(ports / used) * perPort + Math.floor(n / used)
}
