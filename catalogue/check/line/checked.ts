import { Decimal } from 'decimal.js'
import type { Charged } from '../invoice.ts'
import type { ReadLine } from '../read-line.ts'
import type { CheckedLine, Evaluation } from '../verdict.ts'
import type { Assessed } from './assess.ts'
import type { Decided } from './decide.ts'
import type { Expected } from './expected.ts'
import type { Figure } from './figure.ts'

/** A line and what was decided of it, with the evidence: `assessed` is null where there was nothing to compare with. */
export function checkedOf(read: ReadLine, n: number, decided: Decided, assessed: Assessed | null): CheckedLine {
  const { line, on } = read
  const { verdict, reason, figure } = decided
  const { matched, item } = meant(read, decided)
  const then = assessed?.then ? evaluation(assessed.releases.then!, assessed.then) : null
  return {
    ...{ n, line, on, matched, item, verdict, reason, read: read.read },
    expected: figure === null ? null : { low: figure.low, high: figure.high },
    difference: figure === null ? null : verdict === 'match' ? '0.00' : difference(line.amount, figure),
    ceiling: figure?.ceiling ?? false,
    limit: assessed === null ? null : limitOf(assessed.head),
    standard: figure?.standard ?? null,
    then,
    head: assessed === null ? null : evaluation(assessed.releases.head, assessed.head),
  }
}

/** An item that the list has only under others means one of these. */
function meant({ matched, item }: ReadLine, { among }: Decided): Pick<CheckedLine, 'matched' | 'item'> {
  if (among === undefined || matched.kind !== 'item') return { matched, item }
  return {
    matched: {
      kind: 'ambiguous',
      candidates: among.map((one) => ({ ...matched.match, item: one, how: 'part' as const })),
    },
    item: null,
  }
}

/** 差额: above the most it may be, below the least; to the fen. */
function difference(amount: Charged, { low, high }: Figure): Charged {
  const paid = new Decimal(amount)
  const apart = paid.greaterThan(high) ? paid.minus(high) : paid.lessThan(low) ? paid.minus(low) : new Decimal(0)
  return apart.toFixed(2)
}

const evaluation = (release: number, expected: Expected): Evaluation | null => {
  const estimated = expected.kind === 'price' ? (expected.found.estimated ?? null) : null
  return estimated === null ? null : { release, estimated }
}

function limitOf(expected: Expected): string | null {
  if (expected.kind === 'settled') return null
  const { found, limit, setter, pricing } = expected
  if (limit !== null) return limit.high
  const set = setter === null && found.figure !== null && (found.figure.ceiling || pricing === 'gov_set')
  return set ? found.figure!.high : null
}
