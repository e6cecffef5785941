import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { verifierText } from '../../../catalogue/log/note.ts'
import { cosign, makeWitness } from '../../../server/commands/cosign.ts'
import { LOG_ACTS, logAct } from '../../../server/commands/log.ts'
import { verifyDatabase, verifyRemote } from '../../../server/commands/verify.ts'
import type { Db } from '../../../server/db/database.ts'
import { catchUpLog } from '../../../server/db/log.ts'
import { publish } from '../../../server/db/publish.ts'
import { rotateKey, signNew } from '../../../server/log/signing.ts'
import { query } from '../../support/cluster.ts'
import { aDraft, aLine, anItem, aRule } from '../../support/lines.ts'
import { NOW } from '../../support/portal.ts'
import { test } from './signed.ts'

const more = async (owner: Db, amount: string) =>
  expect(await publish(owner, aDraft([aRule, anItem(), aLine(amount, day('2024-01-01'), null)]), NOW)).toMatchObject({
    ok: true,
  })
const tampered = (url: string, text: string) => query(url, `set session_replication_role = replica; ${text}`)

test('a portal is verified from outside, and again when it has grown', async ({
  origin,
  owner,
  db,
  head,
  keep,
  signer,
  folder,
}) => {
  const options = { url: origin, key: verifierText(signer.verifier), state: join(folder, 'seen') }
  const first = await verifyRemote(options)
  expect(first).toEqual({
    ok: true,
    says: [expect.stringMatching(/releases, \d+ lines: what .* tells is what its log holds/)],
  })
  await more(owner, '1.00')
  await signNew(db, keep, NOW)
  await head.refresh()
  const again = await verifyRemote({ url: origin, state: options.state })
  expect(again.says).toEqual([
    expect.anything(),
    expect.stringMatching(/^it continues the tree of \d+ lines that was seen before$/),
  ])
})

test('who brings no key is told whose key was taken; a wrong one is refused', async ({ origin, signer }) => {
  const { ok, says } = await verifyRemote({ url: origin })
  expect([ok, says.at(-1)]).toEqual([
    true,
    `its keys were taken from the portal itself: ${signer.verifier.name}+${signer.verifier.id}`,
  ])
  const stranger = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  await expect(verifyRemote({ url: origin, key: stranger })).rejects.toThrow('signed by no key that is trusted')
  await expect(verifyRemote({ url: 'http://127.0.0.1:9' })).rejects.toThrow('does not answer')
})

test('a price that the portal tells otherwise than its log holds it is named, from outside', async ({
  origin,
  url,
  signer,
}) => {
  const [row] = await query(
    url,
    `select line_release as release, line_n as n from statement where payload->'rate'->>'form' = 'fixed' and not remainder order by id limit 1`,
  )
  await tampered(
    url,
    `update statement set payload = jsonb_set(payload, '{rate,amount}', '"9.99"') where line_release = ${row!.release} and line_n = ${row!.n} and not remainder`,
  )
  const { ok, says } = await verifyRemote({ url: origin, key: verifierText(signer.verifier) })
  expect(ok).toBe(false)
  expect(says[0]).toMatch(
    new RegExp(
      `^WRONG  release ${row!.release}, line ${row!.n} \\(standard .*\\): payload\\.rate\\.amount is told otherwise`,
    ),
  )
})

test('whoever rewrites the past, leaves and signatures and all, is found out by those who saw it before', async ({
  origin,
  url,
  owner,
  db,
  keep,
  signer,
  folder,
  head,
}) => {
  const state = join(folder, 'seen')
  await verifyRemote({ url: origin, key: verifierText(signer.verifier), state })
  const release = head.release()
  await tampered(url, `update release set title = '{"zh":"别的","en":null}' where seq = ${release}`)
  await tampered(url, 'delete from log_signature; delete from log_tree; delete from log_leaf; delete from log_node')
  await catchUpLog(owner)
  expect(await signNew(db, keep, NOW)).toMatchObject({ ok: false, code: 'forked' })
  await signNew(db, { file: await forgetful(keep.file, folder) }, NOW)
  const { ok, says } = await verifyRemote({ url: origin, state })
  expect(ok).toBe(false)
  expect(says.join('\n')).toMatch(/the log: it does not continue the tree of \d+ leaves that was seen before/)
})

/** The same key without its memory of what it signed, as a thief would use it. */
const forgetful = (file: string, folder: string): Promise<string> =>
  copyFile(file, join(folder, 'stolen')).then(() => join(folder, 'stolen'))

test('who trusts the old key follows a rotation; the new key alone is enough too', async ({
  origin,
  owner,
  db,
  head,
  keep,
  signer,
  folder,
}) => {
  const state = join(folder, 'seen')
  await verifyRemote({ url: origin, key: verifierText(signer.verifier), state })
  const { made } = await rotateKey(db, keep, 'unused', NOW)
  await more(owner, '2.00')
  await signNew(db, keep, NOW)
  await head.refresh()
  expect((await verifyRemote({ url: origin, state })).ok).toBe(true)
  expect((await verifyRemote({ url: origin, key: verifierText(made.verifier) })).ok).toBe(true)
})

test('a witness makes a key, is made known, cosigns what grew, and signs nothing that does not continue', async ({
  origin,
  url,
  owner,
  db,
  head,
  keep,
  signer,
  folder,
}) => {
  const key = join(folder, 'witness')
  const vkey = await makeWitness(key, 'witness.example.org')
  await expect(makeWitness(key, 'witness.example.org')).rejects.toThrow('is there already')
  const asked = { url: origin, key, state: join(folder, 'witnessed'), log: verifierText(signer.verifier) }
  await expect(cosign(asked, NOW)).rejects.toThrow('is this witness known to it?')
  const settings = { dataDir: folder, publicUrl: null, host: '127.0.0.1', port: 0, logKeyFile: keep.file }
  expect(await logAct(url, settings, 'witness', [vkey], NOW)).toContain('witness.example.org')
  expect(await cosign(asked, NOW)).toMatch(/^cosigned the tree of \d+ lines of fees\.example\.cn\/log$/)
  await more(owner, '3.00')
  await signNew(db, keep, NOW)
  await head.refresh()
  await cosign({ ...asked, log: undefined }, NOW)
  const rows = await db
    .selectFrom('log_signature')
    .select('release')
    .where('name', '=', 'witness.example.org')
    .execute()
  expect(rows).toHaveLength(2)
  await tampered(
    url,
    `update log_leaf set data = replace(data, '"v":1', '"v": 1') where idx = 5; delete from log_signature; delete from log_tree; delete from log_node where level > 0`,
  )
  await expect(cosign(asked, NOW)).rejects.toThrow()
  await expect(logAct(url, settings, 'witness', ['nonsense'], NOW)).rejects.toThrow('not the verifier key of a witness')
  await expect(logAct(url, settings, 'erase', [], NOW)).rejects.toThrow(LOG_ACTS.join(', '))
})

test('the command line verifies the database, and says which line fails', async ({ url, keep, signer, folder }) => {
  const settings = { dataDir: folder, publicUrl: null, host: '127.0.0.1', port: 0, logKeyFile: keep.file }
  expect(signer.verifier.name).toBe('fees.example.cn/log')
  expect(await verifyDatabase(url, settings)).toEqual({
    ok: true,
    says: [
      expect.stringContaining('what is published is what the log holds'),
      expect.stringContaining('the chain of every case holds'),
    ],
  })
  await tampered(url, `update statement set why = why || '{"zh":"别的"}' where line_release = 2 and line_n = 1`)
  const { ok, says } = await verifyDatabase(url, settings)
  expect([ok, says[0]]).toEqual([
    false,
    expect.stringMatching(/^WRONG {2}release 2, line 1 \(.*\): why\.zh is not what was published$/),
  ])
})
