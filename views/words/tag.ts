import type { z } from 'zod'
import type { Pricing } from '../../catalogue/fee-item.ts'
import type { Translate } from '../locale/locale.ts'

/** 定价形式 as a page shows it: a word, and the shape (square, triangle, ring) that goes with it. */
export type PricingTag = { word: string; shape: z.infer<typeof Pricing> }
export const pricingTag = (pricing: PricingTag['shape'], t: Translate): PricingTag => ({
  word: t.words.pricing[pricing],
  shape: pricing,
})
