import { parseAtomFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import type { Difference } from '../../../catalogue/listing.ts'
import { atom } from '../../../server/feeds/atom.ts'
import { saidIn } from '../../../server/feeds/effective.ts'
import { jsonFeed } from '../../../server/feeds/json-feed.ts'
import { upcomingFeed } from '../../../server/feeds/upcoming.ts'
import { said, standard } from '../files/fixture.ts'
import { hasPython, strictXml } from '../files/readers.ts'
import { CHINESE, change, ENGLISH, NASTY, PUBLISHED, raised } from './fixture.ts'

const headPublishedAt = new Date('2026-11-20T00:00:00Z')
const added: Difference = { ...raised, change: 'added', before: null }
const ended: Difference = { ...raised, change: 'ended', after: null }
const lowered: Difference = { ...raised, before: raised.after, after: raised.before }
const range = said('standard', standard({ rate: { form: 'range', low: '1', high: '2' } }))

describe('a change that takes effect', () => {
  test('says up, down, new, ended or changed; what, whose and where; from what to what, and why', () => {
    expect(change().title).toBe('上调 · 堆存保管费 · 重箱 20 英尺 · 示例码头有限公司 · 宁波舟山港 · 北仑港区')
    expect(change().text).toContain('自 2027年1月1日 起：0.405 元/箱·天 → 0.5 元/箱·天\n20英尺 · 重箱\n')
    expect(change().text).toContain(NASTY)
    expect([lowered, added, ended].map((difference) => change(difference).word)).toEqual(['下调', '新增', '终止'])
    expect(change({ ...raised, after: range }).word).toBe('变更')
    expect(change(raised, 'en').title).toMatch(/^Raised · Yard storage · Laden 20 ft/)
    expect(change(raised, 'en').url).toBe('https://fees.example.cn/en/fees/yard-storage?on=2027-01-01')
  })

  test('is as old as the release that last said so', () => {
    expect(saidIn(raised)).toBe(9)
    expect(saidIn({ ...ended, before: said('standard', standard(), { known: { from: 12, until: null } }) })).toBe(12)
  })

  test('of an item or an operating time is said too', () => {
    const payload = {
      entity: '91330206MA2DEM0171',
      port: 'CNNGB',
      area: null,
      operation: 'shift' as const,
      line: 'a',
      name: { zh: '移箱时限', en: null },
      content: { zh: '移箱', en: null },
      limit: { hours: '4', share: null },
      starts: { zh: '申请', en: null },
      ends: { zh: '完成', en: null },
      posted: '4小时内',
      basis: [],
      provenance: { mark: 'single' as const, source: '公示' },
    }
    const time = said('operating_time', payload)
    const words = change({
      kind: 'operating_time',
      key: time.key,
      on: raised.on,
      change: 'added',
      before: null,
      after: time,
    })
    expect(words.title).toBe('新增 · 作业时限 · 移箱时限 · 示例码头有限公司')
    expect(words.url).toBe('https://fees.example.cn/operating-times?on=2027-01-01')
    expect(words.text).toContain('4小时内')
  })
})

describe('the feed of what is to come', () => {
  const feed = upcomingFeed({ ...CHINESE, format: 'atom', headPublishedAt, changes: [change()], about: null })

  test('has an entry for each change, named by its day and subject', () => {
    const read = parseAtomFeed(atom(feed))
    expect(read.links!.map(({ href }) => href)).toEqual([
      'https://fees.example.cn/upcoming.atom',
      'https://fees.example.cn/upcoming',
    ])
    expect(read.entries).toHaveLength(1)
    expect(read.entries![0]).toMatchObject({
      id: `tag:fees.example.cn,2026:effective/2027-01-01/standard/${raised.key}`,
      updated: PUBLISHED.toISOString(),
      categories: [expect.objectContaining({ term: 'raised', label: '上调' })],
    })
    expect(read.updated).toBe(PUBLISHED.toISOString())
  })

  test('says so when it is cut short, in either format', () => {
    const cut = { ...feed, about: '只含最先生效的 500 项' }
    expect(parseAtomFeed(atom(cut)).subtitle).toEqual({ value: cut.about })
    expect(JSON.parse(jsonFeed(cut)).description).toBe(cut.about)
    expect(jsonFeed(feed)).not.toContain('description')
  })

  test('with nothing to come is as old as the newest release', () => {
    const none = upcomingFeed({ ...ENGLISH, format: 'json', headPublishedAt, changes: [], about: null })
    expect(parseAtomFeed(atom({ ...none })).updated).toBe(headPublishedAt.toISOString())
    expect(JSON.parse(jsonFeed(none))).toMatchObject({
      feed_url: 'https://fees.example.cn/en/upcoming.json',
      items: [],
    })
  })

  test.skipIf(!hasPython)('is well-formed to a parser that does not forgive', () => strictXml(atom(feed)))
})
