import { connect } from 'node:net'
import { parse } from 'csv-parse/sync'
import { writeXlsx } from 'hucre/xlsx'
import { expect } from 'vitest'
import { CheckOut } from '../../../server/routes/api/check-shapes.ts'
import { Problem } from '../../../server/routes/api/shapes.ts'
import { sendForm } from '../../support/form.ts'
import type { App } from '../../support/portal.ts'
import { test } from '../http/reader.ts'

const ADDRESS = '/api/v1/invoice-checks/file'
const BILL = '?port=CNNGB&entity=91330206MA2DEM0171&charged_on=2026-03-02'
const ROWS = [
  ['费用名称', '数量', '单位', '金额', '箱型', '贸易类型', '重空'],
  ['港口设施保安费', '1', '箱', '20.00', '20', '外贸', '重'],
  ['过磅费', '2', '箱', '30.00', '', '', ''],
]
const CSV = ROWS.map((row) => row.join(',')).join('\r\n')
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const send = (app: App, query: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: ADDRESS + query, payload, headers: { 'content-type': 'text/csv', ...headers } })

test('a file gives the very answer of the same lines sent as JSON', async ({ app }) => {
  const answer = await send(app, BILL, CSV)
  expect(answer.statusCode).toBe(200)
  const facts = { size: '20', trade: 'foreign', load: 'laden' }
  const lines = [
    { name: '港口设施保安费', quantity: '1', unit: '箱', amount: '20.00', facts },
    { name: '过磅费', quantity: '2', unit: '箱', amount: '30.00' },
  ]
  const payload = { port: 'CNNGB', entity: '91330206MA2DEM0171', charged_on: '2026-03-02', lines }
  const json = await app.inject({ method: 'POST', url: '/api/v1/invoice-checks', payload })
  expect(answer.json()).toEqual(json.json())
  expect(CheckOut.parse(answer.json()).lines[0]).toMatchObject({ verdict: 'overcharged', difference: '12.00' })
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'portal-release': '55' })
})

test('a workbook and a form with a file give it too', async ({ app }) => {
  const csv = (await send(app, BILL, CSV)).json()
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows: ROWS }] }))
  expect((await send(app, BILL, bytes, { 'content-type': XLSX })).json()).toEqual(csv)
  const form = await sendForm(app, ADDRESS + BILL, {}, { name: 'a.csv', bytes: CSV })
  expect(form.json()).toEqual(csv)
})

test('the bill is told by columns as well as by the address', async ({ app }) => {
  const own = ROWS.map((row, n) => [
    ...row,
    ...(n === 0 ? ['口岸', '信用代码', '账单日期'] : ['CNNGB', '91330206MA2DEM0171', '2026-03-02']),
  ])
  const answer = await send(app, '', own.map((row) => row.join(',')).join('\n'))
  expect(answer.json()).toEqual((await send(app, BILL, CSV)).json())
})

test('as CSV any number of rows is answered row for row, with the figures of the JSON', async ({ app }) => {
  for (const answer of [
    await send(app, `${BILL}&format=csv`, CSV),
    await send(app, BILL, CSV, { accept: 'text/csv' }),
  ]) {
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    const rows = parse(answer.body, { columns: true }) as Record<string, string>[]
    const { lines } = (await send(app, BILL, CSV)).json()
    expect(rows).toMatchObject([
      { row: '2', verdict: lines[0].verdict, expected: lines[0].expected, difference: lines[0].difference },
      { row: '3', verdict: lines[1].verdict, expected: lines[1].expected, standard: lines[1].standard.id },
    ])
    expect(rows[0]!.reason).toBe(lines[0].reason.text)
  }
})

test('5,000 rows are too many for one JSON bill, and none too many for CSV', async ({ app }) => {
  const many = [ROWS[0]!.join(','), ...Array.from({ length: 5_000 }, () => ROWS[1]!.join(','))].join('\n')
  const refused = await send(app, BILL, many)
  expect([refused.statusCode, refused.json().errors[0].code]).toEqual([400, 'too-many-file-lines'])
  const answer = await send(app, `${BILL}&format=csv`, many)
  expect(answer.body.trimEnd().split('\r\n')).toHaveLength(5_001)
})

test.for<[string, string, string, string]>([
  ['an amount that is none', BILL, `${CSV}\n理货费,1,箱,一百`, 'rows.4.amount not-an-amount'],
  ['no port', '?charged_on=2026-03-02', CSV, 'rows.2.port no-port'],
  ['no day', '?port=CNNGB', CSV, 'rows.2.charged_on no-day'],
  ['a port that is none', '?port=CNXXX&charged_on=2026-03-02', CSV, 'port port-unknown'],
  ['a day that is none', '?port=CNNGB&charged_on=2024-02-30', CSV, 'charged_on not-a-day'],
  [
    'two bills',
    '?port=CNNGB',
    '费用名称,金额,账单日期\n理货费,1,2026-03-02\n理货费,1,2026-03-03',
    'rows several-bills',
  ],
])('%s is a problem that names the place', async ([, query, csv, fault], { app }) => {
  const answer = await send(app, query, csv)
  expect(answer.statusCode).toBe(400)
  const { errors = [] } = Problem.parse(answer.json())
  expect(errors.map(({ field, code }) => `${field} ${code}`)).toContain(fault)
})

test.for<[string, string | Buffer, Record<string, string>, number, string]>([
  ['a picture', Buffer.from('89504e47', 'hex'), {}, 422, '这是一张图片'],
  ['headings that say nothing', '甲,乙\n1,2', {}, 422, '认不出'],
  ['nothing', '', {}, 422, '文件是空的'],
  ['plain text', CSV, { 'content-type': 'text/plain' }, 415, ''],
  ['65 MB', Buffer.alloc(65 * 2 ** 20, 'a'), {}, 413, ''],
])('%s is refused with a reason', async ([, payload, headers, status, detail], { app }) => {
  for (const format of ['json', 'csv']) {
    const answer = await send(app, `${BILL}&format=${format}`, payload, headers)
    expect(answer.statusCode).toBe(status)
    expect(Problem.parse(answer.json()).detail).toContain(detail)
  }
})

test('a problem and its reasons are told in the language of the reader', async ({ app }) => {
  const answer = await send(app, BILL, '甲,乙\n1,2', { 'accept-language': 'en' })
  expect(answer.json().detail).toMatch(/^The headings do not say/)
  const told = (await send(app, `${BILL}&lang=en`, CSV)).json()
  expect(told.lines[0].reason.text).toMatch(/^[^\p{Script=Han}]+$/u)
})

test('uploads that break off and readers that go away leave their places to others', async ({ app }) => {
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const brokenOff = () =>
    new Promise<void>((done) => {
      const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => {
        const head = `POST ${ADDRESS}${BILL}&format=csv HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 1000\r\n\r\n费`
        socket.write(head, () => socket.destroy())
      })
      socket.on('close', () => done())
    })
  await Promise.all(Array.from({ length: 8 }, brokenOff))
  const many = [ROWS[0]!.join(','), ...Array.from({ length: 20_000 }, () => ROWS[1]!.join(','))].join('\n')
  const goneAway = async () => {
    const leaving = new AbortController()
    const headers = { 'content-type': 'text/csv' }
    await fetch(`${origin}${ADDRESS}${BILL}&format=csv`, {
      method: 'POST',
      body: many,
      headers,
      signal: leaving.signal,
    })
    leaving.abort()
  }
  await Promise.all([goneAway(), goneAway()])
  expect((await send(app, BILL, CSV)).statusCode).toBe(200)
})
