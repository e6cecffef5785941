import { chinaDay, type Day } from '../catalogue/day.ts'
import type { FeeStandard } from '../catalogue/fee-standard.ts'
import { lint } from '../catalogue/lint/lint.ts'
import type { LintReport, LintSettings } from '../catalogue/lint/rule.ts'
import type { Live } from '../catalogue/live.ts'
import type { Line } from '../catalogue/release.ts'
import { readLive } from './db/live.ts'
import { readSettings } from './db/settings.ts'
import type { Desk } from './staff/desk.ts'

type Looking = Pick<Desk, 'db' | 'head' | 'now' | 'reference'>

/** The list as it stands for these lines: all that government sets, and the whole list of every entity they touch. */
export async function liveFor({ db, head, now, reference }: Looking, entities: readonly string[]): Promise<Live> {
  return readLive(db, { today: chinaDay(now()), reference: await reference(head.release()), entities })
}

/** What lint says of lines as if they were published next: today, or on a day to come, from which notice then counts. */
export async function lintOf(desk: Looking, lines: readonly Line[], on?: Day): Promise<LintReport> {
  const settings = await lintSettings(desk)
  return lint(await liveFor(desk, entitiesOf(lines)), lines, on === undefined ? settings : { ...settings, today: on })
}

/** The settings that lint is run with today. */
export async function lintSettings({ db, now }: Pick<Looking, 'db' | 'now'>): Promise<LintSettings> {
  const { noticeDays, reviewMonths } = await readSettings(db)
  return { today: chinaDay(now()), noticeDays, reviewMonths }
}

/** The entities whose lists these lines touch. */
export const entitiesOf = (lines: readonly Line[]): string[] => [
  ...new Set(lines.flatMap((line) => entityOf(line) ?? [])),
]

/** Whose list a line touches; null where it is the authority's. */
export function entityOf({ kind, key, payload }: Line): string | null {
  if (kind === 'standard') return payload === null ? named(key.split('/')[3]) : (payload as FeeStandard).entity
  if (kind === 'coverage') return named(key.split('/')[1])
  if (kind === 'entity') return key
  return kind === 'operating_time' ? named(key.split('/')[0]) : null
}

const named = (part: string | undefined): string | null => (part === undefined || part === '-' ? null : part)
