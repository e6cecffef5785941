import type { Day } from '../../catalogue/day.ts'
import type { CountedDay, Stretch } from '../../complaints/clocks.ts'
import type { ClockCode, ClockRule, Count } from '../../complaints/rule.ts'
import { dayText, inChinese, type Said, said } from '../locale/format.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import { type Cited, cited } from './article.ts'

/** What is told of a clock; `days` are those of `whyThisDay`. */
export type ClockTold = {
  code: ClockCode
  rule: ClockRule
  stretch: Stretch
  dueOn: Day
  provisional: boolean
  days: readonly CountedDay[]
}

/** 为什么是这一天: the rule in words with its article, the reckoning in sentences, and every day of it. */
export type ClockDays = {
  title: string
  says: Said
  cited: Cited
  source: Said
  provisional: string | null
  facts: string[]
  summary: string
  days: {
    datetime: Day
    day: string
    weekday: string
    kind: string
    what: string
    shape: CountedDay['what']
    due: boolean
  }[]
  words: Messages['clocks']
}

export function clockDays(t: Translate, { code, rule, stretch, dueOn, provisional, days }: ClockTold): ClockDays {
  const unknown = days.find(({ kind }) => kind === null)
  return {
    title: t(`caseWords.clock-${code}`),
    says: said(rule.says, t.locale),
    cited: cited({ ...rule.basis, mark: rule.provenance.mark }, t),
    source: inChinese(rule.provenance.source, t.locale),
    provisional:
      provisional && unknown !== undefined ? t('clocks.provisional', { year: unknown.day.slice(0, 4) }) : null,
    facts: factsOf(t, { stretch, dueOn, days }),
    summary: t('clocks.days', { n: days.length }),
    days: days.map(({ day, kind, what, n }) => ({
      datetime: day,
      day: dayText(day, t.locale),
      weekday: weekdayOf(t, day),
      kind: t(`clocks.kind-${kind ?? 'unknown'}`),
      what: t(`clocks.what-${what}`, n === null ? {} : { n }),
      shape: what,
      due: day === dueOn,
    })),
    words: t.words.clocks,
  }
}

/** 3 个工作日, 60 日. */
export const countText = (t: Translate, { amount, unit }: Count): string => t(`clocks.unit-${unit}`, { n: amount })

function factsOf(t: Translate, { stretch, dueOn, days }: Pick<ClockTold, 'stretch' | 'dueOn' | 'days'>): string[] {
  const paused = days.filter(({ what }) => what === 'paused').length
  return [
    t('clocks.begins', { day: dayText(stretch.startedOn, t.locale) }),
    t('clocks.runs', { count: countText(t, stretch.rule.count) }),
    ...(paused === 0 ? [] : [t('clocks.pausedFor', { n: paused })]),
    ...stretch.extensions.map((count) => t('clocks.extendedBy', { count: countText(t, count) })),
    ...(days.at(-1)?.what === 'rolled' ? [t('clocks.rolls')] : []),
    t('clocks.ends', { day: dayText(dueOn, t.locale) }),
  ]
}

const weekdayOf = (t: Translate, day: Day): string =>
  t(`clocks.weekday-${Temporal.PlainDate.from(day).dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7}`)
