import { dayText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import type { ClockTold } from './case-told.ts'

/** How a clock stands: a word with its shape, and whether the day is provisional. */
export type DueWords = {
  shape: 'plenty' | 'near' | 'today' | 'late' | 'paused' | 'met' | 'metLate' | 'closed'
  says: string
  due: string
  provisional: string | null
  over: boolean
}

/** So many working days before its last day a clock is near. */
const NEAR = 3

/** 期限状态 in words: 充裕, 临近, 今日到期, 超期, 中止, 办毕. */
export function dueWords(clock: ClockTold, t: Translate): DueWords {
  const shape = shapeOf(clock)
  const ended = clock.met ?? clock.closed
  const day = ended === null ? '' : dayText(ended, t.locale)
  return {
    shape,
    says: t(`caseFile.due-${shape}`, { n: Math.abs(clock.left), day }),
    due: t('caseFile.clockDue', { day: dayText(clock.due, t.locale) }),
    provisional: clock.provisional && ended === null ? t.words.caseFile.provisional : null,
    over: ended !== null,
  }
}

function shapeOf({ met, missed, closed, paused, left, over }: ClockTold): DueWords['shape'] {
  if (met !== null) return missed === null ? 'met' : 'metLate'
  if (closed !== null) return 'closed'
  if (paused) return 'paused'
  if (over) return 'late'
  if (left === 0) return 'today'
  return left <= NEAR ? 'near' : 'plenty'
}
