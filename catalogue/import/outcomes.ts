import type { FeeStandard } from '../fee-standard.ts'
import { inForce } from '../validity.ts'
import { compareRow, type Outcome } from './compare.ts'
import type { Entry } from './entry.ts'
import { doubtful, type Spot, wrong } from './problem.ts'
import { columnOf } from './rate-of-row.ts'
import type { Ask, ImportReading, RowPreview } from './reading.ts'

/** What holds for every row of a file. */
export type Settings = {
  file: string
  attest: boolean
  today: Entry['days']['from']
  sheets: readonly (string | null)[]
}

/** Adds one row: its lines or, where its item is not sure, the question that must be answered first. */
export function addRow(tally: ImportReading, entry: Entry, { file, attest, today, sheets }: Settings): void {
  const { row, matched } = entry
  const spot: Spot = { sheet: row.sheet, row: row.at, found: tally.problems }
  const outcome = compareRow({ ...entry, attest, today } as never)
  noteDoubts(outcome, entry, spot)
  const source = { file, sheet: row.sheet === null ? null : row.sheet.slice(0, 120), row: row.at }
  const lines = outcome.lines.map((line) => ({ ...line, source }))
  if (outcome.does === 'unchanged' || lines.length === 0) {
    tally.counts.unchanged += outcome.does === 'unchanged' ? 1 : 0
    tally.lines.push(...lines)
    return
  }
  const isSure = matched.by === 'sure'
  if (isSure) {
    tally.counts[outcome.does] += 1
    tally.lines.push(...lines)
  } else {
    tally.counts.asked += 1
    tally.asks.push(askOf(entry, lines, sheets))
  }
  tally.previews.push(previewOf(entry, isSure ? outcome.does : 'asked'))
}

function noteDoubts({ doubts, fault }: Outcome, { row, change }: Entry, spot: Spot): void {
  for (const { code, day } of doubts)
    doubtful(spot, code, columnOf(row, code === 'starts-in-past' ? 'effective_from' : 'effective_to'), { day })
  if (fault !== null) wrong(spot, fault, columnOf(row, 'change'), { change })
}

function askOf(entry: Entry, [line, ...rest]: Ask['line'][], sheets: Settings['sheets']): Ask {
  const { row, matched, name, also } = entry
  const kind = matched.item === null ? 'new' : 'likely'
  const sheet = sheets.indexOf(row.sheet)
  const { item, likeness } = matched
  const by = matched.by === 'sure' ? 'none' : matched.by
  return {
    ...{
      id: `${kind}-${sheet > 0 ? `${sheet + 1}.` : ''}${row.at}`,
      kind,
      row: row.at,
      sheet: row.sheet,
      line: line!,
      name,
    },
    matched: { by, item, likeness },
    ...(also.length + rest.length > 0 && {
      also: [...also.map((one) => ({ ...one, source: line!.source! })), ...rest],
    }),
  }
}

function previewOf(
  { kind, row, key, name, payload, versions, days }: Entry,
  outcome: RowPreview['outcome'],
): RowPreview {
  const isPrice = kind === 'standard'
  const before = isPrice ? ((inForce(versions, days.from)?.payload ?? null) as FeeStandard | null) : null
  return {
    sheet: row.sheet,
    row: row.at,
    outcome,
    key,
    name,
    before,
    after: isPrice ? (payload as FeeStandard | null) : null,
  }
}
