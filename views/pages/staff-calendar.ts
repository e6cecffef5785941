import type { Mark } from '../../catalogue/basis.ts'
import { chinaDay } from '../../catalogue/day.ts'
import type { ClockRule } from '../../complaints/rule.ts'
import { type Cited, cited } from '../complaints/article.ts'
import { countText } from '../complaints/clock-days.ts'
import { type DayShown, type YearPicture, yearPicture } from '../complaints/year-picture.ts'
import { address } from '../context.ts'
import { type Said, said, validityText } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { momentText } from '../words/moment.ts'

/** A fault of a notice that was sent, as its form shows it. */
export type CalendarFault = { code: string; line: number | null; value: string }

/** What the page is made of: the years, the days of one of them, the rules, and a notice that was sent with faults. */
export type CalendarData = {
  years: readonly { year: number; notice: string; mark: Mark; importedAt: Date; by: string | null }[]
  year: number
  days: readonly DayShown[]
  rules: readonly ClockRule[]
  sent: { text: string; faults: readonly CalendarFault[] } | null
}

/** `/staff/calendar`: the years whose notices are entered, one of them day by day, and the rules that clocks run by. */
export type StaffCalendarPage = {
  frame: StaffFrame
  action: string
  may: boolean
  years: {
    year: string
    href: string
    current: boolean
    notice: string
    mark: { word: string; unverified: boolean }
    entered: string
  }[]
  unpublished: string | null
  picture: YearPicture | null
  groups: { title: string; open: boolean; rules: RuleShown[] }[]
  problems: { says: string; faults: string[] } | null
  text: string
  example: string
  words: Messages['calendar']
}
type RuleShown = {
  clock: string
  for: string
  term: string
  rolls: string | null
  extension: string
  pauses: string
  says: Said
  cited: Cited
  source: Said | null
  valid: string
}

const EXAMPLE = `year,2026
notice,国办发明电〔2025〕7号
statutory,2026-01-01,2026-01-01,元旦
off,2026-01-02,2026-01-03,元旦
makeup,2026-01-04`

export function staffCalendarPage(
  ctx: StaffContext,
  { years, year, days, rules, sent }: CalendarData,
): StaffCalendarPage {
  const t = translator(ctx.locale)
  const words = t.words.calendar
  const today = chinaDay(ctx.now)
  const now = rules.filter(({ until }) => until === null || today < until)
  const past = rules.filter(({ until }) => until !== null && until <= today)
  return {
    frame: staffFrame(ctx, words.title),
    action: address(ctx, '/staff/calendar'),
    may: ctx.may('calendar.write'),
    years: years.map((one) => ({
      year: String(one.year),
      href: address(ctx, '/staff/calendar', { year: String(one.year) }),
      current: one.year === year,
      notice: one.notice,
      mark: { word: t.words.mark[one.mark], unverified: one.mark === 'recall' },
      entered:
        one.by === null
          ? words.withPortal
          : t('calendar.enteredBy', { by: one.by, at: momentText(one.importedAt, ctx.locale) }),
    })),
    unpublished: days.length > 0 ? null : t('calendar.unpublished', { year: String(year) }),
    picture: days.length === 0 ? null : yearPicture(t, year, days, today),
    groups: [
      { title: words.rulesNow, open: true, rules: now.map((rule) => ruleShown(t, rule)) },
      { title: words.rulesPast, open: false, rules: past.map((rule) => ruleShown(t, rule)) },
    ].filter((group) => group.rules.length > 0),
    problems: sent === null ? null : problemsOf(t, sent.faults),
    text: sent?.text ?? '',
    example: EXAMPLE,
    words,
  }
}

function ruleShown(t: Translate, rule: ClockRule): RuleShown {
  const { code, type, track, count, roll, extension, pauses, says, basis, provenance } = rule
  const words = t.words.calendar
  const unverified = provenance.mark === 'recall' || provenance.mark === 'single'
  return {
    clock: t(`caseWords.clock-${code}`),
    for: track === null ? t(`caseWords.type-${type}`) : t(`caseWords.track-${track}`),
    term: countText(t, count),
    rolls: roll && count.unit === 'day' ? words.rollsOver : null,
    extension:
      extension === null
        ? words.noExtension
        : t('calendar.extensionTimes', { count: countText(t, extension), n: extension.times }),
    pauses: pauses.length === 0 ? words.noPauses : pauses.map((pause) => words[`pause-${pause}`]).join(', '),
    says: said(says, t.locale),
    cited: cited({ ...basis, mark: provenance.mark }, t),
    source: unverified ? { text: provenance.source, lang: t.locale === 'en' ? 'zh-CN' : null } : null,
    valid: validityText(rule, t),
  }
}

function problemsOf(t: Translate, faults: readonly CalendarFault[]): StaffCalendarPage['problems'] {
  const says = ({ code, value }: CalendarFault) =>
    t(`calendar.fault-${code}` as 'calendar.fault-twice', { value: value === '' ? '–' : value })
  return {
    says: t('calendar.faulty', { n: faults.length }),
    faults: faults
      .slice(0, 50)
      .map((fault) =>
        fault.line === null ? says(fault) : t('calendar.inLine', { line: fault.line, says: says(fault) }),
      ),
  }
}
