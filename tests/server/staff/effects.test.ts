import { expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { publish } from '../../../server/db/publish.ts'
import { textOf } from '../../support/form.ts'
import { type App, NOW, test } from '../../support/portal.ts'
import { aDuesRise, aRise, FROM, proposed, TITLE } from '../../support/proposals.ts'
import { asStaff, type SignedIn } from '../../support/staff.ts'

const get = (app: App, who: SignedIn, url: string) => app.inject({ url, headers: { cookie: who.cookie } })

test('three samples are priced twice on the first day of the set, and what differs is told', async ({ app, db }) => {
  const set = await proposed(db, 'editor', [await aDuesRise(db)], null)
  const who = await asStaff(db, 'reviewer')
  const page = await get(app, who, `/en/staff/sets/${set}/effects`)
  expect(page.statusCode).toBe(200)
  const says = textOf(page.body)
  expect(says).toContain('Both for 1 Mar 2027.')
  expect(says).toMatch(/A call of a container ship .*?Nothing changes.*A call of a bulk carrier .*?Nothing changes/)
  expect(says).toMatch(/An import shipment in containers .*?1 charge changes\..*?Standard set by government.*?Total/)
  const row = /<tr class="whole">.*?<\/tr>/s.exec(page.body)![0]
  expect(row).toMatch(/class="up">\+[\d,]+\.\d\d</)
})

test('the figures are those of the calculator before, and after really publishing', async ({
  app,
  db,
  head,
  owner,
}) => {
  const line = await aDuesRise(db)
  const set = await proposed(db, 'editor', [line], null)
  const page = await get(app, await asStaff(db, 'editor'), `/en/staff/sets/${set}/effects`)
  const link = /href="([^"]*\/preview\/calculator[^"]*)"/
    .exec(page.body.slice(page.body.lastIndexOf('<section class="effect">')))![1]!
    .replaceAll('&amp;', '&')
    .replaceAll('&#x3D;', '=')
  const publicly = link.replace(`/en/staff/sets/${set}/preview`, '/en')
  const row = /<tr class="whole">.*?<\/tr>/s.exec(page.body)![0]
  const [before, after] = [...row.matchAll(/<td class="money" data-label="(?:Now|If published)">(?:<b>)?([^<]+)/g)].map(
    ([, figure]) => figure!,
  )
  expect(before).not.toBe(after)
  expect(textOf((await app.inject(publicly)).body)).toContain(before)
  await publish(owner, { title: TITLE, note: null, backfilled: false, lines: [line] }, NOW)
  await head.refresh()
  const really = textOf((await app.inject(publicly)).body)
  expect(really).toContain(after)
  expect(really).not.toContain(before)
})

test('another day may be chosen; before the set applies nothing changes; a bad day is named', async ({ app, db }) => {
  const set = await proposed(db, 'editor', [await aDuesRise(db)], null)
  const who = await asStaff(db, 'editor')
  const earlier = textOf((await get(app, who, `/en/staff/sets/${set}/effects?on=2027-02-20`)).body)
  expect(earlier.match(/Nothing changes/g)).toHaveLength(3)
  const bad = await get(app, who, `/en/staff/sets/${set}/effects?on=2027-02-29`)
  expect([bad.statusCode, bad.body]).toEqual([400, expect.stringMatching(/value="2027-02-29"[^>]*aria-invalid/)])
})

test('a price of one entity is told as its own; an empty set has nothing to compare', async ({ app, db }) => {
  const who = await asStaff(db, 'terminal')
  const set = await proposed(db, 'terminal', [await aRise(db, '1.00', day('2027-03-01'))])
  expect(FROM).toBe('2027-03-01')
  expect((await get(app, who, `/staff/sets/${set}/effects`)).statusCode).toBe(200)
  const empty = await proposed(db, 'terminal', [])
  expect(textOf((await get(app, who, `/staff/sets/${empty}/effects`)).body)).toContain('还没有任何一行')
})
