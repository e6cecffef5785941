import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { NewComplaint } from '../../../complaints/submission.ts'
import { takeFile } from '../../../server/cases/files/take.ts'
import { fileComplaint } from '../../../server/cases/filing.ts'
import type { Db } from '../../../server/db/database.ts'
import type { Desk } from '../../../server/staff/desk.ts'
import { test as base } from '../../support/case-desk.ts'
import { FORWARDER } from '../../support/filed.ts'

const test = base.extend<{ storing: Desk }>({
  storing: async ({ desk }, use) => {
    const files = await mkdtemp(join(tmpdir(), 'filing-files-'))
    await use({ ...desk, files })
    await rm(files, { recursive: true })
  },
})

const note = Buffer.from('三月账单：港口设施保安费二十元', 'utf8')
const sendsFile = (desk: Desk, key: string) => takeFile(desk, { bytes: note, name: '账单.txt', to: { draft: key } })
const files = (desk: Desk, key: string) =>
  fileComplaint(desk, { key, complaint: NewComplaint.parse(FORWARDER), channel: 'web', worked: true })

/** Does something within a transaction that stays open until another thing either waits for it or is over. */
async function atOnce<A, B>(desk: Desk, owner: Db, first: (desk: Desk) => Promise<A>, second: () => Promise<B>) {
  let over = false
  const [one, other] = await desk.db.transaction().execute(async (tx) => {
    const done = await first({ ...desk, db: tx as unknown as Db })
    const after = second().finally(() => {
      over = true
    })
    while (!over && !(await someoneWaits(owner))) await new Promise(setImmediate)
    return [done, { after }] as const
  })
  return [one, await other.after] as const
}

const someoneWaits = async (owner: Db): Promise<boolean> =>
  (
    await sql`select from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`.execute(owner)
  ).rows.length > 0

const lies = async (owner: Db, key: string) =>
  (
    await sql<{ filed: boolean; stays: boolean }>`
    select submission_id is not null as filed, submission_id is not distinct from (select id from submission where key = ${key}) as stays
    from attachment where draft_key = ${key}`.execute(owner)
  ).rows

test('a file that arrives while its draft is being filed is told that it is too late, and none is left behind', async ({
  storing,
  owner,
}) => {
  const key = randomUUID()
  const [made, late] = await atOnce(
    storing,
    owner,
    (desk) => files(desk, key),
    () => sendsFile(storing, key),
  )
  expect([made.ok, late]).toMatchObject([true, { ok: false, code: 'filed' }])
  expect(await lies(owner, key)).toEqual([])
})

test('a draft that is filed while its file arrives has the file in its case', async ({ storing, owner }) => {
  const key = randomUUID()
  const [sent, made] = await atOnce(
    storing,
    owner,
    (desk) => sendsFile(desk, key),
    () => files(storing, key),
  )
  expect([sent.ok, made.ok]).toEqual([true, true])
  expect(await lies(owner, key)).toEqual([{ filed: true, stays: true }])
})
