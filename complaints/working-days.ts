import type { Day } from '../catalogue/day.ts'

/** What a day is by the State Council's notice of its year; `makeup` is a weekend day worked (调休上班). */
export const DAY_KINDS = ['statutory', 'bridge', 'weekend', 'ordinary', 'makeup'] as const
export type WorkdayKind = (typeof DAY_KINDS)[number]

/** 法定日历: every day of the years whose notice was published. A day of another year is not in it, and nobody guesses it. */
export type WorkCalendar = { years: ReadonlySet<number>; kinds: ReadonlyMap<Day, WorkdayKind> }
