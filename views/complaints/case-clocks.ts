import type { Translate } from '../locale/locale.ts'
import { type DueWords, dueWords } from './case-due.ts'
import type { CaseTold } from './case-told.ts'
import { type ClockDays, clockDays } from './clock-days.ts'

/** 期限 as the page shows one: what must be done, how it stands, and why that day. */
export type CaseClock = DueWords & { title: string; days: ClockDays }

export const clocksIn = (told: CaseTold, t: Translate): CaseClock[] =>
  told.clocks.map((clock) => ({
    title: t.words.caseWords[`clock-${clock.code}`],
    days: clockDays(t, clock.why),
    ...dueWords(clock, t),
  }))
