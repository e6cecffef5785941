import { allOn, nearest } from '../../catalogue/reference.ts'
import type { PageContext } from '../frame.ts'
import { said } from '../locale/format.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import type { SentHead } from '../words/sent-bill.ts'
import { type Field, factOptions, faultWords, fieldOf, plain } from './check-field.ts'

/** 账单信息: the fields of the bill itself; `entity` is written or chosen from `entities` by name. */
export type BillHead = {
  fields: Field[]
  entity: Field
  entities: { value: string; text: string }[]
  named: Field[]
  common: Field[]
  release: Field
}

/** The fields of the bill, filled in as they were sent. */
export function billHead(ctx: PageContext, head: SentHead, t: Translate): BillHead {
  const { check: words } = t.words
  const sent = (name: string) => {
    const fault = head.faults.find(({ field }) => field === name)
    return { value: head.values[name] ?? '', fault: fault === undefined ? null : faultWords(fault, t) }
  }
  const day = sent('charged_on')
  return {
    fields: [
      fieldOf('port', words.port, sent('port'), { type: 'select', options: ports(ctx, head, t) }),
      fieldOf('charged_on', words.charged_on, day, {
        type: isDay(day.value) ? 'date' : 'text',
        hint: words.chargedOnHint,
      }),
    ],
    named: [fieldOf('number', words.number, sent('number')), fieldOf('seller', words.seller, sent('seller'))],
    entity: fieldOf(
      'entity',
      words.entity,
      { ...sent('entity'), value: entityShown(ctx, head) },
      { hint: words.entityHint },
    ),
    entities: entitiesOf(ctx, head),
    common: (['trade', 'direction'] as const).map((fact) =>
      fieldOf(fact, t.words.fact[fact], sent(fact), { type: 'select', options: factOptions(fact, words.unsaid, t) }),
    ),
    release: fieldOf('release', words.release, sent('release'), {
      mode: 'numeric',
      hint: t('check.releaseHint', { head: String(ctx.head.release) }),
    }),
  }
}

const isDay = (text: string): boolean => text === '' || /^\d{4}-\d\d-\d\d$/.test(text)

const ports = (ctx: PageContext, { reference }: SentHead, t: Translate) =>
  [
    plain('', t.words.check.choosePort),
    ...allOn(reference, 'port', ctx.today)
      .filter(({ reference }) => !reference)
      .map(({ code, name }) => ({ value: code as string, ...said(name, ctx.locale) })),
  ].map((option) => ({ ...option, selected: false }))

/** A code is shown as the name it stands for. */
function entityShown({ today, locale }: PageContext, { values, reference }: SentHead): string {
  const text = values.entity ?? ''
  const entity = text === '' ? undefined : nearest(reference, 'entity', text, today)
  return entity === undefined ? text : said(entity.name, locale).text
}

function entitiesOf({ today, locale }: PageContext, { reference, values }: SentHead): BillHead['entities'] {
  const all = [...reference.of.entity.keys()].flatMap((code) => nearest(reference, 'entity', code, today) ?? [])
  const chosen = values.port ?? ''
  const there = all.filter(({ ports }) => (ports as readonly string[]).includes(chosen))
  return (there.length > 0 ? there : all).map(({ code, name }) => ({ value: said(name, locale).text, text: code }))
}

/** What a field of the bill is called, for the list of what is wrong. */
export const headLabel = (field: string, { words }: Translate): string | undefined =>
  field === 'trade' || field === 'direction'
    ? words.fact[field]
    : HEADS.has(field)
      ? words.check[field as keyof Messages['check'] & string]
      : undefined

const HEADS = new Set(['port', 'entity', 'charged_on', 'number', 'seller', 'release'])
