import type { Quote, Service } from '../../catalogue/quote.ts'
import { nearest } from '../../catalogue/reference.ts'
import { percentOf, sum } from '../../catalogue/spans.ts'
import { link, type PageContext, pinnedLink } from '../frame.ts'
import type { Said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { askedInWords } from '../words/asked-form.ts'
import { movementsInWords } from '../words/movement.ts'
import { itemName } from '../words/names.ts'
import { pricedDays } from '../words/priced-days.ts'
import { spanText } from '../words/quote.ts'
import { quoteNotes } from '../words/quote-notes.ts'
import type { Answer, CalculatorData } from './calculator.ts'
import { type Group, groupsOf } from './calculator-groups.ts'
import { type Why, whyOfAll } from './calculator-line.ts'
import { type Versus, versusOf } from './calculator-versus.ts'

/** What the form came to. */
export type CalculatorResult = {
  says: string
  asked: { label: string; value: string }[]
  movements: string[]
  total: { label: string; figure: string; notes: string[] }
  days: string[]
  shares: { text: string; width: string; percent: string; amount: string }[]
  groups: Group[]
  open: { name: Said; href: string; why: Why }[]
  versus: Versus | null
  permanent: string
  downloads: { text: string; href: string; type: string }[]
}

export function calculatorResult(
  ctx: PageContext,
  data: CalculatorData,
  answer: Answer,
  t: Translate,
): CalculatorResult {
  const { quote } = answer
  const total = totalOf(data, quote, t)
  return {
    says: t('calculator.updated', { total: `${total.label} ${total.figure} ${t.words.calculator.yuan}` }),
    asked: askedInWords(data.sent, data.reference, ctx.on, t).map(([label, value]) => ({ label, value })),
    movements: data.working === null ? [] : movementsInWords(data.working, t),
    total,
    days: pricedDays(data, quote, ctx.on, t),
    shares: sharesOf(quote, ctx, data, t),
    groups: groupsOf(quote, ctx, data, t),
    open: quote.open.map((service) => ({
      name: itemName(data.reference, service.item, answer.on, ctx.locale),
      href: link(ctx, `/fees/${service.item}`),
      why: whyOfAll(service.charges[0]!.lines, service.item, t),
    })),
    versus: answer.against === null ? null : versusOf(data, answer, answer.against, ctx, t),
    permanent: ctx.publicUrl + pinnedLink(ctx, '/calculator', ctx.query),
    downloads: [
      { text: 'Excel', type: XLSX, href: pinnedLink(ctx, '/calculator.xlsx', ctx.query) },
      { text: 'PDF', type: 'application/pdf', href: pinnedLink(ctx, '/calculator.pdf', ctx.query) },
    ],
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const totalOf = (data: CalculatorData, quote: Quote, t: Translate): CalculatorResult['total'] => ({
  label: quote.total.low === quote.total.high ? t.words.calculator.total : t.words.calculator.totalRange,
  figure: spanText(quote.total, t),
  notes: quoteNotes(data, quote, t),
})

/** Who is paid how much of the upper total, by link of the chain, for a picture: widths in percent. */
function sharesOf(
  { services, total }: Quote,
  ctx: PageContext,
  { reference }: CalculatorData,
  t: Translate,
): CalculatorResult['shares'] {
  const paid = services.filter(({ counted }) => counted !== null && counted.high !== '0.00')
  const linkOf = ({ item }: Service) => nearest(reference, 'item', item, ctx.on)?.link ?? 'terminal'
  const links = [...new Set(paid.map(linkOf))]
  if (links.length < 2) return []
  return links.map((link) => {
    const span = sum(paid.filter((service) => linkOf(service) === link).map(({ counted }) => counted!))
    const percent = percentOf(span.high, total.high)
    return {
      text: t.words.link[link],
      width: percent,
      percent: t('calculator.percent', { n: percent }),
      amount: spanText(span, t),
    }
  })
}
