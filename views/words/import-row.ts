import type { Day } from '../../catalogue/day.ts'
import type { ImportMode } from '../../catalogue/import/reading.ts'
import type { Text } from '../../catalogue/text.ts'
import { address } from '../context.ts'
import { dayText, releaseText, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { momentText } from './moment.ts'

/** 导入 as the pages are told of it. `list` is the name of whose list it is; null the authority's. */
export type ImportTold = {
  id: number
  list: Text | null
  mode: ImportMode
  effective: Day
  attest: boolean
  name: string
  sha: string
  by: { name: string }
  at: Date
  state: 'waiting' | 'reading' | 'read' | 'failed' | 'applied' | 'discarded'
  progress: number
  stage: string | null
  release: number | null
  changeSet: number | null
  errors: number
  open: number
}

/** One import in a list of them. */
export type ImportRow = {
  href: string
  number: string
  file: string
  list: string
  mode: string
  effective: string
  by: string
  state: string
  shape: string
}

export function importRow(told: ImportTold, t: Translate): ImportRow {
  return {
    href: address(t, `/staff/imports/${told.id}`),
    number: String(told.id),
    file: told.name,
    ...importWords(told, t),
    ...stateWords(told, t),
  }
}

/** Where an import stands; once it was read, by what is to be done about it. */
export function stateWords(
  { state, errors, open }: Pick<ImportTold, 'state' | 'errors' | 'open'>,
  t: Translate,
): { state: string; shape: string } {
  if (state === 'read' && errors > 0) return { state: t.words.imports.state_faulty, shape: 'faulty' }
  if (state === 'read' && open > 0) return { state: t('imports.state_asking', { n: open }), shape: 'asking' }
  return { state: t.words.imports[`state_${state}`], shape: state }
}

/** What was said of an import when it was sent. */
export const importWords = ({ list, mode, effective, by, at }: ImportTold, t: Translate) => ({
  list: list === null ? t.words.imports.authority : said(list, t.locale).text,
  mode: mode === 'full' ? t.words.imports.modeFull : t.words.imports.modeChanges,
  effective: dayText(effective, t.locale),
  by: t('imports.sentByAt', { name: by.name, at: momentText(at, t.locale) }),
})

/** What the lines were compared with: 第 55 号发布, and the day. */
export const comparedWith = ({ release, effective }: ImportTold, t: Translate): string =>
  t('imports.previewLead', { release: releaseText(release ?? 0, t), day: dayText(effective, t.locale) })
