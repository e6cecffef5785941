import type { Mark } from '../catalogue/basis.ts'
import type { Day } from '../catalogue/day.ts'
import type { Step } from './case.ts'
import type { CaseType, Track } from './words.ts'

/** The article that a step rests on, and how well it is known. */
export type Article = { document: string; article: string; mark: Mark }
type About = { type: CaseType; track: Track; receivedOn: Day }
type Cited = Partial<Record<Step, string>>

/** The day on which SAMR Order 121 (第121号令) takes the place of Order 20. */
export const ORDER_121: Day = '2026-04-15' as Day

const OLD: Record<CaseType, Cited> = {
  complaint: {
    accept: '第十四条',
    refuse: '第十五条',
    lapse: '第十五条',
    transfer: '第十二条、第十三条',
    mediate: '第十六条',
    decide: '第二十一条',
    notify: '第二十一条',
    withdraw: '第二十一条',
  },
  report: {
    ask_supplement: '第二十四条',
    accept: '第二十五条',
    refuse: '第二十九条',
    transfer: '第二十五条、第二十九条',
    file_case: '第三十一条',
    decide_not_to_file: '第三十一条',
    decide: '第三十一条',
    notify: '第三十一条',
  },
  consultation: {},
}

const NEW: Record<CaseType, Cited> = {
  complaint: {
    ask_supplement: '第十条',
    accept: '第十五条',
    refuse: '第十五条、第十六条',
    lapse: '第十六条第（五）项',
    transfer: '第十三条、第十四条',
    mediate: '第十八条',
    decide: '第二十三条',
    suspend: '第二十二条',
    notify: '第二十三条',
    withdraw: '第二十三条',
    appeal: '第四十四条',
  },
  report: {
    ask_supplement: '第二十八条',
    accept: '第二十九条',
    refuse: '第三十四条',
    transfer: '第二十九条、第三十四条',
    file_case: '第三十五条',
    decide_not_to_file: '第三十五条',
    decide: '第三十五条',
    suspend: '第三十五条',
    extend: '第三十五条',
    notify: '第三十六条',
    appeal: '第四十四条',
  },
  consultation: { refuse: '第四十四条' },
}

/** 责令退还与复议 rest on the price law, whichever order is in force. */
const PRICE: Cited = { order_refund: '第十六条', appeal: '第二十条' }

/**
 * 依据: the article of the order in force when the case was received; of 价格违法行为行政处罚规定 for a refund and, with a
 * price report, a review. The port administration's own rules are not in our files: there is none to cite.
 */
export function articleOf(step: Step, { type, track, receivedOn }: About): Article | null {
  const price = PRICE[step]
  if (price !== undefined && track === 'samr_price')
    return { document: 'price-penalty-rules', article: price, mark: 'verified' }
  if (track === 'port_industry') return null
  const old = receivedOn < ORDER_121
  const article = (old ? OLD : NEW)[type][step]
  return article === undefined ? null : { document: old ? 'samr-20' : 'samr-121', article, mark: 'verified' }
}
