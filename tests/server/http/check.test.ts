import { readXlsx } from 'hucre/xlsx'
import { expect } from 'vitest'
import { type Fields, fieldsOf, sendForm, textOf } from '../../support/form.ts'
import type { App } from '../../support/portal.ts'
import { test } from './reader.ts'

const TERMINAL = '91330206MA2DEM0171'
const BILL = { step: 'form', way: 'lines', port: 'CNNGB', entity: TERMINAL, charged_on: '2026-03-02', number: 'A-1' }
const SECURITY = { l0_name: '港口设施保安费', l0_quantity: '1', l0_unit: '箱', l0_amount: '20.00' }
const LADEN = { l0_trade: 'foreign', l0_size: '20', l0_load: 'laden' }

/** The lines of a result: name, charged, due, difference and verdict. */
const linesOf = (html: string): string[] =>
  [...html.matchAll(/<tr role="row" class="service">[\s\S]*?<\/tr>/g)].map(([row]) => textOf(row).trim())

async function checked(app: App, fields: Fields, url = '/check'): Promise<string> {
  const answer = await sendForm(app, url, fields)
  expect([answer.statusCode, answer.statusCode === 200 ? '' : textOf(answer.body)]).toEqual([200, ''])
  return answer.body
}

test('an old bill’s security charge of 20.00 is 12.00 over what the terminal posts', async ({ app }) => {
  const html = await checked(app, { ...BILL, ...SECURITY, ...LADEN })
  expect(linesOf(html)).toEqual([expect.stringMatching(/港口设施保安费 1 箱 20\.00 8\.00 \+12\.00 高于公示标准/)])
  expect(textOf(html)).toContain('不是行政认定')
  expect(textOf(html)).toMatch(/2026年3月2日 适用的标准，依据第 \d+ 号发布/)
})

test('the example bill shows what is found wrong on bills, one click away', async ({ app }) => {
  const form = await app.inject('/check?example=1')
  const html = await checked(app, fieldsOf(form.body))
  const verdicts = linesOf(html).map((line) => line.split(' ').at(-1))
  expect(verdicts).toEqual([
    ...['高于公示标准', '高于公示标准', '项目已取消', '与公示标准一致', '有几种可能'],
    ...['计费单位不符', '有几种可能', '无法比对', '不在收费清单'],
  ])
  expect(textOf(html)).toContain('自 2022年4月1日 起港口设施保安费已并入港口作业包干费')
})

test('page, API and workbook give the same figures to the fen', async ({ app }) => {
  const form = await app.inject('/check?example=1')
  const html = await checked(app, fieldsOf(form.body))
  const { lines: carried } = fieldsOf(html)
  const payload = { port: 'CNNGB', entity: TERMINAL, charged_on: '2026-03-02', lines: JSON.parse(carried!) }
  const common = { trade: 'foreign', direction: 'import' }
  for (const line of payload.lines) line.facts = { ...common, ...line.facts }
  const api = (await app.inject({ method: 'POST', url: '/api/v1/invoice-checks', payload })).json()
  const shown = linesOf(html).map((line) => /([\d,.]+|—) ([+−]?[\d,.]+|—) \S+$/.exec(line)!.slice(1, 3).map(figure))
  const told = api.lines.map((line: Record<string, string | null>) => [line.expected, line.difference])
  expect(shown).toEqual(told)
  const { rawPayload, headers } = await sendForm(app, '/check.xlsx', fieldsOf(html))
  const { sheets } = await readXlsx(new Uint8Array(rawPayload))
  const [heads, ...rows] = sheets[0]!.rows as (string | number | null)[][]
  const [due, apart] = [heads!.indexOf('应收最高（元）'), heads!.indexOf('差额（元）')]
  expect(rows.map((row) => [row[due] ?? null, row[apart] ?? null])).toEqual(
    told.map((pair: (string | null)[]) => pair.map((sum) => (sum === null ? null : Number(sum)))),
  )
  expect(String(headers['content-disposition'])).toContain(encodeURIComponent('账单核对-NB-2026-0302-2026-03-02-r55'))
})

const figure = (text: string): string | null => (text === '—' ? null : text.replace('−', '-').replace(/[+,]/g, ''))

test('the PDF is the same check on paper, under a name that says the bill and its day', async ({ app }) => {
  const html = await checked(app, { ...BILL, ...SECURITY, ...LADEN })
  const { rawPayload, headers } = await sendForm(app, '/en/check.pdf', fieldsOf(html))
  expect(rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' })
  expect(String(headers['content-disposition'])).toContain('bill-check-A-1-2026-03-02')
})

test('what is wrong is named at its field, and nothing that was filled in is lost', async ({ app }) => {
  const wrong = { ...BILL, port: '', charged_on: '03/02/2026', entity: '没有这家公司', ...SECURITY, l0_amount: '一百' }
  const answer = await sendForm(app, '/check', { ...wrong, l3_name: '理货费', l3_amount: '12' })
  expect(answer.statusCode).toBe(400)
  const fields = fieldsOf(answer.body)
  expect(fields).toMatchObject({ ...wrong, l3_name: '理货费', l3_amount: '12' })
  for (const id of ['port', 'charged_on', 'entity', 'l0_amount']) {
    expect(answer.body).toContain(`id="f-${id}-fault"`)
    expect(answer.body).toContain(`<a href="#f-${id}">`)
  }
  expect(textOf(answer.body)).toContain('“03/02/2026”分不清哪个是月、哪个是日')
})

test('a day that is left out never becomes today', async ({ app }) => {
  const answer = await sendForm(app, '/check', { ...BILL, charged_on: '', ...SECURITY })
  expect(answer.statusCode).toBe(400)
  expect(linesOf(answer.body)).toEqual([])
  expect(textOf(answer.body)).toContain('请填写账单日期')
})

test('more lines are added without losing those that were typed', async ({ app }) => {
  const html = await checked(app, { ...BILL, ...SECURITY, l4_name: '五', do: 'more' })
  expect(fieldsOf(html)).toMatchObject({ ...SECURITY, l4_name: '五', l9_name: '' })
})

test.for<[string, string | Uint8Array, number, string]>([
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), 422, '这是一张图片'],
  ['a formula', '费用名称,金额\n理货费,=1+1\n', 422, '以“=”开头的单元格'],
  ['a file of more than 8 MB', new Uint8Array(9 * 2 ** 20).fill(65), 413, '文件超过 8 MB'],
  ['an empty file', '', 422, '文件是空的'],
  ['a table with a header only', '费用名称,金额\n', 422, '只有表头'],
])(
  '%s is refused with what is wrong and how to mend it, and the form stays filled',
  async ([, bytes, status, what], { app }) => {
    const answer = await sendForm(app, '/check', { ...BILL, ...SECURITY, way: 'file' }, { name: '账单.csv', bytes })
    expect(answer.statusCode).toBe(status)
    expect(textOf(answer.body)).toContain(what)
    expect(fieldsOf(answer.body)).toMatchObject({ port: 'CNNGB', number: 'A-1', way: 'file', ...SECURITY })
  },
)

const TABLE =
  '费用名称\t数量\t单位\t金额\t箱型\t贸易类型\t重空\n港口设施保安费\t1\t箱\t20.00\t20\t外贸\t重\n合计\t\t\t20.00\n'

test('what is pasted from Excel is checked at once, with its columns there to be corrected', async ({ app }) => {
  const html = await checked(app, { ...BILL, way: 'paste', paste: TABLE })
  expect(linesOf(html)).toEqual([expect.stringContaining('+12.00')])
  expect(textOf(html)).toContain('这样读出的列')
  expect(textOf(html)).toContain('有 1 行不是费用')
  const table = `<form${html.split('<form').at(-1)}`
  const again = await checked(app, { ...fieldsOf(table), c3: '', c1: 'amount' })
  expect(linesOf(again)).toEqual([expect.stringMatching(/港口设施保安费 箱 1 8\.00 −7\.00/)])
})

test('columns that say nothing are asked for, and what was chosen is what is checked', async ({ app }) => {
  const asked = await checked(app, {
    ...BILL,
    way: 'paste',
    paste: '港口设施保安费 20GP 外贸重箱\t20.00\t8.00\n理货费\t1\t2\n',
  })
  expect(linesOf(asked)).toEqual([])
  const fields = fieldsOf(asked)
  expect(fields).toMatchObject({ step: 'columns', port: 'CNNGB', c0: 'name' })
  const html = await checked(app, { ...fields, c1: 'amount', c2: '' })
  expect(linesOf(html)[0]).toMatch(/20\.00 8\.00 \+12\.00/)
})

test('rows that cannot be read are named by their number, and can be mended in place or left out', async ({ app }) => {
  const paste = `${TABLE}理货费\t1\t箱\t一百\t20\t外贸\t重\n`
  const answer = await sendForm(app, '/check', { ...BILL, way: 'paste', paste })
  expect(answer.statusCode).toBe(400)
  expect(textOf(answer.body)).toMatch(/第 4 行 金额（元） “一百”不是金额/)
  const fields = fieldsOf(answer.body)
  expect(fields.table).toContain('一百')
  const mended = await checked(app, { ...fields, table: fields.table!.replace('一百', '100') })
  expect(linesOf(mended)).toHaveLength(2)
  expect(linesOf(await checked(app, { ...fields, do: 'without' }))).toHaveLength(1)
})

test('a bill whose head is wanting keeps the table that was read from its file', async ({ app }) => {
  const answer = await sendForm(app, '/check', { ...BILL, port: '', way: 'file' }, { name: 'a.csv', bytes: TABLE })
  expect(answer.statusCode).toBe(400)
  const html = await checked(app, { ...fieldsOf(answer.body), port: 'CNNGB' })
  expect(linesOf(html)).toEqual([expect.stringContaining('+12.00')])
})

test('what the file says of the bill fills what was left empty, and no more', async ({ app }) => {
  const bytes = `发票号码：25330001\n开票日期：2026-03-05\n${TABLE.replaceAll('\t', ',')}`
  const given = { step: 'form', way: 'file', port: 'CNNGB', number: 'MINE' }
  const answer = await sendForm(app, '/check', given, { name: 'a.csv', bytes })
  expect(answer.statusCode).toBe(200)
  expect(fieldsOf(answer.body)).toMatchObject({ charged_on: '2026-03-05', number: 'MINE' })
})

test('a line that may be several items, or of which something is missing, is answered in place', async ({ app }) => {
  const html = await checked(app, {
    ...{ ...BILL, l0_name: '码头费', l0_quantity: '1', l0_amount: '120', l1_name: '提前集港费', l1_quantity: '2' },
    ...{ l1_unit: '箱', l1_amount: '200' },
  })
  const fields = fieldsOf(html)
  expect(fields).toMatchObject({ i1: '', f2_size: '' })
  const [, chosen = ''] = /name="i1"[\s\S]*?<option value="([a-z-]+)"/.exec(html)!
  const again = await checked(app, { ...fields, i1: chosen, f2_size: '20' })
  expect(linesOf(again)[1]).toMatch(/200 200\.00 0\.00 与公示标准一致/)
  expect(textOf(again)).toContain('由使用者选定')
  expect(fieldsOf(again)).toMatchObject({ i1: chosen })
  expect(linesOf(again)[0]).not.toContain('有几种可能')
  const back = await checked(app, { ...fieldsOf(again), i1: '' })
  expect(linesOf(back)[0]).toContain('有几种可能')
})

test('which of several prices is meant, and how many were charged, are answered in place too', async ({ app }) => {
  const stuffing = { l0_name: '装箱理货', l0_quantity: '1', l0_unit: '箱', l0_amount: '36', ...LADEN }
  const html = await checked(app, { ...BILL, entity: '91330206MA2DEM148W', ...stuffing })
  expect(fieldsOf(html)).toMatchObject({ f1_price_line: '' })
  expect(textOf(html)).toContain('厂点装箱')
  const factory = await checked(app, { ...fieldsOf(html), f1_price_line: 'foreign-on-site-20' })
  expect(linesOf(factory)).toEqual([expect.stringContaining('36.00 0.00 与公示标准一致')])
  const yard = await checked(app, { ...fieldsOf(html), f1_price_line: 'foreign-yard-20' })
  expect(linesOf(yard)).toEqual([expect.stringMatching(/28\.00 \+8\.00 高于公示标准/)])
  const uncounted = await checked(app, { ...BILL, l0_name: '过磅费', l0_amount: '150' })
  expect(fieldsOf(uncounted)).toHaveProperty('f1_quantity')
  const counted = await checked(app, { ...fieldsOf(uncounted), f1_quantity: '10' })
  expect(linesOf(counted)[0]).toContain('150.00 0.00 与公示标准一致')
})

test('an answer that is no value of its fact is named beside it, and the rest is checked', async ({ app }) => {
  const pilotage = { l0_name: '引航费', l0_amount: '35663', l0_more: '{"voyage":"international"}' }
  const html = await checked(app, { ...BILL, entity: '', charged_on: '2023-05-01', ...pilotage })
  const [field = ''] = Object.keys(fieldsOf(html)).filter((name) => /^f1_(net_tonnage|distance_nm)$/.test(name))
  const answer = await sendForm(app, '/check', { ...fieldsOf(html), [field]: 'vast' })
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain(`id="f-${field}-fault"`)
  expect(linesOf(answer.body)).toHaveLength(1)
})

test('lines can be changed again: they come back into the form as they were', async ({ app }) => {
  const html = await checked(app, { ...BILL, ...SECURITY, ...LADEN, do: 'check' })
  const form = await checked(app, { ...fieldsOf(html), do: 'edit' })
  expect(fieldsOf(form)).toMatchObject({ ...BILL, entity: '宁波示例集装箱码头有限公司', ...SECURITY, ...LADEN })
})

test('what is said once for the bill holds for lines that say nothing else', async ({ app }) => {
  const dues = {
    l0_name: '货物港务费',
    l0_quantity: '1',
    l0_unit: '箱',
    l0_amount: '34',
    l0_size: '20',
    l0_load: 'laden',
  }
  const whole = { ...BILL, trade: 'foreign', direction: 'import', ...dues, l0_cargo_class: 'general' }
  expect(linesOf(await checked(app, whole))[0]).toContain('与公示标准一致')
  const own = await checked(app, { ...whole, l0_direction: 'export' })
  expect(linesOf(own)[0]).toMatch(/34\.00? 17\.00 \+17\.00|34 17\.00 \+17\.00/)
  const named = await checked(app, { ...whole, l0_name: '出口货物港务费' })
  expect(linesOf(named)[0]).toContain('+17.00')
})

test('asked as told at an earlier release, the page says so', async ({ app }) => {
  const html = await checked(app, { ...BILL, ...SECURITY, ...LADEN, release: '43' })
  expect(textOf(html)).toMatch(/依据第 43 号发布（.*不是最新，最新为第 55 号）/)
  const answer = await sendForm(app, '/check', { ...BILL, ...SECURITY, release: '999' })
  expect([answer.statusCode, textOf(answer.body).includes('还没有发布')]).toEqual([400, true])
})

test('a form sent from another site is refused, and nothing is done with it', async ({ app }) => {
  const bill = { ...BILL, ...SECURITY }
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }] as Fields[]) {
    const answer = await sendForm(app, '/check', bill, null, headers)
    expect(answer.statusCode).toBe(403)
    expect(textOf(answer.body)).toContain('请求来自别的网站')
  }
  for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://localhost:80' }] as Fields[])
    expect((await sendForm(app, '/check', bill, null, { host: 'localhost:80', ...headers })).statusCode).toBe(200)
})

test('more than 2,000 lines are for the bulk mode, and stay in the form', async ({ app }) => {
  const paste = `费用名称\t金额\n${'茶水费\t5\n'.repeat(2001)}`
  const answer = await sendForm(app, '/check', { ...BILL, way: 'paste', paste })
  expect(answer.statusCode).toBe(413)
  expect(textOf(answer.body)).toContain('有 2,001 行')
  expect(answer.body).toContain('href="/check/bulk"')
  expect(fieldsOf(answer.body).paste!.split('\n')).toHaveLength(2002)
})

test('2,000 lines are checked on one page', async ({ app }) => {
  const html = await checked(app, { ...BILL, way: 'paste', paste: `费用名称\t金额\n${'茶水费\t5\n'.repeat(2000)}` })
  expect(linesOf(html)).toHaveLength(2000)
  expect(html.match(/name="i\d+"/g)?.length ?? 0).toBeLessThanOrEqual(1)
})

test('names on a bill are words, whatever they look like', async ({ app }) => {
  const evil = '"><script>alert(1)</script>{{7*7}}'
  const html = await checked(app, { ...BILL, ...SECURITY, l0_name: evil, seller: evil })
  expect(html).not.toContain('<script>alert')
  expect(textOf(html)).toContain(evil)
})

test('a bill is kept nowhere: no cookie, no store, no validator', async ({ app }) => {
  const { headers } = await sendForm(app, '/check', { ...BILL, ...SECURITY }, null, { 'if-none-match': '*' })
  expect(headers).toMatchObject({ 'cache-control': 'no-store' })
  expect(headers).not.toHaveProperty('set-cookie')
  expect(headers).not.toHaveProperty('etag')
})

test('who comes from a page of another day and release finds them filled in', async ({ app }) => {
  const form = await app.inject('/check?on=2020-05-01&release=12')
  expect(fieldsOf(form.body)).toMatchObject({ charged_on: '2020-05-01', release: '12' })
})

test('a result that was tampered with is refused', async ({ app }) => {
  for (const lines of ['', '[]', '{"a":1}', '[{"name":"x","amount":"1e9"}]'])
    expect((await sendForm(app, '/check', { ...BILL, step: 'result', lines })).statusCode, lines).toBe(400)
})
