import type { SingleRate } from '../../catalogue/rate/rate.ts'
import { amountText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { factUnit, factWord } from './conditions.ts'

type Tiered = SingleRate & { form: 'tiered' }

/** The steps of 分档价, each with the stretch of the fact it holds for: “over” leaves the edge out, “up to” takes it in. */
export const tierSteps = ({ fact, mode, tiers }: Tiered, t: Translate): { label: string; amount: string }[] =>
  tiers.map(({ over, amount }, n) => {
    const to = tiers[n + 1]?.over
    const values = {
      fact: factWord(fact, t),
      unit: factUnit(fact, t),
      over: amountText(over),
      to: to === undefined ? '' : amountText(to),
    }
    const [first, middle, last] = mode === 'marginal' ? PARTS : WHOLES
    return { label: t(to === undefined ? last : n === 0 ? first : middle, values).trim(), amount }
  })

const PARTS = ['rate.upToPart', 'rate.betweenPart', 'rate.overPart'] as const
const WHOLES = ['rate.upTo', 'rate.between', 'rate.over'] as const
