import { day } from '../../../catalogue/day.ts'
import type { LintReport } from '../../../catalogue/lint/rule.ts'
import { type Line, say } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import * as acts from '../../../server/db/change-set-acts.ts'
import { createChangeSet, putLines, replaceLine } from '../../../server/db/change-set-writes.ts'
import { findChangeSet, lineOfSet } from '../../../server/db/change-sets.ts'
import type { Db } from '../../../server/db/database.ts'
import { query } from '../../support/cluster.ts'
import { test as onEmpty } from '../../support/database.ts'
import { anItem, aPrice, aRule, why } from '../../support/lines.ts'

export const AT = new Date('2026-11-23T10:00:00+08:00')
/** Nothing found, at whatever release is the newest. */
export const CLEAN: LintReport = { release: 999_999, ran: [], findings: [], skipped: [] }

/** Four people who may do anything, as far as the database asks only who they are. */
export type People = { writer: number; second: number; reviewer: number; publisher: number }

/** A test with an empty catalogue and four people. */
export const test = onEmpty.extend<{ people: People }>({
  people: async ({ url }, use) => {
    const rows = await query(
      url,
      `insert into staff (login, name, made_at) select login, login, now()
       from unnest(array['writer','second','reviewer','publisher']) as login returning login, id::int`,
    )
    await use(Object.fromEntries(rows.map(({ login, id }) => [login, Number(id)])) as People)
  },
})

/** A government price of the test's item from a day on. */
export const price = (amount: string, from = '2027-01-01', line = 'base', change: Line['change'] = 'new'): Line =>
  say('standard', aPrice(amount, line), { from: day(from), until: null }, why, change as 'new')

/** The item, its rule, and a price. */
export const FIRST: readonly Line[] = [aRule, anItem(), price('1.00')]

/** A draft with these lines. */
export async function draft(db: Db, by: number, lines: readonly Line[]): Promise<number> {
  const id = await createChangeSet(db, { entity: null, title: text('测试', 'A test'), note: null }, by, AT)
  const written = await putLines(db, id, lines, by, AT)
  if (!written.ok) throw new Error(written.code)
  return id
}

export async function submitted(db: Db, id: number, by: number, errors = 0) {
  const { version } = (await findChangeSet(db, id))!
  return acts.freeze(db, id, { lint: CLEAN, errors, version }, by, AT)
}

/** A review of what the set holds, or of another content. */
export async function reviewed(
  db: Db,
  id: number,
  reviewer: number,
  { decision = 'approve', sha }: { decision?: 'approve' | 'request_changes'; sha?: string } = {},
) {
  const found = (await findChangeSet(db, id))!
  return acts.review(db, id, {
    reviewer,
    decision,
    sha: sha ?? found.contentSha ?? '00',
    accepted: [],
    comment: null,
    at: AT,
  })
}

/** A set on its way to being published: written, submitted, approved by another. */
export async function approved(db: Db, { writer, reviewer }: People, lines: readonly Line[]): Promise<number> {
  const id = await draft(db, writer, lines)
  for (const step of [await submitted(db, id, writer), await reviewed(db, id, reviewer)])
    if (!step.ok) throw new Error(step.held)
  return id
}

export const edit = async (db: Db, id: number, n: number, line: Line, by: number) =>
  replaceLine(db, id, (await lineOfSet(db, id, n))!, [line], by, AT)
