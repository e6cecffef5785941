import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test } from '../../support/portal.ts'
import { asStaff, post } from '../../support/staff.ts'

const NOTICE = `year,2027
notice,国办发明电〔2026〕9号
statutory,2027-01-01,,元旦
statutory,2027-10-01,2027-10-03,国庆节`

describe('the working-day calendar at the desk', () => {
  test('shows the year of today, the rules with their articles, and what is to be verified', async ({ app, db }) => {
    const { cookie } = await asStaff(db, 'handler')
    const { body, statusCode } = await app.inject({ url: '/staff/calendar', headers: { cookie } })
    expect(statusCode).toBe(200)
    expect(body).toContain('工作日 248 天')
    expect(body).toContain('第十五条')
    expect(body).toContain('clock-mark unverified')
    expect(body).not.toContain('<textarea')
    const english = await app.inject({ url: '/en/staff/calendar?year=2023', headers: { cookie } })
    expect(english.body).toContain('249 working days')
    expect(english.body).toContain('SAMR Order 121')
  })

  test('says of a year without a notice that its clocks are provisional, and of no year that it is none', async ({
    app,
    db,
  }) => {
    const { cookie } = await asStaff(db, 'auditor')
    const unknown = await app.inject({ url: '/staff/calendar?year=2027', headers: { cookie } })
    expect(unknown.body).toContain('2027 年的放假安排没有录入')
    const bad = await app.inject({ url: '/staff/calendar?year=soon', headers: { cookie } })
    expect(bad.statusCode).toBe(400)
  })

  test('takes a notice from an administrator alone, and gives back one with faults as it was sent', async ({
    app,
    db,
    owner,
  }) => {
    const [handler, admin] = [await asStaff(db, 'handler'), await asStaff(db, 'admin')]
    expect((await post(app, handler, '/staff/calendar', { text: NOTICE })).statusCode).toBe(403)
    const faulty = await post(app, admin, '/staff/calendar', { text: `${NOTICE}\nmakeup,2027-03-03` })
    expect(faulty.statusCode).toBe(422)
    expect(faulty.body).toContain('第 5 行：2027-03-03 不是周末')
    expect(faulty.body).toContain('makeup,2027-03-03</textarea>')
    const done = await post(app, admin, '/staff/calendar', { text: NOTICE })
    expect([done.statusCode, done.headers.location]).toEqual([303, '/staff/calendar?year=2027&done=calendar-imported'])
    const shown = await app.inject({ url: String(done.headers.location), headers: { cookie: admin.cookie } })
    expect(shown.body).toContain('放假通知已录入')
    expect(shown.body).toContain('国办发明电〔2026〕9号')
    expect((await post(app, admin, '/staff/calendar', { text: NOTICE })).statusCode).toBe(422)
    const { rows } = await sql`select object, detail from audit where act = 'calendar.import'`.execute(owner)
    expect(rows).toEqual([{ object: '2027', detail: { clocks: 0 } }])
  })
})
