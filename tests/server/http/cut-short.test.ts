import { expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { type Line, say } from '../../../catalogue/release.ts'
import { publish } from '../../../server/db/publish.ts'
import { aDraft, anItem, aPrice, aRule, why } from '../../support/lines.ts'
import { NOW, test as onSeeds } from '../../support/portal.ts'

const LINES = 1001
const name = (n: number) => `n-${String(n).padStart(4, '0')}`
const aLine = (n: number): Line =>
  say(
    'standard',
    { ...aPrice(`${n}`, name(n), 'star-gazing'), own_name: n === LINES ? '末一行的叫法' : null },
    { from: day('2026-12-01'), until: null },
    why,
  )

/** The demonstration data, and an item with a thousand lines and one, all still to come. */
const test = onSeeds.extend<{ many: null }>({
  many: [
    async ({ owner, head }, use) => {
      const lines = Array.from({ length: LINES }, (_, n) => aLine(n + 1))
      expect(await publish(owner, aDraft([aRule, anItem('star-gazing'), ...lines]), NOW)).toMatchObject({ ok: true })
      await head.refresh()
      await use(null)
    },
    { auto: true },
  ],
})

test('a history lists the first five hundred lines, says of how many, and shows any other that is asked for', async ({
  app,
}) => {
  const first = (await app.inject('/fees/star-gazing/history')).body
  expect(first.match(/<option /g)).toHaveLength(501)
  expect(first).toContain('这里只列出 1,001 条中的 500 条')
  const line = `star-gazing/-/-/-/${name(LINES)}`
  const last = (await app.inject(`/fees/star-gazing/history?line=${line}`)).body
  expect(last).toContain(`<option value="${line}" selected>`)
  expect((await app.inject('/en/fees/star-gazing/history')).body).toContain('500 of 1,001 lines')
  expect((await app.inject('/fees/pilotage/history')).body).not.toContain('这里只列出')
})

test('the API names a thousand lines of a history, and says how many there are', async ({ app }) => {
  const { data } = (await app.inject('/api/v1/fees/star-gazing/history')).json()
  expect([data.lines.length, data.lines_total]).toEqual([1000, LINES])
  const few = (await app.inject('/api/v1/fees/pilotage/history')).json().data
  expect(few.lines_total).toBe(few.lines.length)
})

test('an item is given by every name its operators use, however far down their lines stand', async ({ app }) => {
  expect((await app.inject('/fees/star-gazing?on=2026-12-01')).body).toContain('末一行的叫法')
})

test('feeds and calendar of what is to come say that they are cut short', async ({ app }) => {
  for (const [path, says] of [
    ['/upcoming.atom', '<subtitle>只含最先生效的 500 项'],
    ['/upcoming.json', '"description":"只含最先生效的 500 项'],
    ['/upcoming.ics', 'X-WR-CALDESC:只含最先生效的 500 项'],
    ['/en/upcoming.atom', '<subtitle>The 500 that take effect first'],
  ] as const)
    expect((await app.inject(path)).body, path).toContain(says)
})

onSeeds('a list whose words found as many names as a search finds says so', async ({ app }) => {
  const many = await app.inject('/fees?q=%E8%B4%B9')
  expect(many.body).toContain('只取最相符的 60 个名称')
  expect((await app.inject('/fees?q=%E5%BC%95%E8%88%AA')).body).not.toContain('只取最相符的')
  expect((await app.inject('/upcoming.atom')).body).not.toContain('<subtitle>')
})
