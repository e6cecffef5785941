import { Decimal } from 'decimal.js'
import type { Facts } from '../facts.ts'
import type { CheckBooks } from './books.ts'
import type { Charged } from './invoice.ts'
import { quantityOf } from './line/as-billed.ts'
import { type Assessed, assess } from './line/assess.ts'
import { checkedOf } from './line/checked.ts'
import { type Decided, decide } from './line/decide.ts'
import type { Sought } from './line/sought.ts'
import { absentSettled } from './line/standing.ts'
import { stretchesOf } from './line/stretches.ts'
import type { ReadLine } from './read-line.ts'
import type { CheckedLine } from './verdict.ts'

/** Checks one read line after another, `n` being its number from 1. */
export type LineChecker = (read: ReadLine, n: number) => CheckedLine

/** What was asked and answered before, by one checker or several: so many questions, then memory is let go of. */
export type Answers = Map<string, Asked>
const MOST = 8_000

/**
 * 逐行核对 against the same books: what two lines ask alike, on days between which nothing changes, is worked out once,
 * whatever they charge. An evaluation (`head`, `then`) names the first such day that was asked. Checkers that share their answers go by different names.
 */
export function lineChecker(books: CheckBooks, kept: Answers = new Map(), called = ''): LineChecker {
  const stretch = stretchesOf(books)
  return (read, n) => {
    const settled = settledOf(read, books)
    if (settled !== null) return checkedOf(read, n, settled, null)
    const { assessed, told } = askedOf(read)
    const { amount } = read.line
    const same = told.get(amount)
    if (same !== undefined) return again(same, read, n)
    const checked = checkedOf(read, n, decide(toTheFen(amount), assessed), assessed)
    if (told.size < MOST_AMOUNTS) told.set(amount, checked)
    return checked
  }

  function askedOf(read: ReadLine): Asked {
    const key = `${called}\n${keyOf(read, stretch(read.item!, read.on))}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const asked = { assessed: assess(soughtOf(read), books), told: new Map() }
    if (kept.size >= MOST) kept.clear()
    kept.set(key, asked)
    return asked
  }
}

/** What lines ask alike, and what was told of each amount charged for it. */
type Asked = { assessed: Assessed; told: Map<Charged, CheckedLine> }
const MOST_AMOUNTS = 20

/** The same was asked and charged on another line. */
const again = (same: CheckedLine, { line, on, read, matched }: ReadLine, n: number): CheckedLine => ({
  ...same,
  ...{ n, line, on, read },
  matched: same.item === null ? same.matched : matched,
})

/** 分: nobody pays less than a fen, so what a table worked out beyond it (33.99999) is neither over nor under. */
const toTheFen = (amount: Charged): Charged =>
  /\.\d{3}/.test(amount) ? new Decimal(amount).toFixed(2, Decimal.ROUND_HALF_UP) : amount

/** A credit, and a name that means several items or none, are settled without a price. */
function settledOf({ line, matched, on }: ReadLine, books: CheckBooks): Decided | null {
  if (line.amount.startsWith('-')) return { verdict: 'cannot_tell', reason: { code: 'credit_line' }, figure: null }
  if (matched.kind === 'ambiguous') return { verdict: 'ambiguous', reason: { code: 'several_items' }, figure: null }
  if (matched.kind === 'item') return null
  return { ...absentSettled(books.head, books, on, { code: 'no_such_name' }), figure: null }
}

const soughtOf = (read: ReadLine): Sought => ({
  item: read.item!,
  name: read.line.name,
  on: read.on,
  quantity: quantityOf(read.line),
  unit: read.line.unit,
  line: read.line.line,
  facts: read.facts,
  stated: read.line.facts,
})

function keyOf({ item, line }: ReadLine, stretch: string): string {
  return `${item}\n${stretch}\n${quantityOf(line) ?? ''}\n${line.unit ?? ''}\n${line.line ?? ''}\n${line.name}\n${told(line.facts)}`
}

function told(facts: Facts): string {
  let text = ''
  for (const fact in facts) text += `${fact}=${facts[fact]}\n`
  return text
}
