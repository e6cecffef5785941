import type { Invoice } from '../../../catalogue/check/invoice.ts'
import type { CheckedLine, Verdict } from '../../../catalogue/check/verdict.ts'
import { MOST_CHARGES } from '../../../complaints/submission.ts'
import type { Category } from '../../../complaints/words.ts'
import type { FilingDraft } from '../../../views/complaints/filing-draft.ts'

/** Verdicts of which nobody complains. */
const RIGHT: ReadonlySet<Verdict> = new Set(['match', 'matched_as_then_published', 'undercharged'])

const KIND: Partial<Record<Verdict, Category>> = {
  overcharged: 'over_standard',
  superseded_rate: 'over_standard',
  abolished: 'abolished_item',
  not_in_force: 'abolished_item',
  not_on_list: 'off_list',
  no_list_filed: 'off_list',
}

/** 以核对结果投诉: the lines in question of a checked bill (all of them where none is), and who charged where. */
export function draftOfCheck(invoice: Invoice, checked: readonly CheckedLine[]): FilingDraft {
  const debits = checked.filter(({ line }) => !line.amount.startsWith('-'))
  const wrong = debits.filter(({ verdict }) => !RIGHT.has(verdict))
  const taken = (wrong.length > 0 ? wrong : debits).slice(0, MOST_CHARGES)
  const kinds = new Set(taken.map(({ verdict }) => KIND[verdict]))
  const category = kinds.size === 1 ? [...kinds][0] : undefined
  return {
    place: invoice.port,
    ...((invoice.entity ?? invoice.seller) ? { entity: invoice.entity ?? invoice.seller! } : {}),
    ...(category === undefined ? {} : { category }),
    taken: `${taken.length}/${checked.length}`,
    ...Object.assign({}, ...taken.map((line, n) => lineFields(line, n, invoice))),
  }
}

function lineFields({ line }: CheckedLine, n: number, { charged_on, number }: Invoice): FilingDraft {
  const { name, amount, quantity, unit, item, line: price, facts } = line
  const fields = {
    ...{ name, charged_on, amount, quantity, unit, invoice_no: number },
    ...{ of: name, item, line: price, facts: JSON.stringify(facts) },
  }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [[`c${n}_${field}`, value]])),
  )
}
