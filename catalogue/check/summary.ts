import { Decimal } from 'decimal.js'
import type { CheckedLine, CheckSummary, Verdict } from './verdict.ts'

/** 汇总: adds lines up one by one, so that a file of any length needs no more memory than a bill. */
export function summing(): { add: (checked: CheckedLine) => void; summary: () => CheckSummary } {
  const verdicts: Partial<Record<Verdict, number>> = {}
  const compared = { lines: 0, charged: ZERO, expected: ZERO, over: ZERO }
  let [lines, charged] = [0, ZERO]
  return { add, summary }

  function add({ verdict, line, expected, difference }: CheckedLine): void {
    lines++
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
    charged = charged.plus(line.amount)
    if (expected === null) return
    compared.lines++
    compared.charged = compared.charged.plus(line.amount)
    compared.expected = compared.expected.plus(expected.high)
    if (OVER.has(verdict) && !difference!.startsWith('-')) compared.over = compared.over.plus(difference!)
  }

  function summary(): CheckSummary {
    const { charged: paid, expected, over } = compared
    const sums = { charged: paid.toFixed(2), expected: expected.toFixed(2), over: over.toFixed(2) }
    return {
      lines,
      verdicts: { ...verdicts },
      charged: charged.toFixed(2),
      compared: { lines: compared.lines, ...sums },
    }
  }
}

const ZERO = new Decimal(0)

/** What was right as then published is not counted as over. */
const OVER: ReadonlySet<Verdict> = new Set(['overcharged', 'superseded_rate'])

/** 汇总 of the lines of one bill. */
export function summaryOf(checked: readonly CheckedLine[]): CheckSummary {
  const sum = summing()
  for (const line of checked) sum.add(line)
  return sum.summary()
}
