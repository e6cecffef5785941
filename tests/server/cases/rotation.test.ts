import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { readCode } from '../../../complaints/receipt.ts'
import { buildApp } from '../../../server/app.ts'
import { takeFile } from '../../../server/cases/files/take.ts'
import { caseKeys, secretsIn } from '../../../server/cases/keys.ts'
import { keysIn } from '../../../server/cases/live-keys.ts'
import { keysStatus, resealKeys, rotateKeys } from '../../../server/commands/keys.ts'
import { filesOf } from '../../../server/db/attachments.ts'
import { asClerk, asHolder } from '../../../server/db/case-doors.ts'
import { sealedOtherwise } from '../../../server/db/sealed.ts'
import type { Desk } from '../../../server/staff/desk.ts'
import { testConfig } from '../../support/config.ts'
import { FORWARDER, filed } from '../../support/filed.ts'
import { test as base, NOW } from '../../support/portal.ts'
import { asStaff } from '../../support/staff.ts'

type Rotating = {
  folder: string
  config: { dataDir: string; caseKeyFile: string }
  running: Awaited<ReturnType<typeof buildApp>>
}

/** A portal that runs on the keys of a file. */
const test = base.extend<Rotating>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants the pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'portal-keys-'))
    await use(folder)
    await rm(folder, { recursive: true })
  },
  config: async ({ folder }, use) => use({ dataDir: folder, caseKeyFile: join(folder, 'keys') }),
  running: async ({ db, head, config }, use) => {
    const keys = await keysIn(config.caseKeyFile)
    const app = await buildApp({ db, head, now: () => NOW, keys }, { ...testConfig, ...config })
    await use(app)
    await app.close()
  },
})

async function filing(desk: Desk) {
  const made = await filed(desk)
  const { id } = await asClerk(desk.db, (tx) =>
    tx.selectFrom('submission').select('id').where('receipt', '=', made.receipt).executeTakeFirstOrThrow(),
  )
  const file = await takeFile(desk, {
    ...{ name: '账单.txt', bytes: Buffer.from('账单\n') },
    to: { submission: id, sender: 'complainant' },
  })
  if (!file.ok) throw new Error(file.code)
  return { ...made, submission: id, file: file.id }
}

const statementOf = (desk: Desk, { receipt, tag }: { receipt: string; tag: Buffer }) =>
  asHolder(desk.db, tag, async (tx) => {
    const { statement } = await tx.selectFrom('submission').select('statement').executeTakeFirstOrThrow()
    return desk.keys.open(`submission/${receipt}/statement`, statement!)
  })

test('after a rotation everything opens, nothing is sealed with the old key, and a running portal goes on with the new one', async ({
  running,
  config,
  url,
  db,
  owner,
}) => {
  const { desk } = running
  const made = await filing(desk)
  expect(await rotateKeys(url, config, 'seal', NOW)).toMatchObject({ ok: true })
  expect(desk.keys.newest).toBe(2)
  expect(await asClerk(db, (tx) => sealedOtherwise(tx, 2))).toBe(0)
  expect(await asClerk(db, (tx) => sealedOtherwise(tx, 1))).toBeGreaterThan(6)
  expect(await statementOf(desk, made)).toBe(FORWARDER.statement)
  const [file] = await asHolder(db, made.tag, (tx) => filesOf(tx, desk.keys, made.submission))
  expect(file?.name).toBe('账单.txt')
  const url_ = `/staff/cases/${made.cases[0]!.no}/files/${made.file}`
  const answer = await running.inject({ url: url_, headers: { cookie: (await asStaff(db, 'handler')).cookie } })
  expect([answer.statusCode, answer.payload]).toEqual([200, '账单\n'])
  const { rows } = await sql<{
    field: string
    sealed: Buffer
  }>`select field, sealed from contact_field order by field`.execute(owner)
  const opened = rows.map(({ field, sealed }) => desk.keys.open(`contact/${made.receipt}/${field}`, sealed))
  expect(opened).toEqual(['示例货代有限公司', 'zhou@example.com', '周小舟', '13800001234'])
  await filing(desk)
  expect(await keysStatus(url, config)).toMatchObject({ ok: true })
})

test('a rotation that broke off goes on; what no key opens is told and left as it is', async ({
  running,
  config,
  url,
  owner,
}) => {
  const { desk } = running
  const [one, two] = [await filing(desk), await filing(desk)]
  const old = caseKeys(await secretsIn(config.caseKeyFile))
  await rotateKeys(url, config, 'seal', NOW)
  await sql`update submission set statement = ${old.seal(`submission/${one.receipt}/statement`, '原文')} where receipt = ${one.receipt}`.execute(
    owner,
  )
  expect(await keysStatus(url, config)).toMatchObject({ ok: false })
  expect(await resealKeys(url, config)).toEqual({
    ok: true,
    says: ['1 values sealed anew with seal 2; 0 are still sealed with another'],
  })
  expect(await statementOf(desk, one)).toBe('原文')
  const swapped = old.seal(`submission/${one.receipt}/statement`, '别人的')
  await sql`update submission set statement = ${swapped} where receipt = ${two.receipt}`.execute(owner)
  const again = await resealKeys(url, config)
  expect([again.ok, again.says[1]]).toEqual([false, expect.stringContaining('1 cannot be opened')])
})

test('codes given out before a rotation of the pepper still find their filing, and new ones are kept under the new one', async ({
  running,
  config,
  url,
  owner,
}) => {
  const { desk } = running
  const before = await filing(desk)
  await rotateKeys(url, config, 'pepper', NOW)
  const after = await filing(desk)
  const { rows } = await sql<{ pepper: number }>`select pepper from submission order by id`.execute(owner)
  expect(rows.map(({ pepper }) => pepper)).toEqual([1, 2])
  for (const { receipt, code } of [before, after]) {
    const answer = await running.inject({
      method: 'POST',
      url: '/api/v1/complaints/lookup',
      payload: { receipt, code: readCode(code) },
    })
    expect([answer.statusCode, answer.json().data?.receipt ?? answer.json().receipt]).toEqual([200, receipt])
  }
})

test('only seal and pepper are rotated, and no file of keys is made by it', async ({ config, url }) => {
  await expect(rotateKeys(url, config, 'salt', NOW)).rejects.toThrow('seal or pepper')
  await expect(rotateKeys(url, config, 'seal', NOW)).rejects.toThrow('is not there')
})
