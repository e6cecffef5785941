import { sql } from 'kysely'
import { faultsOf, type Line, type LineFault } from '../../catalogue/release.ts'
import type { Text } from '../../catalogue/text.ts'
import type { Db, Tx } from './database.ts'
import { logRelease } from './log.ts'
import { indexTerms } from './search.ts'

/** A release about to be made. */
export type Draft = { title: Text; note: Text | null; backfilled: boolean; lines: readonly Line[] }

/** Published, with its number; or refused, with every fault named by line. */
export type Publication = { ok: true; release: number } | { ok: false; faults: LineFault[] }

/**
 * 补录: publishes lines that no change set holds, as the owner of the database may: the seeds, and what was announced
 * before the portal existed. All lines or none, in one transaction, one publisher at a time. The domain answers first (`faultsOf`); the function publish() and the constraints hold when it is passed by.
 */
export async function publish(db: Db, draft: Draft, at: Date): Promise<Publication> {
  const faults = draft.lines.length === 0 ? [{ n: 0, field: 'lines', code: 'no-lines' }] : faultsOf(draft.lines)
  if (faults.length > 0) return { ok: false, faults }
  try {
    return { ok: true, release: await db.transaction().execute((tx) => write(tx, draft, at)) }
  } catch (error) {
    return { ok: false, faults: [strangerIn(error)] }
  }
}

/** What was never published, by the constraint that refused it, and where in a line it is named. */
const UNKNOWN: Record<string, Omit<LineFault, 'n'>> = {
  subject_is_known: { field: 'key', code: 'subject-unknown' },
  item_is_known: { field: 'item', code: 'item-unknown' },
  port_is_known: { field: 'port', code: 'port-unknown' },
  entity_is_known: { field: 'entity', code: 'entity-unknown' },
  document_is_known: { field: 'documents', code: 'document-unknown' },
}

/** The line that names something never published; any other error is thrown again. */
function strangerIn(error: unknown): LineFault {
  const { constraint = '', detail = '' } = error as { constraint?: string; detail?: string }
  const fault = UNKNOWN[constraint]
  if (fault === undefined) throw error
  return { n: Number(detail), ...fault }
}

async function write(tx: Tx, { title, note, backfilled, lines }: Draft, at: Date): Promise<number> {
  const rows = JSON.stringify(lines.map(toRow))
  const { rows: made } = await sql<{ seq: number }>`
    select publish(${rows}::jsonb, ${JSON.stringify(title)}::jsonb, ${JSON.stringify(note)}::jsonb, ${backfilled}, ${at}) as seq`.execute(
    tx,
  )
  return entered(tx, made[0]!.seq, lines)
}

/** What belongs to a release and is written with it: its words for search, and its place in the log. */
export async function entered(tx: Tx, release: number, lines: readonly Line[]): Promise<number> {
  await indexTerms(tx, lines, release)
  await logRelease(tx, release)
  return release
}

/** A line as publish() reads it: the domain's own words, and the two ends of its days. */
const toRow = ({ kind, key, change, valid, payload, why, source }: Line) => ({
  kind,
  key,
  change,
  from: valid.from,
  until: valid.until,
  payload,
  why,
  source: source ?? null,
})
