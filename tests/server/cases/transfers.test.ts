import { expect } from 'vitest'
import { takeStep } from '../../../server/cases/acts/steps.ts'
import { caseWhole } from '../../../server/cases/case-whole.ts'
import { asCaseStaff } from '../../../server/db/case-doors.ts'
import { caseFile } from '../../../server/db/case-files.ts'
import type { Db } from '../../../server/db/database.ts'
import type { Desk } from '../../../server/staff/desk.ts'
import { asking, colleague, onDay, person, seen, signed, step } from '../../support/acts.ts'
import { test } from '../../support/case-desk.ts'
import { filed } from '../../support/filed.ts'

const BEILUN = 11
const ZHENHAI = 12

/** A report at Beilun, with who works there and at Zhenhai. */
async function begun(desk: Desk, db: Db) {
  const no = (await filed(desk)).cases[0]!.no
  const [handler, other, supervisor] = [
    await person(db, 'handler'),
    await person(db, 'handler2'),
    await person(db, 'supervisor'),
  ]
  return { no, handler, other, supervisor }
}
const to = (office: number) =>
  ({ step: 'transfer', input: { to: office, reason: 'not_our_area' }, words: '属镇海辖区' }) as const
const back = { step: 'send_back', input: { reason: 'not_our_area' }, words: '不属本区' } as const

test('a case is transferred and taken; it keeps the day on which it came, and the receiver’s clock begins', async ({
  desk,
  db,
}) => {
  const { no, handler, other } = await begun(desk, db)
  const before = await seen(desk, handler, no)
  expect(await asCaseStaff(db, other.id, (tx) => caseFile(tx, no))).toBeUndefined()
  expect(await step(desk, handler, { no, ...to(ZHENHAI) })).toMatchObject({ ok: true })
  expect(await seen(desk, other, no)).toMatchObject({
    state: 'in_transfer',
    org_id: BEILUN,
    target_org: ZHENHAI,
    hops: 1,
  })
  expect(await step(desk, handler, { no, step: 'take' })).toMatchObject({ code: 'unlawful-step' })
  const later = onDay(desk, '2026-11-30')
  expect(await step(later, other, { no, step: 'take' })).toMatchObject({ ok: true })
  expect(await asCaseStaff(db, handler.id, (tx) => caseFile(tx, no))).toBeUndefined()
  const after = await seen(desk, other, no)
  expect(after).toMatchObject({ state: 'received', org_id: ZHENHAI, target_org: null, received_on: before.received_on })
  const clocks = (await caseWhole(later, other, no))!.clocks
  expect(clocks).toMatchObject([
    { code: 'verify', round: 1, closedOn: '2026-11-30' },
    { code: 'verify', round: 2, startedOn: '2026-11-30', closedOn: null },
  ])
})

test('after acceptance a transfer needs a second person', async ({ desk, db }) => {
  const { no, handler, supervisor, other } = await begun(desk, db)
  await step(desk, handler, { no, step: 'accept' })
  expect(await step(desk, handler, { no, ...to(ZHENHAI) })).toMatchObject({ code: 'not-asked' })
  expect(await signed(desk, [handler, supervisor], { no, ...to(ZHENHAI) })).toMatchObject({ ok: true })
  expect(await step(desk, other, { no, ...back })).toMatchObject({ ok: true })
  expect(await seen(desk, handler, no)).toMatchObject({ state: 'accepted', org_id: BEILUN, target_org: null })
})

test('a case goes only to another office of its kind', async ({ desk, db }) => {
  const { no, handler } = await begun(desk, db)
  for (const office of [20, BEILUN, 4711])
    expect(await step(desk, handler, { no, ...to(office) })).toMatchObject({ code: 'no-such-office' })
})

test('a case is sent back twice at most; then only an office above says whose it is', async ({ desk, db }) => {
  const { no, handler, other } = await begun(desk, db)
  const above = await colleague(db, 'case_handler', 10)
  for (const _ of [1, 2]) {
    expect(await step(desk, handler, { no, ...to(ZHENHAI) })).toMatchObject({ ok: true })
    expect(await step(desk, other, { no, ...back })).toMatchObject({ ok: true })
  }
  expect(await seen(desk, handler, no)).toMatchObject({ state: 'received', org_id: BEILUN, target_org: null, hops: 2 })
  expect(await step(desk, handler, { no, ...to(ZHENHAI) })).toMatchObject({ code: 'hops-used' })
  expect(await step(desk, handler, { no, ...to(10) })).toMatchObject({ ok: true })
  expect(await step(desk, above, { no, ...back })).toMatchObject({ code: 'hops-used' })
  expect(await step(desk, above, { no, step: 'take' })).toMatchObject({ ok: true })
  expect(await step(desk, above, { no, ...to(ZHENHAI) })).toMatchObject({ ok: true })
  expect(await step(desk, other, { no, ...back })).toMatchObject({ code: 'hops-used' })
  expect(await step(desk, other, { no, step: 'take' })).toMatchObject({ ok: true })
  expect((await caseWhole(desk, other, no))!.brokenAt).toBeNull()
})

test('of a transfer and an acceptance at once, one is told that the case has gone on', async ({ desk, db }) => {
  const { no, handler } = await begun(desk, db)
  const second = await colleague(db, 'case_handler', BEILUN)
  const { version } = await seen(desk, handler, no)
  const both = await Promise.all([
    takeStep(desk, handler, { no, step: 'accept', version, input: {} }),
    takeStep(desk, second, { no, version, ...to(ZHENHAI) }),
  ])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'gone-on' })
})

test('a case on its way is nobody’s to accept, and who sent it may not ask for a signature either', async ({
  desk,
  db,
}) => {
  const { no, handler, other } = await begun(desk, db)
  await step(desk, handler, { no, ...to(ZHENHAI) })
  expect(await step(desk, other, { no, step: 'accept' })).toMatchObject({ code: 'unlawful-step' })
  expect(await asking(desk, handler, { no, step: 'refuse', input: { ground: 'no_clue' } })).toMatchObject({
    code: 'unlawful-step',
  })
})
