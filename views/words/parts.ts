import type { Basis, Provenance } from '../../catalogue/basis.ts'
import type { Conditions } from '../../catalogue/facts.ts'
import type { Statement } from '../../catalogue/statement.ts'
import type { Payloads } from '../../catalogue/subject.ts'
import type { Text } from '../../catalogue/text.ts'
import { said } from '../locale/format.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import { conditionsInWords } from './conditions.ts'
import { basisWords, itemName } from './names.ts'
import { rateInWords } from './rate.ts'
import type { Saying } from './subject.ts'

/** One part of a statement in words: what it is called, what it was, what it is. */
export type PartWords = { name: string; before: string; after: string; lang: string | null }

/** Part by part what a line says; beside what stood before only the parts that differ. */
export function partsOf(before: Statement | null, said: Statement, saying: Saying): PartWords[] {
  const [old, now] = [payloadOf(before), payloadOf(said)]
  if (now === null) return []
  const { part } = saying.t.words
  return Object.keys(now).flatMap((name) => {
    const same = old !== null && JSON.stringify(old[name]) === JSON.stringify(now[name])
    const nothing = old === null && now[name] === null
    if (same || nothing || !(name in part)) return []
    const word = part[name as keyof Messages['part']]
    const told = (payload: Record<string, unknown>) => partText(said.kind, name, payload, saying)
    return [{ name: word, before: old === null ? '' : told(old), after: told(now), lang: langOf(now[name], saying.t) }]
  })
}

const payloadOf = (statement: Statement | null) => (statement?.payload ?? null) as Record<string, unknown> | null

/** Text that is kept in Chinese only says so on an English page. */
const langOf = (value: unknown, t: Translate): string | null =>
  t.locale === 'en' && typeof value === 'string' && /\p{Script=Han}/u.test(value) ? 'zh-CN' : null

/** One part in words; what has none of its own is told as data. */
function partText(kind: Statement['kind'], name: string, payload: Record<string, unknown>, saying: Saying): string {
  const { t, ref, on } = saying
  const value = payload[name]
  if (value === null || value === undefined) return t.words.common.none
  if (name === 'rate' && kind === 'standard')
    return rateInWords(payload as Payloads['standard'], t, (code) => itemName(ref, code, on, t.locale).text).main
  if (name === 'conditions') return conditionsInWords(value as Conditions, t).join(' · ') || t.words.common.none
  if (name === 'basis')
    return (
      (value as Basis[]).map((one) => basisWords(ref, one, on, t).short.text).join(t.words.common.and) ||
      t.words.common.none
    )
  if (name === 'provenance') return `${t.words.mark[(value as Provenance).mark]} · ${(value as Provenance).source}`
  return codeText(name, value, t) ?? plainText(value, t)
}

const CODES = ['pricing', 'payer', 'link', 'nature', 'unit'] as const

function codeText(name: string, value: unknown, t: Translate): string | undefined {
  const area = CODES.find((one) => one === name)
  return area && (t.words[area] as Record<string, string>)[String(value)]
}

function plainText(value: unknown, t: Translate): string {
  if (typeof value === 'boolean') return value ? t.words.transparency.yes : t.words.transparency.no
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value))
    return value.length === 0 ? t.words.common.none : value.map((one) => plainText(one, t)).join(t.words.common.and)
  if (isText(value)) return said(value, t.locale).text
  return JSON.stringify(value)
}

const isText = (value: object): value is Text => 'zh' in value && 'en' in value && Object.keys(value).length === 2
