import type { Day } from '../../catalogue/day.ts'
import type { Reckoned, Work } from '../../catalogue/movement.ts'
import type { LocalTime } from '../../catalogue/night.ts'
import { dayText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'

type Movement = { work: Work | null; night: Reckoned; holiday: Reckoned }

/** 夜班与节假日的判断: how each movement was judged, and by what, a sentence each. */
export function movementsInWords({ inward, outward }: { inward: Movement; outward: Movement }, t: Translate): string[] {
  return [movementInWords(inward, 'inward', t), movementInWords(outward, 'outward', t)]
}

function movementInWords({ work, night, holiday }: Movement, side: 'inward' | 'outward', t: Translate): string {
  const { calculator: words, common, frame } = t.words
  const head =
    work === null
      ? words[`${side}NoTime`]
      : t(`calculator.${side}Work`, { from: timeText(work.from, t), until: timeText(work.until, t) })
  const judged = [...new Set([nightInWords(night, t), holidayInWords(holiday, work, t)])]
  return `${head}${frame.separator}${judged.join(common.semicolon)}`
}

function nightInWords(night: Reckoned, t: Translate): string {
  const { calculator: words } = t.words
  if (night.how === 'said') return night.value ? words.saidNight : words.saidNoNight
  if (night.how === 'worked_out' && night.within === 0) return words.nightNone
  if (night.how === 'worked_out')
    return t(night.value ? 'calculator.nightYes' : 'calculator.nightNo', { n: night.within })
  return night.how === 'no_night' ? words.noNightHours : words.noTimes
}

function holidayInWords(holiday: Reckoned, work: Work | null, t: Translate): string {
  const { calculator: words } = t.words
  if (holiday.how === 'said') return holiday.value ? words.saidHoliday : words.saidNoHoliday
  if (holiday.how === 'worked_out')
    return holiday.value ? t('calculator.holidayYes', { n: holiday.within }) : words.holidayNo
  return holiday.how === 'no_calendar' && work
    ? t('calculator.noCalendar', { year: work.from.slice(0, 4) })
    : words.noTimes
}

/** 2026年10月1日 05:30. */
const timeText = (at: LocalTime, t: Translate): string => `${dayText(at.slice(0, 10) as Day, t.locale)} ${at.slice(11)}`
