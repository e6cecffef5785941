import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { text } from '../../../catalogue/text.ts'
import type { Place } from '../../../server/feeds/address.ts'
import { atom } from '../../../server/feeds/atom.ts'
import { changesFeed } from '../../../server/feeds/changes.ts'
import type { FeedFormat } from '../../../server/feeds/feed.ts'
import { jsonFeed } from '../../../server/feeds/json-feed.ts'
import { feedPage } from '../../../server/feeds/pages.ts'
import { hasPython, strictXml } from '../files/readers.ts'
import { CHINESE, ENGLISH, NASTY, release } from './fixture.ts'

const HEAD = 65

function feed(page: number | null, format: FeedFormat = 'atom', place: Place = CHINESE, head = HEAD) {
  const span = feedPage(page, head)!
  const news = Array.from({ length: span.last - span.first + 1 }, (_, n) => ({
    release: release(span.first + n),
    changes: { revise: 9, new: 3 },
    restated: 0,
  }))
  return changesFeed({ ...place, format, page: span, headPublishedAt: release(head).publishedAt, news })
}
const links = (page: number | null, head = HEAD) =>
  Object.fromEntries(
    parseAtomFeed(atom(feed(page, 'atom', CHINESE, head))).links!.map(({ rel, href }) => [rel!, href!]),
  )

describe('the feed of changes as Atom', () => {
  test('names itself, its page and every release by a tag that never changes', () => {
    const read = parseAtomFeed(atom(feed(null)))
    expect(read).toMatchObject({ id: 'tag:fees.example.cn,2026:changes', updated: '2026-03-06T02:30:00.000Z' })
    expect(read.links).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rel: 'self', href: 'https://fees.example.cn/changes.atom' }),
        expect.objectContaining({ rel: 'alternate', href: 'https://fees.example.cn/changes', hreflang: 'zh-CN' }),
      ]),
    )
    expect(read.entries![0]).toMatchObject({
      id: 'tag:fees.example.cn,2026:release/65',
      published: '2026-03-06T02:30:00.000Z',
      updated: '2026-03-06T02:30:00.000Z',
      title: { value: '第65次' },
      links: [expect.objectContaining({ href: 'https://fees.example.cn/changes/65' })],
      categories: [
        expect.objectContaining({ term: 'new', label: '新增' }),
        expect.objectContaining({ term: 'revise' }),
      ],
    })
    expect(read.entries![0]!.content!.value).toMatch(/第 65 号发布.*新增 3，变更 9/s)
  })

  test('in English keeps the ids, and marks a title that is only Chinese', () => {
    const xml = atom(feed(null, 'atom', ENGLISH))
    const read = parseAtomFeed(xml)
    expect(read.id).toBe('tag:fees.example.cn,2026:changes/en')
    expect(read.entries!.map(({ id }) => id)).toEqual(parseAtomFeed(atom(feed(null))).entries!.map(({ id }) => id))
    expect(read.entries![0]!.links![0]!.href).toBe('https://fees.example.cn/en/changes/65')
    expect(xml).toContain('<title xml:lang="zh-CN">第65次</title>')
    expect(xml).toContain('<title>No. 64</title>')
  })

  test('carries any text whole, less what XML cannot hold', () => {
    const news = [{ release: release(1, { title: text(NASTY), note: text('一\n二') }), changes: {}, restated: 0 }]
    const page = feedPage(null, 1)!
    const read = parseAtomFeed(
      atom(changesFeed({ ...CHINESE, format: 'atom', page, headPublishedAt: release(1).publishedAt, news })),
    )
    expect(read.entries![0]!.title!.value).toBe(`<b>&amp; "甲"'乙' ]]> ,;\\ � 引航`)
    expect(read.entries![0]!.content!.value).toContain('一\n二')
  })

  test.skipIf(!hasPython)('is well-formed to a parser that does not forgive', async () => {
    const news = [{ release: release(1, { title: text(NASTY), note: text(NASTY) }), changes: { new: 1 }, restated: 0 }]
    await strictXml(
      atom(
        changesFeed({
          ...CHINESE,
          format: 'atom',
          page: feedPage(null, 1)!,
          headPublishedAt: release(1).publishedAt,
          news,
        }),
      ),
    )
    await strictXml(atom(feed(1)))
  })

  test('marks an emergency, and says for how many stretches of days an answer was put right', () => {
    const news = [{ release: release(1, { emergency: true }), changes: { correct: 2 }, restated: 3 }]
    const page = feedPage(null, 1)!
    const read = parseAtomFeed(
      atom(changesFeed({ ...ENGLISH, format: 'atom', page, headPublishedAt: release(1).publishedAt, news })),
    )
    expect(read.entries![0]!.content!.value).toContain('emergency')
    expect(read.entries![0]!.content!.value).toContain('For 3 stretches of days')
    expect(read.entries![0]!.categories!.map(({ term }) => term)).toEqual(['correct', 'emergency'])
  })

  test('of nothing published is a feed without entries', () => {
    const page = feedPage(null, 0)!
    const xml = atom(
      changesFeed({ ...CHINESE, format: 'atom', page, headPublishedAt: release(1).publishedAt, news: [] }),
    )
    expect(parseAtomFeed(xml)).toMatchObject({ updated: '2026-01-01T02:30:00.000Z' })
  })
})

describe('archives of the feed (RFC 5005)', () => {
  test('every release is reached from the current page by prev-archive, none twice', () => {
    for (const head of [0, 1, 19, 20, 21, 39, 40, 41, 60, 65]) {
      const seen: number[] = []
      for (let page: number | null = null; ; ) {
        const { first, last } = feedPage(page, head)!
        for (let seq = last; seq >= first; seq--) seen.push(seq)
        const previous: string | undefined = links(page, head)['prev-archive']
        if (!previous) break
        page = Number(new URL(previous).searchParams.get('page'))
      }
      expect(seen, String(head)).toEqual(Array.from({ length: head }, (_, n) => head - n))
    }
  })

  test('an archive says so and links to both neighbours and the current page', () => {
    expect(atom(feed(2))).toContain('<fh:archive/>')
    expect(atom(feed(null))).not.toContain('fh:archive/')
    expect(links(2)).toMatchObject({
      self: 'https://fees.example.cn/changes.atom?page=2',
      current: 'https://fees.example.cn/changes.atom',
      'prev-archive': 'https://fees.example.cn/changes.atom?page=1',
      'next-archive': 'https://fees.example.cn/changes.atom?page=3',
    })
    expect(links(1)['prev-archive']).toBeUndefined()
    expect(links(null)).toMatchObject({ 'prev-archive': 'https://fees.example.cn/changes.atom?page=2' })
  })

  test('an archive never changes, and what it links to is always there', () => {
    for (let head = 0; head <= 200; head++)
      for (let page = 1; page <= 11; page++) {
        const now = feedPage(page, head)
        if (!now?.archive) continue
        expect(feedPage(page + 1, head), `${page} at ${head}`).not.toBeNull()
        expect(atom(feed(page, 'atom', CHINESE, head)) === atom(feed(page, 'atom', CHINESE, 400))).toBe(true)
        if (head % 20 !== 0) break
      }
  })

  test('a page that is not full yet, or no page at all, is none', () => {
    expect([feedPage(4, 65), feedPage(0, 65), feedPage(-1, 65), feedPage(1.5, 65), feedPage(Number.NaN, 65)]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
    expect(feedPage(3, 65)).toMatchObject({ first: 41, last: 60, archive: false })
  })
})

describe('the feed of changes as JSON Feed', () => {
  test('is the twin of the Atom feed', () => {
    const read = parseJsonFeed(jsonFeed(feed(null, 'json')))
    expect(read).toMatchObject({
      home_page_url: 'https://fees.example.cn/changes',
      feed_url: 'https://fees.example.cn/changes.json',
      next_url: 'https://fees.example.cn/changes.json?page=2',
      language: 'zh-CN',
    })
    expect(read.items!.map(({ id }) => id)).toEqual(parseAtomFeed(atom(feed(null))).entries!.map(({ id }) => id))
    expect(JSON.parse(jsonFeed(feed(null, 'json')))).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' })
    expect(JSON.parse(jsonFeed(feed(1, 'json')))).not.toHaveProperty('next_url')
  })
})
