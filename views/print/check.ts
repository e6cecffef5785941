import type { Invoice } from '../../catalogue/check/invoice.ts'
import type { CheckedInvoice, CheckedLine, Finding } from '../../catalogue/check/verdict.ts'
import { VERDICTS } from '../../catalogue/check/verdict.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { amountText, dayText, releaseText } from '../locale/format.ts'
import { type Locale, type Translate, translator } from '../locale/locale.ts'
import { type CheckSaying, findingInWords, linesOfFinding } from '../words/check.ts'
import { checkVerdict } from '../words/checked-line.ts'
import { momentText } from '../words/moment.ts'
import { entityName, portName } from '../words/names.ts'
import { lineDetails } from './check-line.ts'
import { resultsTable } from './check-results.ts'
import type { Block, Column, Fact, PrintedDocument, Section } from './document.ts'

/** A bill with its comparison, the names of the release it was compared at, when that was published and when it was compared. */
export type CheckReport = {
  invoice: Invoice
  checked: CheckedInvoice
  ref: Reference
  publishedAt: Date
  madeAt: Date
  /** Where the check can be seen, or made again. */
  address: string
  locale: Locale
}

/** With more lines than this, only those that are not as published are given with their basis and computation. */
export const ALL_IN_DETAIL = 100

/** 账单比对报告: everything that is needed to argue a bill, as a document to print. */
export function printedCheck(report: CheckReport): PrintedDocument {
  const { invoice, checked, ref, locale } = report
  const t = translator(locale)
  const words = t.words.checkReport
  const saying: CheckSaying = { ref, on: invoice.charged_on, t }
  return {
    locale,
    title: words.title,
    subtitle: words.subtitle,
    facts: billFacts(report, t),
    sections: [
      { heading: null, blocks: [{ kind: 'paragraph', text: words.standing }] },
      { heading: words.summary, blocks: [{ kind: 'facts', facts: summaryFacts(checked.summary, t) }] },
      { heading: words.results, blocks: [resultsTable(checked, saying)] },
      { heading: words.findings, blocks: findingBlocks(checked.findings, saying) },
      detailsSection(checked.lines, saying),
    ],
    source: { on: invoice.charged_on, release: ref.release, publishedAt: report.publishedAt, address: report.address },
    footer: words.footer,
  }
}

/** What the report is about; what the bill does not say is left out. */
export function billFacts({ invoice, ref, madeAt }: CheckReport, t: Translate): Fact[] {
  const { port, entity, number, seller, charged_on } = invoice
  const words = t.words.checkReport
  const name = seller ?? (entity === undefined ? undefined : entityName(ref, entity, charged_on, t.locale))
  return [
    ...(number === undefined ? [] : [[words.number, number] as const]),
    ...(name === undefined ? [] : [[words.seller, name] as const]),
    ...(entity === undefined ? [] : [[words.entity, entity] as const]),
    [words.port, portName(ref, port, charged_on, t.locale)],
    [words.chargedOn, dayText(charged_on, t.locale)],
    [words.compared, releaseText(ref.release, t)],
    [words.made, momentText(madeAt, t.locale)],
  ]
}

/** 汇总: how many lines came out how, what was charged, what was due, what is over. */
export function summaryFacts({ lines, verdicts, charged, compared }: CheckedInvoice['summary'], t: Translate): Fact[] {
  const words = t.words.checkReport
  const yuan = (amount: string) => t('checkReport.yuan', { amount: amountText(amount) })
  return [
    [words.charged, yuan(charged)],
    [words.comparedLines, t('checkReport.ofLines', { n: compared.lines, total: lines })],
    [words.comparedCharged, yuan(compared.charged)],
    [words.comparedExpected, yuan(compared.expected)],
    [words.over, yuan(compared.over)],
    ...VERDICTS.flatMap((verdict): Fact[] => {
      const n = verdicts[verdict] ?? 0
      return n === 0 ? [] : [[checkVerdict(verdict, t).word, t('checkReport.lines', { n })]]
    }),
  ]
}

function findingBlocks(findings: readonly Finding[], saying: CheckSaying): Block[] {
  const { noFindings, findingLines, finding } = saying.t.words.checkReport
  if (findings.length === 0) return [{ kind: 'paragraph', text: noFindings }]
  const rows = findings.map((one) => ({
    cells: [linesText(linesOfFinding(one), saying.t), findingInWords(one, saying)],
  }))
  const columns: Column[] = [
    { head: findingLines, share: 22, align: 'start' },
    { head: finding, share: 78, align: 'start' },
  ]
  return [{ kind: 'table', caption: null, columns, rows }]
}

/** 第 1、3 行, or the bill where it is about no single line. */
export const linesText = (lines: readonly number[], t: Translate): string =>
  lines.length === 0
    ? t.words.checkReport.wholeBill
    : t('checkReport.lineNumbers', { lines: lines.join(t.words.common.and) })

function detailsSection(lines: readonly CheckedLine[], saying: CheckSaying): Section {
  const { details, onlyOthers } = saying.t.words.checkReport
  const all = lines.length <= ALL_IN_DETAIL
  const told = all ? lines : lines.filter(({ verdict }) => verdict !== 'match')
  return {
    heading: details,
    blocks: [
      ...(all ? [] : [{ kind: 'note', text: onlyOthers } as const]),
      ...told.flatMap((line) => lineDetails(line, saying)),
    ],
  }
}
