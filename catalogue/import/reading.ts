import type { FeeStandard } from '../fee-standard.ts'
import type { Line } from '../release.ts'

/** 导入方式: the file is the entity's whole list, or only what changes. Chosen by the sender, never guessed. */
export type ImportMode = 'full' | 'changes'

/** Something wrong in a file: where its cause stands, what it is, and (in words elsewhere) how to mend it. */
export type ImportProblem = {
  severity: 'error' | 'warning'
  /** A key of the words in locale area `importFaults`. */
  code: string
  sheet: string | null
  /** As the spreadsheet counts, from 1; null where the whole file is meant. */
  row: number | null
  /** The letters of the column, `C`, and its machine name, `amount`. */
  column: { letters: string; name: string } | null
  values: Record<string, string>
}

/**
 * What a person must say yes to before it becomes a line: a row that nothing on the list matches (`new`), a row that was
 * matched by likeness, alias or lineage only (`likely`), or an entry of the list that the whole file leaves out (`ending`).
 */
export type Ask = {
  /** The same file gives the same ids: `new-12`, `likely-7`, `ending-yard-storage/CNNGB/-/…`. */
  id: string
  kind: 'new' | 'likely' | 'ending'
  row: number | null
  sheet: string | null
  /** What becomes of it on a yes; an ending is a withdrawal from the effective day. */
  line: Line
  /** Named for people: the item, what the row calls it, and how it was matched. */
  name: string
  matched: { by: 'alias' | 'lineage' | 'likeness' | 'none'; item: string | null; likeness: string | null }
  /** What must be said first, on the same yes: the new item that a new price is for. */
  also?: Line[]
}

/** 预览: one row of the file beside what the list says on the day from which it is to hold. Unchanged rows have none. */
export type RowPreview = {
  sheet: string | null
  row: number | null
  outcome: 'added' | 'changed' | 'ended' | 'asked'
  key: string
  name: string
  before: FeeStandard | null
  after: FeeStandard | null
}

/** How rows compare with the live list on the effective day. */
export type ImportCounts = {
  rows: number
  added: number
  changed: number
  ended: number
  unchanged: number
  asked: number
}

/** A file read to its end: all problems at once, the lines it comes to, and what must be asked. No line where there is an error. */
export type ImportReading = {
  problems: ImportProblem[]
  lines: Line[]
  asks: Ask[]
  counts: ImportCounts
  previews: RowPreview[]
}
