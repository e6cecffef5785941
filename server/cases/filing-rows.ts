import { createHash, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import { chinaDay } from '../../catalogue/day.ts'
import { grams } from '../../catalogue/search/grams.ts'
import { normalise } from '../../catalogue/search/normalise.ts'
import { type Comparison, chargedOf, checkedCharges } from '../../complaints/comparison.ts'
import type { Law } from '../../complaints/law.ts'
import { newCode, newReceipt } from '../../complaints/receipt.ts'
import type { NewComplaint } from '../../complaints/submission.ts'
import { tracksOf } from '../../complaints/tracks.ts'
import type { ChargeLine } from '../db/case-submission.ts'
import type { FilingRows } from '../db/filing.ts'
import type { Desk } from '../staff/desk.ts'
import { acknowledgementSha } from './acknowledgement.ts'
import { openedCase } from './opened-case.ts'
import { keptApart } from './sealed-filing.ts'

/** What is filed, how it came, and whether the work asked of floods was done. */
export type Filing = { complaint: NewComplaint; channel: 'web' | 'api'; worked: boolean }

/** A filing made ready to enter: a receipt and a code are drawn, what is personal is sealed, every case has its clocks. */
export function prepared(desk: Desk, { complaint, channel, worked }: Filing, comparison: Comparison | null, law: Law) {
  const at = desk.now()
  const on = chinaDay(at)
  const [receipt, code] = [newReceipt(on, randomBytes), newCode(randomBytes)]
  const charges = chargeRows(complaint, comparison)
  const opened = tracksOf(complaint).map((one, n) =>
    openedCase(one, `${receipt}-${n + 1}`, { complaint, comparison, law, at }),
  )
  const acknowledgement = acknowledgementSha({
    ...{ receipt, received_on: on, ...aboutWhom(complaint), category: complaint.category },
    amount: chargedOf(complaint.charges),
    cases: opened.map(({ row: { no, type, track }, org, clock }) => ({ no, type, track, org: org.code, clock })),
  }).toString('hex')
  const rows: FilingRows = {
    ...{ receipt, acknowledgement, channel, worked, charges, received_at: at, received_on: on },
    ...keptApart(desk, complaint, receipt, code, at),
    ...openly(complaint),
    ...frozen(comparison),
    release: comparison?.release ?? desk.head.release(),
    cases: opened.map(({ row }) => row),
    grams: gramsOf(complaint, receipt),
  }
  return { rows, receipt, code, at, opened, acknowledgement }
}

const aboutWhom = ({ port, area, entity, entity_name }: NewComplaint) => ({
  ...{ port, entity_name },
  ...{ area: area ?? null, entity: entity ?? null },
})

const openly = (complaint: NewComplaint) => {
  const { capacity, goals, category, anonymous, consent_publish, consent_mediation, daily_life, language } = complaint
  return {
    ...{ capacity, goals, category, anonymous, consent_publish, consent_mediation, daily_life, language },
    ...aboutWhom(complaint),
    charged: chargedOf(complaint.charges),
  }
}

const frozen = (comparison: Comparison | null) => ({
  comparison,
  comparison_sha: comparison === null ? null : createHash('sha256').update(canonicalize(comparison)!).digest('hex'),
})

function chargeRows({ charges }: NewComplaint, comparison: Comparison | null): ChargeLine[] {
  const checked = comparison === null ? [] : checkedCharges(comparison, charges)
  return charges.map(({ name, charged_on, amount, quantity, unit, invoice_no }, n) => {
    const { item, verdict, expected, difference } = checked[n]!
    return {
      ...{ n: n + 1, name, charged_on, amount, item, verdict, difference },
      ...{ quantity: quantity ?? null, unit: unit ?? null, invoice_no: invoice_no ?? null },
      expected: expected?.high ?? null,
    }
  })
}

/** What the desk finds a case by: receipt, who charged, what it was called, the numbers of the bills. Never what was said. */
const gramsOf = ({ entity_name, charges }: NewComplaint, receipt: string): string[] => [
  ...new Set(
    [receipt, entity_name, ...charges.flatMap(({ name, invoice_no }) => [name, invoice_no ?? ''])].flatMap((text) =>
      grams(normalise(text)),
    ),
  ),
]
