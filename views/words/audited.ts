import type { Messages, Translate } from '../locale/locale.ts'
import { rolesIn } from '../pages/staff-roles.ts'

/** What an act is called: a step of a case as that step is; an act without a name of its own is told by its code. */
export const actText = (act: string, { audit, caseWords }: Messages): string =>
  wordOf(audit, `act-${act}`, wordOf(caseWords, act.replace(/^case\./, 'step-'), act))

/** What was acted on, in words: 变更集 12 第 3 条, 案件 TS…-1; an address, an account or what has no name stays as it was kept. */
export function objectText(object: string, t: Translate): string {
  const { settings } = t.words
  const [, about, no] = object.match(/^(case|cluster)\/(.+)$/) ?? []
  if (about === 'case') return t('audit.object-case', { no: no! })
  if (about === 'cluster') return t('audit.object-cluster', { id: no! })
  const [kind, id, n] = object.match(/^(set|import|release)?[ /]?(\d+)(?:\/(\d+|new))?$/)?.slice(1) ?? []
  if (id === undefined) return Object.hasOwn(settings, `${object}Hint`) ? wordOf(settings, object, object) : object
  if (n !== undefined && n !== 'new') return t('audit.object-line', { id, n })
  return t(`audit.object-${(kind ?? 'set') as 'set' | 'import' | 'release'}`, { id })
}

/** What was kept beside an act: names and known values in words, the rest as it was kept. */
export const detailText = (detail: Record<string, unknown>, t: Translate): string =>
  Object.entries(detail)
    .map(([name, value]) =>
      t('audit.detailPair', {
        name: wordOf(t.words.audit, `detail-${name}`, name),
        value: valueText(name, value, t),
      }),
    )
    .join(' · ')

function valueText(name: string, value: unknown, t: Translate): string {
  if (name === 'held' && Array.isArray(value)) return rolesIn(t.locale, value, [])
  if (name === 'role') return wordOf(t.words.signIn, `role-${value}`, String(value))
  if (typeof value === 'boolean') return value ? t.words.settings.yes : t.words.settings.no
  if (name === 'why' || name === 'code') return wordOf(t.words.audit, `why-${value}`, String(value))
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const wordOf = (words: Readonly<Record<string, string>>, key: string, otherwise: string): string =>
  Object.hasOwn(words, key) ? words[key]! : otherwise
