import type { Invoice, InvoiceLine } from '../../catalogue/check/invoice.ts'
import { summaryOf } from '../../catalogue/check/summary.ts'
import { type CheckedInvoice, type CheckedLine, VERDICTS } from '../../catalogue/check/verdict.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { type DifferencesPicture, differencesOf } from '../charts/differences.ts'
import { address, type Frame, frame, link, type PageContext } from '../frame.ts'
import { amountText, dayText, instantText, type Said } from '../locale/format.ts'
import { type Messages, type Translate, translator, type Values } from '../locale/locale.ts'
import { findingInWords, linesOfFinding } from '../words/check.ts'
import { checkVerdict } from '../words/checked-line.ts'
import { entityName, portName } from '../words/names.ts'
import type { CheckFault, SentHead } from '../words/sent-bill.ts'
import { type ColumnChoice, type ColumnsData, columnChoice } from './check-columns.ts'
import { faultWords, type Problems, problemsOf } from './check-field.ts'
import { type BillHead, billHead } from './check-head.ts'
import { mayChoose, missingOf, type ResultLine, resultLine } from './check-line.ts'

/** How a file was read: a code of `note-…` in `billFiles`, with what it names. */
export type Note = { code: string } & Values

/** What a result is made of: the bill as it was checked, its lines as they travel, and how they were read. */
export type ResultData = {
  head: SentHead
  invoice: Invoice
  bill: CheckedInvoice & { release: number; then: number | null; reference: Reference }
  lines: readonly InvoiceLine[]
  faults: readonly CheckFault[]
  notes: readonly object[]
  skipped: number
  read: Pick<ColumnsData, 'table' | 'text'> | null
}

/** 核对结果 of one bill. */
export type CheckResultPage = {
  frame: Frame
  action: string
  other: { action: string; text: string; lang: string }
  reports: { action: string; text: string }[]
  problems: Problems
  facts: { label: string; value: Said }[]
  held: string
  asThen: string | null
  over: { text: string | null; any: boolean }
  sums: { label: string; text: string; unit: string }[]
  verdicts: { word: string; shape: string; n: string }[]
  picture: DifferencesPicture | null
  findings: { where: { href: string | null; text: string }[]; text: string }[]
  rows: ResultLine[]
  notes: string[]
  carried: string
  answers: boolean
  head: BillHead
  open: boolean
  columns: { kept: { name: string; value: string }[]; choice: ColumnChoice } | null
  complain: { action: string; text: string; hint: string } | null
  channels: string
  startAgain: string
  words: Messages['check']
  common: Messages['common']
}

/** More lines than this are listed without the working of those that agree; so many are asked what is missing. */
const ALL_IN_DETAIL = 150
const MOST_ASKED = 100

export function checkResultPage(ctx: PageContext, data: ResultData): CheckResultPage {
  const t = translator(ctx.locale)
  const { check: words, common } = t.words
  const { bill, faults, head } = data
  const asked = askedLines(bill.lines)
  const rows = rowsOf(data, asked, ctx, t)
  const other = ctx.locale === 'en' ? ('zh-CN' as const) : ('en' as const)
  return {
    frame: frame(ctx, { title: words.resultTitle, description: words.description, robots: 'noindex', bar: false }),
    action: address(ctx, '/check'),
    other: { action: address({ locale: other }, '/check'), text: words.inOther, lang: other },
    reports: [
      { action: address(ctx, '/check.xlsx'), text: 'Excel' },
      { action: address(ctx, '/check.pdf'), text: 'PDF' },
    ],
    problems: problemsOf(faults, ({ field }) => t('check.row', { n: /\d+/.exec(field)?.[0] ?? '' }), t),
    facts: factsOf(data, t),
    ...heldOf(ctx, data, t),
    ...sumsOf(bill, t),
    verdicts: VERDICTS.flatMap((verdict) => {
      const n = bill.summary.verdicts[verdict] ?? 0
      return n === 0 ? [] : [{ ...checkVerdict(verdict, t), n: t('check.linesOf', { n }) }]
    }),
    picture: differencesOf(bill.lines, t),
    findings: findingsOf(data, t),
    rows,
    notes: notesOf(data, asked.length, t),
    carried: JSON.stringify(data.lines),
    answers: rows.some(({ choose, asks }) => choose !== null || asks.length > 0),
    head: billHead(ctx, head, t),
    open: false,
    columns: columnsOf(ctx, data, t),
    complain: complainOf(bill, ctx, t),
    channels: link(ctx, '/policies'),
    startAgain: address(ctx, '/check'),
    words,
    common,
  }
}

/** Where something is charged, the way on with this very result; a bill of credits alone is nothing to complain of. */
function complainOf({ lines }: CheckedInvoice, ctx: PageContext, t: Translate): CheckResultPage['complain'] {
  if (lines.every(({ line }) => line.amount.startsWith('-'))) return null
  const { complainCheck: text, complainCheckHint: hint } = t.words.filing
  return { action: address(ctx, '/complaints/from-check'), text, hint }
}

/** The lines of which something is missing. */
const askedLines = (lines: readonly CheckedLine[]): number[] =>
  lines.flatMap((line) => (missingOf(line).length > 0 ? [line.n] : []))

function rowsOf({ bill, faults }: ResultData, asked: readonly number[], ctx: PageContext, t: Translate): ResultLine[] {
  const ask = new Set(asked.slice(0, MOST_ASKED))
  const firsts = new Map<string, number>()
  for (const line of bill.lines) if (mayChoose(line) && !firsts.has(line.line.name)) firsts.set(line.line.name, line.n)
  return bill.lines.map((line) => {
    const own = faults.some(({ field }) => field.startsWith(`f${line.n}_`))
    const detailed = bill.lines.length <= ALL_IN_DETAIL || line.verdict !== 'match'
    const first = mayChoose(line) ? (firsts.get(line.line.name) ?? null) : null
    const found = bill.findings.filter((finding) => linesOfFinding(finding).includes(line.n))
    return resultLine(line, ctx, bill.reference, { detailed, first, ask: own || ask.has(line.n), found, faults }, t)
  })
}

function factsOf({ invoice, bill: { reference } }: ResultData, t: Translate): CheckResultPage['facts'] {
  const { port, entity, charged_on, number, seller } = invoice
  const { check: words, checkReport } = t.words
  const plain = (text: string): Said => ({ text, lang: null })
  return [
    { label: words.port, value: portName(reference, port, charged_on, t.locale) },
    { label: words.charged_on, value: plain(dayText(charged_on, t.locale)) },
    ...(entity === undefined
      ? []
      : [{ label: checkReport.seller, value: entityName(reference, entity, charged_on, t.locale) }]),
    ...(number === undefined ? [] : [{ label: checkReport.number, value: plain(number) }]),
    ...(seller === undefined ? [] : [{ label: words.col_seller, value: plain(seller) }]),
  ]
}

/** By which day and release the bill was checked, and what was newest when it was made. */
function heldOf(
  ctx: PageContext,
  { bill, invoice }: ResultData,
  t: Translate,
): Pick<CheckResultPage, 'held' | 'asThen'> {
  const newest = bill.release === ctx.head.release
  return {
    held: t('check.heldOn', {
      day: dayText(invoice.charged_on, t.locale),
      release: String(bill.release),
      published: instantText(ctx.published, t.locale),
      newest: newest ? t.words.check.isNewest : t('check.notNewest', { head: String(ctx.head.release) }),
    }),
    asThen:
      bill.then === null || bill.then === bill.release ? null : t('check.asThenNote', { release: String(bill.then) }),
  }
}

function sumsOf({ summary, lines: all }: ResultData['bill'], t: Translate): Pick<CheckResultPage, 'over' | 'sums'> {
  const { check: words } = t.words
  const { lines, charged, compared } = summary
  const sum = (amount: string) => (amount.startsWith('-') ? `−${amountText(amount.slice(1))}` : amountText(amount))
  return {
    over: { text: compared.lines === 0 ? null : sum(compared.over), any: /[1-9]/.test(compared.over) },
    sums: [
      { label: words.charged, text: sum(charged), unit: words.yuan },
      { label: words.comparedLines, text: t('check.ofLines', { n: compared.lines, total: lines }), unit: '' },
      { label: t('check.comparedOf', { n: compared.lines }), text: sum(compared.charged), unit: words.yuan },
      { label: words.expectedMost, text: sum(compared.expected), unit: words.yuan },
      ...offList(all, t),
    ],
  }
}

/** What was charged on lines that should not be on the bill at all. */
function offList(lines: readonly CheckedLine[], t: Translate): CheckResultPage['sums'] {
  const off = lines.filter(({ verdict }) => verdict === 'abolished' || verdict === 'not_on_list')
  if (off.length === 0) return []
  return [
    {
      label: t('check.offList', { n: off.length }),
      text: amountText(summaryOf(off).charged),
      unit: t.words.check.yuan,
    },
  ]
}

const findingsOf = ({ bill, invoice }: ResultData, t: Translate): CheckResultPage['findings'] =>
  bill.findings.map((finding) => ({
    where:
      finding.lines.length === 0
        ? [{ href: null, text: t.words.check.wholeBill }]
        : linesOfFinding(finding).map((n) => ({ href: `#line-${n}`, text: t('check.whereLine', { n: String(n) }) })),
    text: findingInWords(finding, { ref: bill.reference, on: invoice.charged_on, t }),
  }))

function notesOf({ notes, skipped, bill }: ResultData, asked: number, t: Translate): string[] {
  return [
    ...notes.map((note) => {
      const { code, ...values } = note as Note
      return faultWords({ field: '', code: `note-${code}`, values: values as Values }, t)
    }),
    ...(skipped > 0 ? [t('check.skippedRows', { n: skipped })] : []),
    ...(asked > MOST_ASKED ? [t('check.notAllAsked', { n: MOST_ASKED })] : []),
    ...(bill.lines.length > ALL_IN_DETAIL ? [t.words.check.onlyOthers] : []),
  ]
}

function columnsOf(ctx: PageContext, { read, head }: ResultData, t: Translate): CheckResultPage['columns'] {
  if (read === null) return null
  const kept = HEAD.map((name) => ({ name, value: head.values[name] ?? '' })).filter(({ value }) => value !== '')
  return { kept, choice: columnChoice(ctx, read, t) }
}

const HEAD = ['port', 'entity', 'charged_on', 'number', 'seller', 'trade', 'direction', 'release']
