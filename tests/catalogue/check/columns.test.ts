import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAmount, readDay, readQuantity } from '../../../catalogue/check/columns/cell.ts'
import { columnNamed } from '../../../catalogue/check/columns/headings.ts'
import { linesOf, recognise } from '../../../catalogue/check/columns.ts'

const table = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
const read = (text: string) => linesOf(table(text), recognise(table(text)))
const lines = (text: string) => read(text).lines.map(({ line }) => line)

describe('columns are recognised by their headings', () => {
  test.each([
    ['费目', 'name'],
    ['收费项目名称', 'name'],
    ['费 用 名 称', 'name'],
    ['摘要', 'name'],
    ['货物或应税劳务、服务名称', 'name'],
    ['Item Name', 'name'],
    ['Charge Description', 'name'],
    ['金额（元）', 'amount'],
    ['价税合计', 'amount'],
    ['金额(含税)', 'amount'],
    ['Amount (CNY)', 'amount'],
    ['Total', 'amount'],
    ['金额（不含税）', 'net_amount'],
    ['税额', 'tax'],
    ['数量', 'quantity'],
    ['箱量', 'quantity'],
    ['Qty.', 'quantity'],
    ['计量单位', 'unit'],
    ['单价（元）', 'unit_price'],
    ['Unit Price', 'unit_price'],
    ['不含税单价', null],
    ['开票日期', 'charged_on'],
    ['作业日期', 'served_on'],
    ['发票号码', 'number'],
    ['收款单位', 'seller'],
    ['统一社会信用代码', 'entity'],
    ['箱型尺寸', 'size'],
    ['进出口', 'direction'],
    ['内外贸', 'trade'],
    ['空重', 'load'],
    ['净吨', 'net_tonnage'],
    ['税率', null],
    ['备注', null],
    ['港口设施保安费', null],
    ['20.00', null],
  ])('%s', (heading, column) => expect(columnNamed(heading)).toBe(column))

  test('below titles and addresses, in any order', () => {
    const bill = table(`某码头 账单||
      账单编号|ZD-17|
      金额|数量|费目
      20.00|1|港口设施保安费`)
    expect(recognise(bill)).toEqual({ header: 2, columns: { amount: 0, quantity: 1, name: 2 }, sure: true })
  })

  test('two columns of sums make a person look; the one that includes the tax does not', () => {
    expect(recognise(table('费目|应收金额|实收金额\n港务费|5|5')).sure).toBe(false)
    expect(recognise(table('项目名称|金额|税额|价税合计\n港务费|10|0.6|10.6'))).toMatchObject({
      columns: { name: 0, net_amount: 1, tax: 2, amount: 3 },
      sure: true,
    })
  })

  test('without headings, by what is in the columns, and never surely', () => {
    const bill = table(
      '1|港口设施保安费|箱|2026-03-02|20.00\n2|货物港务费|箱|2026-03-02|408.00\n3|理货费|箱|2026-03-02|12.50',
    )
    expect(recognise(bill)).toEqual({ header: null, columns: { name: 1, amount: 4 }, sure: false })
    expect(linesOf(bill, recognise(bill)).lines.map(({ line }) => line.name)).toEqual([
      '港口设施保安费',
      '货物港务费',
      '理货费',
    ])
  })

  test('费用 is what was charged or the sum, as the others leave it', () => {
    expect(recognise(table('序号|费用|金额\n1|港务费|5.00'))).toMatchObject({
      header: 0,
      columns: { name: 1, amount: 2 },
    })
    expect(recognise(table('项目|数量|费用（元）\n港务费|1|5.00'))).toMatchObject({
      header: 0,
      columns: { name: 0, amount: 2 },
    })
    expect(recognise(table('Description|Charges\nTally|5.00'))).toMatchObject({
      header: 0,
      columns: { name: 0, amount: 1 },
    })
  })

  test('headings that say nothing known stand above the first sum', () => {
    const bill = table('某码头||\n序|啥|多少\n1|港务费|5.00\n2|理货费|6.00')
    expect(recognise(bill)).toEqual({ header: 1, columns: { name: 1, amount: 2 }, sure: false })
  })

  test('nothing at all recognises nothing', () => {
    expect(recognise([])).toEqual({ header: null, columns: {}, sure: false })
    expect(recognise([['你好'], ['世界']])).toEqual({ header: null, columns: {}, sure: false })
  })
})

describe('an amount is read as people write it', () => {
  test.each([
    ['20', '20'],
    ['1234.50', '1234.50'],
    ['￥1,234.50', '1234.50'],
    ['¥ 1,234,567.8', '1234567.8'],
    ['CNY 20.00', '20.00'],
    ['20.00RMB', '20.00'],
    ['人民币20元', '20'],
    ['１，２３４．５０元', '1234.50'],
    ['100元整', '100'],
    ['-12.00', '-12.00'],
    ['−12.00', '-12.00'],
    ['12.00-', '-12.00'],
    ['(12.00)', '-12.00'],
    ['（￥12.00）', '-12.00'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['007', '7'],
    ['-0.00', '0.00'],
  ])('%s', (text, value) => expect(readAmount(text)).toEqual({ value }))

  test.each([
    ['1 234,50', 'not-an-amount'],
    ['1.234,50', 'not-an-amount'],
    ['12,5', 'not-an-amount'],
    ['1,23,4', 'not-an-amount'],
    ['1.2万', 'not-an-amount'],
    ['二十元', 'not-an-amount'],
    ['--5', 'not-an-amount'],
    ['(-5)', 'not-an-amount'],
    ['(5', 'not-an-amount'],
    ['1e3', 'not-an-amount'],
    ['0x10', 'not-an-amount'],
    ['Infinity', 'not-an-amount'],
    ['1000000000000', 'not-an-amount'],
    ['#N/A', 'not-an-amount'],
    ['=1+1', 'not-an-amount'],
    ['', 'not-an-amount'],
    ['$20.00', 'foreign-currency'],
    ['USD 20', 'foreign-currency'],
    ['20美元', 'foreign-currency'],
    ['HK$20', 'foreign-currency'],
    ['20USD', 'foreign-currency'],
    ['1.123456789', 'too-many-decimals'],
  ])('%s is not', (text, fault) => expect(readAmount(text)).toEqual({ fault }))

  test('every amount comes back as it was, grouped or not', () => {
    const amount = fc.tuple(fc.boolean(), fc.bigInt(0n, 999_999_999_999n), fc.stringMatching(/^\d{0,8}$/))
    fc.assert(
      fc.property(amount, ([negative, whole, decimals]) => {
        const digits = `${whole}${decimals && `.${decimals}`}`
        const said = negative && /[1-9]/.test(digits) ? `-${digits}` : digits
        const grouped = said.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')
        expect(readAmount(said)).toEqual({ value: said })
        expect(readAmount(`￥${grouped.replace('-', '')}${negative ? '-' : ''}`)).toEqual({ value: said })
      }),
    )
  })
})

describe('quantities and days', () => {
  test('a quantity may carry its unit, and is never foreign', () => {
    expect(readQuantity('2箱')).toEqual({ value: { quantity: '2', unit: '箱', negative: false } })
    expect(readQuantity('3.5 吨')).toEqual({ value: { quantity: '3.5', unit: '吨', negative: false } })
    expect(readQuantity('5.00元/箱')).toEqual({ value: { quantity: '5.00', unit: '箱', negative: false } })
    expect(readQuantity('471.698113207547')).toEqual({
      value: { quantity: '471.69811321', unit: null, negative: false },
    })
    expect(readQuantity('2×20GP')).toEqual({ fault: 'not-an-amount' })
  })

  test.each([
    ['2026-03-02', '2026-03-02'],
    ['2026/3/2', '2026-03-02'],
    ['2026.3.2', '2026-03-02'],
    ['2026年3月2日', '2026-03-02'],
    ['2026年03月02日 10:20:30', '2026-03-02'],
    ['2026-03-02T10:20:30', '2026-03-02'],
    ['20260302', '2026-03-02'],
    ['2 Mar 2026', '2026-03-02'],
    ['March 2, 2026', '2026-03-02'],
    ['２０２６－０３－０２', '2026-03-02'],
  ])('%s', (text, value) => expect(readDay(text)).toEqual({ value }))

  test.each([
    ['03/02/2026', 'day-unclear'],
    ['26-3-2', 'day-unclear'],
    ['2026-02-29', 'not-a-day'],
    ['2026-13-01', 'not-a-day'],
    ['46083', 'not-a-day'],
    ['3月2日', 'not-a-day'],
    ['today', 'not-a-day'],
  ])('%s is not a day', (text, fault) => expect(readDay(text)).toEqual({ fault }))
})

describe('the lines of a bill', () => {
  test('carry what their columns say, facts among it', () => {
    const bill = `费目|数量|单位|单价|金额|作业日期|箱型尺寸|空重|进出口|内外贸|发票号码|开票日期|信用代码
      港口设施保安费|2|箱|20|40.00|2026/3/1|20GP|重|进口|外贸|26332000|2026-03-02|91330206MA2DEM0171`
    expect(read(bill).lines).toEqual([
      {
        row: 1,
        line: {
          name: '港口设施保安费',
          amount: '40.00',
          quantity: '2',
          unit: '箱',
          unit_price: '20',
          served_on: '2026-03-01',
          facts: { size: '20', load: 'laden', direction: 'import', trade: 'foreign' },
        },
        bill: { number: '26332000', charged_on: '2026-03-02', entity: '91330206MA2DEM0171' },
      },
    ])
  })

  test('ISO 6346 says 45G1 of a 40-foot box; 45HC is one of 45 feet', () => {
    const sizes = ['22G1', '45G1', 'L5G1', '45HC', '40HQ', '20尺'].map((size) => `费|1|${size}`)
    expect(lines(`费目|金额|箱型\n${sizes.join('\n')}`).map(({ facts }) => facts.size)).toEqual([
      '20',
      '40',
      '45',
      '45',
      '40',
      '20',
    ])
  })

  test('are apart from totals, repeated headings and remarks, which are counted', () => {
    const { skipped, faults, lines } = read(`费目|数量|金额
      港务费|1|5.00
      小计||5.00
      费目|数量|金额
      合计费用核对服务费|1|6.00
      理货费|1|7.00
      合 计|2|18.00
      价税合计（大写）|壹拾捌元整|¥18.00
      备注：请于七日内付款||
      ||`)
    expect(lines.map(({ line }) => line.name)).toEqual(['港务费', '合计费用核对服务费', '理货费'])
    expect(skipped).toEqual([
      { row: 2, why: 'total' },
      { row: 3, why: 'heading' },
      { row: 6, why: 'total' },
      { row: 7, why: 'total' },
      { row: 8, why: 'remark' },
    ])
    expect(faults).toEqual([])
  })

  test('are told at once from cells made to be read for long', () => {
    const hostile = [
      `合计${'()'.repeat(38)}x`,
      ' '.repeat(2_000),
      `${'1,'.repeat(900)}x`,
      'T '.repeat(1_000),
      '元/'.repeat(900),
    ]
    const started = performance.now()
    for (const cell of hostile)
      for (const at of [0, 1, 2])
        linesOf([['港务费', '1', '5', '2026-03-02'].with(at, cell)], {
          header: null,
          columns: { name: 0, quantity: 1, amount: 2, served_on: 3 },
        })
    for (const cell of hostile)
      expect([readAmount(cell), readQuantity(cell), readDay(cell)].every((said) => 'fault' in said)).toBe(true)
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  test('are faulted all at once, by row and column', () => {
    const { faults, lines } = read(`费目|数量|金额|作业日期|箱型
      港务费|两箱|1 234,50|2026-02-30|53尺
      |1|5.00||
      理货费|1|||
      保安费|1|$5|2026-03-02|20`)
    expect(lines).toEqual([])
    expect(faults).toEqual([
      { row: 1, column: 'amount', code: 'not-an-amount', value: '1 234,50' },
      { row: 1, column: 'quantity', code: 'not-an-amount', value: '两箱' },
      { row: 1, column: 'served_on', code: 'not-a-day', value: '2026-02-30' },
      { row: 1, column: 'size', code: 'not-a-value-of-this-fact', value: '53尺' },
      { row: 2, column: 'name', code: 'no-name', value: '' },
      { row: 3, column: 'amount', code: 'no-amount', value: '' },
      { row: 4, column: 'amount', code: 'foreign-currency', value: '$5' },
    ])
  })

  test('of a tax invoice have the tax in their sum and in their unit price', () => {
    expect(
      lines(`项目名称|单位|数量|单价|金额|税率|税额
        *物流辅助服务*港口作业包干费|箱|2|471.69811321|943.40|6%|56.60`),
    ).toEqual([{ name: '港口作业包干费', amount: '1000.00', quantity: '2', unit: '箱', unit_price: '500', facts: {} }])
    expect(lines('项目名称|数量|含税单价|不含税金额|价税合计\n港务费|2|5.30|10.00|10.60')[0]).toMatchObject({
      unit_price: '5.30',
    })
  })

  test('of a credit may be counted below nothing', () => {
    expect(lines('费目|数量|单价|金额\n港务费|-2|5|-10.00')).toEqual([
      { name: '港务费', amount: '-10.00', quantity: '2', unit_price: '5', facts: {} },
    ])
    expect(read('费目|数量|金额\n港务费|-2|10.00').faults).toMatchObject([{ column: 'quantity', code: 'negative' }])
  })
})

test('a cell as long as a page announces nothing, and costs nothing', () => {
  const brackets = '('.repeat(2_000)
  expect(columnNamed(`金额${'（'}${'含各项费用，'.repeat(30)}）`)).toBeNull()
  const began = performance.now()
  expect(recognise(Array.from({ length: 40 }, () => Array(25).fill(brackets)))).toMatchObject({ header: null })
  expect(performance.now() - began).toBeLessThan(1_000)
})
