import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { link, type PageContext } from '../context.ts'
import { dayText, inChinese, lastDayText, type Said, said } from '../locale/format.ts'
import type { Locale, Translate } from '../locale/locale.ts'
import { type Alike, alike } from './alike.ts'
import { conditionsInWords } from './conditions.ts'
import { type Figure, figureOf } from './figure.ts'
import { type ItemNames, priceInWords } from './price.ts'
import { type RateWords, rateInWords } from './rate.ts'
import type { PricingTag } from './tag.ts'

/** One standard as a row of a list: what, how much, from whom, since when, by what right. */
export type StandardRow = {
  name: Said
  href: string
  label: Said | null
  ownName: Said | null
  conditions: string
  price: string
  figure: Figure | null
  unit: string
  aside: string
  ceiling: boolean
  pricing: PricingTag | null
  who: (Said & { href: string; demo: boolean }) | null
  where: Said & { href: string | null }
  area: Said | null
  from: string
  until: string | null
  basis: { text: Said; href: string; more: number } | null
  unverified: boolean
  /** Worked out when asked for: only some pages print the steps and notes, or lead to the history of a line. */
  readonly words: RateWords
  readonly history: string
}

/** A statement of a standard as a row; null where it says that nothing applies. */
export function standardRow(
  { payload, valid, key }: Statement<'standard'>,
  ctx: PageContext,
  ref: Reference,
  t: Translate,
): StandardRow | null {
  if (payload === null) return null
  const { locale } = ctx
  const page = alike(ctx, ref, t)
  const { name, href, pricing } = page.item(payload.item)
  const nameOf = (code: string) => page.item(code).name.text
  let words: RateWords | undefined
  return {
    name,
    href,
    ...ownWords(payload, t, nameOf),
    ceiling: payload.ceiling,
    pricing,
    who: payload.entity === null ? null : page.entity(payload.entity),
    where: payload.port === null ? { text: t.words.common.everyPort, lang: null, href: null } : page.port(payload.port),
    area: payload.area === null ? null : page.area(`${payload.port}/${payload.area}`),
    from: dayText(valid.from, locale),
    until: valid.until === null ? null : lastDayText(valid.until, locale),
    basis: basisOf(payload, page),
    unverified: payload.provenance.mark === 'recall',
    get words() {
      words ??= rateInWords(payload, t, nameOf)
      return words
    },
    get history() {
      return link(ctx, `/fees/${payload.item}/history`, { line: key })
    },
  }
}

type OwnWords = Pick<StandardRow, 'label' | 'ownName' | 'conditions' | 'price' | 'figure' | 'unit' | 'aside'>

/** What a standard says of itself alone; the same on every page of a language, so it is worked out once for each standard. */
function ownWords(payload: FeeStandard, t: Translate, nameOf: ItemNames): OwnWords {
  const known = spoken[t.locale].get(payload)
  if (known) return known
  const { price, unit, aside } = priceInWords(payload, t, nameOf)
  const words = {
    label: payload.label && said(payload.label, t.locale),
    ownName: payload.own_name === null ? null : inChinese(payload.own_name, t.locale),
    conditions: conditionsInWords(payload.conditions, t).join(' · '),
    price,
    figure: figureOf(price),
    unit,
    aside,
  }
  if (!namesAnother(payload)) spoken[t.locale].set(payload, words)
  return words
}

const spoken: Record<Locale, WeakMap<FeeStandard, OwnWords>> = { 'zh-CN': new WeakMap(), en: new WeakMap() }

/** A price that is a part of another item's says that item's name, which depends on the day. */
const namesAnother = ({ rate }: FeeStandard): boolean => rate.form === 'percent_of' || rate.form === 'sum'

function basisOf({ basis }: FeeStandard, page: Alike): StandardRow['basis'] {
  const first = basis[0]
  return first ? { ...page.basis(first.document), more: basis.length - 1 } : null
}
