import { describe, expect, test } from 'vitest'
import { differencesOf, MOST_BARS } from '../../views/charts/differences.ts'
import { translator } from '../../views/locale/locale.ts'
import { checked, checkedLine } from './checked.ts'

const t = translator('zh-CN')
const differing = (...differences: (string | null)[]) =>
  differences.map((difference, n) =>
    checkedLine(n + 1, { difference, line: { name: `第${n + 1}项收费`, amount: '1', facts: {} } }),
  )
const percent = (place: string) => Number(place.replace('%', ''))

describe('the picture of the differences', () => {
  test('shows lines that differ, the largest first; over to the right of the middle, under to the left', () => {
    const picture = differencesOf(checked.lines, t)!
    expect(picture.bars.map(({ label, value, word }) => [label, value, word])).toEqual([
      ['1 引航费（进口 8 海里）', '+4,337.00', '高于'],
      ['4 理货', '−50.00', '低于'],
    ])
    const [over, under] = picture.bars
    expect(over!.x).toBe('50%')
    expect(percent(under!.x) + percent(under!.width)).toBeCloseTo(50, 5)
    expect(over!.fill).not.toBe(under!.fill)
  })

  test('bars are as long as their differences are large, and stay inside', () => {
    const { bars } = differencesOf(differing('10.00', '-20.00', '5.00', '0.01'), t)!
    const [widest, half, quarter, least] = bars.map(({ width }) => percent(width))
    expect(widest).toBeLessThan(50)
    expect(half! / widest!).toBeCloseTo(0.5, 2)
    expect(quarter! / widest!).toBeCloseTo(0.25, 1)
    expect(least).toBeGreaterThan(0)
  })

  test('nothing to draw is no picture', () => {
    expect(differencesOf(differing('0.00', null), t)).toBeNull()
    expect(differencesOf([], t)).toBeNull()
  })

  test('of many lines shows the largest and says how many are left out', () => {
    const picture = differencesOf(differing(...Array.from({ length: 50 }, (_, n) => `${n + 1}.00`)), t)!
    expect(picture.bars.length).toBe(MOST_BARS)
    expect(picture.bars[0]!.value).toBe('+50.00')
    expect(picture.rest).toBe('图中是差额最大的 40 行，另有 10 行有差额，见表。')
  })

  test('says the same in words, and shortens names that have no room', () => {
    const long = checkedLine(7, {
      difference: '-3.00',
      line: { name: '很长的收费项目名称'.repeat(4), amount: '1', facts: {} },
    })
    const picture = differencesOf([...differing('10.00'), long], t)!
    expect(picture.says).toBe(
      '1 行高于、1 行低于公示标准；差额最大的是第 1 行 第1项收费：+10.00 元。表中列出同样的内容。',
    )
    expect(picture.bars[1]!.label).toMatch(/^7 .{1,12}…$/)
    expect(picture.bars[1]!.whole).toContain('很长的收费项目名称'.repeat(4))
    expect(differencesOf(differing('1.00'), translator('en'))!.says).toMatch(/^1 line is above and 0 below/)
  })
})
