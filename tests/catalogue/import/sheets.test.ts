import { expect, test } from 'vitest'
import { codes, NAMES, read, sheetOf, weighing } from './sheet.ts'

const ROW = ['weighing', 'trial', null, 14, '箱', null, null, null, null, null]

test('merged cells are refused and nothing else is said of them', () => {
  const merge = { range: 'D2:D3', row: 2, column: 3, lastRow: 3, lastColumn: 3 }
  const { problems } = read(sheetOf(NAMES, [ROW, [...ROW.with(1, 'other').with(3, null)]], { merges: [merge] }))
  expect(problems).toMatchObject([
    { code: 'merged-cells', row: 2, column: { letters: 'D', name: 'amount' }, values: { range: 'D2:D3' } },
  ])
})

test('a title above, a row of labels below the names, and blank cells do no harm', () => {
  const sheet = sheetOf(['价目表'], [NAMES, ['费目代码', '细目代码', '箱型', '金额', '计费单位'], ROW])
  expect(codes(read(sheet))).toEqual([])
  expect(read(sheet).lines).toHaveLength(1)
})

test('with labels alone the columns are still known, and that is said', () => {
  const sheet = sheetOf(['费目代码', '细目代码', '金额', '计费单位'], [['weighing', 'trial', 14, '箱']])
  expect(codes(read(sheet))).toEqual(['labels-only'])
})

test('a row far below the end of the table is refused, not lost', () => {
  const sheet = sheetOf(NAMES, [ROW])
  const far = { ...sheet, rows: [...sheet.rows, { at: 60, cells: ROW.with(1, 'far'), hidden: false }] }
  expect(read(far).problems).toMatchObject([{ code: 'past-the-end', row: 60, values: { last: '2' } }])
})

test('hidden rows are read and named, hidden sheets are named and not read, other sheets are named', () => {
  const sheet = sheetOf(NAMES, [ROW])
  const hidden = { ...sheet, rows: sheet.rows.map((row) => ({ ...row, hidden: row.at === 2 })) }
  expect(codes(read(hidden))).toEqual(['hidden-row'])
  const reading = read([
    sheet,
    { ...sheet, sheet: '旧表', hidden: true },
    sheetOf(['联系人'], [['张三']], { sheet: '通讯录' }),
  ])
  expect(reading.problems.map(({ code, sheet }) => [code, sheet])).toEqual([
    ['hidden-sheet', '旧表'],
    ['sheet-not-read', '通讯录'],
  ])
  expect(reading.lines).toHaveLength(1)
})

test('a missing, an unknown and a doubled column each have an answer', () => {
  expect(codes(read(sheetOf(['item', 'line', 'amount'], [['weighing', 'trial', 14]])))).toEqual([
    'missing-column',
    'unit-missing',
  ])
  expect(codes(read(sheetOf([...NAMES, '联系电话'], [[...ROW, '123']])))).toEqual(['unknown-column'])
  expect(codes(read(sheetOf([...NAMES, 'amount'], [[...ROW, 15]])))).toEqual(['column-twice'])
})

test('a template of another version or another role is refused', () => {
  expect(codes(read(sheetOf([...NAMES, 'template:entity-standards-9'], [ROW])))).toEqual(['template-version'])
  expect(codes(read(sheetOf([...NAMES, 'template:catalogue-standards-1'], [ROW])))).toEqual(['template-other'])
  expect(codes(read(sheetOf([...NAMES, 'template:entity-standards-1'], [ROW])))).toEqual([])
})

test('an empty list and a file without one are told apart', () => {
  expect(codes(read(sheetOf(NAMES, [])))).toEqual(['no-rows'])
  expect(codes(read(sheetOf(['姓名', '电话'], [['张三', '1']])))).toEqual(['no-table', 'sheet-not-read'])
  expect(codes(read([]))).toEqual(['no-rows'])
})

test('all problems of all rows are said at once', () => {
  const sheet = sheetOf(NAMES, [
    ['weighing', 'A B', null, 'x', '个箱箱', '2027-13-01', null, null, null, null],
    ['no-such-item', 'b', '50', 14, '箱', null, '2020-01-01', null, null, null],
  ])
  const found = read(sheet).problems.map(({ row, code, column }) => `${row} ${column!.letters} ${code}`)
  expect(found.toSorted()).toEqual([
    '2 B not-a-code',
    '2 D not-an-amount',
    '2 E not-a-choice',
    '2 F not-a-day',
    '3 A unknown-item',
    '3 C not-a-choice',
    '3 G over-by-then',
  ])
})

test('another entity’s row is refused', () => {
  const sheet = sheetOf(
    ['item', 'line', 'amount', 'unit', 'entity'],
    [['weighing', 'trial', 14, '箱', '91330206MA2DEM025U']],
  )
  expect(codes(read(sheet))).toEqual(['other-entity'])
})

test('two rows about the same line on the same day are refused, each naming the other; one after the other they follow', () => {
  const twice = read(sheetOf(NAMES, [ROW, ROW.with(3, 15)]))
  expect(twice.problems.map(({ row, code, values }) => [row, code, values.other])).toEqual([
    [2, 'said-twice', '3'],
    [3, 'said-twice', '2'],
  ])
  const inTurn = read(sheetOf(NAMES, [ROW, ROW.with(3, 15).with(5, '2027-06-01')]))
  expect(inTurn.lines.map(({ valid }) => valid)).toEqual([
    { from: '2027-01-15', until: '2027-06-01' },
    { from: '2027-06-01', until: null },
  ])
})

test('no more than two thousand problems are listed, and the rest is counted', () => {
  const rows = Array.from({ length: 2_500 }, (_, n) => ['weighing', `t${n}`, null, 'x', '箱'])
  const { problems } = read(sheetOf(NAMES, rows))
  expect(problems).toHaveLength(2_001)
  expect(problems.at(-1)).toMatchObject({ code: 'more-problems', values: { count: '500' } })
})

test('a correction without a reason, an end of what is not there and a false confirmation are refused', () => {
  expect(codes(read(weighing({ change: '更正' })))).toContain('reason-missing')
  expect(codes(read(weighing({ line: 'never-was', change: '停止收费' })))).toEqual(['end-unknown'])
  expect(codes(read(weighing({ line: 'box-20', size: '20', amount: 11, change: '确认不变' })))).toContain(
    'confirm-differs',
  )
})
