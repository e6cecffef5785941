import { performance } from 'node:perf_hooks'
import { expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import type { FeeStandard } from '../../../catalogue/fee-standard.ts'
import { say } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import type { Db } from '../../../server/db/database.ts'
import { openHead } from '../../../server/db/head.ts'
import { findImport, readingOfImport } from '../../../server/db/imports.ts'
import { publish } from '../../../server/db/publish.ts'
import { liveFor } from '../../../server/lint.ts'
import { csvOf, filledCsv, listsOn, readWaiting, sendList, TERMINAL } from '../../support/imports.ts'
import { type App, NOW, test } from '../../support/portal.ts'
import { asStaff, post } from '../../support/staff.ts'

const MANY = 5_000

/** Publishes so many prices of one entity, each a line of its own. */
async function manyPrices(owner: Db, db: Db, url: string): Promise<void> {
  const head = await openHead(db, url, () => {})
  const live = await liveFor(listsOn({ db, head }), [TERMINAL])
  await head.close()
  const own = [...live.standards.values()].flat().map(({ payload }) => payload)
  const like = own.find((one): one is FeeStandard => one?.entity === TERMINAL && one.rate.form === 'fixed')!
  const why = { ...text('开业公示', 'Opening list'), documents: [] }
  const lines = Array.from({ length: MANY }, (_, n) =>
    say(
      'standard',
      { ...like, line: `bulk-${n}`, own_name: `${n} 号堆场费` },
      { from: day('2026-01-01'), until: null },
      why,
    ),
  )
  const draft = { title: text('大清单', 'A long list'), note: null, backfilled: true, lines }
  expect(await publish(owner, draft, NOW)).toMatchObject({ ok: true })
}

const raisedBy = (rows: string[][]): string[][] => {
  const [amount, posted] = ['amount', 'posted'].map((name) => rows[0]!.indexOf(name))
  return rows.map((cells, n) =>
    n < 2 || cells[amount!] === '' ? cells : cells.with(amount!, `${Number(cells[amount!]) + 1}`).with(posted!, ''),
  )
}

/** How long something took, told beside its name. */
async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const cpu = process.cpuUsage()
  const from = performance.now()
  const done = await work()
  console.log(
    `${name}: ${Math.round(performance.now() - from)} ms, of them ${Math.round(process.cpuUsage(cpu).user / 1000)} ms of this process`,
  )
  return done
}

async function listed(app: App, db: Db) {
  const who = await asStaff(db, 'terminal')
  return { who, file: csvOf(raisedBy(await filledCsv(app, who, TERMINAL, '2027-03-01'))) }
}

test('5 000 rows are read, compared and held against the rules; the page of them shows a hundred at a time', async ({
  owner,
  db,
  url,
  head,
  app,
}) => {
  await manyPrices(owner, db, url)
  while (head.release() < 56) await new Promise(setImmediate)
  const { who, file } = await listed(app, db)
  await sendList(app, who, file, { effective: '2027-03-01' })
  await timed('5 000 rows read, compared, linted and kept', () => readWaiting(url, { db, head }))
  expect((await readingOfImport(db, 1))!.reading.counts.changed).toBeGreaterThanOrEqual(MANY)
  expect((await findImport(db, 1))!.state).toBe('read')
  const page = await timed('its page', () =>
    app.inject({ url: '/staff/imports/1?page=50', headers: { cookie: who.cookie } }),
  )
  expect(page.statusCode).toBe(200)
  expect(page.body.match(/class="from"/g)).toHaveLength(100)
  const made = await timed('its draft', () => post(app, who, '/staff/imports/1/apply', { title: '大清单' }))
  expect(made.statusCode).toBe(303)
  expect((await readingOfImport(db, 1))!.reading.lines.every(({ source }) => source !== undefined)).toBe(true)
}, 120_000)
