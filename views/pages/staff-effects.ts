import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Span } from '../../catalogue/spans.ts'
import type { Text } from '../../catalogue/text.ts'
import { address } from '../context.ts'
import { amountText, dayText, type Said, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { entityName, itemName, portName } from '../words/names.ts'
import { spanText } from '../words/quote.ts'

/** A sample case priced before and after a set, and the charges that differ. */
export type SampleWithEffect = {
  sample: 'container' | 'bulk' | 'shipment'
  port: string
  query: Record<string, string>
  before: Span
  after: Span
  by: string | null
  lines: readonly { item: string; entity: string | null; before: Span | null; after: Span | null; by: string | null }[]
}

/** What the page is made of; `effects` is null where the set holds no line, `asked` is a day that is none. */
export type EffectsData = {
  set: { id: number; title: Text }
  effects: { on: Day; samples: readonly SampleWithEffect[]; reference: Reference } | null
  asked: string | null
}

type Row = { name: Said; payee: Said; before: string; after: string; by: string; direction: string }

/** `/staff/sets/:set/effects`: what a set would change for three sample cases. */
export type StaffEffectsPage = {
  frame: StaffFrame
  title: string
  set: Said
  lead: string | null
  action: string
  on: { value: string; fault: string | null }
  back: string
  samples: {
    title: string
    port: Said
    says: string
    changed: string
    rows: Row[]
    total: { before: string; after: string; by: string; direction: string }
    calculator: string
  }[]
  words: Messages['preview']
  common: Messages['common']
}

export function staffEffectsPage(ctx: StaffContext, { set, effects, asked }: EffectsData): StaffEffectsPage {
  const t = translator(ctx.locale)
  const { preview: words, common } = t.words
  const title = t('preview.effectsTitle', { set: String(set.id) })
  return {
    frame: staffFrame(ctx, title),
    title,
    set: said(set.title, ctx.locale),
    lead: effects && t('preview.effectsLead', { day: dayText(effects.on, ctx.locale) }),
    action: address(ctx, `/staff/sets/${set.id}/effects`),
    on: { value: asked ?? effects?.on ?? '', fault: asked === null ? null : words.dayFault },
    back: address(ctx, `/staff/sets/${set.id}`),
    samples: (effects?.samples ?? []).map((one) => sampleOf(ctx, set.id, one, effects!, t)),
    words,
    common,
  }
}

function sampleOf(
  ctx: StaffContext,
  set: number,
  { sample, port, query, before, after, by, lines }: SampleWithEffect,
  { on, reference }: NonNullable<EffectsData['effects']>,
  t: Translate,
): StaffEffectsPage['samples'][number] {
  const words = t.words.preview
  return {
    title: words[sample],
    port: portName(reference, port, on, ctx.locale),
    says: words[`${sample}Says`],
    changed:
      lines.length === 0
        ? t('preview.unchanged', { total: spanText(after, t) })
        : t('preview.changed', { n: lines.length }),
    rows: lines.map(({ item, entity, ...figures }) => ({
      name: itemName(reference, item, on, ctx.locale),
      payee: entity === null ? { text: words.government, lang: null } : entityName(reference, entity, on, ctx.locale),
      ...figuresOf(figures, t),
    })),
    total: figuresOf({ before, after, by }, t),
    calculator: address(ctx, `/staff/sets/${set}/preview/calculator`, { ...query, on }),
  }
}

type Figures = { before: Span | null; after: Span | null; by: string | null }

const figuresOf = ({ before, after, by }: Figures, t: Translate): Omit<Row, 'name' | 'payee'> => ({
  before: before === null ? t.words.preview.noFigure : spanText(before, t),
  after: after === null ? t.words.preview.noFigure : spanText(after, t),
  by: before === null ? t.words.preview.added : after === null ? t.words.preview.ended : by === null ? '' : signed(by),
  direction: by === null || Number(by) === 0 ? '' : by.startsWith('-') ? 'down' : 'up',
})

const signed = (by: string): string =>
  by.startsWith('-') ? `−${amountText(by.slice(1))}` : by === '0.00' ? by : `+${amountText(by.slice(1))}`
