import { Decimal } from 'decimal.js'
import type { FeeItemCode } from '../../codes.ts'
import { normalise, tight } from '../../search/normalise.ts'
import type { Found } from '../findings.ts'
import { numbersIn } from '../matching/as-charged.ts'
import type { CheckedLine, Finding } from '../verdict.ts'
import { numbers } from './numbers.ts'
import { alikeIn } from './same-service.ts'

/**
 * 一项拆成几行: lines that ask for the same thing, none of which comes to what it should, and which together reach it.
 * Under a ceiling each may be less, so there they must go by different names and be above it together.
 */
export function splits({ checked }: Found): Finding[] {
  return groupsBy(checked, sameThing).flatMap((lines): Finding[] => {
    const expected = lines[0]!.expected!
    const charged = sumOf(lines)
    const { ceiling } = lines[0]!
    const split = ceiling
      ? charged.greaterThan(expected.high) && namesOf(lines).size > 1
      : charged.greaterThanOrEqualTo(expected.high)
    return lines.every(below) && split
      ? [
          {
            code: 'split',
            lines: numbers(lines),
            item: lines[0]!.item!,
            charged: charged.toFixed(2),
            expected: expected.high,
          },
        ]
      : []
  })
}

/** 重复收费: the same item, facts, quantity, amount and day more than once. */
export const duplicates = ({ checked }: Found): Finding[] =>
  groupsBy(checked, (line) => {
    const asked = thingOf(line)
    return asked === null ? null : `${asked}\n${new Decimal(line.line.amount).toFixed()}`
  }).map((lines) => ({ code: 'duplicate', lines: numbers(lines), item: lines[0]!.item! }))

/** 同一服务收两次: two items of the same content on one day of one bill. */
export function sameService({ checked, books: { head } }: Found): Finding[] {
  const items = [...new Set(checked.flatMap(({ item }) => item ?? []))]
  return alikeIn(items, head.reference).map((alike) => ({
    code: 'same_service',
    lines: numbers(checked.filter(({ item }) => item !== null && alike.includes(item))),
    items: alike,
  }))
}

/** What a line asks for, in so far as it can be told apart from another's: two boxes are two things, by their numbers. */
function thingOf({ item, on, line, read }: CheckedLine): string | null {
  if (item === null) return null
  const facts = Object.entries({ ...read, ...line.facts }).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([item satisfies FeeItemCode, on, line.quantity ?? null, facts, numbersIn(line.name)])
}

/** Of lines that have one figure to compare with, or a ceiling. */
const sameThing = (line: CheckedLine): string | null =>
  line.expected === null || (line.expected.low !== line.expected.high && !line.ceiling) ? null : thingOf(line)

const below = ({ line, expected }: CheckedLine): boolean => new Decimal(line.amount).lessThan(expected!.high)

const sumOf = (lines: readonly CheckedLine[]): Decimal =>
  lines.reduce((sum, { line }) => sum.plus(line.amount), new Decimal(0))

const namesOf = (lines: readonly CheckedLine[]): Set<string> =>
  new Set(lines.map(({ line }) => tight(normalise(line.name))))

/** Groups of more than one, in the order of their first line. */
const groupsBy = (checked: readonly CheckedLine[], key: (line: CheckedLine) => string | null): CheckedLine[][] =>
  [...Map.groupBy(checked, key)].flatMap(([name, lines]) => (name !== null && lines.length > 1 ? [lines] : []))
