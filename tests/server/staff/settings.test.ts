import { sql } from 'kysely'
import { expect } from 'vitest'
import { DEFAULTS, readSettings } from '../../../server/db/settings.ts'
import { query } from '../../support/cluster.ts'
import { textOf } from '../../support/form.ts'
import { type App, test } from '../../support/portal.ts'
import { asStaff, post, type SignedIn } from '../../support/staff.ts'

const get = (app: App, who: SignedIn, url: string) => app.inject({ url, headers: { cookie: who.cookie } })
const SENT = { noticeDays: '30', reviewMonths: '12', emergencyConfirmDays: '3', why: '按新的办法' }

test('the standard values hold until somebody decides otherwise, with a reason that is kept', async ({ app, db }) => {
  expect(await readSettings(db)).toEqual(DEFAULTS)
  const who = await asStaff(db, 'admin')
  const answer = await post(app, who, '/staff/settings', { ...SENT, noticeDays: '45', totpForAll: 'true' })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/staff/settings?done=settings'])
  expect(await readSettings(db)).toEqual({ ...DEFAULTS, noticeDays: 45, totpForAll: true })
  await post(app, who, '/en/staff/settings', { ...SENT, noticeDays: '20', totpForAll: 'true', why: 'Agreed on 20' })
  expect(await readSettings(db)).toEqual({ ...DEFAULTS, noticeDays: 20, totpForAll: true })
  const page = textOf((await get(app, who, '/staff/settings?done=settings')).body)
  expect(page).toContain('设置已保存')
  expect(page).toMatch(/涨价提前公布的天数 20 Agreed on 20 示例管理员 .*涨价提前公布的天数 45 按新的办法/)
  const { rows } = await sql<{ object: string }>`
    select object from audit where act = 'settings.change' and outcome = 'done' order by id`.execute(db)
  expect(rows.map(({ object }) => object)).toEqual(['noticeDays', 'totpForAll', 'noticeDays'])
})

test('every fault is named at its field, the form comes back as it was sent, and nothing is kept', async ({
  app,
  db,
}) => {
  const who = await asStaff(db, 'admin')
  const sent = { noticeDays: '366', reviewMonths: '0', emergencyConfirmDays: 'drei', why: ' x ' }
  const { statusCode, body } = await post(app, who, '/en/staff/settings', sent)
  expect(statusCode).toBe(422)
  for (const name of ['noticeDays', 'reviewMonths', 'emergencyConfirmDays', 'why']) {
    expect(body).toContain(`<a href="#${name}">`)
    expect(body).toMatch(new RegExp(`id="${name}"[^>]*aria-invalid="true"`))
  }
  expect(body).toContain('value="drei"')
  expect(await readSettings(db)).toEqual(DEFAULTS)
  const same = await post(app, who, '/en/staff/settings', SENT)
  expect([same.statusCode, textOf(same.body)]).toEqual([422, expect.stringContaining('Nothing was changed')])
})

test('an auditor reads the settings and cannot change them; an editor sees nothing', async ({ app, db }) => {
  const auditor = await asStaff(db, 'auditor')
  const page = await get(app, auditor, '/en/staff/settings')
  expect(page.body).toContain('Your role may read the settings')
  expect(page.body).not.toContain('<button>Save')
  expect((await post(app, auditor, '/staff/settings', { ...SENT, noticeDays: '1' })).statusCode).toBe(403)
  expect((await get(app, await asStaff(db, 'terminal'), '/staff/settings')).statusCode).toBe(403)
  expect(await readSettings(db)).toEqual(DEFAULTS)
})

test('the database refuses a value out of bounds, and any edit of what was decided', async ({ app, db, url }) => {
  await post(app, await asStaff(db, 'admin'), '/staff/settings', { ...SENT, noticeDays: '10' })
  for (const statement of [
    `insert into setting (name, value, by, at, why) values ('noticeDays', '-1', 1, now(), 'because')`,
    `insert into setting (name, value, by, at, why) values ('noticeDays', '"ten"', 1, now(), 'because')`,
    `insert into setting (name, value, by, at, why) values ('anything', '1', 1, now(), 'because')`,
    `insert into setting (name, value, by, at, why) values ('noticeDays', '5', 1, now(), '')`,
    `update setting set value = '1'`,
    'delete from setting',
    'truncate setting',
  ])
    await expect(query(url, statement), statement).rejects.toMatchObject({ code: expect.stringMatching(/^23/) })
})
