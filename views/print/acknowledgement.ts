import { chinaDay } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { showCode } from '../../complaints/receipt.ts'
import type { Category } from '../../complaints/words.ts'
import { grouped, type KeptReceipt, type ReceiptCase, toldCase } from '../complaints/receipt-told.ts'
import { amountText } from '../locale/format.ts'
import { type Locale, type Translate, translator } from '../locale/locale.ts'
import { momentText } from '../words/moment.ts'
import { areaName, portName } from '../words/names.ts'
import type { Fact } from './document.ts'

/** What a receipt says of the filing itself; nothing of it is personal. */
export type ReceiptFacts = { port: string; area: string | null; entity: string; category: Category; charged: string }

/** 打印的回执: title and facts, case by case, the digest, and the address behind its picture for scanning. */
export type PrintedReceipt = {
  locale: Locale
  title: string
  facts: Fact[]
  cases: { heading: string; facts: Fact[] }[]
  digest: { label: string; text: string; says: string }
  scan: { label: string; address: string }
  note: string
  footer: string
  at: Date
}

export function printedReceipt(
  kept: KeptReceipt,
  facts: ReceiptFacts | null,
  { reference, locale, address }: { reference: Reference; locale: Locale; address: string },
): PrintedReceipt {
  const t = translator(locale)
  const { receipt: words, frame } = t.words
  const code = kept.code === null ? words.noCodeOnPaper : showCode(kept.code)
  return {
    ...{ locale, title: words.printTitle, at: kept.receivedAt },
    facts: [
      [words.number, kept.receipt],
      [words.codeOnPaper, code],
      [words.receivedAt, momentText(kept.receivedAt, locale)],
      ...aboutOf(facts, kept, reference, t),
      [words.issuedBy, [frame.region, frame.site].join(locale === 'en' ? ' ' : '')],
    ],
    cases: kept.cases.map((one) => caseOf(one, t)),
    digest: { label: words.digest, text: grouped(kept.acknowledgement), says: words.digestSays },
    scan: { label: words.scan, address },
    note: words.paperNote,
    footer: t('receipt.footer', { receipt: kept.receipt }),
  }
}

function aboutOf(facts: ReceiptFacts | null, kept: KeptReceipt, ref: Reference, t: Translate): Fact[] {
  if (facts === null) return []
  const { receipt: words, caseWords } = t.words
  const { port, area, entity, category, charged } = facts
  const on = chinaDay(kept.receivedAt)
  const name = portName(ref, port, on, t.locale).text
  const where = area === null ? name : `${name} · ${areaName(ref, port, area, on, t.locale).text}`
  return [
    [words.port, where],
    [words.entity, entity],
    [words.category, caseWords[`category-${category}`]],
    [words.charged, t('receipt.yuan', { amount: amountText(charged) })],
  ]
}

function caseOf(one: ReceiptCase, t: Translate): PrintedReceipt['cases'][number] {
  const { receipt: words } = t.words
  const { no, kind, office, what, by, provisional } = toldCase(one, t)
  return {
    heading: `${no}  ${kind}`,
    facts: [
      [words.office, office],
      [words.what, what],
      ...(by === '' ? [] : [[words.by, provisional ? `${by} ${words.provisional}` : by] as const]),
    ],
  }
}
