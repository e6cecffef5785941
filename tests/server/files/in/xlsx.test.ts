import { describe, expect, test } from 'vitest'
import { BILL_LIMITS } from '../../../../server/files/in/limits.ts'
import { book, bookParts, rowsXml } from './books.ts'
import { charges, read, refusal } from './reading.ts'
import { zip } from './zips.ts'

const HEAD = ['费目', '数量', '金额', '作业日期']
const LINE = ['港口设施保安费', 1, 20, '<c s="1"><v>46083</v></c>']

describe('a workbook', () => {
  test('is read as text: numbers by their first 15 digits, days as days', async () => {
    const bill = await read(book(rowsXml([HEAD, LINE, ['货物港务费', 0.30000000000000004, 20.400000000000002, null]])))
    expect(bill).toMatchObject({ source: 'xlsx', sheet: '账单', at: [1, 2, 3], notes: [] })
    expect(bill.rows.slice(1)).toEqual([
      ['港口设施保安费', '1', '20', '2026-03-02'],
      ['货物港务费', '0.3', '20.4'],
    ])
  })

  test('counts days as Excel does, with the 29 February 1900 that never was', async () => {
    const day = (serial: number) => `<c s="1"><v>${serial}</v></c>`
    const { rows } = await read(book(rowsXml([HEAD, ...[59, 61, 44651, 44651.999].map((n) => ['费', 1, 1, day(n)])])))
    expect(rows.slice(1).map((row) => row[3])).toEqual(['1900-02-28', '1900-03-01', '2022-03-31', '2022-03-31 23:58'])
  })

  test('leaves out numbers whose last digits Excel has dropped, and says so', async () => {
    const { rows, notes } = await read(
      book(
        rowsXml([
          ['发票号码', '费目', '金额'],
          ['<c><v>26332000000123456789</v></c>', '港务费', 5],
        ]),
      ),
    )
    expect(rows[1]).toEqual(['', '港务费', '5'])
    expect(notes).toEqual([{ code: 'digits_lost', cells: 'A2' }])
  })

  test('of several sheets gives the first with columns it recognises, and never a hidden one', async () => {
    const sheets = [
      { name: '隐藏', state: 'hidden', xml: rowsXml([HEAD, ['不该读到', 1, 1, null]]) },
      { name: '说明', xml: rowsXml([['本月账单说明'], ['请核对']]) },
      { name: '明细', xml: rowsXml([HEAD, LINE]) },
    ]
    const bill = await read(zip(bookParts(sheets.map((sheet) => ({ ...sheet, xml: `${sheet.xml}</sheetData>` })))))
    expect(bill.sheet).toBe('明细')
    expect(bill.notes).toEqual([{ code: 'sheet_taken', sheet: '明细', others: 1 }])
  })

  test('passes over a hundred thousand blank rows', async () => {
    const blank = Array.from(
      { length: 100_000 },
      (_, n) => `<row r="${n + 2}"><c r="A${n + 2}" s="1"/><c r="C${n + 2}"/></row>`,
    )
    const xml = rowsXml([HEAD]) + blank.join('') + rowsXml([LINE], 100_002)
    expect((await read(book(xml))).at).toEqual([1, 100_002])
  })
})

describe('cells that are not what they show are refused, by their place', () => {
  const formula = '<c><f>B2*20</f><v>20</v></c>'

  test('formulas, shared formulas and what-if tables', async () => {
    const shared = '<c><f t="shared" si="0"/><v>20</v></c>'
    expect(await refusal(book(rowsXml([HEAD, ['港务费', 1, formula], ['保安费', 1, shared]])))).toMatchObject({
      code: 'formula-cells',
      values: { sheet: '账单', cells: 'C2, C3', count: 2 },
    })
    const table = '<c><f t="dataTable" ref="C2" r1="B2"/><v>20</v></c>'
    expect(await refusal(book(rowsXml([HEAD, ['港务费', 1, table]])))).toMatchObject({ values: { cells: 'C2' } })
  })

  test('a formula in the header too, but not in the total, which is not read', async () => {
    expect(
      (
        await refusal(
          book(
            rowsXml([
              ['费目', '<c t="str"><f>"金"&amp;"额"</f><v>金额</v></c>'],
              ['港务费', 1],
            ]),
          ),
        )
      ).code,
    ).toBe('formula-cells')
    expect(await charges(book(rowsXml([HEAD, LINE, ['合计', null, formula]])))).toEqual(['港口设施保安费 20'])
  })

  test('error values', async () => {
    const error = '<c t="e"><v>#N/A</v></c>'
    expect(await refusal(book(rowsXml([HEAD, ['港务费', error, 42]])))).toMatchObject({
      code: 'error-cells',
      values: { cells: 'B2', count: 1 },
    })
  })

  test('merged cells among the lines, not in the title or the total', async () => {
    const rows = rowsXml([['账单'], HEAD, LINE, ['货物港务费', null, 30, null], ['合计', null, 50, null]])
    const merged = (...ranges: string[]) =>
      book(`${rows}</sheetData><mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`)
    expect(await refusal(merged('A1:D1', 'B3:B4'))).toMatchObject({
      code: 'merged-cells',
      values: { cells: 'B3:B4', count: 1 },
    })
    expect(await charges(merged('A1:D1', 'A5:B5'))).toHaveLength(2)
  })
})

describe('a hostile workbook is refused and costs little', () => {
  const withPart = (name: string, data: Buffer | string, more = {}) =>
    zip([...bookParts([{ name: '账单', xml: rowsXml([HEAD, LINE]) }]), { name, data, ...more }])
  const tens = (megabytes: number) => Buffer.alloc(megabytes * 2 ** 20, ' ')

  test('a bomb that says how large it is', async () => {
    expect(await refusal(withPart('xl/worksheets/sheet9.xml', tens(80)))).toMatchObject({
      code: 'zip-size',
      values: { limit: 64 },
    })
    expect(await refusal(withPart('xl/media/huge.bmp', tens(80)))).toMatchObject({ code: 'zip-size' })
    expect(await refusal(withPart('xl/worksheets/sheet9.xml', tens(40)))).toMatchObject({ code: 'zip-size' })
  })

  test('a bomb that says it is small', async () => {
    const lying = withPart('xl/worksheets/sheet9.xml', tens(80), { says: 1000 })
    expect(lying.length).toBeLessThan(200_000)
    expect((await refusal(lying)).code).toMatch(/^(zip-size|damaged)$/)
  })

  test.each(['../../etc/passwd', '/etc/passwd', 'C:/windows/x', 'xl\\..\\..\\x'])('a part named %s', async (name) => {
    expect(await refusal(withPart(name, 'x'))).toMatchObject({ code: 'zip-name' })
  })

  test('two parts of one name, of which a reader might see the one and a guard the other', async () => {
    expect((await refusal(withPart('xl/worksheets/sheet1.xml', '<worksheet/>'))).code).toBe('zip-name')
  })

  test('more parts than a bill has, encrypted parts, macros, a binary workbook', async () => {
    const many = Array.from({ length: 600 }, (_, n) => ({ name: `xl/media/${n}.png`, data: '' }))
    expect((await refusal(zip([...bookParts([]), ...many]))).code).toBe('zip-parts')
    expect((await refusal(withPart('xl/x.xml', 'x', { locked: true }))).code).toBe('zip-locked')
    expect((await refusal(withPart('xl/vbaProject.bin', 'x'))).code).toBe('macros')
    expect((await refusal(withPart('xl/workbook.bin', 'x'))).code).toBe('binary-workbook')
  })

  test('DOCTYPE and entities', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "哈"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    expect((await refusal(withPart('xl/sharedStrings.xml', laughs))).code).toBe('xml-doctype')
  })

  test('a cell in the farthest corner', async () => {
    expect(await refusal(book(`${rowsXml([HEAD, LINE])}<row r="3"><c r="XFD3"><v>1</v></c></row>`))).toMatchObject({
      code: 'too-many-columns',
      values: { cell: 'XFD3' },
    })
    expect(await charges(book(`${rowsXml([HEAD, LINE])}<row r="1048576"><c r="A1048576"/></row>`))).toHaveLength(1)
  })

  test('millions of elements, and a reader that would take too long', async () => {
    const xml = rowsXml([HEAD, LINE]) + '<row/>'.repeat(1000)
    expect((await refusal(book(xml), { ...BILL_LIMITS, elements: 400 })).code).toBe('xml-large')
    expect((await refusal(book(xml), { ...BILL_LIMITS, milliseconds: 1 })).code).toBe('too-costly')
  })

  test('half a workbook', async () => {
    const whole = book(rowsXml([HEAD, LINE]))
    expect((await refusal(whole.subarray(0, whole.length / 2))).code).toBe('damaged')
    expect(
      (
        await refusal(
          zip([
            { name: '[Content_Types].xml', data: '' },
            { name: 'xl/workbook.xml', data: '<workbook' },
          ]),
        )
      ).code,
    ).toBe('damaged')
  })
})

test('a sheet of tags that never close is refused for what it is, not for what it cost', async () => {
  const parts = [
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'xl/workbook.xml', data: '<workbook/>' },
  ]
  const sheet = (data: string) => zip([...parts, { name: 'xl/worksheets/sheet1.xml', data }])
  const limits = { ...BILL_LIMITS, milliseconds: 6_000 }
  expect((await refusal(sheet('<c '.repeat(100_000)), limits)).code).toBe('damaged')
  expect((await refusal(sheet(`<c ${'r="AB1" '.repeat(100_000)}`), limits)).code).toBe('damaged')
})
