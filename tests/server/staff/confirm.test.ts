import { describe, expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { findChangeSet } from '../../../server/db/change-sets.ts'
import type { Db } from '../../../server/db/database.ts'
import { findLogin } from '../../../server/db/staff.ts'
import { textOf } from '../../support/form.ts'
import { type App, test } from '../../support/portal.ts'
import { aRise, proposed } from '../../support/proposals.ts'
import { asStaff, post } from '../../support/staff.ts'

const REASON = '原公布价格多写一位，船舶正在按错价付费'

/** A rise announced too late for the notice period, published in an emergency. */
async function emergency(app: App, db: Db, author = 'terminal'): Promise<{ set: number; release: number }> {
  const set = await proposed(db, author, [await aRise(db, '345.67', day('2026-11-25'))])
  const sent = await post(app, await asStaff(db, 'publisher'), `/staff/sets/${set}/emergency`, { reason: REASON })
  expect(sent.headers.location).toBe(`/staff/sets/${set}?done=emergency`)
  return { set, release: (await findChangeSet(db, set))!.release! }
}
const read = async (app: App, url: string) => textOf((await app.inject(url)).body)

describe('an emergency', () => {
  test('is marked in public with its reason, and not confirmed until a third person did', async ({ app, db }) => {
    const { set, release } = await emergency(app, db)
    for (const url of [`/changes/${release}`, '/changes']) {
      expect(await read(app, url)).toContain('紧急发布')
      expect(await read(app, url)).toContain('第三人尚未确认')
    }
    expect(await read(app, `/changes/${release}`)).toContain(REASON)
    expect((await app.inject(`/changes/${release}`)).headers['cache-control']).toBe('no-store')
    expect((await app.inject(`/api/v1/releases/${release}`)).json().data.emergency).toBe(true)
    expect((await app.inject('/changes.atom')).body).toContain('term="emergency"')

    const third = await asStaff(db, 'reviewer')
    const page = await app.inject({ url: `/staff/sets/${set}`, headers: { cookie: third.cookie } })
    expect(page.body).toContain(`href="/staff/releases/${release}/confirm"`)
    const sent = await post(app, third, `/staff/releases/${release}/confirm`, { note: '核对了文件与系统记录' })
    expect(sent.headers.location).toBe(`/staff/releases/${release}/confirm?done=confirm`)
    for (const url of [`/changes/${release}`, '/changes'])
      expect(await read(app, url)).toContain('第三人已于 2026年11月23日 确认')
    expect(await read(app, `/en/changes/${release}`)).toContain('confirmed by a third person on 23 Nov 2026')
    expect(await read(app, `/changes/${release}`)).not.toContain('核对了文件与系统记录')
  })

  test('needs a reason of some length, a publisher, and one who wrote none of it', async ({ app, db }) => {
    const set = await proposed(db, 'terminal', [await aRise(db)])
    const short = await post(app, await asStaff(db, 'publisher'), `/staff/sets/${set}/emergency`, { reason: '太急' })
    expect(short.statusCode).toBe(422)
    expect(textOf(short.body)).toContain('至少 10 个字')
    expect(
      (await post(app, await asStaff(db, 'reviewer'), `/staff/sets/${set}/emergency`, { reason: REASON })).statusCode,
    ).toBe(403)
    const own = await proposed(db, 'publisher', [await aRise(db)])
    const sent = await post(app, await asStaff(db, 'publisher'), `/staff/sets/${own}/emergency`, { reason: REASON })
    expect(sent.statusCode).toBe(403)
    expect(sent.body).toContain('须由另一个人进行')
    expect((await findChangeSet(db, own))!.state).toBe('draft')
    expect((await findChangeSet(db, set))!.state).toBe('draft')
  })
})

describe('the confirmation', () => {
  test('is refused to who wrote it and to who published it, and the page says so', async ({ app, db, owner }) => {
    const { release } = await emergency(app, db, 'reviewer')
    const { id } = (await findLogin(db, 'publisher'))!
    await owner.insertInto('staff_role').values({ staff_id: id, role: 'reviewer', entity: null }).execute()
    for (const login of ['reviewer', 'publisher']) {
      const who = await asStaff(db, login)
      const url = `/staff/releases/${release}/confirm`
      const page = await app.inject({ url, headers: { cookie: who.cookie } })
      expect(textOf(page.body)).toContain('须由第三人确认')
      expect(page.body).not.toContain('<textarea')
      expect((await post(app, who, url, { note: '没有问题' })).statusCode).toBe(403)
    }
    expect(await read(app, `/changes/${release}`)).toContain('第三人尚未确认')
  })

  test('needs words, and happens once', async ({ app, db }) => {
    const { release } = await emergency(app, db)
    const url = `/en/staff/releases/${release}/confirm`
    const third = await asStaff(db, 'reviewer')
    const silent = await post(app, third, url, { note: '' })
    expect(silent.statusCode).toBe(422)
    expect(silent.body).toContain('id="confirm-note-fault"')
    await post(app, third, url, { note: 'checked' })
    const again = await post(app, await asStaff(db, 'reviewer2'), url, { note: 'checked too' })
    expect(again.statusCode).toBe(409)
    expect(textOf(again.body)).toContain('has been confirmed already')
  })

  test('of a release that was no emergency is refused, and of one that is not there is not found', async ({
    app,
    db,
    head,
  }) => {
    const third = await asStaff(db, 'reviewer')
    const sent = await post(app, third, `/staff/releases/${head.release()}/confirm`, { note: 'x' })
    expect(sent.statusCode).toBe(409)
    expect(textOf(sent.body)).toContain('不是紧急发布')
    expect((await post(app, third, '/staff/releases/99999/confirm', { note: 'x' })).statusCode).toBe(404)
    expect(
      (await post(app, await asStaff(db, 'publisher'), '/staff/releases/1/confirm', { note: 'x' })).statusCode,
    ).toBe(403)
  })
})
