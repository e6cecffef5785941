import type { z } from 'zod'
import type { Comparison } from '../../catalogue/comparison.ts'
import type { Pricing } from '../../catalogue/fee-item.ts'
import type { Unit } from '../../catalogue/unit.ts'
import { amountText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'

/** How a posted price stands to the government's: a word with its shape, and by how much or why not. */
export type VerdictWords = { word: string; shape: 'above' | 'below' | 'equal' | 'apart'; says: string }

/** A comparison in words. */
export function verdictInWords(
  comparison: Comparison,
  { pricing, unit }: { pricing: z.infer<typeof Pricing> | undefined; unit: Unit },
  t: Translate,
): VerdictWords {
  const { verdict, why } = comparison
  const words = t.words.entity
  if (verdict === 'not_comparable') return { word: words.not_comparable, shape: 'apart', says: why ? words[why] : '' }
  const set = verdict === 'below' && pricing === 'gov_set' ? `${t.words.common.semicolon}${words.setBelow}` : ''
  return { word: words[verdict], shape: verdict, says: howFar(comparison, t.words.unit[unit], t) + set }
}

/** Where there is no government standard: because the market sets the price, or because none fits. */
export const noStandard = (pricing: z.infer<typeof Pricing> | undefined, t: Translate): VerdictWords =>
  pricing === 'market'
    ? { word: t.words.entity.market, shape: 'apart', says: t.words.entity.marketWhy }
    : { word: t.words.entity.noneFound, shape: 'apart', says: t.words.entity.noneFoundWhy }

function howFar({ verdict, difference, percent }: Comparison, unit: string, t: Translate): string {
  const { aboveSome, belowSome, equalAll } = t.words.entity
  if (verdict === 'equal') return difference === null ? equalAll : ''
  if (difference === null) return verdict === 'above' ? aboveSome : belowSome
  const values = { difference: amountText(difference), unit }
  return percent === null ? t('entity.by', values) : t('entity.byPercent', { ...values, percent })
}
