import { day } from '../../../catalogue/day.ts'
import type { Difference } from '../../../catalogue/listing.ts'
import type { Release } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import { effectiveChange } from '../../../server/feeds/effective.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { reference, said, standard } from '../files/fixture.ts'

export const BASE = 'https://fees.example.cn'
export const CHINESE = { base: BASE, locale: 'zh-CN' } as const
export const ENGLISH = { base: BASE, locale: 'en' } as const

/** Text that XML, JSON and calendars must each escape in their own way. */
export const NASTY = `<b>&amp; "甲"'乙' ]]> ,;\\ \u0000\u0007\ud800 引航`

export const release = (seq: number, over: Partial<Release> = {}): Release => ({
  seq,
  publishedAt: new Date(Date.UTC(2026, 0, seq, 2, 30)),
  title: text(`第${seq}次`, seq % 2 === 0 ? `No. ${seq}` : null),
  note: null,
  backfilled: false,
  emergency: false,
  lines: 12,
  ...over,
})

/** From 0.405 to 0.5 yuan on 2027-01-01, said in release 9. */
export const raised: Difference = {
  kind: 'standard',
  key: said('standard', standard()).key,
  on: day('2027-01-01'),
  change: 'changed',
  before: said('standard', standard(), { known: { from: 9, until: null } }),
  after: said('standard', standard({ rate: { form: 'fixed', amount: '0.5' } }), {
    known: { from: 9, until: null },
    why: { zh: NASTY, en: null, documents: [] },
  }),
}

export const PUBLISHED = new Date('2026-11-01T16:30:00Z')
export const change = (difference: Difference = raised, locale: Locale = 'zh-CN') =>
  effectiveChange(difference, reference, { base: BASE, locale }, PUBLISHED)
