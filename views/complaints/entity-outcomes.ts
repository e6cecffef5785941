import type { Reference } from '../../catalogue/reference.ts'
import { address } from '../context.ts'
import { amountText } from '../locale/format.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import { type OutcomeListed, type OutcomeRow, outcomeRow } from '../pages/outcomes.ts'

/** What was published of complaints about an entity: how many cases, the last of them, and the sums of refunds. */
export type EntityOutcomesData = {
  total: number
  ordered: string
  paid: string
  confirmed: string
  rows: readonly OutcomeListed[]
}

/** 已公示的办理结果 on an entity's page. */
export type EntityOutcomes = { rows: OutcomeRow[]; sums: string; all: string; words: Messages['outcomes'] }

export function entityOutcomes(
  entity: string,
  { total, ordered, paid, confirmed, rows }: EntityOutcomesData,
  reference: Reference,
  t: Translate,
): EntityOutcomes {
  const sums = { ordered: amountText(ordered), paid: amountText(paid), confirmed: amountText(confirmed) }
  return {
    rows: rows.map((row) => outcomeRow(row, reference, t)),
    sums: t('outcomes.ofEntitySums', { n: total, ...sums }),
    all: address(t, '/cases', { entity }),
    words: t.words.outcomes,
  }
}
