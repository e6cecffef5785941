import type { ImportColumn } from './column.ts'
import type { ImportProblem } from './reading.ts'
import { lettersOf } from './tidy.ts'

/** A column of the file: where it stands (from 0) and what it is. */
export type PlacedColumn = { place: number; name: string }
type Values = Record<string, string>

/** Where in a file something is wrong; `found` collects what is. */
export type Spot = { sheet: string | null; row: number | null; found: ImportProblem[] }

const said =
  (severity: ImportProblem['severity']) =>
  ({ sheet, row, found }: Spot, code: string, column: PlacedColumn | null, values: Values = {}): void =>
    void found.push({
      ...{ severity, code, sheet, row },
      column: column === null ? null : { letters: lettersOf(column.place), name: column.name },
      values,
    })

/** Notes what must be mended before anything of the file is taken. */
export const wrong = said('error')
/** Notes what was read in a way that a person should look at. */
export const doubtful = said('warning')

export type ReadColumn = PlacedColumn & { column: ImportColumn }
