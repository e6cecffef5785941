import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { StatCell } from '../../complaints/statistics/table.ts'
import type { Translate } from '../locale/locale.ts'
import { portName } from './names.ts'

/** The names that a reader of statistics sees for codes: as of which release and day, in which language. */
export type Naming = { reference: Reference; on: Day; t: Translate }

/** What a row or column of statistics is called: a port, a link, a month, or a word of cases. */
export function statWord(code: string, { reference, on, t }: Naming): { text: string; lang: string | null } {
  const { stats, caseWords, link } = t.words
  const known: Record<string, string | undefined> = { ...caseWords, ...link, ...stats }
  const word = code in stats ? known[code] : PREFIXES.map((prefix) => known[`${prefix}${code}`]).find(Boolean)
  if (word !== undefined) return { text: word, lang: null }
  return /^\d/.test(code) ? { text: code, lang: null } : portName(reference, code, on, t.locale)
}
const PREFIXES = ['', 'track-', 'category-', 'outcome-', 'clock-'] as const

/** A figure as it is printed, and what a sign in its place means. */
export function cellText(cell: StatCell, { words }: Translate): { text: string; means: string | null } {
  if ('value' in cell) return { text: cell.value, means: null }
  const { hidden } = cell
  return { text: words.stats[hidden === 'none' ? 'nothing' : hidden], means: words.stats[`hidden-${hidden}`] }
}
