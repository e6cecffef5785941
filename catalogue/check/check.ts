import type { CheckBooks } from './books.ts'
import { findingsOf } from './findings.ts'
import type { Invoice } from './invoice.ts'
import { lineChecker } from './line-checker.ts'
import type { NameIndex } from './matching.ts'
import type { ReadLine } from './read-line.ts'
import { summaryOf } from './summary.ts'
import type { CheckedInvoice, CheckedLine } from './verdict.ts'

/** 核对一行: its one verdict, with what it should come to. */
export const checkLine = (read: ReadLine, n: number, books: CheckBooks): CheckedLine => lineChecker(books)(read, n)

/** 核对账单: a verdict for each of its lines, read before, what else is to be seen on it, and what it comes to. */
export function checkInvoice(
  invoice: Invoice,
  lines: readonly ReadLine[],
  books: CheckBooks,
  names: NameIndex,
): CheckedInvoice {
  const check = lineChecker(books)
  const checked = lines.map((line, n) => check(line, n + 1))
  return { lines: checked, findings: findingsOf(invoice, checked, books, names), summary: summaryOf(checked) }
}
