import type { CheckedLine } from '../../catalogue/check/verdict.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { address } from '../context.ts'
import { amountText, dayText, inChinese, type Said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import { reasonInWords } from '../words/check.ts'
import { type CheckVerdict, checkVerdict, differenceText, expectedInWords } from '../words/checked-line.ts'
import type { CaseTold, ChargeTold } from './case-told.ts'

/** One charge beside what the list said on its day, with the verdict that was frozen on receipt. */
export type ChargeRow = {
  n: number
  name: Said
  notes: string[]
  charged: string
  expected: string | null
  difference: { text: string; shape: 'above' | 'below' | 'equal' } | null
  verdict: CheckVerdict
  href: string | null
  reason: string | null
}

/** A charge in words; `found` is its line of the frozen comparison. */
export function chargeRow(
  charge: ChargeTold,
  found: CheckedLine | undefined,
  { asked }: CaseTold,
  ref: Reference,
  ctx: StaffContext,
  t: Translate,
): ChargeRow {
  const { n, name, on, amount, quantity, unit, invoice, item, expected, difference } = charge
  return {
    ...{ n, name: inChinese(name, t.locale) },
    notes: [
      dayText(on, t.locale),
      ...(quantity === null
        ? []
        : [t('caseFile.quantity', { quantity: shortNumber(quantity), unit: unit ?? '' }).trim()]),
      ...(invoice === null ? [] : [t('caseFile.invoice', { no: invoice })]),
    ],
    charged: amountText(amount),
    expected: found === undefined ? expected && amountText(expected) : expectedInWords(found, t),
    reason: found === undefined ? null : reasonInWords(found.reason, { ref, on, t }),
    difference: difference === null ? null : { text: differenceText(difference), shape: shapeOf(difference) },
    verdict: checkVerdict(charge.verdict, t),
    href:
      item === null
        ? null
        : address(ctx, `/fees/${item}`, {
            on,
            release: String(asked.release),
          }),
  }
}

/** 1.0000 → 1: a quantity as one writes it. */
const shortNumber = (quantity: string): string =>
  quantity.includes('.') ? quantity.replace(/0+$/, '').replace(/\.$/, '') : quantity

const shapeOf = (difference: string) =>
  difference.startsWith('-') ? 'below' : /[1-9]/.test(difference) ? 'above' : 'equal'
