import { instantText } from '../locale/format.ts'
import type { Locale, Translate } from '../locale/locale.ts'

/** The moment of a publication as people in China read it, and as machines do. */
export type Moment = { text: string; datetime: string }
export const published = (at: Date, t: Translate): Moment => ({
  text: t('changes.published', { day: instantText(at, t.locale), time: clock(at) }),
  datetime: at.toISOString(),
})

/** 2026年11月23日 10:00, as people in China read an instant. */
export const momentText = (at: Date, locale: Locale): string => `${instantText(at, locale)} ${clock(at)}`

/** 09:00, on the clock in China. */
const clock = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
