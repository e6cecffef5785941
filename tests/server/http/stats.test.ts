import { sql } from 'kysely'
import { expect } from 'vitest'
import type { StatTable } from '../../../complaints/statistics/table.ts'
import { makeStats, makeStatsIfDue } from '../../../server/cases/stats.ts'
import { newestStats, statsOf } from '../../../server/db/case-stats.ts'
import { type CaseRow, putCases } from '../../support/case-rows.ts'
import { faultsOf } from '../../support/html.ts'
import { NOW, test } from '../../support/portal.ts'

const MANY: CaseRow[] = Array.from({ length: 20 }, (_, n) => ({
  track: n < 3 ? 'port_industry' : 'samr_price',
  state: n < 6 ? 'withdrawn' : 'received',
  closed: n < 6 ? '2026-11-10' : null,
  received: n < 9 ? '2026-10-12' : '2026-11-12',
}))

test('before the first snapshot, and of fewer than five cases, the page says so and gives no figure', async ({
  app,
  owner,
}) => {
  expect((await app.inject('/stats')).body).toContain('还没有统计')
  expect((await app.inject('/stats.csv?table=clocks-port')).body.trim().split('\r\n')).toHaveLength(1)
  await putCases(owner, MANY.slice(0, 4))
  await makeStats(app.desk)
  const { body } = await app.inject('/stats')
  expect(body).toContain('案件不足 5 件')
  expect(body).not.toContain('class="stat-table"')
})

test('what is published equals a count of the cases themselves, or is hidden', async ({ app, db, owner }) => {
  await putCases(owner, MANY)
  await makeStats(app.desk)
  const { report } = await statsOf(db, (await newestStats(db))!.id)
  expect(report.cases).toBe(20)
  const { rows } = await sql<{ month: string; track: string; n: number }>`
    select to_char(received_on, 'YYYY-MM') as month, track, count(*)::int as n from case_file group by 1, 2`.execute(
    owner,
  )
  const table = report.tables.find(({ name }) => name === 'month-track')!
  for (const { month, track, n } of rows) {
    const cell = cellAt(table, month, track)
    if (n < 5) expect(cell).not.toHaveProperty('value')
    else if ('value' in cell) expect(Number(cell.value)).toBe(n)
  }
  expect(cellAt(table, 'all', 'all')).toEqual({ value: '20' })
  expect(cellAt(table, 'all', 'port_industry')).toEqual({ hidden: 'few' })
  expect(cellAt(table, 'all', 'samr_price')).toEqual({ hidden: 'withheld' })
  for (const cut of ['port', 'link', 'category', 'month']) {
    const ended = report.tables.find((one) => one.name === `outcomes-${cut}`)!
    expect([cellAt(ended, 'all', 'withdrawn'), cellAt(ended, 'all', 'open')]).toEqual([{ value: '6' }, { value: '14' }])
  }
})

test('pages and files never say live figures: they change with the next snapshot alone', async ({ app, owner }) => {
  await putCases(owner, MANY)
  await makeStats(app.desk)
  const { headers, body } = await app.inject('/stats')
  expect(body).toContain('统计时间 2026年11月23日 10:00，共 20 件')
  const again = () => app.inject({ url: '/stats', headers: { 'if-none-match': String(headers.etag) } })
  await putCases(owner, MANY, 100)
  expect((await again()).statusCode).toBe(304)
  await makeStats(app.desk)
  expect((await again()).body).toContain('共 40 件')
  const english = await app.inject('/en/stats.csv?table=month-track')
  expect(english.body).toContain('2026-11,2026-11,samr_price,')
  expect((await app.inject('/stats.csv?table=nothing')).statusCode).toBe(400)
})

test('outcomes, time limits and refunds are cut as the reader asks, each with its picture, table and file', async ({
  app,
  owner,
}) => {
  await putCases(owner, MANY)
  await makeStats(app.desk)
  const { body } = await app.inject('/stats?outcomes=category&refunds=month')
  const headings = [...body.matchAll(/<h2 id="([a-z-]+)">([^<]+)/g)].map(([, id, text]) => `${id} ${text}`)
  for (const heading of [
    'outcomes 办理结果（件），按问题类别',
    'clocks 按期率（%），按口岸',
    'refunds 退款（元），按收到月份',
  ])
    expect(headings).toContain(heading)
  expect(body).toMatch(/按问题类别，条形图[\s\S]+<ol class="stat-key"/)
  expect(chosenIn(body)).toEqual(['按问题类别', '按口岸', '按收到月份'])
  expect(body.replaceAll('&#x3D;', '=')).toContain('href="/stats?outcomes=link&amp;refunds=month#outcomes"')
  for (const table of ['outcomes-category', 'clocks-port', 'refunds-month'])
    expect(body.replaceAll('&#x3D;', '=')).toContain(`href="/stats.csv?table=${table}"`)
  expect((await app.inject('/stats.csv?table=outcomes-category')).body).toContain(
    'off_list,清单上没有的收费,open,办理中,14,',
  )
  expect((await app.inject('/stats?outcomes=payer')).statusCode).toBe(400)
  const english = await app.inject('/en/stats?clocks=link')
  expect(english.body).toContain('Time limits kept (%), by link of the chain')
  for (const html of [body, english.body]) expect(await faultsOf(html)).toEqual([])
})

test('a snapshot from before the cuts is read as far as it goes, and made anew at the next start', async ({
  app,
  owner,
}) => {
  await putCases(owner, MANY)
  const table = {
    name: 'month-track',
    rows: ['2026-11', 'all'],
    columns: ['all'],
    cells: [[{ value: '20' }], [{ value: '20' }]],
  }
  const gone = {
    name: 'outcome-link',
    rows: ['open', 'all'],
    columns: ['all'],
    cells: [[{ value: '14' }], [{ value: '20' }]],
  }
  const report = JSON.stringify({ cases: 20, tables: [table, gone], offList: [] })
  await sql`insert into stats_snapshot (at, release, report) values (${NOW}, 1, ${report}::jsonb)`.execute(owner)
  const before = await app.inject('/stats?outcomes=month')
  expect(before.statusCode).toBe(200)
  expect(before.body).toContain('按月收到的案件')
  expect(before.body).not.toContain('办理结果（件）')
  expect((await app.inject('/stats.csv?table=outcomes-month')).body.trim().split('\r\n')).toHaveLength(1)
  await makeStatsIfDue(app.desk)
  expect((await app.inject('/stats?outcomes=month')).body).toContain('办理结果（件），按收到月份')
})

const chosenIn = (html: string) => [...html.matchAll(/aria-current="true">(按[^<]+)</g)].map(([, text]) => text)

test('a snapshot is made of itself where there is none, and not again within the day', async ({ app, db }) => {
  await makeStatsIfDue(app.desk)
  await makeStatsIfDue(app.desk)
  expect(await db.selectFrom('stats_snapshot').select('at').execute()).toEqual([{ at: NOW }])
})

test('a name on no list is said once five accepted filings complain of it, and not before', async ({ app, owner }) => {
  await putCases(owner, MANY)
  await named(owner, '夜班操作附加费', 5)
  await named(owner, '张三的司机费', 4, 10)
  await makeStats(app.desk)
  const { body } = await app.inject('/stats')
  expect(body).toContain('夜班操作附加费')
  expect(body).not.toContain('张三')
  expect((await app.inject('/stats/radar.csv')).body).toContain('夜班操作附加费,all,合计,all,5,')
})

const cellAt = ({ rows, columns, cells }: StatTable, row: string, column: string) =>
  cells[rows.indexOf(row)]![columns.indexOf(column)]!

/** Puts a charge on no list into so many accepted filings, as it stands. */
async function named(owner: Parameters<typeof putCases>[0], name: string, count: number, from = 0): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`with of as (select id, submission_id from case_file order by id offset ${from} limit ${count}),
      e as (insert into case_event (case_id, seq, kind, at, actor, staff_id, shown, payload, prev, hash)
        select id, 2, 'accept', '2026-11-20T10:00:00+08', 'handler', 1, true, '{}', sha256('a'), sha256('b') from of)
      insert into charge (submission_id, n, name, charged_on, amount, verdict)
        select submission_id, 1, ${name}, '2026-10-01', 20, 'not_on_list' from of`.execute(tx)
  })
}
