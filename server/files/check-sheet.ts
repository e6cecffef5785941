import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { CheckedLine, Finding } from '../../catalogue/check/verdict.ts'
import { type Translate, translator } from '../../views/locale/locale.ts'
import { billFacts, type CheckReport, linesText, summaryFacts } from '../../views/print/check.ts'
import { evaluations } from '../../views/print/check-line.ts'
import type { Fact } from '../../views/print/document.ts'
import { type CheckSaying, findingInWords, linesOfFinding } from '../../views/words/check.ts'
import { stepsInWords } from '../../views/words/steps.ts'
import { COUNT_FORMAT, cellOf, cellText, DAY_FORMAT, type SheetCell } from './cell.ts'
import { RESULTS } from './check-columns.ts'
import type { ColumnKind } from './columns.ts'
import { append, BOLD, columnLetters, type Table, table } from './sheet.ts'
import { MOST_ROWS, TooManyRows } from './xlsx.ts'

/**
 * 账单比对报告 as an Excel workbook: every line with its verdict in typed cells, the steps of each computation, what
 * else is to be seen on the bill, and where it comes from. Throws TooManyRows above MOST_ROWS of steps.
 */
export async function checkWorkbook(report: CheckReport): Promise<Buffer> {
  const t = translator(report.locale)
  const saying = { ref: report.ref, on: report.invoice.charged_on, t }
  const { lines, findings } = report.checked
  const bytes = await writeXlsx({
    sheets: [
      resultsSheet(lines, saying),
      stepsSheet(lines, saying),
      findingsSheet(findings, saying),
      sourceSheet(report, t),
    ],
    properties: {
      ...{ title: t.words.checkReport.title, creator: t.words.frame.site },
      ...{ created: report.madeAt, modified: report.madeAt },
    },
  })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function resultsSheet(lines: readonly CheckedLine[], saying: CheckSaying): WriteSheet {
  const words = saying.t.words.checkReport
  const sheet = table(
    words.sheetResults,
    RESULTS.map(([head]) => words[head]),
    RESULTS.map(([, width, kind]) => ({ width, ...formatOf(kind) })),
  )
  for (const line of lines) {
    const own = { ...saying, on: line.on }
    append(
      sheet,
      RESULTS.map(([name, , kind, of]) => cellOf({ name, kind }, of(line, own), saying.t)),
    )
  }
  return filtered(sheet)
}

const FORMATS: Partial<Record<ColumnKind, string>> = { day: DAY_FORMAT, count: COUNT_FORMAT }
const formatOf = (kind: ColumnKind) => (FORMATS[kind] === undefined ? {} : { numFmt: FORMATS[kind] })

const filtered = (sheet: Table): WriteSheet => ({
  ...sheet,
  autoFilter: { range: `A1:${columnLetters(sheet.columns.length)}${sheet.rows.length}` },
  pageSetup: {
    paperSize: 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '$1:$1',
  },
})

function stepsSheet(lines: readonly CheckedLine[], { ref, t }: CheckSaying): WriteSheet {
  const words = t.words.checkReport
  const heads = [words.n, words.name, words.compared, words.step, words.does, words.gives, words.basis]
  const sheet = table(words.sheetSteps, heads, widths(6, 26, 10, 6, 60, 18, 44))
  for (const line of lines)
    for (const { release, estimated } of evaluations(line)) {
      const steps = stepsInWords(estimated.outcome?.steps ?? [], ref, line.on, t)
      for (const [n, { text, value, basis }] of steps.entries()) {
        if (sheet.rows.length > MOST_ROWS) throw new TooManyRows(`a workbook holds at most ${MOST_ROWS} steps`)
        const by = basis.map(({ text }) => text).join(t.words.common.semicolon)
        append(sheet, [
          count(line.n),
          say(line.line.name),
          count(release),
          count(n + 1),
          ...[text, value ?? '', by].map(say),
        ])
      }
    }
  return filtered(sheet)
}

function findingsSheet(findings: readonly Finding[], saying: CheckSaying): WriteSheet {
  const words = saying.t.words.checkReport
  const sheet = table(words.sheetFindings, [words.findingLines, words.finding], widths(22, 90))
  for (const finding of findings)
    append(sheet, [say(linesText(linesOfFinding(finding), saying.t)), say(findingInWords(finding, saying))])
  return filtered(sheet)
}

function sourceSheet(report: CheckReport, t: Translate): WriteSheet {
  const { checkReport, print, frame } = t.words
  const sheet: Table = { name: print.source, rows: [], cells: new Map(), columns: widths(22, 90) }
  const facts: Fact[] = [
    [print.publisher, `${frame.region}${frame.site}`],
    ...billFacts(report, t),
    ...summaryFacts(report.checked.summary, t),
    [print.address, report.address],
    ['', checkReport.standing],
    ['', print.current],
    ...(t.locale === 'en' ? [['', frame.chinesePrevails] as const] : []),
  ]
  for (const [label, value] of facts) {
    append(sheet, [say(label), say(typeof value === 'string' ? value : value.text)])
    sheet.cells.set(`${sheet.rows.length - 1},0`, BOLD)
  }
  return sheet
}

const widths = (...all: number[]) => all.map((width) => ({ width }))
const say = (text: string): SheetCell => ({ value: text === '' ? null : cellText(text) })
const count = (value: number): SheetCell => ({ value, format: COUNT_FORMAT })
