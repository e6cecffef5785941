import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { grams } from '../../../catalogue/search/grams.ts'
import { normalise } from '../../../catalogue/search/normalise.ts'
import { afterWorkdays, workdaysBetween } from '../../../server/cases/queue/days.ts'
import { FILTERS, filterFrom, filterText, readFilter } from '../../../server/cases/queue/filter.ts'
import { readTyped, somebodyAmong } from '../../../server/cases/queue/typed.ts'
import type { Db } from '../../../server/db/database.ts'
import { findLogin } from '../../../server/db/staff.ts'
import { putCases } from '../../support/case-rows.ts'
import { plain } from '../../support/form.ts'
import { faultsOf } from '../../support/html.ts'
import { type App, NOW, test } from '../../support/portal.ts'
import { asStaff, post, type SignedIn } from '../../support/staff.ts'

const numbersIn = (html: string): string[] =>
  [...html.matchAll(/data-case="[^"]*\/(TS[^"]+)"/g)].map((match) => match[1]!)
const look = async (app: App, who: SignedIn, query: string) => {
  const answer = await app.inject({ url: `/staff/cases${query}`, headers: { cookie: who.cookie } })
  return { ...answer, status: answer.statusCode, html: answer.body, numbers: numbersIn(answer.body) }
}

describe('days and filters', () => {
  const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map(day)
  const kinds = ['ordinary', 'weekend', 'makeup', 'ordinary', 'ordinary'] as const
  const calendar = { years: new Set([2026]), kinds: new Map(days.map((one, at) => [one, kinds[at]!] as const)) }

  test('working days are counted after the first day, a weekend day worked among them, and back again', () => {
    const between = workdaysBetween(calendar)
    expect(between(day('2026-11-20'), day('2026-11-23'))).toBe(2)
    expect(between(day('2026-11-23'), day('2026-11-20'))).toBe(-2)
    expect(between(day('2026-11-21'), day('2026-11-21'))).toBe(0)
    expect(afterWorkdays(day('2026-11-20'), 2, calendar)).toBe('2026-11-23')
  })
  test('where no calendar is published, Monday to Friday are counted', () => {
    expect(workdaysBetween({ years: new Set(), kinds: new Map() })(day('2027-01-01'), day('2027-01-08'))).toBe(5)
  })
  test('a filter survives its text, and what cannot be read is named and kept apart', () => {
    const { filter, faults } = readFilter({ state: 'accepted', from: '2026-02-30', assignee: 'me', nonsense: '1' })
    expect([filter, faults]).toEqual([{ state: 'accepted', assignee: 'me' }, ['from']])
    expect(filterFrom(filterText(filter))).toEqual(filter)
    expect(readFilter({ from: '2026-03-02', to: '2026-03-01' }).faults).toEqual(['to'])
    expect(readFilter(Object.fromEntries(FILTERS.map((name) => [name, '\u202e\0']))).faults).toHaveLength(
      FILTERS.length - 1,
    )
  })
  test('what is typed is a number, somebody, or words', () => {
    expect(readTyped('ｔｓ20261101-0000001')).toEqual({ kind: 'number', no: 'TS20261101-0000001' })
    expect(readTyped('138-0000-1234')).toEqual({ kind: 'phone', value: '13800001234' })
    expect(readTyped('91330206ma2dem0171').kind).toBe('credit_code')
    expect(readTyped('夜班费').kind).toBe('words')
    expect(readTyped('！？').kind).toBe('nothing')
  })
  test('somebody is found among words too, and no number of a case or an invoice is taken for one', () => {
    for (const [text, value, words] of [
      ['夜班费 138-0000-1234', '13800001234', '夜班费'],
      ['周小舟１３８ ００００ １２３４，夜班费', '13800001234', '周小舟 ,夜班费'],
      ['0574-87654321码头', '057487654321', '码头'],
      ['TS20261101-0000001 13800001234', '13800001234', 'TS20261101-0000001'],
      ['货代 91330211ma2dem0899', '91330211MA2DEM0899', '货代'],
      ['13800001234', '13800001234', ''],
      ['王 138.0000.1234', '13800001234', '王'],
      ['138–0000—1234', '13800001234', ''],
      ['138\u200b00001234', '13800001234', ''],
      ['王 138 000 01234', '13800001234', '王'],
      ['王0574-8765 4321', '057487654321', '王'],
      ['(0574)87654321 王', '057487654321', '王'],
      ['tel13800001234', '13800001234', 'tel'],
      ['13800001234x', '13800001234', 'x'],
      ['王 +852 9123 4567', '85291234567', '王'],
      ['400-820-1234 王', '4008201234', '王'],
      ['王 87654321', '87654321', '王'],
      ['13800001234 夜班 13900001234', '13800001234', '夜班'],
      ['一三八〇〇〇〇一二三四', '13800001234', ''],
      ['91330200-MA2AXXXX-1Y', '91330200MA2AXXXX1Y', ''],
    ] as const)
      expect.soft(somebodyAmong(text), text).toMatchObject({ value, words })
    for (const text of [
      '',
      '夜班费',
      'TS20261101-1380000-1',
      'INV-2026-0302 夜班',
      'TS20261101 0000001',
      'TCLU1234567 滞箱',
      '2026-03-01 夜班',
      '1200000.00 元',
      '发票 24332000000012345678',
      '20 尺箱',
    ])
      expect.soft(somebodyAmong(text), text).toBeNull()
  })
})

test('the queue has the nearest deadline first, page by page, each case once, and what has no day last', async ({
  app,
  db,
  owner,
}) => {
  const dues = Array.from({ length: 120 }, (_, n) =>
    n % 40 === 0 ? null : `2026-12-${String((n % 28) + 1).padStart(2, '0')}`,
  )
  const numbers = await putCases(
    owner,
    dues.map((due) => ({ due })),
  )
  const who = await asStaff(db, 'handler')
  const seen: string[] = []
  let next: string | undefined = '?show=open'
  for (let pages = 0; next !== undefined && pages < 5; pages++) {
    const page = await look(app, who, next)
    seen.push(...page.numbers)
    next = /href="\/staff\/cases(\?[^"]*after=[^"]*)"/.exec(plain(page.html))?.[1]
  }
  const sorted = numbers
    .map((no, at) => [dues[at] ?? '9999', no] as const)
    .toSorted()
    .map(([, no]) => no)
  expect(seen).toEqual(sorted)
})

test('each tile counts what its filter lists, and a filter lists what it says', async ({ app, db, owner }) => {
  const { id: me } = (await findLogin(db, 'handler'))!
  const [over, today, soon, tell, unread, mine, words, gone] = await putCases(owner, [
    { due: '2026-11-20' },
    { due: '2026-11-23' },
    { due: '2026-11-26' },
    { state: 'decided', due: '2027-01-10' },
    { unread: true, closed: '2026-11-10', state: 'notified', due: null },
    { assignee: me, due: '2027-01-11', charged: '900.00' },
    { due: '2027-01-12', entityName: '大榭夜班码头', grams: grams(normalise('大榭夜班码头')) },
    { org: 10, target: 11, state: 'in_transfer', due: '2027-01-13' },
  ])
  const who = await asStaff(db, 'handler')
  const lists: [string, string[]][] = [
    ['?due=overdue', [over!]],
    ['?due=today', [today!]],
    ['?due=soon', [soon!]],
    ['?state=decided', [tell!]],
    ['?unread=yes&show=all', [unread!]],
    ['?incoming=yes', [gone!]],
    ['?assignee=me', [mine!]],
    ['?min=500', [mine!]],
    ['?q=%E5%A4%9C%E7%8F%AD', [words!]],
    [`?q=${words}`, [words!]],
    ['?q=ts20261101-0000007', [words!]],
    ['?show=closed', [unread!]],
    ['?category=split', []],
  ]
  for (const [query, expected] of lists) expect.soft((await look(app, who, query)).numbers, query).toEqual(expected)
  const { html } = await look(app, who, '?show=open')
  const counts = [...html.matchAll(/<a class="(\w+)[^"]*" href="[^"]*"[^>]*><span>[^<]*<\/span> <b>([^<]*)<\/b>/g)]
  expect(counts.map(([, tile, count]) => [tile, count])).toEqual([
    ['overdue', '1'],
    ['today', '1'],
    ['soon', '1'],
    ['sign', '0'],
    ['tell', '1'],
    ['refund', '0'],
    ['unread', '1'],
    ['incoming', '1'],
  ])
  expect(html).toContain('超期 1 个工作日')
})

test('a refund is late from the day after it was due until it is paid', async ({ app, db, owner }) => {
  const [no] = await putCases(owner, [{ closed: '2026-11-10', state: 'notified', due: null }])
  const { id: by } = (await findLogin(db, 'handler'))!
  await sql`
    with f as (select id from case_file where no = ${no}),
    p as (insert into case_proposal (case_id, step, asked_by, asked_at) select id, 'order_refund', ${by}, now() from f returning id, case_id)
    insert into refund_order (case_id, amount, due_on, basis, ordered_on, proposal_id) select case_id, 20, '2026-11-20', 'order', '2026-11-01', id from p`.execute(
    owner,
  )
  const who = await asStaff(db, 'handler')
  expect((await look(app, who, '?refund=late&show=all')).numbers).toEqual([no])
  await sql`insert into refund_entry (order_id, kind, amount, on_day, by, at) select id, 'paid', 20, '2026-11-22', ${by}, now() from refund_order`.execute(
    owner,
  )
  expect((await look(app, who, '?refund=due&show=all')).numbers).toEqual([])
})

/** A case beside another, its complainant with a telephone number. */
async function withPhone(app: App, owner: Db): Promise<string> {
  const [no] = await putCases(owner, [{}, {}])
  await sql`insert into contact_field (submission_id, field, sealed, blind)
    select submission_id, 'phone', '\\x00', ${app.desk.keys.blind('phone', '13800001234')} from case_file where no = ${no}`.execute(
    owner,
  )
  return no!
}

test('a phone never stays in the address: the queue goes on with its mark, and finds the case by it', async ({
  app,
  db,
  owner,
}) => {
  const no = await withPhone(app, owner)
  const who = await asStaff(db, 'handler')
  const { status, headers } = await look(app, who, '?q=138%200000%201234')
  expect([status, headers.location]).toEqual([303, expect.stringMatching(/^\/staff\/cases\?who=[\w-]{43}$/)])
  const found = await look(app, who, String(headers.location).slice('/staff/cases'.length))
  expect(found.numbers).toEqual([no])
  expect(found.html).not.toContain('1380000')
  const trail = await sql<{
    n: number
  }>`select count(*) as n from audit where act = 'case.find-person' and detail::text not like '%138%'`.execute(owner)
  expect(trail.rows[0]!.n).toBe(1)
})

test('what is typed into the search is sent as a form, and no address it leads to holds a phone or a code', async ({
  app,
  db,
  owner,
}) => {
  const no = await withPhone(app, owner)
  const who = await asStaff(db, 'handler')
  const form = plain((await look(app, who, '?state=received')).html).match(
    /<form class="queue-filters".*?<\/form>/s,
  )![0]
  expect(form).toContain('method="post" action="/staff/cases"')
  expect(form).toContain(`name="csrf" value="${who.csrf}"`)
  const typed = async (fields: Record<string, string>, prefix = '') => {
    const answer = await post(app, who, `${prefix}/staff/cases`, fields)
    expect([answer.statusCode, answer.body]).toEqual([303, ''])
    return String(answer.headers.location)
  }
  const mark = app.desk.keys.blind('phone', '13800001234').toString('base64url')
  for (const q of ['13800001234', ' 138-0000-1234', '１３８０００01234'])
    expect(await typed({ q, show: 'open', state: 'received', min: '' })).toBe(
      `/staff/cases?show=open&state=received&who=${mark}`,
    )
  expect(await typed({ q: '91330211ma2dem0899' })).toMatch(/^\/staff\/cases\?who=[\w-]{43}$/)
  expect(await typed({ q: '91330206ma2dem0171' })).toBe('/staff/cases?entity=91330206MA2DEM0171')
  expect(await typed({ q: '夜班', who: mark }, '/en')).toBe(`/en/staff/cases?q=%E5%A4%9C%E7%8F%AD&who=${mark}`)
  expect(await typed({ q: '夜班 138 0000 1234' })).toBe(`/staff/cases?q=%E5%A4%9C%E7%8F%AD&who=${mark}`)
  expect(await typed({})).toBe('/staff/cases?show=open')
  const found = await look(app, who, `?show=open&state=received&who=${mark}`)
  expect([found.numbers, found.html.includes('1380000')]).toEqual([[no], false])
  const faulty = await post(app, who, '/staff/cases', { q: '夜班', from: '2026-02-30' })
  expect(faulty.statusCode).toBe(400)
  expect(faulty.body).toMatch(/id="f-from"[^>]*value="2026-02-30"[^>]*aria-invalid="true"/)
  for (const [name, value] of [
    ['q', '张三 a.b@example.com'],
    ['entity', '13800001234'],
    ['cluster', '13800001234'],
  ] as const) {
    const { statusCode, headers, body } = await post(app, who, '/staff/cases', { [name]: value })
    expect([name, statusCode, headers.location]).toEqual([name, 400, undefined])
    expect(body).toMatch(new RegExp(`id="f-${name}"[^>]*aria-invalid="true"`))
  }
  const forged = { ...who, csrf: 'forged' }
  expect((await post(app, forged, '/staff/cases', { q: '夜班' })).statusCode).toBe(403)
})

test('待签批 counts and lists what this person may sign, and nothing that another must', async ({ app, db, owner }) => {
  const [first, second, third, elsewhere] = await putCases(owner, [
    ...[{ state: 'accepted' }, { state: 'accepted' }, { state: 'decided' }],
    { org: 12, state: 'accepted' },
  ])
  const id = async (login: string) => (await findLogin(db, login))!.id
  const [handler, supervisor, publisher] = [await id('handler'), await id('supervisor'), await id('casepublisher')]
  const ask = (no: string | undefined, step: string, by: number) =>
    sql`insert into case_proposal (case_id, step, asked_by, asked_at) select id, ${step}, ${by}, now() from case_file where no = ${no}`.execute(
      owner,
    )
  await ask(first, 'file_case', handler)
  await ask(first, 'reveal', handler)
  await ask(second, 'suspend', supervisor)
  await ask(third, 'publish', handler)
  await ask(elsewhere, 'file_case', await id('handler2'))
  const lists: [string, (string | undefined)[]][] = [
    ...[['handler', []] as [string, string[]], ['auditor', []] as [string, string[]]],
    ['supervisor', [first]],
    ['portsupervisor', []],
    ['casepublisher', [third]],
  ]
  for (const [login, expected] of lists) {
    const { html, numbers } = await look(app, await asStaff(db, login), '?sign=yes&show=all')
    expect.soft([login, numbers]).toEqual([login, expected])
    expect.soft(html, login).toMatch(new RegExp(`<span>待我签批</span> <b>${expected.length}</b>`))
  }
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into decision (case_id, n, outcome, drafted_by, signed_by, signed_at, proposal_id)
      select id, 1, 'violation_found', ${handler}, ${publisher}, now(), 999 from case_file where no = ${third}`.execute(
      tx,
    )
  })
  const { numbers } = await look(app, await asStaff(db, 'casepublisher'), '?sign=yes&show=all')
  expect(numbers, 'who signed the decision does not publish it').toEqual([])
})

test('a bad filter is named at its field, and nothing is listed; a bad cursor is refused', async ({
  app,
  db,
  owner,
}) => {
  await putCases(owner, [{}])
  const who = await asStaff(db, 'handler')
  const page = await look(app, who, '?from=2026-02-30&state=received')
  expect([page.status, page.numbers]).toEqual([400, []])
  expect(page.html).toMatch(/id="f-from"[^>]*value="2026-02-30"[^>]*aria-invalid="true"/)
  expect((await look(app, who, '?after=nonsense')).status).toBe(400)
})

test('a view shows each reader their own cases; its maker deletes it, another office never sees it', async ({
  app,
  db,
  owner,
}) => {
  const [here] = await putCases(owner, [{ org: 11 }, { org: 12 }])
  const [handler, supervisor, other, auditor] = [
    await asStaff(db, 'handler'),
    await asStaff(db, 'supervisor'),
    await asStaff(db, 'handler2'),
    await asStaff(db, 'auditor'),
  ]
  const keep = (who: SignedIn, fields: Record<string, string>) =>
    post(app, who, '/staff/cases/views', { filter: 'state=received', ...fields })
  expect((await keep(handler, { name: '甲', scope: 'all' })).statusCode).toBe(422)
  expect((await keep(handler, { name: '甲', scope: 'office-12' })).statusCode).toBe(422)
  expect((await keep(handler, { name: '', scope: 'own' })).statusCode).toBe(422)
  expect((await keep(handler, { name: '甲', scope: 'own', filter: 'q=夜班 13800001234' })).statusCode).toBe(422)
  expect((await keep(auditor, { name: '甲', scope: 'own' })).statusCode).toBe(403)
  expect((await keep(handler, { name: '北仑的', scope: 'office-11', first: 'yes' })).statusCode).toBe(303)
  expect((await keep(handler, { name: '北仑的', scope: 'office-11' })).statusCode, 'taken').toBe(422)
  expect((await keep(supervisor, { name: '大家的', scope: 'all' })).statusCode).toBe(303)
  const opened = await look(app, handler, '')
  expect([opened.status, opened.headers.location]).toEqual([303, '/staff/cases?state=received'])
  expect((await look(app, handler, '?state=received')).numbers).toEqual([here])
  expect((await look(app, other, '?show=open')).html).toContain('大家的')
  expect((await look(app, other, '?show=open')).html).not.toContain('北仑的')
  const { rows } = await sql<{ id: number }>`select id from saved_view where name = '北仑的'`.execute(owner)
  expect((await post(app, other, `/staff/cases/views/${rows[0]!.id}/delete`)).statusCode).toBe(404)
  expect((await post(app, handler, `/staff/cases/views/${rows[0]!.id}/delete`)).statusCode).toBe(303)
  expect((await look(app, handler, '')).status, 'no default any more').toBe(200)
})

test('the file has the case and nothing of the complainant, asks for the second factor, and is audited', async ({
  app,
  db,
  owner,
}) => {
  await putCases(owner, [{ entityName: '=cmd()' }, { org: 12 }])
  const who = await asStaff(db, 'handler')
  const stale = await asStaff(db, 'handler', new Date(NOW.getTime() - 15 * 60_000))
  const asked = await app.inject({ url: '/staff/cases.csv?show=open', headers: { cookie: stale.cookie } })
  expect([asked.statusCode, asked.headers.location]).toEqual([303, '/staff/cases/export?show=open'])
  expect((await post(app, stale, '/staff/cases/export', { filter: 'show=open', code: '000000' })).statusCode).toBe(422)
  const file = await app.inject({ url: '/staff/cases.csv?show=open', headers: { cookie: who.cookie } })
  const rows = parse(file.body, { bom: true, columns: true }) as Record<string, string>[]
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ entity_name: "'=cmd()", charged: '20.00', received_on: '2026-11-02' })
  expect(Object.keys(rows[0]!)).not.toEqual(expect.arrayContaining(['phone']))
  const trail = await sql<{ detail: unknown }>`select detail from audit where act = 'case.export'`.execute(owner)
  expect(trail.rows).toEqual([{ detail: { rows: 1, filters: 'show' } }])
})

test('several at once: each case by itself, with its reason; an assignment is undone', async ({ app, db, owner }) => {
  const { id: me } = (await findLogin(db, 'handler'))!
  const [one, two, other] = await putCases(owner, [{}, { assignee: me }, { org: 12 }])
  const who = await asStaff(db, 'supervisor')
  const cases = [`${one}@0`, `${two}@0`, `${other}@0`]
  const send = (fields: Record<string, string | string[]>) => post(app, who, '/staff/cases/bulk', fields)
  const assignees = async () =>
    (await sql<{ assignee: number | null }>`select assignee from case_file order by no`.execute(owner)).rows.map(
      ({ assignee }) => assignee,
    )
  expect((await send({ act: 'assign', case: [] })).statusCode).toBe(422)
  expect((await send({ act: 'decide', case: cases })).statusCode).toBe(422)
  expect(
    (
      await send({
        act: 'assign',
        case: Array.from({ length: 201 }, (_, n) => `TS20261101-${String(n).padStart(7, '0')}-1@0`),
      })
    ).statusCode,
  ).toBe(422)
  const asked = await send({
    act: 'ask_supplement',
    step: 'do',
    words: '请补发票',
    deadline: '2026-11-01',
    case: cases,
  })
  expect([asked.statusCode, asked.body.includes('请补发票')]).toEqual([422, true])
  const done = await send({ act: 'assign', step: 'do', to: String(me), case: cases })
  expect(done.statusCode).toBe(200)
  expect(done.body).toContain('1 件已办，2 件未办')
  expect(done.body).toContain('不在您的机关，或不存在')
  expect(done.body).toContain('已经如此')
  expect(await faultsOf(done.body)).toEqual([])
  expect(await assignees()).toEqual([me, me, null])
  const undo = done.body.slice(done.body.indexOf('name="act" value="undo"'))
  const tick = /name="case" value="([^"]+)"/.exec(undo)![1]!
  expect((await send({ act: 'undo', step: 'do', case: tick })).body).toContain('1 件已办')
  expect(await assignees()).toEqual([null, me, null])
})

test('every page of the queue is valid HTML in both languages', async ({ app, db, owner }) => {
  await putCases(owner, [
    { due: '2026-11-20', unread: true },
    { state: 'suspended' },
    { due: null, entityName: '<b>"&' },
  ])
  const who = await asStaff(db, 'supervisor')
  for (const path of [
    '/staff/cases?show=open',
    '/staff/cases?category=split&from=x',
    '/staff/cases/views?state=received',
    '/staff/cases/keys',
    '/staff/cases/export',
    '/staff',
  ])
    for (const prefix of ['', '/en']) {
      const { body } = await app.inject({ url: prefix + path, headers: { cookie: who.cookie } })
      expect.soft(await faultsOf(body), prefix + path).toEqual([])
    }
})
