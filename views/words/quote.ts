import type { Part } from '../../catalogue/asked.ts'
import type { Estimated } from '../../catalogue/price/estimate-line.ts'
import { notCharged, type PricedLine, type Service } from '../../catalogue/quote.ts'
import type { Span } from '../../catalogue/spans.ts'
import { amountText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { factWord } from './conditions.ts'

/** Money with its digits grouped: one figure, or from – to. */
export const spanText = ({ low, high }: Span, t: Translate): string =>
  low === high ? amountText(low) : t('calculator.range', { low: amountText(low), high: amountText(high) })

/** What a line came to, as the bill would say it; null where there is no figure. */
export const spanOf = ({ outcome }: Estimated): Span | null => (outcome?.kind === 'priced' ? outcome : null)

/** Of what part of the call or shipment a line is: 进港, 停泊, 5 箱 · 20英尺 普通重箱. */
export function partInWords(part: Part, t: Translate): string {
  const { calculator: words } = t.words
  switch (part.kind) {
    case 'call':
      return words.once
    case 'shift':
    case 'lock':
      return t(`calculator.${part.kind}`, { n: Number(part.count) })
    case 'bills':
      return t('calculator.perBill', { n: Number(part.count) })
    case 'boxes': {
      const { size, load, cargo_class, count } = part.boxes
      const kind = words[load === 'empty' ? 'empty' : cargo_class]
      return t('calculator.boxPart', { n: Number(count), kind: t('calculator.boxCell', { size, kind }) })
    }
    default:
      return words[part.kind]
  }
}

/** Why a line has no figure; the facts that are missing apart, so that a page can lead to their fields. */
export function whyNot(
  estimated: Estimated,
  t: Translate,
): { text: string; missing: { fact: string; word: string }[] } {
  const { calculator: words } = t.words
  const plain = (text: string) => ({ text, missing: [] })
  if (notCharged(estimated)) return plain(words.notCharged)
  if (estimated.status === 'not_in_force') return plain(words.whyNotInForce)
  if (estimated.status === 'abolished') return plain(words.whyAbolished)
  if (estimated.missing.includes('entity')) return plain(words.whyNobody)
  if (estimated.missing.length > 0)
    return { text: words.whyMissing, missing: estimated.missing.map((fact) => ({ fact, word: factWord(fact, t) })) }
  return plain(words[REASONS[estimated.reason ?? 'missing']])
}

const REASONS = {
  missing: 'whyCannot',
  at_cost: 'whyAtCost',
  see_attachment: 'whyAttachment',
  no_line_fits: 'whyNoLine',
  several_fit: 'whySeveral',
  not_posted: 'whyNotPosted',
  no_data: 'whyNoData',
} as const

/** The same as one text, for files. */
export function whyNotText(estimated: Estimated, t: Translate): string {
  const { text, missing } = whyNot(estimated, t)
  return [text, missing.map(({ word }) => word).join(t.words.common.and)].filter(Boolean).join(' ')
}

/** Whose price a service is, as its group is headed. */
export function kindInWords(
  { kind }: Pick<Service, 'kind'>,
  link: string,
  t: Translate,
): { title: string; lead: string } {
  const { calculator: words } = t.words
  switch (kind) {
    case 'gov_set':
      return { title: words.setGroup, lead: words.setLead }
    case 'gov_guided':
      return { title: words.guidedGroup, lead: words.guidedLead }
    case 'limit':
      return { title: words.limitGroup, lead: words.limitLead }
    default:
      return { title: t('calculator.marketGroup', { link }), lead: words.marketLead }
  }
}

/** The days on which the lines of a charge are priced, each once and in order. */
export const daysOf = (lines: readonly PricedLine[]) =>
  [...new Set(lines.map(({ estimated }) => estimated.on))].toSorted()
