import { endsOf, type Quote, type Service } from '../../catalogue/quote.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { dayText } from '../locale/format.ts'
import type { Locale, Translate } from '../locale/locale.ts'
import { translator } from '../locale/locale.ts'
import { countedWord } from '../words/counted.ts'
import { entityName, itemName } from '../words/names.ts'
import { daysOf, partInWords, spanOf, spanText, whyNotText } from '../words/quote.ts'
import { serviceGroups } from '../words/quote-groups.ts'
import { stepsInWords } from '../words/steps.ts'
import type { Block, PrintedDocument, Row, Section, Source } from './document.ts'
import { printedSteps } from './steps.ts'

/** An estimate to be printed: what was asked, what it came to, and beside what else. */
export type PrintedEstimate = {
  sides: { title: string; quote: Quote }[]
  asked: [label: string, value: string][]
  notes: string[]
  reference: Reference
  source: Source
  locale: Locale
}

/** 费用估算 on paper: the total, every charge with who is paid, and each computation with what it rests on. */
export function printedEstimate({ sides, asked, notes, reference, source, locale }: PrintedEstimate): PrintedDocument {
  const t = translator(locale)
  const { calculator: words } = t.words
  return {
    locale,
    title: words.title,
    subtitle: words.disclaimer,
    facts: asked,
    sections: [
      ...sides.map(({ title, quote }, n) =>
        resultSection(sides.length > 1 ? title : words.result, quote, n === 0 ? notes : [], reference, t),
      ),
      ...sides.map(({ title, quote }) =>
        stepsSection(sides.length > 1 ? `${words.steps} · ${title}` : words.steps, quote, reference, t),
      ),
    ],
    source,
    footer: words.disclaimer,
  }
}

/** A table for each group as on the page, then what is not in the total, then the total. */
function resultSection(heading: string, quote: Quote, notes: string[], ref: Reference, t: Translate): Section {
  const { calculator: words } = t.words
  const groups = serviceGroups(quote, ref, t).map(({ title, lead, services, subtotal }) =>
    table(
      `${title}${t.words.frame.separator}${lead}`,
      [
        ...services.flatMap((service) => serviceRows(service, ref, t)),
        ...(subtotal ? [{ cells: [words.subtotal, '', spanText(subtotal, t), ''], weight: 'total' as const }] : []),
      ],
      t,
    ),
  )
  const open = quote.open.map((service) => openRow(service, ref, t))
  const total: Row = { cells: [totalWord(quote, t), '', spanText(quote.total, t), ''], weight: 'total' }
  return {
    heading,
    blocks: [
      ...groups,
      ...(open.length > 0 ? [table(words.openGroup, open, t)] : []),
      table(null, [total], t),
      ...notes.map((text): Block => ({ kind: 'note', text })),
    ],
  }
}

const totalWord = ({ total }: Quote, { words: { calculator: words } }: Translate): string =>
  total.low === total.high ? words.total : words.totalRange

const table = (caption: string | null, rows: Row[], { words: { calculator: words } }: Translate): Block => ({
  ...{ kind: 'table', caption, rows },
  columns: [
    { head: words.colItem, share: 22, align: 'start' },
    { head: words.colWho, share: 32, align: 'start' },
    { head: words.amount, share: 27, align: 'end' },
    { head: words.colCounted, share: 19, align: 'start' },
  ],
})

/** One row for each body that may be paid, and whether the total counts it; those that it does are bold. */
function serviceRows(service: Service, ref: Reference, t: Translate): Row[] {
  const { low, high } = endsOf(service)
  return service.charges.map((charge) => {
    const { estimated } = charge.lines[0]!
    const amount = charge.span ? spanText(charge.span, t) : whyNotText(estimated, t)
    const who =
      charge.entity === null ? t.words.common.government : entityName(ref, charge.entity, estimated.on, t.locale)
    return {
      cells: [itemName(ref, service.item, estimated.on, t.locale), who, amount, countedWord(charge, service, t)],
      ...(charge === low || charge === high ? { weight: 'strong' as const } : {}),
    }
  })
}

function openRow({ item, charges }: Service, ref: Reference, t: Translate): Row {
  const { estimated } = charges[0]!.lines[0]!
  const why = whyNotText(estimated, t)
  return { cells: [itemName(ref, item, estimated.on, t.locale), '', why, t.words.calculator.notCounted] }
}

function stepsSection(heading: string, quote: Quote, ref: Reference, t: Translate): Section {
  const blocks = quote.services.flatMap((service) =>
    service.charges.flatMap((charge): Block[] => {
      const [first] = charge.lines
      const name = itemName(ref, service.item, first!.estimated.on, t.locale).text
      const who =
        charge.entity === null
          ? t.words.common.government
          : entityName(ref, charge.entity, first!.estimated.on, t.locale).text
      const days = daysOf(charge.lines)
        .map((day) => dayText(day, t.locale))
        .join(t.words.common.and)
      return [
        { kind: 'subheading', text: `${name} · ${who}` },
        { kind: 'note', text: t('calculator.asOfDay', { day: days }) },
        ...charge.lines.flatMap(({ part, estimated }): Block[] => {
          const span = spanOf(estimated)
          const came = span ? spanText(span, t) : whyNotText(estimated, t)
          const steps = stepsInWords(estimated.outcome?.steps ?? [], ref, estimated.on, t)
          return [
            { kind: 'paragraph', text: `${partInWords(part, t)}${t.words.frame.separator}${came}` },
            ...(steps.length === 0 ? [] : [{ kind: 'steps' as const, steps: printedSteps(steps, t) }]),
          ]
        }),
      ]
    }),
  )
  return { heading, blocks }
}
