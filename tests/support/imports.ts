import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { runQueueOnce } from '../../server/db/queue.ts'
import { referenceReader } from '../../server/db/reference.ts'
import type { Lists } from '../../server/imports.ts'
import { readImportTask } from '../../server/jobs/read-import.ts'
import { type FileSent, sendForm } from './form.ts'
import { NOW } from './now.ts'
import type { App } from './portal.ts'
import type { SignedIn } from './staff.ts'

/** The entity of the demonstration data whose list the tests import. */
export const TERMINAL = '91330206MA2DEM0171'

/** What the job of reading is given, on the database of a test. */
export const listsOn = ({ db, head }: Pick<Lists, 'db' | 'head'>): Lists => ({
  ...{ db, head, reference: referenceReader(db), now: () => NOW },
})

/** A fault that reading would keep to itself fails the test. */
export const thrown = (error: Error) => {
  throw error
}

/** Works off what waits to be read. */
export const readWaiting = (url: string, world: Pick<Lists, 'db' | 'head'>): Promise<void> =>
  runQueueOnce(url, { 'read-import': readImportTask(listsOn(world), thrown) })

/** Sends a list as the form does; where it went, or the page that came instead. */
export async function sendList(app: App, who: SignedIn, file: FileSent | null, fields: Record<string, string> = {}) {
  const asked = { entity: TERMINAL, mode: 'changes', effective: '2026-11-24', csrf: who.csrf, ...fields }
  return sendForm(app, '/staff/imports', asked, file, { cookie: who.cookie })
}

/** The list on a day as the portal fills its own template: heading rows, labels, and a row for each standard. */
export async function filledCsv(app: App, who: SignedIn, entity = TERMINAL, on = '2026-11-24'): Promise<string[][]> {
  const { body, statusCode } = await app.inject({
    url: `/staff/imports/template.csv?entity=${entity}&filled=1&on=${on}`,
    headers: { cookie: who.cookie },
  })
  if (statusCode !== 200) throw new Error(`the template answers ${statusCode}: ${body.slice(0, 400)}`)
  return parse(body, { bom: true, relaxColumnCount: true }) as string[][]
}

/** Rows as a file of CSV. */
export const csvOf = (rows: readonly string[][], name = '清单.csv'): FileSent => ({
  name,
  bytes: stringify(rows as string[][], { record_delimiter: 'windows' }),
  type: 'text/csv',
})

/** A copy of rows with one cell changed, by its row (from 0) and the machine name of its column. */
export function withCell(rows: readonly string[][], row: number, column: string, value: string): string[][] {
  const at = rows[0]!.indexOf(column)
  if (at < 0) throw new Error(`no column ${column} among ${rows[0]!.join(', ')}`)
  return rows.map((cells, index) => (index === row ? cells.with(at, value) : [...cells]))
}
