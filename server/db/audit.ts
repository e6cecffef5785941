import type { Db } from './database.ts'

/** One thing that somebody tried: `act` as ACCESS or the desk names it, `object` what it was done to. Never a secret. */
export type AuditEntry = {
  at: Date
  by: number | null
  login: string | null
  act: string
  object: string | null
  outcome: 'done' | 'refused' | 'failed'
  detail?: Record<string, unknown>
  address: string
}

/** 审计: writes an entry in a transaction of its own, so that it stays when what was tried is rolled back. */
export async function audit(db: Db, { detail = {}, ...entry }: AuditEntry): Promise<void> {
  if (db.isTransaction) throw new Error('an audit entry is written in a transaction of its own')
  await db
    .insertInto('audit')
    .values({ ...entry, detail })
    .execute()
}
