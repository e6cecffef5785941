import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import type { Db } from '../../../server/db/database.ts'
import { publish } from '../../../server/db/publish.ts'
import { audit } from '../../../server/log/audit.ts'
import { type Failure, inWords } from '../../../server/log/failure.ts'
import { lastSigned, makeKey } from '../../../server/log/key-file.ts'
import { rotateKey, signNew } from '../../../server/log/signing.ts'
import { query } from '../../support/cluster.ts'
import { test as base } from '../../support/database.ts'
import { aDraft, aLine, anItem, aRule } from '../../support/lines.ts'

const AT = new Date('2026-11-23T10:00:00+08:00')

/** A test with a key of the log, and a log of three releases signed by it. */
const test = base.extend<{ keep: { file: string }; signed: Db }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to know what a fixture needs
  keep: async ({}, use) => {
    const dir = await mkdtemp(join(tmpdir(), 'portal-log-'))
    await use({ file: join(dir, 'log-key') })
    await rm(dir, { recursive: true })
  },
  signed: async ({ owner, keep }, use) => {
    const lines = Array.from({ length: 300 }, (_, n) => aLine(`${n + 1}.00`, day('2024-01-01'), null, `line-${n}`))
    await publish(owner, aDraft([aRule, anItem(), ...lines]), AT)
    await publish(owner, aDraft([aLine('500.00', day('2024-06-01'), day('2024-07-01'), 'line-4', 'revise')]), AT)
    await publish(owner, aDraft([aLine('600.00', day('2025-01-01'), null, 'line-4', 'revise')]), AT)
    await makeKey(keep, 'fees.example.cn/log')
    expect(await signNew(owner, keep, AT)).toEqual({ ok: true, releases: [3, 2, 1] })
    await use(owner)
  },
})

const tampered = (url: string, text: string) => query(url, `set session_replication_role = replica; ${text}`)
const PRICE = (n: number) => `subject_id = (select id from subject where key = 'weighing/-/-/-/line-${n}')`

/** What a hand that sleeps the triggers may do, and how verification names it. */
const BENT: [string, string, RegExp][] = [
  [
    'a price',
    `update statement set payload = jsonb_set(payload, '{rate,amount}', '"9"') where ${PRICE(7)}`,
    /^release 1, line 10 \(standard weighing\/-\/-\/-\/line-7\): payload\.rate\.amount is not what was published$/,
  ],
  [
    'a reason',
    `update statement set why = why || '{"zh":"别的"}' where ${PRICE(7)}`,
    /^release 1, line 10 .*: why\.zh is not/,
  ],
  [
    'what is left of a price',
    `update statement set payload = jsonb_set(payload, '{rate,amount}', '"9"') where remainder and lower(valid) = '2024-07-01' and line_release = 1`,
    /^release 1, line 7 .*: payload of what is left of it is not what was published$/,
  ],
  [
    'the days of what is left',
    `update statement set valid = daterange('2024-01-01', '2024-05-01') where remainder and lower(valid) = '2024-01-01' and line_release = 1`,
    /^release 1, line 7 .*: what is left of it ends on 2024-05-01, and should on 2024-06-01$/,
  ],
  [
    'the releases that told a price',
    `update statement set known = int8range(1, 2) where ${PRICE(7)}`,
    /^release 1, line 10 .*: its statement is told until release 2, and should be until none$/,
  ],
  [
    'a statement away',
    `delete from statement where ${PRICE(7)}`,
    /^release 1, line 10 .*: it stands in the log, and not in the record$/,
  ],
  [
    'what is left away',
    `delete from statement where remainder and line_release = 1 and lower(valid) = '2024-01-01'`,
    /^release 1, line 7 .*: what release 2 left of it is missing$/,
  ],
  [
    'a statement in',
    `insert into statement (subject_id, kind, change, valid, known, payload, why, line_release, line_n)
      select subject_id, kind, 'new', daterange('2020-01-01', '2020-02-01'), int8range(2, null), payload, why, 2, 2 from statement where ${PRICE(7)}`,
    /^release 2, line 2 .*: it stands in the record, and not in the log$/,
  ],
  [
    'a leaf',
    `update log_leaf set data = replace(data, '"8.00"', '"9.00"') where idx = 9`,
    /^release 1, line 10 .*: payload\.posted|payload\.rate/,
  ],
  [
    'a leaf and its price',
    `update log_leaf set data = replace(data, '8.00', '9.00') where idx = 9; update statement set payload = replace(payload::text, '8.00', '9.00')::jsonb where ${PRICE(7)}`,
    /^release 1: its 302 leaves do not hash to the root/,
  ],
  [
    'a stored hash',
    `update log_node set hash = decode(repeat('00', 32), 'hex')`,
    /^the log: the stored hash 1\/0 is not that of its leaves$/,
  ],
  [
    'a root',
    `update log_tree set root = decode(repeat('00', 32), 'hex') where release = 2`,
    /^release 2: its 303 leaves do not hash/,
  ],
  [
    'what a subject is listed under',
    `update subject set list_key = 'x' where key = 'weighing/-/-/-/line-7'`,
    /^release 1, line 10 .*: list_key is “x”, and should be/,
  ],
  [
    'the port of a price',
    `update subject set port_code = 'CNNGB' where key = 'weighing/-/-/-/line-7'`,
    /^release 1, line 10 .*: port_code is “CNNGB”, and should be “-”/,
  ],
  [
    'a subject’s key',
    `update subject set key = 'weighing/-/-/-/other' where key = 'weighing/-/-/-/line-7'`,
    /^release 1, line 10 .*: key is not what was published/,
  ],
  [
    'a release’s title',
    `update release set title = '{"zh":"别的","en":null}' where seq = 2`,
    /^release 2: title\.en is not what was published$/,
  ],
  ['a release into an emergency', `update release set emergency = true where seq = 3`, /^release 3: emergency is not/],
  [
    'a release out of the log',
    `delete from log_signature where release = 3; delete from log_leaf where release = 3; delete from log_tree where release = 3`,
    /^release 3: it is not in the log$/,
  ],
  [
    'a signature',
    `update log_signature set signature = decode(repeat('00', 64), 'hex') where release = 2`,
    /^release 2: the signature of fees\.example\.cn\/log does not hold/,
  ],
]

test.for(BENT)(
  'the superuser who bends %s is found out, and the first line that fails is named',
  async ([, text, says], { signed, url, keep }) => {
    await tampered(url, text)
    const { failures } = await audit(signed, await lastSigned(keep))
    expect(failures.map(inWords)[0]).toMatch(says)
  },
)

test('an untouched log is found whole, and signed throughout', async ({ signed, keep }) => {
  expect(await audit(signed, await lastSigned(keep))).toMatchObject({
    failures: [],
    releases: 3,
    leaves: 304,
    unsigned: 0,
  })
})

test('of several things that were bent the first in the order of lines is named first', async ({ signed, url }) => {
  for (const n of [200, 20, 100])
    await tampered(url, `update statement set why = why || '{"zh":"别的"}' where ${PRICE(n)}`)
  const { failures } = await audit(signed)
  expect(failures.map(({ n }: Failure) => n)).toEqual([23, 103, 203])
})

test('whoever rewrites facts, leaves and roots alike gets no signature for it', async ({ signed, url, keep }) => {
  const again = `delete from log_signature; delete from log_tree; delete from log_leaf; delete from log_node`
  await tampered(
    url,
    `update statement set payload = replace(payload::text, '8.00', '9.00')::jsonb where ${PRICE(7)}; ${again}`,
  )
  await publish(signed, aDraft([aLine('700.00', day('2025-02-01'), null, 'line-5', 'revise')]), AT)
  expect((await audit(signed)).failures, 'it looks whole to whoever knows nothing else').toEqual([])
  expect(await signNew(signed, keep, AT)).toEqual({ ok: false, code: 'forked', release: 0 })
  const { failures } = await audit(signed, await lastSigned(keep))
  expect(failures.map(inWords)).toEqual([expect.stringContaining('does not continue what its key signed last')])
})

test('a key that is rotated signs the newest checkpoint beside the old one, and alone from then on', async ({
  signed,
  keep,
}) => {
  const { made, old } = await rotateKey(signed, keep, 'unused', AT)
  expect(made.verifier.name).toBe(old!.verifier.name)
  await publish(signed, aDraft([aLine('700.00', day('2025-02-01'), null, 'line-5', 'revise')]), AT)
  expect(await signNew(signed, keep, AT)).toEqual({ ok: true, releases: [4] })
  const rows = await signed.selectFrom('log_signature').select(['release', 'key_id']).orderBy('release').execute()
  const by = (id: string) => rows.filter(({ key_id }) => key_id === id).map(({ release }) => release)
  expect([by(old!.verifier.id), by(made.verifier.id)]).toEqual([
    [1, 2, 3],
    [3, 4],
  ])
  expect((await audit(signed, await lastSigned(keep))).failures).toEqual([])
})

test('two that sign at once sign each release once; without a key nothing is signed', async ({ signed, keep }) => {
  await publish(signed, aDraft([aLine('700.00', day('2025-02-01'), null, 'line-5', 'revise')]), AT)
  const elsewhere = { file: `${keep.file}-none` }
  expect(await signNew(signed, elsewhere, AT)).toEqual({ ok: false, code: 'no-key', release: null })
  await Promise.all([signNew(signed, keep, AT), signNew(signed, keep, AT)])
  expect(await signed.selectFrom('log_signature').select('release').execute()).toHaveLength(4)
})
