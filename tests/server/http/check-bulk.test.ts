import { mkdtempSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { afterAll, expect } from 'vitest'
import { sendForm, textOf } from '../../support/form.ts'
import type { App } from '../../support/portal.ts'
import { test } from './reader.ts'

/** The folder for temporary files, of this file's own: what other tests leave for a moment is not seen here. */
const OWN = mkdtempSync(join(tmpdir(), 'bulk-'))
process.env.TMPDIR = OWN
afterAll(() => rm(OWN, { recursive: true, force: true }))

const HEAD = '费用名称,数量,单位,金额,账单日期,口岸,统一社会信用代码,箱型,贸易类型,重空'
const SECURITY = '港口设施保安费,1,箱,20.00,2026-03-02,CNNGB,91330206MA2DEM0171,20,外贸,重'
const OLD = '港口设施保安费,1,箱,8,2019-05-06,宁波舟山港,,20,外贸,重'

const file = (...rows: string[]) => ({ name: '账单.csv', bytes: `${[HEAD, ...rows].join('\r\n')}\r\n` })

async function begun(app: App, sent: Parameters<typeof sendForm>[3], fields = {}): Promise<string> {
  const answer = await sendForm(app, '/check/bulk', fields, sent)
  expect([answer.statusCode, answer.statusCode === 303 ? '' : textOf(answer.body)]).toEqual([303, ''])
  expect(answer.headers.location).toMatch(/^\/check\/bulk\/[\w-]{24}$/)
  return answer.headers.location as string
}

/** The page of a job once it is over. */
async function over(app: App, at: string): Promise<string> {
  for (;;) {
    await setImmediate()
    const { body, headers, statusCode } = await app.inject(at)
    expect(statusCode).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    if (/data-progress=""/.test(body)) return body
  }
}

type Row = Record<string, string>
const resultOf = async (app: App, at: string): Promise<Row[]> =>
  parse((await app.inject(`${at}/result.csv`)).body, { columns: true }) as Row[]

test('every row of a file gets its verdict at its own port, holder and day, row for row', async ({ app }) => {
  const at = await begun(app, file(SECURITY, OLD, '合计,,,28.00,,,,,,', '理货费,1,箱,一百,2026-03-02,CNNGB,,20,,'))
  const page = textOf(await over(app, at))
  expect(page).toContain('核对完成')
  expect(page).toMatch(/高于标准合计 12\.00 元/)
  expect(await resultOf(app, at)).toMatchObject([
    { row: '2', verdict: 'overcharged', expected: '8.00', difference: '12.00', entity: '91330206MA2DEM0171' },
    { row: '3', verdict: 'match', port: 'CNNGB', entity: '', charged_on: '2019-05-06' },
    { row: '5', verdict: '', problem: expect.stringContaining('“一百”不是金额') },
  ])
})

test('port, holder and day are said once for rows that do not say them', async ({ app }) => {
  const bytes = '费用名称,金额,数量,单位,箱型,重空\n港口设施保安费,20.00,1,箱,20,重\n'
  const given = { port: 'CNNGB', entity: '宁波示例集装箱码头有限公司', charged_on: '2026-03-02', trade: 'foreign' }
  const at = await begun(app, { name: 'a.csv', bytes }, given)
  await over(app, at)
  expect(await resultOf(app, at)).toMatchObject([{ verdict: 'overcharged', difference: '12.00' }])
})

test('a row without port or day is told so, and never checked as of today', async ({ app }) => {
  const at = await begun(app, {
    name: 'a.csv',
    bytes: '费用名称,金额,口岸\n理货费,1,CNNGB\n理货费,1,\n理货费,1,CNXXX\n',
  })
  await over(app, at)
  const problems = (await resultOf(app, at)).map(({ problem, verdict }) => [verdict, problem])
  expect(problems).toEqual([
    ['', expect.stringContaining('没有账单日期')],
    ['', expect.stringContaining('没有口岸')],
    ['', expect.stringContaining('没有口岸“CNXXX”')],
  ])
})

test('a result is safe to open in Excel, with a mark at its start where one is asked for', async ({ app }) => {
  const at = await begun(
    app,
    file(
      '"=HYPERLINK(""http://evil"")",1,箱,5,2026-03-02,CNNGB,,20,外贸,重',
      '@SUM(A1),1,箱,-5,2026-03-02,CNNGB,,20,外贸,重',
    ),
  )
  await over(app, at)
  const rows = await resultOf(app, at)
  expect(rows.map(({ name }) => name)).toEqual([`'=HYPERLINK("http://evil")`, "'@SUM(A1)"])
  expect(rows[1]!.amount).toBe('-5')
  const { rawPayload, headers } = await app.inject(`${at}/result.csv?bom=1`)
  expect(rawPayload.subarray(0, 3).toString('hex')).toBe('efbbbf')
  expect(String(headers['content-disposition'])).toContain(encodeURIComponent('账单核对-账单-r55.csv'))
})

test('GB18030, as Chinese Excel writes it, is read as it was meant', async ({ app }) => {
  // 费用名称,金额 / 理货费,1 in GB18030
  const bytes = Buffer.from('b7d1d3c3c3fbb3c62cbdf0b6ee0ac0edbbf5b7d12c310a', 'hex')
  const at = await begun(app, { name: 'a.csv', bytes }, { port: 'CNNGB', charged_on: '2026-03-02' })
  await over(app, at)
  expect(await resultOf(app, at)).toMatchObject([{ name: '理货费', amount: '1' }])
})

test.for<[string, string, string]>([
  ['headings that do not say what was charged', '甲,乙\n丙,1\n', '从表头认不出'],
  ['a quote that is never closed', '费用名称,金额\n"理货费,1\n', '引号不成对'],
  ['a picture', '\u0089PNG', '没有核对成'],
])('%s: the job says what is wrong and how to mend it', async ([, bytes, what], { app }) => {
  const sent = bytes.startsWith('\u0089') ? new Uint8Array([0x89, 0x50, 0x4e, 0x47]) : bytes
  const at = await begun(app, { name: 'a.csv', bytes: sent }, { port: 'CNNGB', charged_on: '2026-03-02' })
  const page = textOf(await over(app, at))
  expect(page).toContain('没有核对成')
  expect(page).toContain(what)
  expect((await app.inject(`${at}/result.csv`)).statusCode).toBe(404)
})

test('a form without a file, or with a port that is none, is shown again with what is wrong', async ({ app }) => {
  const none = await sendForm(app, '/check/bulk', { charged_on: '2026-03-02' })
  expect([none.statusCode, textOf(none.body).includes('没有收到文件')]).toEqual([400, true])
  expect(none.body).toContain('value="2026-03-02"')
  const wrong = await sendForm(app, '/check/bulk', { port: 'CNXXX' }, file(SECURITY))
  expect([wrong.statusCode, textOf(wrong.body).includes('请重新选择文件')]).toEqual([400, true])
})

test('deleted, a job and its files are gone at once; an id that is guessed finds nothing', async ({ app }) => {
  const at = await begun(app, file(SECURITY))
  await over(app, at)
  const answer = await sendForm(app, at, { do: 'delete' })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/check/bulk'])
  for (const address of [at, `${at}/result.csv`, '/check/bulk/AAAAAAAAAAAAAAAAAAAAAAAA'])
    expect((await app.inject(address)).statusCode).toBe(404)
  expect((await app.inject('/check/bulk/short')).statusCode).toBe(400)
})

test('two files are worked on at a time and four wait; the next is asked to come back', async ({ app }) => {
  const before = await readdir(OWN)
  const many = file(...Array.from({ length: 60_000 }, () => SECURITY))
  const started = await Promise.all(Array.from({ length: 6 }, () => begun(app, many)))
  const next = await sendForm(app, '/check/bulk', {}, file(SECURITY))
  expect([next.statusCode, textOf(next.body).includes('正在处理的文件太多')]).toEqual([503, true])
  const api = {
    method: 'POST',
    url: '/api/v1/invoice-checks/file?format=csv',
    headers: { 'content-type': 'text/csv' },
  } as const
  expect((await app.inject({ ...api, payload: HEAD })).statusCode).toBe(503)
  for (const at of started) expect((await sendForm(app, at, { do: 'cancel' })).statusCode).toBe(303)
  expect((await readdir(OWN)).filter((name) => !before.includes(name))).toEqual([])
  const at = await begun(app, file(SECURITY))
  expect(textOf(await over(app, at))).toContain('核对完成')
})
