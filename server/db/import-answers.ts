import { sql } from 'kysely'
import type { Line } from '../../catalogue/release.ts'
import { appendLines, draftSet, type Wording } from './change-set-writes.ts'
import type { Db, Reader } from './database.ts'

/** What was said to each question of an import, by its id; the last word counts. */
export async function answersOf(db: Reader, id: number): Promise<ReadonlyMap<string, boolean>> {
  const { rows } = await sql<{ ask: string; yes: boolean }>`
    select distinct on (ask) ask, yes from import_answer where import = ${id} order by ask, id desc`.execute(db)
  return new Map(rows.map(({ ask, yes }) => [ask, yes]))
}

/** Keeps answers, with who gave them. */
export async function answer(db: Db, id: number, said: ReadonlyMap<string, boolean>, by: number, at: Date) {
  const rows = JSON.stringify([...said].map(([ask, yes]) => ({ ask, yes })))
  await sql`
    insert into import_answer (import, ask, yes, by, at)
    select ${id}, ask, yes, ${by}, ${at} from jsonb_to_recordset(${rows}::jsonb) as said(ask text, yes boolean)`.execute(
    db,
  )
}

export type Applied = { ok: true; set: number } | { ok: false; code: 'not-read' | 'said-twice' }

/** Makes the draft change set that an import comes to, once: set, lines and the mark on the import together, or none. */
export async function applyImport(
  db: Db,
  id: number,
  { lines, ...wording }: Wording & { entity: string | null; lines: readonly Line[] },
  by: number,
  at: Date,
): Promise<Applied> {
  try {
    return await db.transaction().execute(async (tx): Promise<Applied> => {
      const { rows } = await sql`select from import where id = ${id} and state = 'read' for update`.execute(tx)
      if (rows.length === 0) return { ok: false, code: 'not-read' }
      const set = await draftSet(tx, wording, by, at)
      await appendLines(tx, set, lines, by, at)
      await sql`update import set state = 'applied', change_set = ${set} where id = ${id}`.execute(tx)
      return { ok: true, set }
    })
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'line_said_once') return { ok: false, code: 'said-twice' }
    throw error
  }
}
