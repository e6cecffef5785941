import { expect, test } from 'vitest'
import { addDays } from '../../../catalogue/day.ts'
import type { FeeStandard } from '../../../catalogue/fee-standard.ts'
import type { ImportCell } from '../../../catalogue/import/sheet-table.ts'
import { lint } from '../../../catalogue/lint/lint.ts'
import { translator } from '../../../views/locale/locale.ts'
import { saidProblem } from '../../../views/words/import.ts'
import { liveOfSeeds, TODAY } from '../../support/live.ts'
import { codes, read, sheetOf, weighing } from './sheet.ts'

const named = (cells: Record<string, ImportCell>) => sheetOf(Object.keys(cells), [Object.values(cells)])
const percentOf = (percent: ImportCell) =>
  named({ item: 'weighing', line: 'trial', unit: '箱', percent, percent_of: 'container-handling' })

test('a percentage where an amount belongs is refused, and never read as yuan', () => {
  const reading = read(weighing({ amount: '5%' }))
  expect(codes(reading)).toEqual(['amount-percent'])
  for (const locale of ['zh-CN', 'en'] as const)
    expect(saidProblem(reading.problems[0]!, translator(locale)).text).toContain('5%')
})

test('a percentage below one may be two things and is refused, unless its sign says which', () => {
  for (const small of [0.85, '0.85']) expect(codes(read(percentOf(small)))).toEqual(['percent-small'])
  for (const [said, percent] of [
    ['85%', '85'],
    ['0.85％', '0.85'],
    [85, '85'],
  ] as const) {
    const reading = read(percentOf(said))
    expect(codes(reading)).toEqual([])
    expect((reading.lines[0]!.payload as FeeStandard).rate).toMatchObject({ form: 'percent_of', percent })
  }
})

test('an increase dated back is no correction until somebody says so: lint holds it up as an increase', () => {
  const past = addDays(TODAY, -20)
  const reading = read(weighing({ amount: 20, posted: '过磅费 20元/箱' }), { effective: past })
  expect(reading.lines).toMatchObject([{ change: 'revise', valid: { from: past } }])
  const settings = { today: TODAY, noticeDays: 30, reviewMonths: 12 }
  const rules = lint(liveOfSeeds(), reading.lines, settings).findings.map(({ severity, rule }) => `${severity} ${rule}`)
  expect(rules).toEqual(expect.arrayContaining(['error V06', 'warning V05', 'warning R11']))
})

test('the text on the wall, where the sender gives none, names items as people do and has the new unit', () => {
  const [made] = read(named({ item: 'weighing', line: 'trial', unit: '箱', amount: 3 })).lines
  expect((made!.payload as FeeStandard).posted).toBe('过磅费 3元/箱')
  const [share] = read(percentOf('85%')).lines
  expect((share!.payload as FeeStandard).posted).toBe('过磅费 按集装箱装卸包干费的85%')
  const [other] = read(weighing({ amount: 15, unit: '吨', posted: null })).lines
  expect((other!.payload as FeeStandard).posted).toBe('过磅费 15元/吨')
  expect(codes(read(weighing({ amount: 15, unit: '吨', posted: '过磅费 15元/箱' })))).toEqual(['posted-unchanged'])
})
