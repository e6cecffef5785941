import type { Quote, Service } from '../../catalogue/quote.ts'
import { apart, type Span, sum } from '../../catalogue/spans.ts'
import type { PageContext } from '../frame.ts'
import { dayText, type Said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { itemName, portName } from '../words/names.ts'
import { spanText } from '../words/quote.ts'
import type { Answer, CalculatorData } from './calculator.ts'

/** 对照: the same case at two ports or on two days, item by item. */
export type Versus = {
  lead: string
  heads: [Said, Said]
  rows: { name: Said; own: string; other: string; apart: Apart }[]
  /** The sum of what both sides have, where one side has more, and of everything. */
  sums: { name: string; own: string; other: string; apart: Apart | null }[]
}
/** How far the second is from the first: a word, a shape, and the amount where each is one figure. */
export type Apart = { word: string; shape: 'up' | 'down' | 'alike' | 'apart'; amount: string | null }

export function versusOf(
  data: CalculatorData,
  { on, quote }: Answer,
  against: NonNullable<Answer['against']>,
  ctx: PageContext,
  t: Translate,
): Versus {
  const { calculator: words } = t.words
  const [otherPort, otherDay] = [against.port.code !== data.port!.code, against.on !== on]
  const what = otherPort && otherDay ? words.comparedBoth : otherPort ? words.comparedPort : words.comparedDay
  const head = (port: string, day: typeof on): Said => {
    const name = portName(data.reference, port, day, ctx.locale)
    const date = dayText(day, ctx.locale)
    return { ...name, text: otherPort && otherDay ? `${name.text} ${date}` : otherPort ? name.text : date }
  }
  const items = [...new Set([...counting(quote), ...counting(against.quote)].map(({ item }) => item))]
  const pairs = items.map((item) => ({
    item,
    own: counted(quote.services, item),
    other: counted(against.quote.services, item),
  }))
  return {
    lead: t('calculator.comparedLead', { what }),
    heads: [head(data.port!.code, on), head(against.port.code, against.on)],
    rows: pairs.map(({ item, own, other }) => ({
      name: itemName(data.reference, item, on, ctx.locale),
      ...sides(own, other, t),
    })),
    sums: sumsOf(pairs, [quote.total, against.quote.total], t),
  }
}

/** What is counted of an item on a side, and whether that is but a ceiling. */
type Side = NonNullable<Service['counted']>
type Pair = { item: string; own: Side | null; other: Side | null }

function sumsOf(pairs: readonly Pair[], [own, other]: [Span, Span], t: Translate): Versus['sums'] {
  const { calculator: words } = t.words
  const common = pairs.filter(
    (pair): pair is Pair & { own: Side; other: Side } => pair.own !== null && pair.other !== null && !isMixed(pair),
  )
  const total = { name: words.total, ...sides(own, other, t) }
  if (common.length === pairs.length) return [total]
  const mixed = pairs.filter(isMixed).length
  const aside = mixed === 0 ? null : apartAs(t('calculator.basisMixed', { n: mixed }))
  const both = sides(sum(common.map((pair) => pair.own)), sum(common.map((pair) => pair.other)), t)
  const name = t(mixed === 0 ? 'calculator.common' : 'calculator.commonBasis', { n: common.length })
  return [...(common.length === 0 ? [] : [{ name, ...both }]), { ...total, apart: aside }]
}

const counting = ({ services }: Quote): Service[] => services.filter((service) => service.counted !== null)

/** A posted price beside a mere ceiling: no difference says anything. */
const isMixed = ({ own, other }: Pick<Pair, 'own' | 'other'>): boolean =>
  own !== null && other !== null && own.atCeiling !== other.atCeiling

const counted = (services: readonly Service[], item: string): Side | null =>
  services.find((service) => service.item === item)?.counted ?? null

const sides = (own: Figure | null, other: Figure | null, t: Translate) => ({
  own: figureText(own, t),
  other: figureText(other, t),
  apart: apartOf(own, other, t),
})
type Figure = Span & { atCeiling?: boolean }

const figureText = (figure: Figure | null, t: Translate): string => {
  const { calculator: words } = t.words
  if (figure === null) return words.none
  return figure.atCeiling ? t('calculator.asCeiling', { amount: spanText(figure, t) }) : spanText(figure, t)
}

const apartAs = (word: string): Apart => ({ word, shape: 'apart', amount: null })

function apartOf(own: Figure | null, other: Figure | null, t: Translate): Apart {
  const { calculator: words } = t.words
  if (own === null || other === null) return apartAs(words.oneSided)
  if (own.atCeiling !== other.atCeiling) return apartAs(words.otherBasis)
  const { side, by } = apart(other, own)
  if (by === null)
    return side === 'alike' ? { word: words.same, shape: 'alike', amount: null } : apartAs(words.notComparable)
  const [word, shape] = side === 'above' ? ([words.more, 'up'] as const) : ([words.less, 'down'] as const)
  return { word, shape, amount: spanText(by, t) }
}
