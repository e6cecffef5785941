import { LRUCache } from 'lru-cache'
import { remembered } from '../../catalogue/check/line/remembered.ts'
import type { CheckedLine } from '../../catalogue/check/verdict.ts'
import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { lastDay } from '../../catalogue/validity.ts'
import { type Locale, translator } from '../../views/locale/locale.ts'
import { reasonInWords } from '../../views/words/check.ts'
import { checkVerdict, howInWords } from '../../views/words/checked-line.ts'
import { basisWords, itemName } from '../../views/words/names.ts'
import type { BulkFault, BulkRow } from '../bulk-checks.ts'
import { inert } from './inert.ts'
import { printable } from './printable.ts'

/** The columns of a bulk result, by their names for machines. */
export const BULK_COLUMNS = [
  ...(['row', 'bill_number', 'port', 'entity', 'seller', 'charged_on', 'name', 'quantity', 'unit', 'amount'] as const),
  ...(['priced_on', 'item', 'item_name', 'matched', 'verdict', 'verdict_word', 'expected_low', 'expected'] as const),
  ...(['difference', 'ceiling', 'limit', 'reason', 'expected_then', 'release_then', 'standard', 'posted'] as const),
  ...(['effective_from', 'effective_to', 'release', 'basis', 'problem'] as const),
] as const

/**
 * Rows of a bulk check as CSV lines (RFC 4180), in a language, one text for each batch. No cell is a formula. What lines
 * that were told alike say of their price is put in words once (`expected` is the same object).
 */
export function bulkLines(reference: Reference, locale: Locale) {
  const standards = standardTexts(reference, locale)
  const t = translator(locale)
  const reasons = reasonTexts(reference, locale)
  const line = (row: BulkRow): string => {
    if ('faults' in row) return faultyLine(row.row, row.cells, row.faults.map((fault) => faultText(fault)).join(' '))
    const { bill, checked } = row
    return [
      ...[row.row, text(bill.number), bill.port, bill.entity ?? '', text(bill.seller), bill.charged_on],
      ...chargedCells(checked),
      ...[checked.on, checked.item ?? '', meant(checked), compared(checked), ''],
    ].join(',')
  }
  const faultText = ({ code, column, value }: BulkFault): string => {
    const key = `line-${code}` as keyof typeof t.words.billFiles
    return `${columnName(column)}${t.words.frame.separator}${t(`billFiles.${key}`, { value: value.slice(0, 60) })}`
  }
  const columnName = (column: string) => t.words.fact[column as 'size'] ?? t.words.check[column as 'name'] ?? column
  const nameOf = remembered((item: string, on: Day) => text(itemName(reference, item, on, locale).text))
  const meant = ({ item, on, matched, verdict }: CheckedLine): string =>
    `${item === null ? '' : nameOf(item, on)},${matched.kind === 'item' ? howInWords(matched.match.how, t) : ''},${verdict},${text(checkVerdict(verdict, t).word)}`
  const known = new WeakMap<object, string>()
  const compared = (checked: CheckedLine): string => {
    const before = checked.expected === null ? undefined : known.get(checked.expected)
    if (before !== undefined) return before
    const cells = [...figureCells(checked), reasons(checked), ...thenCells(checked), standards(checked.standard)]
    const said = cells.join(',')
    if (checked.expected !== null) known.set(checked.expected, said)
    return said
  }
  return (rows: readonly BulkRow[]): string => rows.map((row) => `${line(row)}\r\n`).join('')
}

/** The first line of the file. */
export const bulkHeading = (): string => `${BULK_COLUMNS.join(',')}\r\n`

const chargedCells = ({ line: { name, quantity, unit, amount } }: CheckedLine): string[] => [
  text(name),
  quantity ?? '',
  text(unit),
  amount,
]

const figureCells = ({ expected, difference, ceiling, limit }: CheckedLine): string[] => [
  expected?.low ?? '',
  expected?.high ?? '',
  difference ?? '',
  expected === null ? '' : String(ceiling),
  limit ?? '',
]

/** What the release of the day said, where that is another figure. */
function thenCells({ then, head }: CheckedLine): [string, string] {
  if (then === null || then === head) return ['', '']
  const { outcome } = then.estimated
  return [outcome?.kind === 'priced' ? outcome.high : '', String(then.release)]
}

/** So many reasons are kept. */
const MOST_REASONS = 5_000

/** The same reason of the same day is the same sentence, and one that names nothing is on every day. */
function reasonTexts(ref: Reference, locale: Locale) {
  const known = new LRUCache<string, string>({ max: MOST_REASONS })
  const t = translator(locale)
  return ({ reason, on }: CheckedLine): string => {
    const key = Object.keys(reason).length === 1 ? reason.code : `${on} ${JSON.stringify(reason)}`
    const before = known.get(key)
    if (before !== undefined) return before
    const said = text(reasonInWords(reason, { ref, on, t }))
    known.set(key, said)
    return said
  }
}

/** What is said of a standard is said on many rows; it is put in words once. */
function standardTexts(ref: Reference, locale: Locale) {
  const known = new WeakMap<object, string>()
  const t = translator(locale)
  const none = ',,,,,'
  return (standard: CheckedLine['standard']): string => {
    if (standard === null) return none
    const before = known.get(standard)
    if (before !== undefined) return before
    const { id, payload, valid, line } = standard
    const basis = (payload?.basis ?? []).map((one) => {
      const { short, article } = basisWords(ref, one, valid.from, t)
      return article === null ? short.text : `${short.text} ${article.text}`
    })
    const cells = [id, text(payload?.posted), valid.from, lastDay(valid) ?? '', line.release]
    const said = [...cells, text(basis.join(t.words.common.semicolon))].join(',')
    known.set(standard, said)
    return said
  }
}

const faultyLine = (row: number, cells: readonly string[], problem: string): string => {
  const empty = BULK_COLUMNS.map(() => '')
  empty[0] = String(row)
  empty[BULK_COLUMNS.indexOf('name')] = text(cells.filter(Boolean).join(' ').slice(0, 200))
  empty[BULK_COLUMNS.length - 1] = text(problem)
  return empty.join(',')
}

/** Words that may stand in a cell: never a formula, in quotes where they need them. */
function text(said: string | undefined): string {
  if (said === undefined || said === '') return ''
  const safe = PLAIN.test(said) ? said : inert(printable(said))
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const PLAIN = /^[\w\u4e00-\u9fff][\w\u4e00-\u9fff -]*$/
