import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import type { Translate } from '../locale/locale.ts'
import { type ItemNames, type PriceWords, priceInWords } from './price.ts'
import { type RateStep, stepsOf } from './rate-steps.ts'
import { termsInWords } from './terms.ts'

/** All of a rate in words: the price, its tiers, periods or parts as `steps`, and in `notes` what else decides the bill. */
export type RateWords = PriceWords & { steps: RateStep[]; notes: string[] }

/** What a standard costs, exactly as published, for pages, files and feeds alike. */
export const rateInWords = (standard: FeeStandard, t: Translate, nameOf: ItemNames): RateWords => ({
  ...priceInWords(standard, t, nameOf),
  steps: stepsOf(standard.rate, standard.unit, t, nameOf),
  notes: [
    ...(standard.ceiling ? [t.words.rate.ceiling] : []),
    ...(standard.adds_to === undefined ? [] : [t.words.rate.addsTo]),
    ...termsInWords(standard.terms, standard.unit, t),
  ],
})
