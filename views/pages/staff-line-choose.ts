import type { Statement } from '../../catalogue/statement.ts'
import { SubjectKind } from '../../catalogue/subject.ts'
import type { Text } from '../../catalogue/text.ts'
import { address } from '../context.ts'
import { type Choice, choice, choices } from '../line/field.ts'
import { type Pickable, pick } from '../line/pickers.ts'
import { said, validityText } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { subjectInWords, whereOf } from '../words/subject.ts'
import { asReader, setLink } from './staff-line.ts'

/** What can be changed in a set: its kinds, what of each is published, and the standards of an item that was chosen. */
export type ChooseData = {
  set: { id: number; entity: string | null; title: Text }
  kinds: readonly SubjectKind[]
  from: Pickable
  /** The keys that the set reaches, by kind; standards come by item instead. */
  keys: Partial<Record<SubjectKind, readonly string[]>>
  listed: { item: string; standards: readonly Statement<'standard'>[] } | null
}

/** `/staff/sets/:set/lines/new`: what to change, before its form is opened. */
export type StaffLineChoosePage = {
  frame: StaffFrame
  set: { href: string; text: string }
  action: string
  kinds: {
    kind: string
    title: string
    blank: string
    id: string
    label: string
    options: Choice[]
    changes: Choice[] | null
  }[]
  listed: Listed | null
  words: Messages['lineForms']
}
type Listed = {
  title: string
  blank: string
  heads: Record<'line' | 'rate' | 'validity' | 'act', string>
  rows: {
    key: string
    where: string
    says: string
    lang: string | null
    validity: string
    links: { href: string; text: string }[]
  }[]
}

const CHANGES = ['revise', 'correct', 'confirm', 'withdraw'] as const

export function staffLineChoosePage(ctx: StaffContext, data: ChooseData): StaffLineChoosePage {
  const t = translator(ctx.locale)
  const words = t.words.lineForms
  const action = address(ctx, `/staff/sets/${data.set.id}/lines/new`)
  return {
    frame: staffFrame(ctx, words.chooseTitle),
    set: setLink(ctx, data.set, t),
    action,
    kinds: SubjectKind.options
      .filter((kind) => data.kinds.includes(kind))
      .map((kind) => ({
        kind,
        title: t.words.subject[kind],
        blank: `${action}?kind=${kind}&blank=1`,
        id: `choose-${kind}`,
        label: kind === 'standard' ? words['l-item'] : t('lineForms.subjectLabel', { kind: t.words.subject[kind] }),
        options: optionsOf(kind, data, ctx, t),
        changes: kind === 'standard' ? null : choices(CHANGES, (one) => words[`change-${one}`]),
      })),
    listed: data.listed && listedWords(data.listed, action, data, ctx, t),
    words,
  }
}

function optionsOf(kind: SubjectKind, { from, keys }: ChooseData, ctx: StaffContext, t: Translate): Choice[] {
  if (kind === 'standard') return pick('item', from, t)
  const only = new Set(keys[kind] ?? [])
  if (kind === 'item' || kind === 'entity' || kind === 'port' || kind === 'document') return pick(kind, from, t, only)
  const saying = { ctx: asReader(ctx, from.today), ref: from.reference, t, on: from.today }
  return [...only].flatMap((key) => {
    const last = from.reference.of[kind].get(key)?.findLast(({ payload }) => payload !== null)
    if (!last?.payload) return []
    const { name, where, says } = subjectInWords(kind, last.payload, saying)
    const text = [name.text, ...where.map(({ text }) => text), says.text].join(' · ')
    return [choice(key, t('lineForms.option', { name: text, period: validityText(last.valid, t) }), name.lang)]
  })
}

function listedWords(
  { item, standards }: NonNullable<ChooseData['listed']>,
  action: string,
  { from }: ChooseData,
  ctx: StaffContext,
  t: Translate,
): Listed {
  const saying = { ctx: asReader(ctx, from.today), ref: from.reference, t, on: from.today }
  const name = from.reference.of.item.get(item)?.findLast(({ payload }) => payload !== null)?.payload?.name
  return {
    title: t('lineForms.listed', { item: name ? said(name, t.locale).text : item }),
    blank: `${action}?kind=standard&blank=1&item=${item}`,
    heads: {
      ...{ line: t.words.lineForms['l-line'], rate: t.words.lineForms.what_rate },
      ...{ validity: t.words.common.validity, act: t.words.lineForms.changeLabel },
    },
    rows: standards.toReversed().flatMap(({ key, payload, valid }) => {
      if (payload === null) return []
      const { where, detail, says } = subjectInWords('standard', payload, saying)
      const place = whereOf(payload, saying).length === 0 ? [t.words.common.everyPort] : []
      return {
        key: key.split('/')[4] ?? key,
        where: [...place, ...where.map(({ text }) => text), detail].filter(Boolean).join(' · '),
        ...{ says: says.text, lang: says.lang, validity: validityText(valid, t) },
        links: CHANGES.map((change) => ({
          href: `${action}?kind=standard&key=${encodeURIComponent(key)}&change=${change}&on=${valid.from}`,
          text: t.words.lineForms[`act-${change}`],
        })),
      }
    }),
  }
}
