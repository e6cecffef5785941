import { type Day, day } from '../../catalogue/day.ts'
import { type Line, say } from '../../catalogue/release.ts'
import type { Payloads } from '../../catalogue/subject.ts'
import { text } from '../../catalogue/text.ts'
import { createChangeSet, putLines } from '../../server/db/change-set-writes.ts'
import type { Db } from '../../server/db/database.ts'
import { findLogin } from '../../server/db/staff.ts'
import { NOW } from './now.ts'

/** 北仑示例码头, whose list `terminal` edits. */
export const TERMINAL = '91330206MA2DEM0171'
export const TITLE = text('堆存费调整', 'Storage revised')
export const FROM = day('2027-03-01')

/** A line that gives one fixed price of the terminal, for a box that comes early, another amount from a day on. */
export async function aRise(db: Db, amount = '12345', from: Day = FROM): Promise<Line<'standard'>> {
  const told = await db
    .selectFrom('statement')
    .innerJoin('subject', 'subject.id', 'statement.subject_id')
    .select('statement.payload')
    .where('subject.kind', '=', 'standard')
    .where('subject.key', '=', `early-gate-in/CNNGB/-/${TERMINAL}/box-20`)
    .orderBy('statement.id', 'desc')
    .executeTakeFirstOrThrow()
  const payload = {
    ...(told.payload as Payloads['standard']),
    rate: { form: 'fixed' as const, amount },
    posted: `${amount} 元`,
  }
  return say('standard', payload, { from, until: null }, { zh: '成本上升', en: 'costs rose', documents: [] }, 'revise')
}

/** A draft of a person with these lines; its number. */
export async function proposed(
  db: Db,
  login: string,
  lines: readonly Line[],
  entity: string | null = TERMINAL,
): Promise<number> {
  const { id } = (await findLogin(db, login))!
  const set = await createChangeSet(db, { entity, title: TITLE, note: null }, id, NOW)
  if (lines.length > 0) await putLines(db, set, lines, id, NOW)
  return set
}

/** A line that has government charge 100 for a laden 20-foot box that comes in from abroad, from a day on. */
export async function aDuesRise(db: Db, from: Day = FROM): Promise<Line<'standard'>> {
  const told = await db
    .selectFrom('statement')
    .innerJoin('subject', 'subject.id', 'statement.subject_id')
    .select('statement.payload')
    .where('subject.kind', '=', 'standard')
    .where('subject.key', '=', 'cargo-port-dues/-/-/-/foreign-import-20-general')
    .where('statement.payload', 'is not', null)
    .orderBy('statement.id', 'desc')
    .executeTakeFirstOrThrow()
  const price = told.payload as Payloads['standard']
  const payload = { ...price, rate: { form: 'fixed' as const, amount: '100' }, posted: '100 元' }
  return say('standard', payload, { from, until: null }, { zh: '成本上升', en: 'costs rose', documents: [] }, 'revise')
}
