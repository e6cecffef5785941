import { z } from 'zod'
import { addDays, Day } from '../catalogue/day.ts'
import type { WorkdayKind } from './working-days.ts'
import { isWeekday } from './working-days.ts'

/** 放假通知: what the State Council says of a year. `days` is every day of it, and what it says of the December before. */
export type Notice = { year: number; notice: string; days: readonly NoticeDay[] }
export type NoticeDay = { day: Day; kind: WorkdayKind; name: string | null }

/** What is wrong with a notice that was typed, and in which line; null where it is the whole. */
export type NoticeFault = { code: NoticeFaultCode; line: number | null; value: string }
export type NoticeFaultCode =
  | 'missing-year'
  | 'missing-notice'
  | 'bad-line'
  | 'bad-json'
  | 'not-a-day'
  | 'backwards'
  | 'other-year'
  | 'twice'
  | 'not-a-weekend'
  | 'missing-new-year'
  | 'missing-national-day'

/** One line of it: `statutory` a day that the law itself names, `off` another day of the break, `makeup` a weekend day worked. */
type Said = { line: number; kind: 'statutory' | 'off' | 'makeup'; from: string; to: string; name: string | null }
type Typed = { year: number | null; notice: string; said: Said[]; faults: NoticeFault[] }

/**
 * Reads a notice: CSV lines `year,2027` · `notice,国办发明电〔2026〕…号` · `statutory,2027-01-01,2027-01-01,元旦` ·
 * `off,2027-01-02,2027-01-03,元旦` · `makeup,2027-01-10`, or the same as JSON. Says everything that is wrong at once.
 */
export function readNotice(text: string): { ok: true; notice: Notice } | { ok: false; faults: NoticeFault[] } {
  const typed = text.trimStart().startsWith('{') ? fromJson(text) : fromLines(text)
  const { days, faults: found } = daysSaid(typed)
  const faults = [...typed.faults, ...found, ...absent(typed, days)]
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, notice: { year: typed.year!, notice: typed.notice, days: wholeYear(typed.year!, days) } }
}

function fromLines(text: string): Typed {
  const typed: Typed = { year: null, notice: '', said: [], faults: [] }
  for (const [at, row] of text.split(/\r?\n/).entries()) {
    const [kind = '', from = '', to = '', name = ''] = row.split(',').map((cell) => cell.trim())
    const line = at + 1
    if (kind === '' || kind === 'kind') continue
    if (kind === 'year') typed.year = yearOf(from)
    else if (kind === 'notice') typed.notice = from.slice(0, 120)
    else if (kind === 'statutory' || kind === 'off' || kind === 'makeup')
      typed.said.push({ line, kind, from, to: to || from, name: name.slice(0, 40) || null })
    else typed.faults.push({ code: 'bad-line', line, value: row.slice(0, 60) })
  }
  return typed
}

const Json = z.strictObject({
  year: z.int(),
  notice: z.string().trim().max(120),
  holidays: z
    .array(
      z.strictObject({
        from: z.string(),
        to: z.string().optional(),
        name: z.string().trim().max(40),
        statutory: z.boolean(),
      }),
    )
    .max(400),
  makeup: z.array(z.string()).max(60).default([]),
})

function fromJson(text: string): Typed {
  const read = Json.safeParse(parsed(text))
  if (!read.success) {
    const value = read.error.issues[0]!.path.join('.')
    return { year: 0, notice: '-', said: [], faults: [{ code: 'bad-json', line: null, value }] }
  }
  const { year, notice, holidays, makeup } = read.data
  const rest = holidays.map(({ from, to = from, name, statutory }) => ({
    ...{ kind: statutory ? ('statutory' as const) : ('off' as const), from, to, name },
  }))
  const worked = makeup.map((from) => ({ kind: 'makeup' as const, from, to: from, name: null }))
  const said = [...rest, ...worked].map((one, at) => ({ line: at + 1, ...one }))
  return { year: yearOf(String(year)), notice, said, faults: [] }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const yearOf = (text: string): number | null => (/^20\d\d$/.test(text) ? Number(text) : null)

/** Each day that the notice names, and what is wrong with the lines that name them. */
function daysSaid({ year, said }: Typed): { days: Map<Day, NoticeDay>; faults: NoticeFault[] } {
  const days = new Map<Day, NoticeDay>()
  const faults: NoticeFault[] = []
  for (const { line, kind, from, to, name } of said) {
    const fault = (code: NoticeFaultCode, value: string) => faults.push({ code, line, value: value.slice(0, 30) })
    const wrong = [from, to].find((one) => !Day.safeParse(one).success)
    if (wrong !== undefined) fault('not-a-day', wrong)
    else if (to < from || to > addDays(from as Day, 31)) fault('backwards', `${from} – ${to}`)
    else
      for (let day = from as Day; day <= to; day = addDays(day, 1))
        if (year !== null && !belongs(day, year)) fault('other-year', day)
        else if (days.has(day)) fault('twice', day)
        else if (kind === 'makeup' && isWeekday(day)) fault('not-a-weekend', day)
        else days.set(day, { day, kind: kind === 'off' ? (isWeekday(day) ? 'bridge' : 'weekend') : kind, name })
  }
  return { days, faults }
}

const belongs = (day: Day, year: number): boolean => day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`)

/** What every notice has: its year, its name, New Year's Day and National Day. */
function absent({ year, notice, faults }: Typed, days: ReadonlyMap<Day, NoticeDay>): NoticeFault[] {
  if (faults.some(({ code }) => code === 'bad-json')) return []
  const without = (code: NoticeFaultCode, value = ''): NoticeFault => ({ code, line: null, value })
  const named = (date: string) => days.get(`${year}-${date}` as Day)?.kind === 'statutory'
  return [
    ...(year === null ? [without('missing-year')] : []),
    ...(notice === '' ? [without('missing-notice')] : []),
    ...(year === null || named('01-01') ? [] : [without('missing-new-year', `${year}-01-01`)]),
    ...(year === null || named('10-01') ? [] : [without('missing-national-day', `${year}-10-01`)]),
  ]
}

/** Every day of the year: those of the notice, and all others as their weekday has them. */
function wholeYear(year: number, said: ReadonlyMap<Day, NoticeDay>): NoticeDay[] {
  const days = [...said.values()].filter(({ day }) => day < `${year}-01-01`)
  for (let day = `${year}-01-01` as Day; day < `${year + 1}`; day = addDays(day, 1))
    days.push(said.get(day) ?? { day, kind: isWeekday(day) ? 'ordinary' : 'weekend', name: null })
  return days
}
