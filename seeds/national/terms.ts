import type { Terms } from '../../catalogue/fee-standard.ts'
import { text } from '../../catalogue/text.ts'
import { terms } from '../seed.ts'

/** 进整: every line of a bill to the yuan, half up, and at least one yuan (article 6, to be verified). */
export const TO_THE_YUAN: Terms = terms({ rounding: { decimals: 0, mode: 'half_up', minimum: '1' } })

/** Ships: billed by net ton, part of a ton counting as one. */
export const BY_NET_TON: Terms = terms({ ...TO_THE_YUAN, quantity: 'net_tonnage', whole_units: true })

/** Goods: at least one billing ton to a bill, counted to 0.01 ton. */
export const BY_TON: Terms = terms({ ...TO_THE_YUAN, minimum_quantity: '1' })

/** 夜班、节假日附加: 45 % each, so 90 % where both fall together. */
export const NIGHT_AND_HOLIDAY: Terms['surcharges'] = [
  { name: text('夜班附加', 'Night surcharge'), percent: '45', when: { night: ['true'] } },
  { name: text('节假日附加', 'Holiday surcharge'), percent: '45', when: { holiday: ['true'] } },
]
