import type { Payloads } from '../../catalogue/subject.ts'
import type { PageContext } from '../frame.ts'
import { inChinese, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { factUnit, factWord } from '../words/conditions.ts'
import { pricingTag } from '../words/tag.ts'

/** What the item says of itself, in words. */
export function itemInWords(item: Payloads['item'], { locale }: PageContext, t: Translate) {
  const other = locale === 'en' ? item.name.zh : item.name.en
  return {
    name: said(item.name, locale),
    otherName: other === null || item.name.en === null ? null : { text: other, lang: locale === 'en' ? 'zh-CN' : 'en' },
    pricing: pricingTag(item.pricing, t),
    nature: t.words.nature[item.nature],
    link: t.words.link[item.link],
    payer: t.words.payer[item.payer],
    payee: item.payee && said(item.payee, locale),
    content: said(item.content, locale),
    voluntary: item.voluntary,
    aliases: item.aliases.map((alias) => inChinese(alias, locale)),
    facts: item.facts.map((fact) => factLabel(fact, t)),
    decidedBy: t.words.governingEvent[item.decided_by ?? 'service'],
    mark: {
      word: t.words.mark[item.provenance.mark],
      unverified: item.provenance.mark === 'recall',
      source: inChinese(item.provenance.source, locale),
    },
    remark: item.remark && said(item.remark, locale),
  }
}

function factLabel(fact: string, t: Translate): string {
  const unit = factUnit(fact, t)
  return unit === '' ? factWord(fact, t) : `${factWord(fact, t)}${t.words.common.open}${unit}${t.words.common.close}`
}
