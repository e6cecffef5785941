import { describe, expect, test } from 'vitest'
import { apart, around, percentOf, sum } from '../../catalogue/spans.ts'

const span = (low: string, high = low) => ({ low, high })

describe('amounts from – to', () => {
  test('add up exactly at both ends', () => {
    expect(sum([span('0.10', '0.30'), span('0.20', '0.60')])).toEqual({ low: '0.30', high: '0.90' })
    expect(sum([])).toEqual({ low: '0.00', high: '0.00' })
    expect(around([span('5.00', '9.00'), span('6.00', '11.00')])).toEqual({ low: '5.00', high: '11.00' })
  })

  test('are above or below by so much, alike, or overlap', () => {
    expect(apart(span('126999.00'), span('119470.00'))).toEqual({ side: 'above', by: span('7529.00') })
    expect(apart(span('71250.00'), span('57000.00', '65550.00'))).toEqual({
      side: 'above',
      by: { low: '5700.00', high: '14250.00' },
    })
    expect(apart(span('1.00'), span('1.00', '3.00'))).toEqual({ side: 'below', by: { low: '0.00', high: '2.00' } })
    expect(apart(span('2.00'), span('2.00'))).toEqual({ side: 'alike', by: null })
    expect(apart(span('2.00'), span('1.00', '3.00'))).toEqual({ side: 'overlap', by: null })
  })

  test('are so many percent of a whole, and nothing of nothing', () => {
    expect(percentOf('1.00', '3.00')).toBe('33.33')
    expect(percentOf('0.00', '0.00')).toBe('0.00')
  })
})
