import type { Basis } from '../../catalogue/basis.ts'
import type { CountingRule, Terms } from '../../catalogue/fee-standard.ts'
import { text } from '../../catalogue/text.ts'
import { basis, terms } from '../seed.ts'

/** 进整: every line of a bill to the yuan, half up, and at least one yuan (article 6, to be verified). */
export const TO_THE_YUAN: Terms = terms({ rounding: { decimals: 0, mode: 'half_up', minimum: '1' } })

/** 船舶计费吨: net tons, gross tons where a ship has none, deadweight where she has neither; part of a ton counts as one. */
export const BY_NET_TON: Terms = terms({
  ...TO_THE_YUAN,
  quantity: 'net_tonnage',
  quantity_else: ['gross_tonnage', 'deadweight'],
  whole_units: true,
})

/** The same by the hour: under an hour is one, beyond it a remainder up to half an hour is half, more is one. */
export const BY_NET_TON_HOUR: Terms = { ...BY_NET_TON, half_hours: true }

/** Goods: at least one billing ton to a bill, counted to 0.01 ton. */
export const BY_TON: Terms = terms({ ...TO_THE_YUAN, minimum_quantity: '1' })

/** 箱内容积 usual for each listed box in m³ (to be verified), by which boxes of other sizes pay in proportion. */
export const BOX_M3 = { '20': '33.2', '40': '67.7' } as const

/** 夜班、节假日附加: 45 % each, so 90 % where both fall together. */
export const NIGHT_AND_HOLIDAY: Terms['surcharges'] = [
  { name: text('夜班附加', 'Night surcharge'), percent: '45', when: { night: ['true'] } },
  { name: text('节假日附加', 'Holiday surcharge'), percent: '45', when: { holiday: ['true'] } },
]

const RULES_OF_2019 = 'jsg-2019-2'

/** 所据条款: terms with the articles of the 2019 measures, where the price rests on these; unchanged for any other. */
export function underArticles(given: Terms, by: readonly Basis[], timed = false): Terms {
  if (!by.some(({ document }) => document === RULES_OF_2019)) return given
  const articles: Partial<Record<CountingRule, Basis>> = {
    ...(given.quantity_else && { quantity: basis(RULES_OF_2019, '第六条第（二）项') }),
    ...(timed && { periods: basis(RULES_OF_2019) }),
    ...(given.box_m3 && { box_volume: basis(RULES_OF_2019, '货物港务费费率表附注') }),
    ...(given.rounding && { rounding: basis(RULES_OF_2019, '第六条第（一）项（待核实）') }),
  }
  return Object.keys(articles).length === 0 ? given : { ...given, articles }
}
