import { expect, test } from 'vitest'
import type { ImportCell } from '../../../catalogue/import/sheet-table.ts'
import { codes, read, weighing } from './sheet.ts'

const amountOf = (amount: ImportCell) => {
  const reading = read(weighing({ line: 'trial', amount }))
  const payload = reading.lines[0]?.payload as { rate: { amount: string } } | undefined
  return [codes(reading).filter((code) => code !== 'posted-unchanged'), payload?.rate.amount ?? null]
}

test.for<[ImportCell, string[], string | null]>([
  [14, [], '14'],
  [20.400000000000002, [], '20.4'],
  ['14.50', [], '14.50'],
  ['１２．５', ['amount-read'], '12.5'],
  ['12　', [], '12'],
  ['￥1,234.50', ['amount-read'], '1234.50'],
  ['12元', ['amount-read'], '12'],
  ['1.2E+3', ['amount-exponent'], null],
  ['1,2', ['not-an-amount'], null],
  ['$12', ['foreign-currency'], null],
  [-3, ['amount-negative'], null],
  ['-3', ['amount-negative'], null],
  ['0.1234567891', ['too-many-decimals'], null],
  ['面议', ['not-an-amount'], null],
  [1e300, ['amount-exponent'], null],
  [{ day: '2026-01-12T00:00' }, ['amount-is-day'], null],
  [{ error: '#N/A' }, ['error-cell'], null],
  [{ formula: '7*2', value: 14 }, ['formula-value'], '14'],
  [{ formula: '7*2', value: null }, ['formula-empty'], null],
  [{ formula: 'A1', value: { error: '#REF!' } }, ['error-cell'], null],
  [true, ['not-an-amount'], null],
])('an amount written %j', ([cell, problems, amount]) => {
  expect(amountOf(cell)).toEqual([problems, amount])
})

const dayOf = (from: ImportCell, from1904 = false) => {
  const reading = read({ ...weighing({ line: 'trial', effective_from: from }), from1904 })
  return [codes(reading), reading.lines[0]?.valid.from ?? null]
}

test.for<[ImportCell, string[], string | null]>([
  [{ day: '2027-02-01T00:00' }, [], '2027-02-01'],
  ['2027-02-01', [], '2027-02-01'],
  ['２０２７-02-01', [], '2027-02-01'],
  [{ day: '2027-02-01T13:30' }, ['day-with-time'], '2027-02-01'],
  ['2027/2/1', ['day-read'], '2027-02-01'],
  ['2027年2月1日', ['day-read'], '2027-02-01'],
  ['20270201', ['day-read'], '2027-02-01'],
  [20270201, ['day-read'], '2027-02-01'],
  [46419, ['day-serial'], '2027-02-01'],
  ['1/2/2027', ['day-unclear'], null],
  ['2027-02-30', ['not-a-day'], null],
  ['下个月', ['not-a-day'], null],
  [5, ['not-a-day'], null],
  [{ day: '1900-02-28T00:00' }, ['day-too-early'], null],
  [{ error: '#VALUE!' }, ['error-cell'], null],
])('a day written %j', ([cell, problems, day]) => {
  expect(dayOf(cell)).toEqual([problems, day])
})

test('a serial number of a workbook that counts from 1904 is the day that workbook shows', () => {
  expect(dayOf(44957, true)).toEqual([['day-serial'], '2027-02-01'])
})

test('text that a spreadsheet would run is refused; the mark by which Excel keeps it text is taken off', () => {
  expect(codes(read(weighing({ posted: '=cmd|calc' })))).toEqual(['formula-text'])
  expect(codes(read(weighing({ posted: '@SUM(A1)' })))).toEqual(['formula-text'])
  const kept = read(weighing({ posted: "'- 不含税 14元" })).lines[0]!.payload as { posted: string }
  expect(kept.posted).toBe('- 不含税 14元')
})

test('letters of full width, U+3000 and decomposed letters are read as what they mean', () => {
  const reading = read(weighing({ unit: '　箱　', item: 'ｗeighing', posted: 'ＴＨＣ　café 14元' }))
  expect(codes(reading)).toEqual([])
  expect(reading.lines[0]!.payload).toMatchObject({ unit: 'container', posted: 'THC café 14元' })
})
