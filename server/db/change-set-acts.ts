import { sql } from 'kysely'
import type { LintReport } from '../../catalogue/lint/rule.ts'
import { happened } from './change-set-writes.ts'
import { linesOfSet } from './change-sets.ts'
import type { Db, Tx } from './database.ts'
import { entered } from './publish.ts'
import { inTurn } from './turn.ts'

/** What lint found in a set, and of which version of it. */
export type Checked = { lint: LintReport; errors: number; version: number }

/** Freezes a set with what lint found, and hashes it; held where it is not the version that was checked. */
export const freeze = (db: Db, id: number, { lint, errors, version }: Checked, by: number, at: Date) =>
  stepping(db, async (tx) => {
    await asChecked(tx, id, version)
    await frozen(tx, id, lint, errors)
    await happened(tx, id, by, 'submit', { findings: lint.findings.length }, at)
  })

/** Holds on to a set that nobody has edited since this version. */
async function asChecked(tx: Tx, id: number, version: number): Promise<void> {
  const { rows } = await sql`select from change_set where id = ${id} and version = ${version} for update`.execute(tx)
  if (rows.length === 0) throw new Held('set_is_as_checked')
}

const frozen = (tx: Tx, id: number, lint: LintReport, errors: number) =>
  sql`update change_set set state = 'in_review', lint = ${JSON.stringify(lint)}::jsonb, lint_errors = ${errors} where id = ${id}`.execute(
    tx,
  )

/** Moves a set, as far as the guards let it. */
export const move = (
  db: Db,
  id: number,
  to: 'draft' | 'approved' | 'abandoned' | 'changes_requested',
  { by, act, detail, at }: { by: number | null; act: string; detail: object | null; at: Date },
) =>
  stepping(db, async (tx) => {
    await sql`update change_set set state = ${to} where id = ${id}`.execute(tx)
    await happened(tx, id, by, act, detail, at)
  })

export type Decision = {
  reviewer: number
  decision: 'approve' | 'request_changes'
  sha: string
  accepted: readonly string[]
  comment: string | null
  at: Date
}

/** A review of the very content with this hash, and the step it leads to. */
export const review = (db: Db, id: number, decided: Decision) =>
  stepping(db, async (tx) => {
    await reviewed(tx, id, decided)
    await sql`update change_set set state = ${decided.decision === 'approve' ? 'approved' : 'changes_requested'} where id = ${id}`.execute(
      tx,
    )
    await happened(tx, id, decided.reviewer, decided.decision, { comment: decided.comment }, decided.at)
  })

const reviewed = (
  tx: Tx,
  id: number,
  { reviewer, decision, sha, accepted, comment, at }: Omit<Decision, 'decision'> & { decision: string },
) =>
  sql`
  insert into change_review (set_id, reviewer, decision, content_sha, accepted, comment, at)
  values (${id}, ${reviewer}, ${decision}, decode(${sha}, 'hex'), ${JSON.stringify(accepted)}::jsonb, ${comment}, ${at})`.execute(
    tx,
  )

/** Sets the time at which a set is published. */
export const scheduleAt = (db: Db, id: number, publishAt: Date, by: number, at: Date) =>
  stepping(db, async (tx) => {
    await sql`update change_set set state = 'scheduled', publish_at = ${publishAt} where id = ${id}`.execute(tx)
    await happened(tx, id, by, 'schedule', { publishAt: publishAt.toISOString() }, at)
  })

/** Publishes an approved set that is due, with its words for search and its place in the log: all of it or nothing. */
export const publishSet = (db: Db, id: number, by: number | null, at: Date) =>
  stepping(db, async (tx) => {
    await inTurn(tx)
    if (by !== null) await happened(tx, id, by, 'publish', null, at)
    return released(tx, id, at)
  })

async function released(tx: Tx, id: number, at: Date): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select publish_set(${id}, ${at}) as seq`.execute(tx)
  const lines = await linesOfSet(tx, id)
  return entered(
    tx,
    rows[0]!.seq,
    lines.map(({ line }) => line),
  )
}

/** Freezes, hashes and publishes a set in one step, in an emergency: its publisher answers for the very content. */
export const publishInEmergencyAt = (
  db: Db,
  id: number,
  { reason, lint, version, by, at }: Omit<Checked, 'errors'> & { reason: string; by: number; at: Date },
) =>
  stepping(db, async (tx) => {
    await inTurn(tx)
    await asChecked(tx, id, version)
    await sql`update change_set set state = 'draft' where id = ${id} and state = 'in_review'`.execute(tx)
    await sql`update change_set set emergency = ${reason} where id = ${id}`.execute(tx)
    await frozen(tx, id, lint, 0)
    const { rows } = await sql<{
      sha: string
    }>`select encode(content_sha, 'hex') as sha from change_set where id = ${id}`.execute(tx)
    await reviewed(tx, id, {
      reviewer: by,
      decision: 'emergency',
      sha: rows[0]!.sha,
      accepted: [],
      comment: reason,
      at,
    })
    await sql`update change_set set state = 'approved' where id = ${id}`.execute(tx)
    await happened(tx, id, by, 'emergency', { reason }, at)
    return released(tx, id, at)
  })

/** 事后确认 of an emergency release by a third person. */
export const confirmEmergency = (db: Db, release: number, by: number, note: string, at: Date) =>
  stepping(db, async (tx) => {
    await sql`insert into release_confirmation (release, by, note, at) values (${release}, ${by}, ${note}, ${at})`.execute(
      tx,
    )
  })

/** Done, with what it gave; or refused, by the name of the constraint or guard that held. */
export type Stepped<T> = { ok: true; value: T } | { ok: false; held: string; detail: string }

/** A guard of the portal's own, told as those of the database are. */
class Held extends Error {
  readonly code = '23001'
  readonly constraint: string
  constructor(constraint: string) {
    super(constraint)
    this.constraint = constraint
  }
}

async function stepping<T>(db: Db, step: (tx: Tx) => Promise<T>): Promise<Stepped<T>> {
  try {
    return { ok: true, value: await db.transaction().execute(step) }
  } catch (error) {
    const { code = '', constraint, detail = '' } = error as { code?: string; constraint?: string; detail?: string }
    if (!/^23/.test(code)) throw error
    return { ok: false, held: constraint ?? 'guarded', detail }
  }
}
