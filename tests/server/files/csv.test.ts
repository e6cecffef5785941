import { buffer, text } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { COLUMNS } from '../../../server/files/columns.ts'
import { csvStream } from '../../../server/files/csv.ts'
import { inert } from '../../../server/files/inert.ts'
import type { ExportRow } from '../../../server/files/rows.ts'
import { FORMULAS, row } from './fixture.ts'
import { hasOffice, hasOpenpyxl, officeWorkbook, openpyxl } from './readers.ts'

async function* each(rows: readonly ExportRow[]) {
  yield* rows
}
const csv = (...rows: ExportRow[]) => text(csvStream(each(rows), { bom: false }))
const read = (file: string) => parse(file, STRICT) as unknown as ExportRow[]
const STRICT = { columns: true, record_delimiter: '\r\n', relax_quotes: false, relax_column_count: false }

describe('CSV of standards', () => {
  test('is RFC 4180: one header line of machine names, CRLF after every line, what needs quotes in quotes', async () => {
    const rows = ['行一\n行二, "引号"', '行一\n行二', '行一,行二', '"', ' 前后 '].map((posted) => row({ posted }))
    const file = await csv(...rows)
    expect(file.startsWith(`${COLUMNS.map(({ name }) => name).join(',')}\r\n`)).toBe(true)
    expect(file.endsWith('\r\n')).toBe(true)
    expect(parse(file, STRICT)).toEqual(rows)
  })

  test('of nothing is its header', async () => {
    expect(await csv()).toBe(`${COLUMNS.map(({ name }) => name).join(',')}\r\n`)
  })

  test('begins with a byte order mark only when asked', async () => {
    const marked = await buffer(csvStream(each([row()]), { bom: true }))
    expect(marked.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect((await csv(row())).startsWith('item_code')).toBe(true)
    expect(marked.toString('utf8').slice(1)).toBe(await csv(row()))
  })

  test('keeps amounts and codes exactly, without a quote mark', async () => {
    const [exact] = read(await csv(row({ rate: { form: 'fixed', amount: '100000000000.10000000' } })))
    expect(exact).toMatchObject({
      amount: '100000000000.10000000',
      entity_code: '91330206MA2DEM0171',
      effective_from: '2024-02-29',
    })
  })

  test('holds no cell that begins a formula', async () => {
    const rows = FORMULAS.map((formula) => row({ posted: formula, own_name: formula }))
    for (const one of read(await csv(...rows)))
      for (const [name, cell] of Object.entries(one))
        expect(cell, name).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠﹦]|^[\t\r\n\0]/u)
  })

  test('is written as it is read: a slow reader does not make it pile up', async () => {
    let made = 0
    async function* many() {
      for (; made < 5000; made++) yield row()
    }
    const stream = csvStream(many(), { bom: false })
    for (let turn = 0; turn < 2000; turn++) await setImmediate()
    expect(made).toBeLessThan(200)
    let lines = 0
    for await (const chunk of stream) lines += String(chunk).split('\r\n').length - 1
    expect([made, lines]).toEqual([5000, 5001])
  })

  test('fails when its rows do, and is never quietly short', async () => {
    async function* failing() {
      yield row()
      throw new Error('connection lost')
    }
    await expect(text(csvStream(failing(), { bom: false }))).rejects.toThrow('connection lost')
  })

  test.skipIf(!hasOffice || !hasOpenpyxl)('opened in LibreOffice has no formula', async () => {
    const file = Buffer.from(
      await csv(...FORMULAS.filter((formula) => !formula.includes('\0')).map((posted) => row({ posted }))),
    )
    const [sheet] = await openpyxl(await officeWorkbook('fees.csv', file))
    expect(sheet!.rows.length).toBe(FORMULAS.length)
    expect(sheet!.rows.flat().filter(({ type }) => type === 'f')).toEqual([])
  })
})

test.each(FORMULAS.filter((formula) => formula !== '_x003D_1+1'))('%j is made inert', (formula) => {
  expect(inert(formula)).toBe(`'${formula}`)
})

test.each(['', '引航费', '0.405', "'", 'a=b', '（上限）', '“-”', '500-850'])('%j is left as it is', (plain) => {
  expect(inert(plain)).toBe(plain)
})
