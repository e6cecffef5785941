import { expect, test } from 'vitest'
import type { Day } from '../../../catalogue/day.ts'
import type { Document } from '../../../catalogue/document.ts'
import { type Reference, referenceOf } from '../../../catalogue/reference.ts'
import type { Statement } from '../../../catalogue/statement.ts'
import { articlesOut } from '../../../server/routes/api/price-out.ts'

const BASIS = [{ document: 'rules', article: '第六条' }]
const YEARS = Array.from({ length: 12 }, (_, n) => 2010 + n)

/** Rules that have another number each year from 2010 to 2021, as one release tells it. */
const rules = (mark: string): Reference =>
  referenceOf(
    1,
    YEARS.map(
      (year) =>
        ({
          ...{ kind: 'document', key: 'rules', id: `${mark} ${year}` },
          valid: { from: `${year}-01-01`, until: year === 2021 ? null : `${year + 1}-01-01` },
          payload: { code: 'rules', number: `${mark}〔${year}〕` } as Document,
        }) as unknown as Statement<'document'>,
    ),
  )

const numberOn = (ref: Reference, day: string) => articlesOut(BASIS, ref, day as Day, 'zh-CN')[0]!.number

test('an article is written with the number its document has on the day, whatever was asked before', () => {
  const [first, second] = [rules('甲'), rules('乙')]
  for (let round = 0; round < 3; round++)
    for (const year of YEARS.toReversed())
      for (const [ref, mark] of [
        [first, '甲'],
        [second, '乙'],
      ] as const) {
        expect(numberOn(ref, `${year}-01-01`)).toBe(`${mark}〔${year}〕`)
        expect(numberOn(ref, `${year}-12-31`)).toBe(`${mark}〔${year}〕`)
      }
})

test('before its first day a document is named as it was last', () => {
  expect(numberOn(rules('甲'), '2009-12-31')).toBe('甲〔2021〕')
})

test('the same days are written once', () => {
  const ref = rules('甲')
  const written = articlesOut(BASIS, ref, '2015-02-01' as Day, 'zh-CN')
  expect(articlesOut(BASIS, ref, '2015-11-30' as Day, 'zh-CN')).toBe(written)
  expect(articlesOut(BASIS, ref, '2016-01-01' as Day, 'zh-CN')).not.toBe(written)
})
