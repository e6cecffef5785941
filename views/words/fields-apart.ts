import { type Day, Day as IsDay } from '../../catalogue/day.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import type { Payloads, SubjectKind } from '../../catalogue/subject.ts'
import { dayText, said } from '../locale/format.ts'
import type { Messages } from '../locale/locale.ts'
import { conditionsInWords, factWord } from './conditions.ts'
import { basisWords, itemName, portName } from './names.ts'
import { rateInWords } from './rate.ts'
import type { SetSaying } from './set.ts'
import { limitInWords } from './subject.ts'
import { termsInWords } from './terms.ts'

/** One part of what is said of a subject, before and after; null where nothing was or will be said. */
export type FieldApart = { name: string; before: string[] | null; after: string[] | null }

type Payload = Payloads[SubjectKind]

/** 逐项对照: every part that differs; of something new, every part that says something. What makes up its identity is left out. */
export function fieldsApart(before: Payload | null, after: Payload | null, saying: SetSaying, on: Day): FieldApart[] {
  const [old, now] = [partsOf(before), partsOf(after)]
  const names = [...new Set([...Object.keys(now), ...Object.keys(old)])].filter((name) => !IDENTITY.has(name))
  return names.flatMap((name) => {
    const [was, is] = [old[name], now[name]]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    if ((before === null || after === null) && saysNothing(was ?? is)) return []
    const told = (payload: Payload | null, value: unknown) =>
      payload === null ? null : valueInWords(name, value, payload, saying, on)
    return [{ name: partName(name, saying), ...exactly(told(before, was), told(after, is), was, is) }]
  })
}

const partsOf = (payload: Payload | null) => (payload ?? {}) as Record<string, unknown>

/** The words that make up the key of a subject: two versions of it share them. */
const IDENTITY = new Set(['code', 'item', 'port', 'area', 'entity', 'line', 'from', 'to', 'operation', 'currency'])

const saysNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  JSON.stringify(value) === '[]' ||
  JSON.stringify(value) === '{}'

const partName = (name: string, { t }: SetSaying): string => t.words.part[name as keyof Messages['part']] ?? name

/** Where two values that differ read the same in words, they are shown as they are stored: no difference stays unseen. */
const exactly = (before: string[] | null, after: string[] | null, was: unknown, is: unknown) =>
  before !== null && after !== null && before.join() === after.join()
    ? { before: [...before, JSON.stringify(was) ?? ''], after: [...after, JSON.stringify(is) ?? ''] }
    : { before, after }

/** Words of closed lists, by the part that holds one. */
const LISTED: Record<string, keyof Messages> = {
  pricing: 'pricing',
  payer: 'payer',
  nature: 'nature',
  link: 'link',
  unit: 'unit',
  decided_by: 'governingEvent',
}

function valueInWords(name: string, value: unknown, payload: Payload, saying: SetSaying, on: Day): string[] {
  const { t } = saying
  const special = SPECIAL[name]?.(value as never, payload, saying, on)
  if (special !== undefined) return special
  if (value === null || value === undefined || value === '') return [t.words.common.none]
  if (typeof value === 'boolean') return [t.words.review[value ? 'yes' : 'no']]
  if (typeof value === 'string') return [wordOf(name, value, saying)]
  if (Array.isArray(value))
    return [value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' · ')]
  if (isText(value)) return [said(value, t.locale).text]
  return [JSON.stringify(value)]
}

function wordOf(name: string, value: string, { t }: SetSaying): string {
  const area = LISTED[name]
  const words = area === undefined ? undefined : (t.words[area] as Record<string, string>)
  return words?.[value] ?? (IsDay.safeParse(value).success ? dayText(value as Day, t.locale) : value)
}

const isText = (value: unknown): value is { zh: string; en: string | null } =>
  typeof value === 'object' && value !== null && typeof (value as { zh?: unknown }).zh === 'string' && 'en' in value

type Special = (value: never, payload: Payload, saying: SetSaying, on: Day) => string[] | undefined

const SPECIAL: Record<string, Special> = {
  rate: (_: unknown, payload, { t, ref }, on) => {
    const words = rateInWords(payload as FeeStandard, t, (code) => itemName(ref, code, on, t.locale).text)
    return [words.main, ...words.steps.map(({ label, value }) => `${label} ${value}`)]
  },
  conditions: (value: FeeStandard['conditions'], _payload, { t }) =>
    orNone(conditionsInWords(value, t), t.words.common.none),
  terms: (value: FeeStandard['terms'], payload, { t }) =>
    orNone(termsInWords(value, (payload as FeeStandard).unit, t), t.words.common.none),
  basis: (value: FeeStandard['basis'], _payload, { t, ref }, on) =>
    orNone(
      value.map((one) => {
        const { short, article } = basisWords(ref, one, on, t)
        return article === null ? short.text : `${short.text} ${article.text}`
      }),
      t.words.common.none,
    ),
  provenance: ({ mark, source }: FeeStandard['provenance'], _payload, { t }) => [`${t.words.mark[mark]} · ${source}`],
  limit: (value: Payloads['operating_time']['limit'], _payload, { t }) => [limitInWords(value, t)],
  facts: (value: string[], _payload, { t }) =>
    orNone(
      value.map((fact) => factWord(fact, t)),
      t.words.common.none,
    ),
  at: (value: (keyof Messages['portKind'])[], _payload, { t }) => [
    value.map((kind) => t.words.portKind[kind]).join(' · '),
  ],
  ports: (value: string[], _payload, { t, ref }, on) => [
    value.map((code) => portName(ref, code, on, t.locale).text).join(' · '),
  ],
  kind: (value: string, _payload, { t }) => {
    const words = { ...t.words.portKind, ...t.words.lineage } as Record<string, string>
    return [words[value] ?? value]
  },
}

const orNone = (words: string[], none: string): string[] => (words.length === 0 ? [none] : words)
