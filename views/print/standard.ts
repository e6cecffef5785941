import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { inChinese, releaseText, said, validityText } from '../locale/format.ts'
import type { CheckSaying } from '../words/check.ts'
import { conditionsInWords } from '../words/conditions.ts'
import { basisWords, entityName, itemName, portName } from '../words/names.ts'
import { rateInWords } from '../words/rate.ts'
import type { Fact, Words } from './document.ts'

/** 公示标准: whose, where, for what; the price and the text as posted; when it applies, by which release and documents. */
export function standardFacts(statement: Statement<'standard'>, saying: CheckSaying): Fact[] {
  const { payload, valid, line } = statement
  if (payload === null) return []
  const { ref, on, t } = saying
  const words = t.words.checkReport
  const rate = rateInWords(payload, t, (code) => itemName(ref, code, on, t.locale).text)
  return [
    [words.standard, scopeOf(payload, saying)],
    [t.words.part.rate, rate.main],
    ...(rate.notes.length === 0 ? [] : [[t.words.part.terms, rate.notes.join(t.words.common.semicolon)] as const]),
    [words.posted, inChinese(payload.posted, t.locale)],
    [words.inForce, validityText(valid, t)],
    [words.release, releaseText(line.release, t)],
    ...payload.basis.map((basis): Fact => [words.basis, basisText(basis, saying)]),
  ]
}

function scopeOf({ entity, port, label, conditions }: FeeStandard, { ref, on, t }: CheckSaying): string {
  return [
    entity === null ? t.words.common.government : entityName(ref, entity, on, t.locale).text,
    port === null ? t.words.common.everyPort : portName(ref, port, on, t.locale).text,
    ...(label === null ? [] : [said(label, t.locale).text]),
    ...conditionsInWords(conditions, t),
  ].join(' · ')
}

function basisText(basis: FeeStandard['basis'][number], { ref, on, t }: CheckSaying): Words {
  const { short, title, article } = basisWords(ref, basis, on, t)
  const { quoteOpen, quoteClose } = t.words.common
  const document = short.text === title.text ? title.text : `${short.text}${quoteOpen}${title.text}${quoteClose}`
  return { text: article === null ? document : `${document} ${article.text}`, lang: short.lang ?? title.lang }
}
