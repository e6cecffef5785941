import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { checkWorkbook } from '../../../server/files/check-sheet.ts'
import { TooManyRows } from '../../../server/files/xlsx.ts'
import { checked, checkedLine, report } from '../../views/checked.ts'
import { FORMULAS } from './fixture.ts'
import { hasOffice, hasOpenpyxl, officeSheets, openpyxl } from './readers.ts'

const formulas = FORMULAS.map((name, n) =>
  checkedLine(n + 1, { line: { name, amount: '1.00', unit: name, facts: {} } }),
)
const hostile = { ...report, checked: { ...checked, lines: formulas } }

test('a workbook of more steps than it may hold is not made', async () => {
  const many = Array.from({ length: 4000 }, () => checked.lines[0]!)
  await expect(checkWorkbook({ ...report, checked: { ...checked, lines: many } })).rejects.toThrow(TooManyRows)
})

describe.skipIf(!hasOpenpyxl)('the workbook of a check, read by openpyxl', () => {
  test('has results, steps, findings and source, with heads that stay and filters', async () => {
    const sheets = await openpyxl(await checkWorkbook(report))
    expect(sheets.map(({ title }) => title)).toEqual(['比对结果', '计算步骤', '问题', '来源'])
    expect(sheets.slice(0, 3).map(({ frozen }) => frozen)).toEqual(['A2', 'A2', 'A2'])
    expect(sheets[0]!.filter).toBe('A1:U6')
    expect((await openpyxl(await checkWorkbook({ ...report, locale: 'en' }))).map(({ title }) => title)).toEqual([
      'Results',
      'Steps',
      'Observations',
      'Source',
    ])
  })

  test('amounts are numbers with their decimals, negative ones too, days are days, verdicts are words', async () => {
    const [results, steps, findings, source] = await openpyxl(await checkWorkbook(report))
    const heads = results!.rows[0]!.map(({ value }) => value)
    const cells = (head: string) => results!.rows.slice(1).map((row) => row[heads.indexOf(head)]!)
    expect(cells('差额（元）').map(({ value, type }) => [value, type])).toEqual([
      [4337, 'n'],
      [null, 'n'],
      [null, 'n'],
      [-50, 'n'],
      [0, 'n'],
    ])
    expect(cells('收取金额（元）')[0]).toEqual({ value: 40000, type: 'n', format: '#,##0.00' })
    expect(cells('收取金额（元）')[2]).toEqual({ value: -5, type: 'n', format: '#,##0.00' })
    expect(cells('计费日')[0]).toMatchObject({ value: '2026-03-02T00:00:00', type: 'd' })
    expect(cells('结果').map(({ value }) => value)).toEqual([
      '高于公示标准',
      '项目已取消',
      '不在收费清单',
      '低于公示标准',
      '与公示标准一致',
    ])
    expect(cells('上限')[0]!.value).toBe('上限')
    expect(steps!.rows.some((row) => row.some(({ value }) => String(value).includes('16,200.00')))).toBe(true)
    expect(findings!.rows[1]!.map(({ value }) => value)).toEqual([
      '第 2 行',
      '港口设施保安费的最后收取日为 2022年3月31日，账单仍列有此项。',
    ])
    const said = source!.rows.flat().map(({ value }) => value)
    for (const part of ['宁波舟山港', '2026年11月23日 10:00', report.address, '第 31 号发布'])
      expect(said).toContain(part)
  })

  test('no cell of a bill is a formula, and none would become one', async () => {
    const [results] = await openpyxl(await checkWorkbook(hostile))
    for (const row of results!.rows) for (const { type } of row) expect(type).not.toBe('f')
    for (const row of results!.rows.slice(1)) expect(row[1]!.value).toMatch(/^'|^_x003D_1/)
  })
})

describe.skipIf(!hasOffice)('the workbook of a check, opened by LibreOffice', () => {
  test('every sheet opens, and saved again as CSV no text of the bill is a formula', { timeout: 60_000 }, async () => {
    const files = await officeSheets('check.xlsx', await checkWorkbook(hostile))
    expect(files.length).toBe(4)
    const tables = files.map((file) => parse(file, { bom: true, relax_column_count: true }) as string[][])
    const results = tables.find(([heads]) => heads!.includes('账单项目') && heads!.includes('理由'))!
    expect(results.length).toBe(FORMULAS.length + 1)
    for (const cell of results.flat()) expect(cell).not.toMatch(/^[\s\p{C}]*[=+@＝＋－＠﹦]/u)
  })
})
