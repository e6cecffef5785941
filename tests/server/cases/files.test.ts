import { randomUUID } from 'node:crypto'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { readCode } from '../../../complaints/receipt.ts'
import { NewComplaint } from '../../../complaints/submission.ts'
import { FILE_LIMITS } from '../../../server/cases/files/limits.ts'
import { isRoom } from '../../../server/cases/files/store.ts'
import { sweepFiles } from '../../../server/cases/files/sweep.ts'
import { draftFiles, dropDraftFile, type Taken, takeFile } from '../../../server/cases/files/take.ts'
import { fileComplaint } from '../../../server/cases/filing.ts'
import { filesOf } from '../../../server/db/attachments.ts'
import { asCaseStaff, asHolder } from '../../../server/db/case-doors.ts'
import type { Db } from '../../../server/db/database.ts'
import { FORWARDER, filed } from '../../support/filed.ts'
import { pdfOf, photo } from '../../support/hostile-files.ts'
import { Holder, test } from '../../support/owner.ts'
import type { App } from '../../support/portal.ts'
import { asStaff, post, type SignedIn } from '../../support/staff.ts'

const WORDS = '船名 SECRET-VESSEL 的账单\n'
const text = (name = '账单.txt', words = WORDS) => ({ name, bytes: Buffer.from(words) })
const scripted = { name: 'a.pdf', bytes: pdfOf({ objects: ['<< /S /JavaScript /JS (x) >>'] }) }
const submissionOf = async (owner: Db, receipt: string) =>
  (await sql<{ id: number }>`select id from submission where receipt = ${receipt}`.execute(owner)).rows[0]!.id
const taken = (file: Taken) => {
  if (!file.ok) throw new Error(file.code)
  return file
}
const get = (app: App, who: SignedIn | null, url: string) =>
  app.inject({ url, headers: who === null ? {} : { cookie: who.cookie } })

describe('files of a filing under way', () => {
  test('are encrypted on disk, listed under their key alone, and can be taken out again', async ({ app }) => {
    const { desk } = app
    const [key, another] = [randomUUID(), randomUUID()]
    const file = taken(await takeFile(desk, { ...text(), to: { draft: key } }))
    expect(file).toMatchObject({ name: '账单.txt', kind: 'txt', state: 'clean', size: Buffer.byteLength(WORDS) })
    const onDisk = await readFile(join(desk.files, file.id))
    expect(onDisk.includes('SECRET-VESSEL')).toBe(false)
    expect((await draftFiles(desk, key)).map(({ name, gone }) => [name, gone])).toEqual([['账单.txt', false]])
    expect(await draftFiles(desk, another)).toEqual([])
    expect(await dropDraftFile(desk, another, file.id)).toBe(false)
    expect(await dropDraftFile(desk, key, file.id)).toBe(true)
    expect(await draftFiles(desk, key)).toEqual([])
    expect(await readdir(desk.files)).not.toContain(file.id)
  })

  test('are eight at most, of so many bytes together and from one address a day', async ({ app }) => {
    const { desk } = app
    const to = { draft: randomUUID() }
    const many = await Promise.all(Array.from({ length: 9 }, () => takeFile(desk, { ...text(), to })))
    expect(many.filter(({ ok }) => ok).length).toBe(8)
    expect(many.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'too-many', values: { limit: 8 } })
    const small = { ...FILE_LIMITS, together: 40, day: 100 }
    const other = { draft: randomUUID() }
    const sent = (limits: typeof FILE_LIMITS, address?: string) =>
      takeFile(desk, { ...text(), to: other, address }, limits).then((file) => (file.ok ? 'kept' : file.code))
    expect([await sent(small), await sent(small)]).toEqual(['kept', 'too-much'])
    const day = { ...FILE_LIMITS, day: 70 }
    expect([await sent(day, '10.0.0.1'), await sent(day, '10.0.0.1'), await sent(day, '10.0.0.1')]).toEqual([
      'kept',
      'kept',
      'day-limit',
    ])
    expect(await sent(day, '10.0.0.2')).toBe('kept')
  })

  test('go with the filing of their key, and no file can be added to it from there any more', async ({
    app,
    owner,
  }) => {
    const { desk } = app
    const key = randomUUID()
    const file = taken(await takeFile(desk, { ...text(), to: { draft: key } }))
    const complaint = NewComplaint.parse(FORWARDER)
    const made = await fileComplaint(desk, { key, complaint, channel: 'web', worked: true })
    if (!made.ok) throw new Error(made.code)
    const { receipt } = made
    const tag = desk.keys.tag(receipt, readCode(made.code!)!)
    const id = await submissionOf(owner, receipt)
    const seen = await asHolder(desk.db, tag, (tx) => filesOf(tx, desk.keys, id))
    expect(seen).toMatchObject([{ id: file.id, name: '账单.txt', sender: 'complainant', state: 'clean' }])
    expect(await takeFile(desk, { ...text(), to: { draft: key } })).toMatchObject({ ok: false, code: 'filed' })
    expect(await dropDraftFile(desk, key, file.id)).toBe(false)
  })

  test('stop at low disk while nothing else does', async ({ app }) => {
    const full = { ...FILE_LIMITS, freeBytes: Number.MAX_SAFE_INTEGER }
    const file = await takeFile(app.desk, { ...text(), to: { draft: randomUUID() } }, full)
    expect(file).toMatchObject({ ok: false, code: 'no-room' })
    const disk = (bavail: number) => isRoom({ bavail, blocks: 10_000_000, bsize: 4096 }, FILE_LIMITS)
    expect([disk(500_000), disk(499_999)]).toEqual([true, false])
    expect(isRoom({ bavail: 51_199, blocks: 100_000, bsize: 4096 }, FILE_LIMITS)).toBe(false)
  })
})

test('the sweep takes what nobody finished within a day and what nothing names, and leaves the rest', async ({
  app,
  owner,
}) => {
  const { desk } = app
  const [old, young] = [randomUUID(), randomUUID()]
  const aged = taken(await takeFile(desk, { ...text(), to: { draft: old } }))
  const fresh = taken(await takeFile(desk, { ...text(), to: { draft: young } }))
  const yesterday = new Date(desk.now().getTime() - 25 * 3_600_000)
  await sql`update attachment set at = ${yesterday} where id = ${aged.id}`.execute(owner)
  const [orphan, half, new_] = [randomUUID(), `${randomUUID()}.part`, randomUUID()]
  for (const name of [orphan, half, new_]) await writeFile(join(desk.files, name), 'x')
  for (const name of [orphan, half, fresh.id]) await utimes(join(desk.files, name), yesterday, yesterday)
  await utimes(join(desk.files, new_), desk.now(), desk.now())
  await sweepFiles(desk)
  const left = await readdir(desk.files)
  expect([aged.id, orphan, half].filter((name) => left.includes(name))).toEqual([])
  expect([fresh.id, new_].every((name) => left.includes(name))).toBe(true)
  expect((await draftFiles(desk, old)).length + (await draftFiles(desk, young)).length).toBe(1)
})

describe('a file at the desk', () => {
  test('is sent to be saved, never to be shown, and the download is audited', async ({ app, owner, db }) => {
    const { desk } = app
    const { receipt, cases } = await filed(desk)
    const submission = await submissionOf(owner, receipt)
    const to = { submission, sender: 'complainant' } as const
    const file = taken(await takeFile(desk, { name: "现场 照片'(1).jpg", bytes: await photo(), to }))
    const url = `/staff/cases/${cases[0]!.no}/files/${file.id}`
    const answer = await get(app, await asStaff(db, 'handler'), url)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${file.id.slice(0, 8)}.jpg"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%E7%85%A7%E7%89%87%27%281%29.jpg`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    })
    expect(answer.rawPayload.length).toBe(file.size)
    const stranger = await asStaff(db, 'handler2')
    expect((await get(app, stranger, url)).statusCode).toBe(404)
    expect((await get(app, await asStaff(db, 'admin'), url)).statusCode).toBe(403)
    expect((await get(app, null, url)).statusCode).toBe(303)
    const { rows } = await sql<{ login: string; outcome: string; object: string }>`
      select login, outcome, object from audit where act = 'case.file' and object like ${`% ${file.id}`} order by id`.execute(
      owner,
    )
    expect(rows).toEqual([
      { login: 'handler', outcome: 'done', object: `${cases[0]!.no} ${file.id}` },
      { login: 'handler2', outcome: 'refused', object: `${cases[0]!.no} ${file.id}` },
    ])
  })

  test('kept apart, is let go by a supervisor alone', async ({ app, owner, db }) => {
    const { desk } = app
    const { receipt, cases, tag } = await filed(desk)
    const submission = await submissionOf(owner, receipt)
    const file = taken(await takeFile(desk, { ...scripted, to: { submission, sender: 'complainant' } }))
    expect(file).toMatchObject({ state: 'quarantined', why: 'pdf-script' })
    const url = `/en/staff/cases/${cases[0]!.no}/files/${file.id}`
    const [handler, supervisor] = [await asStaff(db, 'handler'), await asStaff(db, 'supervisor')]
    const held = await get(app, handler, url)
    expect([held.statusCode, held.body.includes('kept apart')]).toEqual([409, true])
    expect((await post(app, handler, `${url}/release`)).statusCode).toBe(403)
    const let_go = await post(app, supervisor, `${url}/release`)
    expect([let_go.statusCode, let_go.headers.location]).toEqual([
      303,
      `/en/staff/cases/${cases[0]!.no}?done=file-released`,
    ])
    expect((await post(app, supervisor, `${url}/release`)).statusCode).toBe(409)
    expect((await get(app, handler, url)).rawPayload.equals(scripted.bytes)).toBe(true)
    const [seen] = await asHolder(desk.db, tag, (tx) => filesOf(tx, desk.keys, submission))
    expect(seen?.state).toBe('released')
  })

  test('is not let go by a handler at the database itself', async ({ app, owner }) => {
    const { desk } = app
    const { receipt } = await filed(desk)
    const submission = await submissionOf(owner, receipt)
    const file = taken(await takeFile(desk, { ...scripted, to: { submission, sender: 'complainant' } }))
    const { rows } = await sql<{ id: number }>`select id from staff where login = 'handler'`.execute(owner)
    const by = rows[0]!.id
    const releasing = asCaseStaff(desk.db, by, (tx) =>
      sql`update attachment set state = 'released', released_by = ${by} where id = ${file.id}`.execute(tx),
    )
    await expect(releasing).rejects.toThrow(/row-level security/)
  })

  test('that was touched on disk, or whose key is another’s, is not handed out', async ({ app, owner, db }) => {
    const { desk } = app
    const { receipt, cases } = await filed(desk)
    const submission = await submissionOf(owner, receipt)
    const to = { submission, sender: 'complainant' } as const
    const [one, two] = [taken(await takeFile(desk, { ...text(), to })), taken(await takeFile(desk, { ...text(), to }))]
    const who = await asStaff(db, 'handler')
    const status = async (id: string) => (await get(app, who, `/staff/cases/${cases[0]!.no}/files/${id}`)).statusCode
    const box = await readFile(join(desk.files, one.id))
    box[40]! ^= 1
    await writeFile(join(desk.files, one.id), box)
    expect([await status(one.id), await status(two.id)]).toEqual([500, 200])
    await sql`update attachment a set wrapped_key = b.wrapped_key from attachment b where a.id = ${two.id} and b.id = ${one.id}`.execute(
      owner,
    )
    expect(await status(two.id)).toBe(500)
    expect(await status(randomUUID())).toBe(404)
  })
})

test('the holder of a receipt sees his own files and those sent to him, never what the desk keeps, nor another’s', async ({
  app,
  owner,
}) => {
  const { desk } = app
  const [mine, other] = [await filed(desk), await filed(desk)]
  const submission = await submissionOf(owner, mine.receipt)
  const own = taken(await takeFile(desk, { ...text(), to: { submission, sender: 'complainant' } }))
  const kept = taken(await takeFile(desk, { ...text('内部.txt'), to: { submission, sender: 'desk' } }))
  const seen = (tag: Buffer) => asHolder(desk.db, tag, (tx) => filesOf(tx, desk.keys, submission))
  expect((await seen(mine.tag)).map(({ id }) => id)).toEqual([own.id])
  expect(await seen(other.tag)).toEqual([])
  await expect(sql`select from attachment where id = ${kept.id}`.execute(desk.db)).rejects.toThrow(/permission denied/)
})

test('over HTTP a receipt opens its own files and no other’s, and what is kept apart only once it was let go', async ({
  app,
  owner,
}) => {
  const { desk } = app
  const [mine, other] = [await filed(desk), await filed(desk)]
  const to = { submission: await submissionOf(owner, mine.receipt), sender: 'complainant' } as const
  const own = taken(await takeFile(desk, { ...text(), to }))
  const held = taken(await takeFile(desk, { ...scripted, to }))
  const [me, stranger] = [await Holder.of(app, mine), await Holder.of(app, other)]
  const asked = (cookie: string, id: string) => app.inject({ url: `/complaints/case/files/${id}`, headers: { cookie } })
  const answer = await asked(me.cookie, own.id)
  expect([answer.statusCode, answer.payload, answer.headers['content-type']]).toEqual([
    200,
    WORDS,
    'application/octet-stream',
  ])
  expect((await asked(me.cookie, held.id)).statusCode).toBe(409)
  expect((await asked(stranger.cookie, own.id)).statusCode).toBe(404)
  expect((await asked('', own.id)).statusCode).toBe(404)
  expect((await asked(me.cookie, '../../secret-key')).statusCode).toBe(404)
})
