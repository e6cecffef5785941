import { expect } from 'vitest'
import { linesOfSet } from '../../../server/db/change-sets.ts'
import type { Db } from '../../../server/db/database.ts'
import { readingOfImport } from '../../../server/db/imports.ts'
import { findLogin, setDisabled } from '../../../server/db/staff.ts'
import { ImportMadeOut, ImportOut } from '../../../server/routes/api/import-shapes.ts'
import { makeToken } from '../../../server/staff/tokens.ts'
import { sendForm } from '../../support/form.ts'
import { csvOf, filledCsv, readWaiting, sendList, TERMINAL, withCell } from '../../support/imports.ts'
import { type App, NOW, test } from '../../support/portal.ts'
import { asStaff } from '../../support/staff.ts'

const ASKED = `entity=${TERMINAL}&mode=full&effective=2026-11-24`

const tokenOf = async (db: Db, login: string) => makeToken(db, (await findLogin(db, login))!.id, '测试', NOW)

const send = (app: App, token: string | null, payload: string | Buffer, query = ASKED, more = {}) =>
  app.inject({
    method: 'POST',
    url: `/api/v1/imports?${query}`,
    payload,
    headers: { 'content-type': 'text/csv', ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...more },
  })

/** The list in force of the entity, and the same with its last row left out. */
async function lists(app: App, db: Db) {
  const rows = await filledCsv(app, await asStaff(db, 'terminal'))
  return { rows, whole: csvOf(rows).bytes as string, shorter: csvOf(rows.slice(0, -1)).bytes as string }
}

test('who has no token, or one that is dead, is asked for one; whose list it is not, is refused', async ({
  app,
  db,
}) => {
  const none = await send(app, null, 'a')
  expect([none.statusCode, none.headers['www-authenticate'], none.json().type]).toEqual([
    401,
    'Bearer realm="portal"',
    expect.stringMatching(/#no-token$/),
  ])
  expect((await send(app, `pfp_${'x'.repeat(32)}`, 'a')).statusCode).toBe(401)
  expect((await send(app, await tokenOf(db, 'forwarder'), 'a')).statusCode).toBe(403)
  expect((await send(app, await tokenOf(db, 'reviewer'), 'a')).statusCode).toBe(403)
  const token = await tokenOf(db, 'terminal')
  await setDisabled(db, (await findLogin(db, 'terminal'))!.id, NOW)
  expect((await send(app, token, 'a')).statusCode).toBe(401)
})

test('a list is read and told as described; nothing is kept of a mere reading', async ({ app, db }) => {
  const token = await tokenOf(db, 'terminal')
  const { whole } = await lists(app, db)
  const answer = await send(app, token, whole)
  expect(answer.statusCode).toBe(200)
  const read = ImportOut.strict().parse(answer.json())
  expect(read).toMatchObject({ lines: [], asks: [], counts: { added: 0, changed: 0, ended: 0, asked: 0 } })
  expect(await readingOfImport(db, 1)).toBeNull()
})

test('all faults are listed with sheet, row, column, what is wrong and how to mend it', async ({ app, db }) => {
  const token = await tokenOf(db, 'terminal')
  const { rows } = await lists(app, db)
  const broken = withCell(withCell(rows, 2, 'amount', '八块钱'), 3, 'effective_from', '1/2/2027')
  const answer = await send(app, token, csvOf(broken).bytes as string, ASKED, { 'accept-language': 'en' })
  expect([answer.statusCode, answer.json().type]).toEqual([422, expect.stringMatching(/#faulty-list$/)])
  const errors = answer.json().errors as { row: number; column: { name: string }; message: string; mend: string }[]
  expect(errors.map(({ row, column }) => [row, column?.name])).toEqual(
    expect.arrayContaining([
      [3, 'amount'],
      [4, 'effective_from'],
    ]),
  )
  for (const { message, mend } of errors) expect([message, mend]).not.toContain('')
})

test('a draft is made when every question is answered, and every line of it knows its file', async ({ app, db }) => {
  const token = await tokenOf(db, 'terminal')
  const { shorter } = await lists(app, db)
  const open = await send(app, token, shorter, `${ASKED}&apply=draft`)
  expect([open.statusCode, open.json().asks.length]).toEqual([409, 1])
  const made = await send(app, token, shorter, `${ASKED}&apply=draft&yes=${encodeURIComponent(open.json().asks[0].id)}`)
  expect(made.statusCode).toBe(201)
  const { change_set, file } = ImportMadeOut.strict().parse(made.json())
  const lines = await linesOfSet(db, change_set)
  expect(lines.map(({ line, by }) => [line.change, by.name])).toEqual([['withdraw', expect.any(String)]])
  expect(file).toMatch(/^[0-9a-f]{64}$/)
})

test('the page and the API read the same file the same way, as a form or as a body', async ({ app, db, head, url }) => {
  const token = await tokenOf(db, 'terminal')
  const { rows } = await lists(app, db)
  const file = csvOf(withCell(rows.slice(0, -1), 2, 'amount', '999'))
  const who = await asStaff(db, 'terminal')
  await sendList(app, who, file, { mode: 'full' })
  await readWaiting(url, { db, head })
  const { reading } = (await readingOfImport(db, 1))!
  const body = (await send(app, token, file.bytes as string)).json()
  const form = await sendForm(app, `/api/v1/imports?${ASKED}`, {}, file, { authorization: `Bearer ${token}` })
  expect(form.json()).toEqual(body)
  expect(body.counts).toEqual(reading.counts)
  expect(body.lines.map(({ key, source }: { key: string; source: object }) => [key, source])).toEqual(
    reading.lines.map(({ key, source }) => [key, source ?? null]),
  )
  expect(body.asks.map(({ id }: { id: string }) => id)).toEqual(reading.asks.map(({ id }) => id))
})

test('hostile bodies are refused by name', async ({ app, db }) => {
  const token = await tokenOf(db, 'terminal')
  expect((await send(app, token, '')).statusCode).toBe(400)
  expect((await send(app, token, Buffer.alloc(20 * 2 ** 20 + 1))).statusCode).toBe(413)
  expect((await send(app, token, 'a', 'entity=1&mode=all&effective=2027-02-30')).statusCode).toBe(400)
  expect((await send(app, token, '{}', ASKED, { 'content-type': 'application/json' })).statusCode).toBe(415)
  expect((await send(app, token, Buffer.from('MZ\u0000\u0001', 'latin1'))).statusCode).toBe(422)
})
