import type { z } from 'zod'
import type { Candidate, CheckedLine, Evaluation, Finding, Matched } from '../../../catalogue/check/verdict.ts'
import { nearest, type Reference } from '../../../catalogue/reference.ts'
import { type Locale, translator } from '../../../views/locale/locale.ts'
import { findingInWords, reasonInWords } from '../../../views/words/check.ts'
import type { CheckedBill } from '../../checks.ts'
import type { CheckedLineOut, CheckOut } from './check-shapes.ts'
import { priceOut } from './price-out.ts'

type LineOut = z.infer<typeof CheckedLineOut>
type Answer = z.infer<typeof CheckOut>

/** A checked bill as the API tells it, its reasons in a language. */
export function checkedOut(
  bill: CheckedBill,
  locale: Locale,
): Pick<Answer, 'lines' | 'findings' | 'summary' | 'notice'> {
  const { lines, findings, summary, reference } = bill
  const t = translator(locale)
  const on = lines[0]!.on
  return {
    lines: lines.map((line) => lineOut(line, reference, locale)),
    findings: findings.map((finding) => ({
      ...(finding satisfies Finding),
      lines: [...finding.lines],
      text: findingInWords(finding, { ref: reference, on, t }),
    })),
    summary,
    notice: t('checkReport.standing'),
  }
}

function lineOut(checked: CheckedLine, ref: Reference, locale: Locale): LineOut {
  const { n, line, on, verdict, item, matched, expected, difference, ceiling, limit, standard, reason, read } = checked
  const t = translator(locale)
  const then = saidOut(checked.then)
  return {
    ...{ n, name: line.name, amount: line.amount, on, verdict, item },
    item_name: item === null ? null : (nearest(ref, 'item', item, on)?.name ?? null),
    matched: matched.kind === 'item' ? howOut(matched.match) : null,
    ...spanOut(expected),
    ...{ difference, ceiling, limit },
    standard: standard === null ? null : priceOut(standard, ref, on, locale),
    then,
    head: saidOut(checked.head),
    reason: { ...reason, text: reasonInWords(reason, { ref, on, t }) },
    ...(reason.code === 'missing' ? { missing: [...reason.facts] } : {}),
    candidates: candidatesOf(matched).map(({ item: code, ...how }) => ({
      item: code,
      name: nearest(ref, 'item', code, on)?.name ?? null,
      ...how,
    })),
    ...(reason.code === 'several_lines'
      ? { prices: (checked.head?.estimated.candidates ?? []).map((one) => priceOut(one, ref, on, locale)) }
      : {}),
    read,
  }
}

const howOut = ({ how, term, score }: Candidate) => ({ how, term, score })

/** What a person may choose from, where no one item was meant surely. */
const candidatesOf = (matched: Matched): readonly Candidate[] =>
  matched.kind === 'ambiguous' ? matched.candidates : matched.kind === 'none' ? matched.nearest : []

const spanOut = (expected: { low: string; high: string } | null) => ({
  expected: expected?.high ?? null,
  ...(expected !== null && expected.low !== expected.high ? { expected_low: expected.low } : {}),
})

function saidOut(evaluation: Evaluation | null): LineOut['head'] {
  if (evaluation === null) return null
  const { outcome, status } = evaluation.estimated
  const priced = status === 'computed' && outcome?.kind === 'priced' ? outcome : null
  return { release: evaluation.release, ...spanOut(priced) }
}
