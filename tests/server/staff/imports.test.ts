import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { expect } from 'vitest'
import { linesOfSet } from '../../../server/db/change-sets.ts'
import { answer, answersOf } from '../../../server/db/import-answers.ts'
import { beginReading, findImport, readingOfImport, resumeImports } from '../../../server/db/imports.ts'
import { publish } from '../../../server/db/publish.ts'
import { readImportTask } from '../../../server/jobs/read-import.ts'
import { textOf } from '../../support/form.ts'
import { csvOf, filledCsv, listsOn, readWaiting, sendList, thrown, withCell } from '../../support/imports.ts'
import { aRule } from '../../support/lines.ts'
import { type App, NOW, test } from '../../support/portal.ts'
import { asStaff, post, type SignedIn } from '../../support/staff.ts'

const get = (app: App, who: SignedIn, url: string) => app.inject({ url, headers: { cookie: who.cookie } })
const idOf = (location: unknown): number => Number(/\/staff\/imports\/(\d+)/.exec(String(location))![1])

/** The first row of a list whose amount is a plain number, and that amount plus one. */
function raised(rows: readonly string[][]): { row: number; amount: string } {
  const at = rows[0]!.indexOf('amount')
  const row = rows.findIndex((cells, index) => index > 1 && /^\d+(\.\d+)?$/.test(cells[at] ?? ''))
  return { row, amount: String(Number(rows[row]![at]) + 1) }
}

async function sent(
  app: App,
  who: SignedIn,
  ...given: [file: Parameters<typeof sendList>[2], fields?: Record<string, string>]
) {
  const answer = await sendList(app, who, ...given)
  expect([answer.statusCode, answer.statusCode === 303 ? '' : textOf(answer.body)]).toEqual([303, ''])
  return idOf(answer.headers.location)
}

test('a list is sent, read in the queue, and becomes a draft in which every line knows its row', async ({
  app,
  db,
  head,
  url,
}) => {
  const who = await asStaff(db, 'terminal')
  const rows = await filledCsv(app, who)
  const { row, amount } = raised(rows)
  const file = csvOf(withCell(rows, row, 'amount', amount))
  const id = await sent(app, who, file, { mode: 'full' })
  const waiting = await get(app, who, `/staff/imports/${id}`)
  expect(textOf(waiting.body)).toContain('等待读取')
  expect(waiting.body).toContain(`data-progress="/staff/imports/${id}"`)

  await readWaiting(url, { db, head })
  const page = await get(app, who, `/staff/imports/${id}`)
  expect(page.body).toContain('data-progress=""')
  expect(textOf(page.body)).toMatch(/已读取.*与现行清单的差别/)
  const { reading } = (await readingOfImport(db, id))!
  expect(reading.counts).toMatchObject({ changed: 1, added: 0, ended: 0, asked: 0 })

  const made = await post(app, who, `/staff/imports/${id}/apply`, { title: '堆存保管费调整' })
  expect(made.statusCode).toBe(303)
  const set = Number(/\/staff\/sets\/(\d+)/.exec(String(made.headers.location))![1])
  const lines = await linesOfSet(db, set)
  const sha = createHash('sha256')
    .update(file.bytes as string)
    .digest('hex')
  expect(lines.map(({ line }) => line.source)).toEqual([{ file: sha, sheet: null, row: row + 1 }])
  expect(textOf((await get(app, who, `/staff/imports/${id}`)).body)).toContain(`已成为变更集 ${set}`)
  expect((await post(app, who, `/staff/imports/${id}/apply`, { title: '再来一次' })).statusCode).toBe(409)
})

test('all problems are named at once; the mended file comes with the same choices; nothing was half-applied', async ({
  app,
  db,
  head,
  url,
}) => {
  const who = await asStaff(db, 'terminal')
  const rows = await filledCsv(app, who)
  const { row, amount } = raised(rows)
  const broken = withCell(withCell(rows, row, 'amount', '八块钱'), row + 1, 'effective_from', '1/2/2027')
  const id = await sent(app, who, csvOf(broken))
  await readWaiting(url, { db, head })
  const page = await get(app, who, `/staff/imports/${id}`)
  expect(textOf(page.body)).toMatch(new RegExp(`第 ${row + 1} 行`))
  expect(textOf(page.body)).toMatch(new RegExp(`第 ${row + 2} 行`))
  expect(page.body).toContain('name="effective" value="2026-11-24"')
  expect((await post(app, who, `/staff/imports/${id}/apply`, { title: '有错' })).statusCode).toBe(409)
  const copy = await get(app, who, `/staff/imports/${id}/annotated.xlsx`)
  expect([copy.statusCode, copy.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])

  const again = await sent(app, who, csvOf(withCell(rows, row, 'amount', amount)))
  await readWaiting(url, { db, head })
  expect((await readingOfImport(db, again))!.reading.problems.filter(({ severity }) => severity === 'error')).toEqual(
    [],
  )
})

test('what a whole list leaves out is asked about, and ends only on a yes', async ({ app, db, head, url }) => {
  const who = await asStaff(db, 'terminal')
  const rows = await filledCsv(app, who)
  const id = await sent(app, who, csvOf(rows.slice(0, -2)), { mode: 'full' })
  await readWaiting(url, { db, head })
  const { reading } = (await readingOfImport(db, id))!
  expect(reading.asks.map(({ kind }) => kind)).toEqual(['ending', 'ending'])
  expect((await post(app, who, `/staff/imports/${id}/apply`, { title: '未答' })).statusCode).toBe(409)

  const asked = textOf((await get(app, who, `/staff/imports/${id}`)).body)
  for (const { line } of reading.asks) expect(asked).not.toContain(line.key)
  expect(asked).toMatch(/文件中没有 自 2026年11月24日 起停止 [\d.]+ 元/)

  const [first, second] = reading.asks.map(({ id }) => id)
  await post(app, who, `/staff/imports/${id}/answers`, {
    kind: 'ending',
    [`ask.${first}`]: 'yes',
    [`ask.${second}`]: 'no',
  })
  expect(await answersOf(db, id)).toEqual(
    new Map([
      [first, true],
      [second, false],
    ]),
  )
  const made = await post(app, who, `/staff/imports/${id}/apply`, { title: '停止一项' })
  expect(made.statusCode).toBe(303)
  const lines = await linesOfSet(db, Number(/sets\/(\d+)/.exec(String(made.headers.location))![1]))
  expect(lines.map(({ line }) => [line.change, line.valid.from])).toEqual([['withdraw', '2026-11-24']])
})

test('an answer to what an earlier reading asked does not count among those of this one', async ({
  app,
  db,
  head,
  url,
}) => {
  const who = await asStaff(db, 'terminal')
  const rows = await filledCsv(app, who)
  const id = await sent(app, who, csvOf(rows.slice(0, -2)), { mode: 'full' })
  await readWaiting(url, { db, head })
  const { by } = (await findImport(db, id))!
  const [first] = (await readingOfImport(db, id))!.reading.asks
  await answer(db, id, new Map([['asked-by-an-earlier-reading', true]]), by.id, NOW)
  expect(await findImport(db, id)).toMatchObject({ open: 2 })
  await answer(db, id, new Map([[first!.id, false]]), by.id, NOW)
  expect(await findImport(db, id)).toMatchObject({ open: 1 })
})

test('all questions of a kind are answered with one yes', async ({ app, db, head, url }) => {
  const who = await asStaff(db, 'terminal')
  const rows = await filledCsv(app, who)
  const id = await sent(app, who, csvOf(rows.slice(0, -3)), { mode: 'full' })
  await readWaiting(url, { db, head })
  await post(app, who, `/staff/imports/${id}/answers`, { kind: 'ending', all: 'yes' })
  expect([...(await answersOf(db, id)).values()]).toEqual([true, true, true])
})

test('the form comes back with every fault at its field, and what was chosen is kept', async ({ app, db }) => {
  const who = await asStaff(db, 'terminal')
  const answer = await sendList(app, who, null, { entity: '', mode: '', effective: '2027-02-30' })
  expect(answer.statusCode).toBe(422)
  for (const fault of ['请选择是哪一份清单', '请选择文件是整份清单', '“2027-02-30”不是日期', '没有收到文件'])
    expect(textOf(answer.body)).toContain(fault)
  expect(answer.body).toContain('value="2027-02-30"')
})

test('hostile uploads are answered, and none is taken', async ({ app, db, head, url }) => {
  const who = await asStaff(db, 'terminal')
  const large = { name: 'a.xlsx', bytes: Buffer.alloc(20 * 2 ** 20 + 1, 32) }
  expect((await sendList(app, who, large)).statusCode).toBe(413)
  expect((await sendList(app, who, { name: 'a.csv', bytes: '' })).statusCode).toBe(422)
  expect((await sendList(app, { ...who, csrf: 'forged' }, csvOf([['a']]))).statusCode).toBe(403)
  const program = { name: '清单.xlsx', bytes: Buffer.from(`MZ\u0090\u0000${'\u0000'.repeat(400)}`, 'latin1') }
  const id = await sent(app, who, program)
  const markup = await sent(app, who, {
    name: '<script>alert(1)</script>\u0000.csv',
    bytes: '甲,\u0000乙\n\ud800,=cmd()\n',
  })
  await readWaiting(url, { db, head })
  for (const one of [id, markup]) {
    const page = await get(app, who, `/staff/imports/${one}`)
    expect([page.statusCode, textOf(page.body).includes('必须改正')]).toEqual([200, true])
    expect(page.body).not.toContain('<script>alert')
    expect((await post(app, who, `/staff/imports/${one}/apply`, { title: '坏文件' })).statusCode).toBe(409)
  }
})

test('another entity’s import is not there; who only reviews sends none', async ({ app, db }) => {
  const [who, other, reviewer] = [
    await asStaff(db, 'terminal'),
    await asStaff(db, 'forwarder'),
    await asStaff(db, 'reviewer'),
  ]
  const id = await sent(app, who, csvOf([['a']]))
  const [there, missing] = [
    await get(app, other, `/staff/imports/${id}`),
    await get(app, other, '/staff/imports/999999'),
  ]
  expect([there.statusCode, missing.statusCode]).toEqual([404, 404])
  for (const act of ['answers', 'apply', 'discard', 'read'])
    expect((await post(app, other, `/staff/imports/${id}/${act}`)).statusCode).toBe(404)
  expect((await get(app, other, '/staff/imports')).body).not.toContain(`/staff/imports/${id}"`)
  expect((await sendList(app, other, csvOf([['a']]))).statusCode).toBe(422)
  expect((await get(app, reviewer, '/staff/imports/new')).statusCode).toBe(403)
})

test('what was being read when the process was killed is read again after the next start', async ({
  app,
  db,
  head,
  url,
}) => {
  const who = await asStaff(db, 'terminal')
  const id = await sent(app, who, csvOf(await filledCsv(app, who)))
  expect(await beginReading(db, id)).toBe(true)
  expect((await findImport(db, id))!.state).toBe('reading')
  expect(await resumeImports(db)).toBe(1)
  await readWaiting(url, { db, head })
  expect((await findImport(db, id))!.state).toBe('read')
  await readImportTask(listsOn({ db, head }), thrown)({ id })
  expect((await findImport(db, id))!.state).toBe('read')
})

test('a list that has moved on since the file was read is compared anew before it becomes a draft', async ({
  app,
  db,
  head,
  owner,
  url,
}) => {
  const who = await asStaff(db, 'terminal')
  const rows = await filledCsv(app, who)
  const { row, amount } = raised(rows)
  const id = await sent(app, who, csvOf(withCell(rows, row, 'amount', amount)))
  await readWaiting(url, { db, head })
  const before = head.release()
  const draft = { title: { zh: '另一发布', en: null }, note: null, backfilled: false, lines: [aRule] }
  expect(await publish(owner, draft, NOW)).toMatchObject({ ok: true })
  while (head.release() === before) await setImmediate()
  const answer = await post(app, who, `/staff/imports/${id}/apply`, { title: '旧清单' })
  expect(answer.headers.location).toBe(`/staff/imports/${id}?done=import-reread`)
  await readWaiting(url, { db, head })
  expect(await findImport(db, id)).toMatchObject({ state: 'read', release: before + 1 })
  expect((await post(app, who, `/staff/imports/${id}/apply`, { title: '新清单' })).statusCode).toBe(303)
})

test('the authority’s list is the catalogue editor’s to send, and no entity’s', async ({ app, db, head, url }) => {
  const [editor, terminal] = [await asStaff(db, 'editor'), await asStaff(db, 'terminal')]
  expect((await sendList(app, terminal, csvOf([['a']]), { entity: 'authority' })).statusCode).toBe(422)
  const file = csvOf(await filledCsv(app, editor, 'authority'))
  const id = await sent(app, editor, file, { entity: 'authority' })
  await readWaiting(url, { db, head })
  const page = textOf((await get(app, editor, `/staff/imports/${id}`)).body)
  expect(page).toContain('政府定价与收费项目（主管部门）')
  expect(page).toContain('没有差别，不会产生任何内容')
  expect((await get(app, terminal, `/staff/imports/${id}`)).statusCode).toBe(404)
})

test('discarded, an import can no longer become a draft, and stays on record', async ({ app, db, head, url }) => {
  const who = await asStaff(db, 'terminal')
  const id = await sent(app, who, csvOf(await filledCsv(app, who)))
  expect((await post(app, who, `/staff/imports/${id}/discard`)).statusCode).toBe(303)
  await readWaiting(url, { db, head })
  expect((await findImport(db, id))!.state).toBe('discarded')
  expect((await post(app, who, `/staff/imports/${id}/apply`, { title: '迟了' })).statusCode).toBe(409)
  expect(textOf((await get(app, who, `/en/staff/imports/${id}`)).body)).toContain('This import was discarded')
})
