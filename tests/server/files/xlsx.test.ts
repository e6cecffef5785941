import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { FOR_PEOPLE } from '../../../server/files/columns.ts'
import type { ExportRow } from '../../../server/files/rows.ts'
import { feesWorkbook, MOST_ROWS, TooManyRows } from '../../../server/files/xlsx.ts'
import { FORMULAS, ON, row } from './fixture.ts'
import { hasOffice, hasOpenpyxl, officeSheets, openpyxl } from './readers.ts'

const source = {
  address: 'https://fees.example.cn/fees.xlsx?port=CNNGB&on=2026-11-23&release=7',
  on: ON,
  release: 7,
  publishedAt: new Date('2026-11-01T16:30:00Z'),
  selection: '口岸：宁波舟山港',
  locale: 'zh-CN',
} as const

const amount = (figure: string) => row({ rate: { form: 'fixed', amount: figure } })
const place = (name: string) => FOR_PEOPLE.findIndex((column) => column.name === name)
const heads = FOR_PEOPLE.map(({ label }) => label.zh)

describe('a workbook of standards', () => {
  test('has three sheets: the standards, where they come from, what the columns mean', async () => {
    const { sheets } = await readXlsx(await feesWorkbook([row(), row()], source))
    expect(sheets.map(({ name }) => name)).toEqual(['收费标准', '来源', '列说明'])
    expect(sheets[0]!.rows[0]).toEqual(heads)
    expect(sheets[0]!.rows.length).toBe(3)
    expect(sheets[2]!.rows.map((line) => line[1])).toEqual(['CSV 中的列名', ...FOR_PEOPLE.map(({ name }) => name)])
    const said = sheets[1]!.rows.flat().map(String)
    for (const part of [
      source.address,
      '口岸：宁波舟山港',
      '2026-11-02T00:30:00+08:00',
      '本文件不随发布更新，以网上当前版本为准。',
    ])
      expect(said).toContain(part)
  })

  test('is in English for an English reader', async () => {
    const { sheets } = await readXlsx(await feesWorkbook([row()], { ...source, locale: 'en' }))
    expect(sheets.map(({ name }) => name)).toEqual(['Fees', 'Source', 'Columns'])
    expect(sheets[0]!.rows[0]).toEqual(FOR_PEOPLE.map(({ label }) => label.en))
  })

  test('of nothing still says where nothing comes from', async () => {
    const { sheets } = await readXlsx(await feesWorkbook([], source))
    expect(sheets[0]!.rows).toEqual([heads])
    expect(sheets[1]!.rows.find(([label]) => label === '行数')?.[1]).toBe(0)
  })

  test('of 5 000 rows is made within bounds; of too many not at all', { timeout: 60_000 }, async () => {
    async function* rows(count: number): AsyncIterable<ExportRow> {
      const one = row()
      for (let n = 0; n < count; n++) yield { ...one, remark: `第 ${n} 行` }
    }
    const before = process.memoryUsage().rss
    const bytes = await feesWorkbook(rows(5000), source)
    expect(bytes.length).toBeLessThan(2_000_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000)
    await expect(feesWorkbook(rows(MOST_ROWS + 1), source)).rejects.toThrow(TooManyRows)
  })
})

describe.skipIf(!hasOpenpyxl)('read by openpyxl', () => {
  test('amounts are numbers shown with their exact decimals, days are days, codes are text', async () => {
    const rows = ['0.405', '5', '1.10', '1234567.5', '123456789012.12345678'].map(amount)
    const [sheet, about] = await openpyxl(await feesWorkbook(rows, source))
    const cells = (name: string) => sheet!.rows.slice(1).map((line) => line[place(name)]!)
    expect(cells('amount').map(({ value, type, format }) => [value, type, format])).toEqual([
      [0.405, 'n', '#,##0.000'],
      [5, 'n', '#,##0'],
      [1.1, 'n', '#,##0.00'],
      [1234567.5, 'n', '#,##0.0'],
      ['123456789012.12345678', 's', 'General'],
    ])
    expect(cells('effective_from')[0]).toEqual({ value: '2024-02-29T00:00:00', type: 'd', format: 'yyyy-mm-dd' })
    expect(cells('effective_to')[0]!.value).toBeNull()
    expect(cells('entity_code')[0]).toMatchObject({ value: '91330206MA2DEM0171', type: 's' })
    expect(cells('release')[0]).toMatchObject({ value: 7, type: 'n' })
    expect([cells('ceiling')[0]!.value, cells('demo')[0]!.value]).toEqual(['上限', '示例'])
    expect(about!.rows.find(([label]) => label!.value === '收费日期')![1]).toMatchObject({
      value: '2026-11-23T00:00:00',
      type: 'd',
    })
  })

  test('the header stays in view and every column can be filtered', async () => {
    const [sheet, , columns] = await openpyxl(await feesWorkbook([row(), row()], source))
    expect(sheet!.frozen).toBe('A2')
    expect(sheet!.filter).toMatch(/^A1:[A-Z]+3$/)
    expect(sheet!.rows[0]!.length).toBe(FOR_PEOPLE.length)
    expect(columns!.frozen).toBe('A2')
  })

  test('no cell is a formula, and none would become one', async () => {
    const [sheet] = await openpyxl(
      await feesWorkbook(
        FORMULAS.map((posted) => row({ posted })),
        source,
      ),
    )
    const posted = sheet!.rows.slice(1).map((line) => line[place('posted')]!)
    expect(posted.map(({ type }) => type)).toEqual(FORMULAS.map(() => 's'))
    for (const { value } of posted) expect(value).toMatch(/^'|^_x003D_1/)
  })
})

describe.skipIf(!hasOffice)('read by LibreOffice', () => {
  test('it shows every figure as published, and saved again as CSV nothing is a formula', async () => {
    const rows = [...['0.405', '1.10', '1234567.5'].map(amount), ...FORMULAS.map((posted) => row({ posted }))]
    const files = await officeSheets('fees.xlsx', await feesWorkbook(rows, source))
    const tables = files.map((file) => parse(file, { bom: true, relax_column_count: true }) as string[][])
    const fees = tables.find(([line]) => line!.length === FOR_PEOPLE.length)!
    expect(files.length).toBe(3)
    expect(fees[0]).toEqual(heads)
    expect(fees.slice(1, 4).map((line) => line[place('amount')])).toEqual(['0.405', '1.10', '1,234,567.5'])
    expect(fees[1]![place('effective_from')]).toBe('2024-02-29')
    expect(fees.length).toBe(rows.length + 1)
    for (const cell of fees.flat()) expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠﹦]/u)
  })
})
