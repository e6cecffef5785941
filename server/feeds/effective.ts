import { type Amount, compareAmounts } from '../../catalogue/amount.ts'
import type { Day } from '../../catalogue/day.ts'
import type { Difference } from '../../catalogue/listing.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { type Text, text } from '../../catalogue/text.ts'
import { said } from '../../views/locale/format.ts'
import { translator } from '../../views/locale/locale.ts'
import { addressOf, type Place } from './address.ts'
import { linesOf, standardIn, subjectWords } from './effect-words.ts'

/** A change that takes effect on a day, in words: 上调 · 引航费 · 宁波舟山港, and from what to what. */
export type EffectiveChange = {
  path: string
  on: Day
  direction: Direction
  word: string
  title: string
  text: string
  url: string
  publishedAt: Date
}
export type Direction = 'added' | 'ended' | 'raised' | 'lowered' | 'changed'

/** The release that last said so: its time is that of the change’s entry and event. */
export const saidIn = ({ before, after }: Difference): number =>
  Math.max(before?.known.from ?? 0, after?.known.from ?? 0)

/** A difference in the words of one language; `publishedAt` is when its release (`saidIn`) was published. */
export function effectiveChange(
  difference: Difference,
  ref: Reference,
  place: Place,
  publishedAt: Date,
): EffectiveChange {
  const { kind, key, on } = difference
  const t = translator(place.locale)
  const direction = directionOf(difference)
  const word = said(WORDS[direction], place.locale).text
  const about = (difference.after ?? difference.before)!
  return {
    path: `effective/${on}/${kind}/${key}`,
    on,
    direction,
    word,
    title: [word, ...subjectWords(about, ref, on, t)].join(' · '),
    text: linesOf(difference, ref, t).join('\n'),
    url: addressOf(place, `${pathOf(about)}?on=${on}`),
    publishedAt,
  }
}

function directionOf({ change, before, after }: Difference): Direction {
  if (change !== 'changed') return change
  const [old, now] = [soleAmount(before), soleAmount(after)]
  const order = old === null || now === null || old.unit !== now.unit ? 0 : compareAmounts(now.amount, old.amount)
  return order > 0 ? 'raised' : order < 0 ? 'lowered' : 'changed'
}

const soleAmount = (statement: Statement | null): { amount: Amount; unit: string } | null => {
  const standard = standardIn(statement)
  return standard?.rate.form === 'fixed' ? { amount: standard.rate.amount, unit: standard.unit } : null
}

const pathOf = (statement: Statement): string =>
  statement.kind === 'operating_time' ? '/operating-times' : `/fees/${standardIn(statement)?.item ?? statement.key}`

const WORDS: Record<Direction, Text> = {
  added: text('新增', 'New'),
  ended: text('终止', 'Ends'),
  raised: text('上调', 'Raised'),
  lowered: text('下调', 'Lowered'),
  changed: text('变更', 'Changed'),
}
