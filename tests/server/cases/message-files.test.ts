import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { takeFile } from '../../../server/cases/files/take.ts'
import { releaseRow } from '../../../server/db/attachments.ts'
import { asCaseStaff } from '../../../server/db/case-doors.ts'
import type { Db } from '../../../server/db/database.ts'
import { person, seen } from '../../support/acts.ts'
import { type FiledHere, filed } from '../../support/filed.ts'
import { plain, textOf } from '../../support/form.ts'
import { pdfOf } from '../../support/hostile-files.ts'
import { faultsOf } from '../../support/html.ts'
import { Holder, test } from '../../support/owner.ts'
import type { App } from '../../support/portal.ts'
import { asStaff, post, type SignedIn } from '../../support/staff.ts'

type Sent = { name: string; bytes: string | Buffer }
const bill: Sent = { name: '核对单.txt', bytes: '港口设施保安费每箱八元。\n' }
const page: Sent = { name: '答复.pdf', bytes: pdfOf({}) }
const program: Sent = { name: 'bill.pdf', bytes: Buffer.from('MZ\x90\0 this program cannot be run', 'latin1') }
const scripted: Sent = { name: '附表.pdf', bytes: pdfOf({ objects: ['<< /S /JavaScript /JS (x) >>'] }) }

/** Sends the form of a message as a browser does, with its files. */
async function write(app: App, who: SignedIn, no: string, fields: Record<string, string>, ...files: Sent[]) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ csrf: who.csrf, ...fields })) form.append(name, value)
  for (const { name, bytes } of files) form.append('files', new Blob([Buffer.from(bytes as string)]), name)
  const sent = new Response(form)
  const headers = { cookie: who.cookie, 'content-type': sent.headers.get('content-type')! }
  const payload = Buffer.from(await sent.arrayBuffer())
  return app.inject({ method: 'POST', url: `/staff/cases/${no}/messages`, headers, payload })
}

const hidden = (html: string, name: string): string =>
  plain(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')
const countOf = async (owner: Db, table: string, no: string) =>
  Number(
    (
      await sql<{
        n: string
      }>`select count(*) as n from ${sql.table(table)} where case_id = (select id from case_file where no = ${no})`.execute(
        owner,
      )
    ).rows[0]!.n,
  )

async function begun(app: App): Promise<FiledHere & { no: string; handler: SignedIn }> {
  const made = await filed(app.desk)
  return { ...made, no: made.cases[0]!.no, handler: await asStaff(app.desk.db, 'handler') }
}

const WORDS = { words: '核对结果见附件。' }

describe('a message of the desk with files', () => {
  test('is read once more with them, goes with them, and its complainant alone downloads them', async ({
    app,
    owner,
  }) => {
    const { no, handler, ...made } = await begun(app)
    const preview = await write(app, handler, no, WORDS, bill, page)
    expect([preview.statusCode, await faultsOf(preview.body)]).toEqual([200, []])
    for (const { name } of [bill, page]) expect(textOf(preview.body)).toContain(name)
    expect([await countOf(owner, 'case_message', no), await countOf(owner, 'attachment', no)]).toEqual([0, 0])
    const [draft, seen] = [hidden(preview.body, 'draft'), hidden(preview.body, 'files-seen')]
    const send = { ...WORDS, draft, 'files-seen': seen, do: 'send' }
    for (const count of ['-1', '0', '1.5', '1e99']) {
      const wrong = await post(app, handler, `/staff/cases/${no}/messages`, { ...send, 'files-seen': count })
      expect([count, wrong.statusCode]).toEqual([count, 422])
    }
    const supervisor = await asStaff(app.desk.db, 'supervisor')
    expect((await post(app, supervisor, `/staff/cases/${no}/messages`, send)).statusCode).toBe(422)
    expect(await countOf(owner, 'case_message', no)).toBe(0)
    const sent = await post(app, handler, `/staff/cases/${no}/messages`, send)
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `/staff/cases/${no}?done=case-sent`])
    const desk = (await app.inject({ url: `/staff/cases/${no}`, headers: { cookie: handler.cookie } })).body
    expect(await faultsOf(desk)).toEqual([])
    expect(desk).toMatch(/case-event shown message[\s\S]*?核对结果见附件[\s\S]*?核对单\.txt/)

    const holder = await Holder.of(app, made)
    const { html } = await holder.page()
    expect(await faultsOf(html)).toEqual([])
    const thread = /<ol class="thread">[\s\S]*?<\/ol>/.exec(html)![0]
    const mine = /href="([^"]*\/complaints\/case\/files\/[^"]*)"[^>]*>核对单\.txt</.exec(thread)?.[1]
    const download = await app.inject({ url: mine!, headers: { cookie: holder.cookie } })
    expect([download.statusCode, download.body]).toEqual([200, bill.bytes])
    const other = await Holder.of(app, await filed(app.desk))
    expect((await app.inject({ url: mine!, headers: { cookie: other.cookie } })).statusCode).toBe(404)

    const again = await post(app, handler, `/staff/cases/${no}/messages`, send)
    expect([again.statusCode, again.body.includes('id="message-files-fault"')]).toEqual([422, true])
    expect([await countOf(owner, 'case_message', no), await countOf(owner, 'attachment', no)]).toEqual([1, 2])
  })

  test('comes back as it was where a file is refused; the others are kept, and may be left out again', async ({
    app,
    owner,
  }) => {
    const { no, handler } = await begun(app)
    const refused = await write(app, handler, no, { ...WORDS, asks: 'yes', do: 'send' }, bill, program)
    expect([refused.statusCode, await faultsOf(refused.body)]).toEqual([422, []])
    expect(refused.body).toContain('>核对结果见附件。</textarea>')
    expect(refused.body).toMatch(/<details class="case-pen outside" open>/)
    expect(refused.body).toMatch(/<span class="fault" id="message-files-fault">bill\.pdf：/)
    expect(textOf(refused.body)).toContain('不发送：核对单.txt')
    expect(await countOf(owner, 'case_message', no)).toBe(0)
    const draft = hidden(refused.body, 'draft')
    const drop = /name="(drop\.[^"]*)"/.exec(refused.body)![1]!
    const preview = await write(app, handler, no, { ...WORDS, draft, [drop]: 'yes' }, page)
    expect(textOf(preview.body)).toContain('答复.pdf')
    expect(textOf(preview.body)).not.toContain('核对单.txt')
    const edit = await post(app, handler, `/staff/cases/${no}/messages`, { ...WORDS, draft, do: 'edit' })
    expect([textOf(edit.body).includes('不发送：答复.pdf'), hidden(edit.body, 'draft')]).toEqual([true, draft])
    const unsaid = await write(app, handler, no, { words: ' ', draft })
    expect([unsaid.statusCode, textOf(unsaid.body).includes('不发送：答复.pdf')]).toEqual([422, true])
  })

  test('has three at most, none too large, and what hides something is kept apart from its complainant', async ({
    app,
  }) => {
    const { no, handler, ...made } = await begun(app)
    const four = await write(
      app,
      handler,
      no,
      WORDS,
      bill,
      { ...bill, name: '二.txt' },
      { ...bill, name: '三.txt' },
      page,
    )
    expect(four.statusCode).toBe(422)
    expect(textOf(four.body)).toContain('答复.pdf：最多只能有 3 个文件')
    const large = await write(app, handler, no, WORDS, { name: '大.txt', bytes: Buffer.alloc(10 * 2 ** 20 + 1, 'a') })
    expect([large.statusCode, large.body.includes('>核对结果见附件。</textarea>')]).toEqual([422, true])
    expect(textOf(large.body)).toContain('文件超过')
    expect((await write(app, handler, no, { ...WORDS, do: 'send' }, scripted)).statusCode).toBe(303)
    const { html } = await (await Holder.of(app, made)).page()
    expect(textOf(html)).toContain('隔离待核对')
    expect(html).not.toContain('/complaints/case/files/')
  })

  test('is of who opened its form, on a case of his own; a note takes no files', async ({ app, owner, db }) => {
    const { no, handler } = await begun(app)
    const zhenhai = await asStaff(db, 'handler2')
    const drafts = async () =>
      Number(
        (await sql<{ n: string }>`select count(*) as n from attachment where submission_id is null`.execute(owner))
          .rows[0]!.n,
      )
    const before = await drafts()
    expect((await write(app, zhenhai, no, WORDS, bill)).statusCode).toBe(404)
    expect((await write(app, await asStaff(db, 'auditor'), no, WORDS, bill)).statusCode).toBe(403)
    expect((await write(app, { ...handler, csrf: 'x' }, no, WORDS, bill)).statusCode).toBe(403)
    expect((await post(app, { ...handler, csrf: 'x' }, `/staff/cases/${no}/messages`, WORDS)).statusCode).toBe(403)
    expect(await drafts()).toBe(before)
    const form = new Response(new FormData())
    const headers = { cookie: handler.cookie, 'content-type': form.headers.get('content-type')! }
    const note = await app.inject({
      method: 'POST',
      url: `/staff/cases/${no}/notes`,
      headers,
      payload: await form.text(),
    })
    expect(note.statusCode).toBe(415)
  })
})

test('a file that was kept apart is let go by another than who sent it', async ({ app, db, owner }) => {
  const { no } = await begun(app)
  const by = await person(db, 'supervisor')
  const { id } = await seen(app.desk, by, no)
  const draft = randomUUID()
  await takeFile(app.desk, { ...bill, bytes: Buffer.from(bill.bytes), to: { draft } })
  const file = await asCaseStaff(db, by.id, async (tx) => {
    const message = await sql<{ id: number }>`
      insert into case_message (case_id, sender, "by", at, words) values (${id}, 'desk', ${by.id}, now(), 'x') returning id`.execute(
      tx,
    )
    await sql`select send_draft_files(${draft}::uuid, ${message.rows[0]!.id}, 1, 24, 1000000)`.execute(tx)
    return (await sql<{ id: string }>`select id from attachment where message_id = ${message.rows[0]!.id}`.execute(tx))
      .rows[0]!.id
  })
  await sql`update attachment set state = 'quarantined' where id = ${file}`.execute(owner)
  expect(await asCaseStaff(db, by.id, (tx) => releaseRow(tx, file, by.id))).toBe(false)
  const release = async (login: string) =>
    (await post(app, await asStaff(db, login), `/staff/cases/${no}/files/${file}/release`, {})).statusCode
  expect(await release('supervisor')).toBe(403)
  await sql`update case_message set "by" = ${(await person(db, 'handler')).id} where case_id = ${id}`.execute(owner)
  expect(await release('supervisor')).toBe(303)
})

test('files go only with a message that is just being written, by who writes it, and all or none, says the database', async ({
  app,
  db,
}) => {
  const { no } = await begun(app)
  const { desk } = app
  const by = await person(db, 'handler')
  const { id } = await seen(desk, by, no)
  const draft = randomUUID()
  const taken = await takeFile(desk, { ...bill, bytes: Buffer.from(bill.bytes), to: { draft } })
  expect(taken.ok).toBe(true)
  const send = (message: number, count: number) =>
    sql<{ sent: string }>`select send_draft_files(${draft}::uuid, ${message}, ${count}, 24, 1000000) as sent`
  const written = (staff: number) =>
    sql<{
      id: number
    }>`insert into case_message (case_id, sender, "by", at, words) values (${id}, 'desk', ${staff}, now(), 'x') returning id`
  const old = await asCaseStaff(db, by.id, async (tx) => (await written(by.id).execute(tx)).rows[0]!.id)
  await expect(asCaseStaff(db, by.id, (tx) => send(old, 1).execute(tx))).rejects.toMatchObject({ code: '42501' })
  await expect(send(old, 1).execute(db)).rejects.toMatchObject({ code: '42501' })
  const within = (count: number) =>
    asCaseStaff(db, by.id, async (tx) => {
      const message = (await written(by.id).execute(tx)).rows[0]!.id
      return (await send(message, count).execute(tx)).rows[0]!.sent
    })
  const other = asCaseStaff(db, by.id, async (tx) => {
    const message = (await written(by.id).execute(tx)).rows[0]!.id
    await sql`select set_config('app.staff', ${String((await person(db, 'supervisor')).id)}, true)`.execute(tx)
    return send(message, 1).execute(tx)
  })
  await expect(other).rejects.toMatchObject({ code: '42501' })
  expect([await within(1), await within(1)]).toEqual(['kept', 'gone'])
})
