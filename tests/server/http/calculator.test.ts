import { readXlsx } from 'hucre/xlsx'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { referenceOf } from '../../../catalogue/reference.ts'
import { estimateWorkbook } from '../../../server/files/estimate-sheet.ts'
import type { App } from '../../support/portal.ts'
import { test } from './reader.ts'

const [TERMINAL, TUG, PILOT, TALLY] = [
  '91330206MA2DEM0171',
  '91330900MA2DEM0334',
  '1233020000DEM00904',
  '91330206MA2DEM148W',
]
const BOXES = {
  b20_general: '3000',
  b40_general: '6200',
  b40_dangerous1: '100',
  b40_reefer: '500',
  b20_empty: '200',
  b40_empty: '2000',
}
const CALL = {
  ...{
    for: 'call',
    port: 'CNNGB',
    ship_type: 'container',
    voyage: 'international',
    trade: 'foreign',
    use: 'productive',
  },
  ...{ net_tonnage: '95000', loa_m: '399', distance_nm: '8', tugs_in: '3', tugs_out: '2' },
  ...{ arrival: '2026-10-01', arrival_time: '05:30', departure: '2026-10-03', departure_time: '14:00' },
  ...BOXES,
}
const CHOSEN = { ...CALL, entity: [TERMINAL, TUG, PILOT, TALLY].join(',') }
const SHIPMENT = { for: 'shipment', port: 'CNNGB', direction: 'import', trade: 'foreign', b20_general: '5' }

const url = (asked: Record<string, string>, file = '/calculator') => `${file}?${new URLSearchParams(asked)}`
const without = (asked: Record<string, string>, ...names: string[]) =>
  Object.fromEntries(Object.entries(asked).filter(([name]) => !names.includes(name)))
const text = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const pageOf = async (app: App, asked: Record<string, string>, file?: string) =>
  (await app.inject(url(asked, file))).body

const ship = { voyage: 'international', net_tonnage: '95000', ship_type: 'container', loa_m: '399', distance_nm: '8' }
const IN = { night: 'true', holiday: 'true' }
const OUT = { night: 'false', holiday: 'true' }
const box = (size: string, load: string, cargo_class: string) => ({
  trade: 'foreign',
  size,
  load,
  cargo_class,
  transhipment: 'false',
})

/** The same call as a person would ask the API for it. */
const LINES = [
  { item: 'pilotage', entity: PILOT, on: '2026-10-01', facts: { ...ship, ...IN } },
  { item: 'pilotage', entity: PILOT, on: '2026-10-03', facts: { ...ship, ...OUT } },
  { item: 'towage', entity: TUG, on: '2026-10-01', facts: { ...ship, ...IN, tugs: '3', movements: '1' } },
  { item: 'towage', entity: TUG, on: '2026-10-03', facts: { ...ship, ...OUT, tugs: '2', movements: '1' } },
  { item: 'berthage', entity: TERMINAL, on: '2026-10-01', facts: { ...ship, use: 'productive', hours: '56.5' } },
  ...['container-handling', 'tally-container'].flatMap((item) =>
    [
      ['3000', box('20', 'laden', 'general')],
      ['200', box('20', 'empty', 'general')],
      ['6200', box('40', 'laden', 'general')],
      ['100', box('40', 'laden', 'dangerous1')],
      ['500', box('40', 'laden', 'reefer')],
      ['2000', box('40', 'empty', 'general')],
    ].map(([quantity, facts]) => ({
      ...{ item, quantity, facts, on: '2026-10-01' },
      entity: item === 'tally-container' ? TALLY : TERMINAL,
    })),
  ),
  { item: 'tally-document', entity: TALLY, on: '2026-10-01', facts: ship },
]

type Estimates = { lines: { item: string; amount: string; status: string }[]; total: string }
async function estimates(app: App, lines: object[]): Promise<Estimates> {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/estimates', payload: { port: 'CNNGB', lines } })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

const grouped = (amount: string) => amount.replace(/\B(?=(\d{3})+\.)/g, ',')

test('the same call gives the same figure to the fen on the page, from the API and in both files', async ({ app }) => {
  const { lines, total } = await estimates(app, LINES)
  expect(lines.map(({ status }) => status)).toEqual(LINES.map(() => 'computed'))
  expect(total).toMatch(/^\d{7}\.\d\d$/)
  for (const prefix of ['', '/en']) {
    const html = await pageOf(app, CHOSEN, `${prefix}/calculator`)
    expect(html).toContain(`<p class="grand"><b>${grouped(total)}</b>`)
    const workbook = await app.inject(url(CHOSEN, `${prefix}/calculator.xlsx`))
    const { sheets } = await readXlsx(workbook.rawPayload)
    const rows = sheets[0]!.rows
    const last = rows.at(-1)!
    expect([last[7], last[8]]).toEqual([Number(total), Number(total)])
    const counted = rows.slice(1, -1).filter((row) => ['计入', 'counted'].includes(String(row[10])))
    const sum = counted.reduce((fen, row) => fen + Math.round(Number(row[5]) * 100), 0)
    expect(sum, 'the rows counted add up to the total').toBe(Math.round(Number(total) * 100))
    const pilotage = counted.filter((row) => row[15] === 'pilotage').map((row) => row[5])
    expect(pilotage).toEqual(lines.slice(0, 2).map(({ amount }) => Number(amount)))
    const pdf = await app.inject(url(CHOSEN, `${prefix}/calculator.pdf`))
    expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  }
})

test('a call is costed in full, with night and holiday worked out and every operator beside the others', async ({
  app,
}) => {
  const said = text(await pageOf(app, CALL))
  expect(said).toContain('所列各项全部计入。')
  expect(said).toMatch(/合计区间 [\d,]+\.\d\d – [\d,]+\.\d\d 元/)
  expect(said).toContain('夜班 120 分钟，达到半小时或作业的一半，加收夜班附加')
  expect(said).toContain('2 家公示，按最低到最高计入')
  expect(said).toContain('比最低多')
  expect(said).toContain('适用 2026年10月1日、2026年10月3日 的标准')
  expect(said, 'the security charge is inside the lump sum').toContain('包干费之内，不另计')
})

test('a shipment of five boxes pays 34 yuan of dues for each, and the rest by what is posted', async ({ app }) => {
  const said = text(await pageOf(app, SHIPMENT))
  expect(said).toMatch(/货物港务费[^。]*?170\.00/)
  expect(said).toContain('码头操作费')
  expect(said).toMatch(/换单费 2 家公示/)
  const before = text(await pageOf(app, { ...SHIPMENT, on: '2020-06-01' }))
  expect(before, 'dues at four fifths, and security an item of its own').toMatch(
    /政府定价 必须照此收取[^▲]*?136\.00[^▲]*?港口设施保安费[^▲]*?32\.00/,
  )
})

test('what such a shipment usually pays and nobody posts at the port is named as not counted, never passed over', async ({
  app,
}) => {
  const bare = text(await pageOf(app, { ...SHIPMENT, port: 'X-TAIZHOU' }))
  expect(bare).toMatch(/合计 170\.00 元 未计入 5 项，见下。/)
  expect(bare).not.toContain('所列各项全部计入')
  expect(bare).toMatch(/未计入合计 码头操作费 该口岸没有单位公示此项 文件费 该口岸没有单位公示此项/)
  const added = text(await pageOf(app, { ...SHIPMENT, port: 'X-TAIZHOU', item: 'detention' }))
  expect(added, 'nor what a person ticked').toMatch(/未计入合计.*滞箱费 该口岸没有单位公示此项/)
  const { rawPayload } = await app.inject(url({ ...SHIPMENT, port: 'X-TAIZHOU' }, '/calculator.xlsx'))
  const rows = (await readXlsx(rawPayload)).sheets[0]!.rows
  expect(rows.find((row) => row[15] === 'thc')).toEqual(expect.arrayContaining(['不计入', '该口岸没有单位公示此项']))
})

test('the sums of what is counted in the workbook are the low and the high total', async ({ app }) => {
  for (const asked of [CALL, { ...CALL, port: 'CNWNZ' }, { ...SHIPMENT, storage_days: '6', direction: 'export' }]) {
    const { sheets } = await readXlsx((await app.inject(url(asked, '/calculator.xlsx'))).rawPayload)
    const rows = sheets[0]!.rows.slice(1, -1)
    const sum = (place: number) => rows.reduce((fen, row) => fen + Math.round(Number(row[place] ?? 0) * 100), 0) / 100
    const [, low, high = low] = /class="grand"><b>([\d,.]+)(?: – ([\d,.]+))?/.exec(await pageOf(app, asked))!
    expect([sum(7), sum(8)]).toEqual([low, high].map((figure) => Number(figure!.replaceAll(',', ''))))
    expect(sheets[0]!.rows.at(-1)!.slice(7, 9)).toEqual([sum(7), sum(8)])
  }
})

test('on paper each price says whether it is counted, at which end, or is but a ceiling, and the total ends them all', async ({
  app,
}) => {
  const { rawPayload } = await app.inject(url(CALL, '/calculator.pdf'))
  const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)), { mergePages: true })
  const said = pages.replaceAll(/\s+/g, ' ')
  expect(said).toMatch(
    /政府指导价：.*引航（移泊）费 政府规定 [\d,.]+ 上限，不计入 引航（移泊）费 宁波示例引航站 [\d,.]+ 计入/,
  )
  expect(said).toMatch(/停泊费 .*计入（最低）.*停泊费 .*计入（最高）.*市场调节价 · 码头：.*合计区间/)
  const bare = await app.inject(url({ ...SHIPMENT, port: 'X-TAIZHOU' }, '/calculator.pdf'))
  const open = await extractText(await getDocumentProxy(new Uint8Array(bare.rawPayload)), { mergePages: true })
  expect(open.text.replaceAll(/\s+/g, ' ')).toMatch(/未计入合计 .*码头操作费 该口岸没有单位公示此项 不计入/)
})

test('a workbook names the price by its posted words where it has no label, never by its key', async ({ app }) => {
  const { sheets } = await readXlsx((await app.inject(url(CALL, '/calculator.xlsx'))).rawPayload)
  const named = sheets[0]!.rows.slice(1).map((row) => String(row[13] ?? ''))
  expect(named.filter((name) => /^standard:|[0-9A-Z]{18}/.test(name))).toEqual([])
})

test('a posted price beside a mere ceiling is not subtracted, and the total says so', async ({ app }) => {
  const said = text(await pageOf(app, { ...CALL, with_port: 'CNWNZ' }))
  expect(said).toMatch(/拖轮费 [\d,.]+ [\d,.]+ 上限 不可比（基准不同：公示价\/上限）/)
  expect(said).toMatch(/两边都有且基准相同的 \d+ 项/)
  expect(said).toMatch(/合计 [\d,. –]+ 含 \d 项基准不同，不可比/)
})

test('where the days of the call decide, the page and its files say so, and that the day chosen does not', async ({
  app,
}) => {
  const said = text(await pageOf(app, CALL))
  expect(said).toContain('进港和靠泊适用 2026年10月1日 的标准，出港适用 2026年10月3日 的标准。')
  expect(said).toContain('页面所选日期 2026年11月23日 对这次估算没有影响。')
  const { sheets } = await readXlsx((await app.inject(url(CALL, '/calculator.xlsx'))).rawPayload)
  expect(sheets[2]!.rows.map((row) => row.join(' ')).join('\n')).toMatch(/收费日期 .*出港适用 2026年10月3日/)
  const same = text(await pageOf(app, { ...CALL, on: '2026-10-01' }))
  expect(same).not.toContain('没有影响')
  expect(text(await pageOf(app, SHIPMENT))).not.toContain('按作业日期计费')
})

test('two days and two ports stand side by side with what is more and what is less', async ({ app }) => {
  const days = text(await pageOf(app, { ...CHOSEN, with_on: '2022-03-31' }))
  expect(days).toContain('其他情况相同，只是适用日期不同。')
  expect(days).toMatch(/引航（移泊）费 119,470\.00 126,999\.00 多 7,529\.00/)
  expect(days, 'not an item of its own any more').toContain('两边都有的')
  const ports = text(await pageOf(app, { ...CALL, with_port: 'CNWNZ' }))
  expect(ports).toContain('只是口岸不同')
  expect(ports).toMatch(/理箱费 280,800\.00 — 只有一边有/)
})

test('what is missing is named and leads to its field; what is known is worked out all the same', async ({ app }) => {
  const html = await pageOf(app, { for: 'call', port: 'CNNGB', voyage: 'international', net_tonnage: '40000' })
  expect(html).toMatch(/停泊费<\/a>.*?缺 <a class="missing" href="#f-use">停泊性质<\/a>/s)
  expect(html).toContain('id="f-use"')
  const untugged = await pageOf(app, without(CALL, 'tugs_in', 'tugs_out'))
  expect(untugged, 'tugs on each way').toMatch(
    /拖轮费<\/a> <p class="why">缺 <a[^>]*href="#f-tugs_in">进港拖轮（艘）<\/a> <a[^>]*href="#f-tugs_out">出港拖轮（艘）/,
  )
  expect(text(html)).toMatch(/合计 32,400\.00 元/)
  expect(text(html)).toContain('没有填引航里程')
})

test('in a year whose holidays are not known nothing is guessed: the page says so and lets a person say', async ({
  app,
}) => {
  const later = { ...CALL, arrival: '2094-10-01', departure: '2094-10-03' }
  const html = await pageOf(app, later)
  expect(text(html)).toContain('没有 2094 年的节假日安排，请自行指定是否节假日')
  expect(html, 'among the notes under the total').toMatch(/<ul class="says">(?:(?!<\/ul>).)*没有 2094 年/s)
  expect(html).toMatch(/<details class="fold" id="s-surcharges" open>/)
  expect(html).toContain('节假日附加未计')
  const said = text(await pageOf(app, { ...later, holiday_in: 'true', holiday_out: 'false' }))
  expect(said).toContain('按您指定算节假日')
  expect(said).toMatch(/节假日附加：[\d,.]+ 元 × 45%/)
})

test('the permanent link names day and release, is the same for ever, and gives the same result', async ({ app }) => {
  const html = await pageOf(app, SHIPMENT)
  const [, href] = /<p class="permanent"><a href="([^"]+)"/.exec(html)!
  const address = href!.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=')
  expect(address).toMatch(/on=2026-11-23&release=\d+/)
  const again = await app.inject(address.replace('https://fees.example.cn', ''))
  expect(again.headers['cache-control']).toContain('immutable')
  const grand = (page: string) => /<p class="grand"><b>([^<]+)/.exec(page)![1]
  expect(grand(again.body)).toBe(grand(html))
})

test('ticks are told from what was offered: what was taken away is left out, what was never shown is not', async ({
  app,
}) => {
  const ticked = (html: string) => [...html.matchAll(/name="item" value="([^"]+)" checked/g)].map(([, code]) => code)
  const offered = ticked(await pageOf(app, SHIPMENT))
  expect(offered).toContain('thc')
  const usual = offered.filter((code) => !['cargo-port-dues', 'port-facility-security'].includes(code!)).join(',')
  const without = { ...SHIPMENT, picked: usual, item: usual.replace('thc,', '') }
  expect(await pageOf(app, SHIPMENT)).toContain('href="/fees/thc"')
  expect(await pageOf(app, without)).not.toContain('href="/fees/thc"')
  const later = ticked(await pageOf(app, { ...without, storage_days: '6' }))
  expect(later, 'storage was not offered before its days were said').toContain('container-storage')
  expect(later).not.toContain('thc')
})

test('each bad field is named beside it, the form stays as it was sent, and nothing is worked out', async ({ app }) => {
  const sent = {
    ...CALL,
    net_tonnage: '九万',
    arrival: '2026-02-30',
    departure_time: '25:00',
    b20_general: '1.5',
    night_from: '22:00',
  }
  const answer = await app.inject(url(sent))
  expect(answer.statusCode).toBe(400)
  const html = answer.body
  for (const [field, value] of [
    ['net_tonnage', '九万'],
    ['arrival', '2026-02-30'],
    ['departure_time', '25:00'],
    ['b20_general', '1.5'],
  ]) {
    expect(html).toMatch(new RegExp(`<a href="#f-${field}">`))
    expect(html).toMatch(new RegExp(`id="f-${field}" name="${field}"[^>]*value="${value}"[^>]*aria-invalid="true"`))
  }
  expect(html).toContain('<a href="#f-night_until">')
  expect(html, 'a day that cannot be read is not lost in a date field').toMatch(
    /id="f-arrival" name="arrival" type="text"/,
  )
  expect(html).toMatch(/name="loa_m"[^>]*value="399"/)
  expect(html).not.toContain('class="grand"')
  expect(answer.headers['cache-control']).toBe('no-store')
})

test('a ship does not leave before she comes, and a port must be named', async ({ app }) => {
  const early = text(await pageOf(app, { ...CALL, departure: '2026-09-30' }))
  expect(early).toContain('离泊不能早于靠泊')
  const nowhere = text(await pageOf(app, { for: 'shipment', direction: 'import' }, '/en/calculator'))
  expect(nowhere).toContain('Please choose a port')
})

test.for([
  ['net_tonnage', '"><script>alert(1)</script>'],
  ['net_tonnage', '-1'],
  ['net_tonnage', '1e9'],
  ['net_tonnage', '9'.repeat(400)],
  ['b20_general', '99999999'],
  ['arrival', '2026-11-23T00:00'],
  ['port', 'CNXXX'],
  ['port', "' or 1=1--"],
  ['ship_type', '__proto__'],
  ['entity', '91330206MA2DEM0172'],
  ['entity', 'x'.repeat(2000)],
  ['with_on', '2024-02-30'],
  ['for', 'everything'],
  ['constructor', '1'],
  ['work_hours', '0'],
  ['extra', 'ship-waste'],
])('a hostile %s “%s” is refused by name, as a page and as files', async ([field, value], { app }) => {
  const sent = { ...CALL, [field!]: value! }
  const answer = await app.inject(url(sent))
  expect(answer.statusCode).toBe(400)
  expect(answer.body).not.toContain('<script>alert')
  expect(answer.body).toContain('class="problems"')
  for (const file of ['/calculator.xlsx', '/calculator.pdf'])
    expect((await app.inject(url(sent, file))).statusCode).toBe(400)
})

test('numbers are read as people write them', async ({ app }) => {
  const plain = await pageOf(app, { for: 'call', port: 'CNNGB', voyage: 'international', net_tonnage: '95000' })
  const written = await pageOf(app, {
    for: 'call',
    port: 'CNNGB',
    voyage: 'international',
    net_tonnage: '９５，０００ ',
  })
  const grand = (page: string) => /<p class="grand"><b>([^<]+)/.exec(page)![1]
  expect(grand(written)).toBe(grand(plain))
})

test('a file of nothing asked is refused, and one of a bad day too', async ({ app }) => {
  expect((await app.inject('/calculator.xlsx')).statusCode).toBe(400)
  expect((await app.inject(url({ ...CALL, on: '2026-02-30' }))).statusCode).toBe(400)
  expect((await app.inject(url({ ...CALL, release: '9999' }))).statusCode).toBe(404)
})

test('a workbook holds typed numbers and days, its source, and no formula whatever was written', async ({ app }) => {
  const { rawPayload, headers } = await app.inject(
    url({ ...SHIPMENT, on: '2026-11-23', release: '55' }, '/calculator.xlsx'),
  )
  expect(headers['content-disposition']).toContain('port-cost-estimate-2026-11-23-r55.xlsx')
  const { sheets } = await readXlsx(rawPayload)
  expect(sheets.map(({ name }) => name)).toEqual(['估算', '步骤', '来源'])
  const dues = sheets[0]!.rows.find((row) => row[15] === 'cargo-port-dues')!
  expect([typeof dues[5], dues[5]]).toEqual(['number', 170])
  const source = sheets[2]!.rows.map((row) => row.join(' ')).join('\n')
  expect(source).toMatch(/fees\.example\.cn\/calculator\?.*on=2026-11-23&release=55/)
  const evil = await estimateWorkbook({
    sides: [
      {
        title: '=cmd()',
        quote: { services: [], total: { low: '0.00', high: '0.00' }, ceilings: 0, partly: 0, open: [] },
      },
    ],
    asked: [['@x', '=HYPERLINK("http://x")']],
    notes: ['+1+1'],
    reference: referenceOf(1, []),
    source: {
      address: '=1',
      on: day('2026-11-23'),
      release: 1,
      publishedAt: new Date(0),
      selection: '-1',
      locale: 'zh-CN',
    },
  })
  const cells = (await readXlsx(evil)).sheets.flatMap(({ rows }) => rows.flat()).map(String)
  expect(cells.filter((cell) => /^[=+@-]./.test(cell))).toEqual([])
})
