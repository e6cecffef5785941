import { describe, expect, test } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { openSearch } from '../../../server/feeds/opensearch.ts'
import { robots } from '../../../server/feeds/robots.ts'
import { securityTxt } from '../../../server/feeds/security-txt.ts'
import { PER_SITEMAP, sitemap, sitemapFiles, sitemapIndex } from '../../../server/feeds/sitemap.ts'
import { hasPython, strictXml } from '../files/readers.ts'
import { BASE, CHINESE, ENGLISH } from './fixture.ts'

const TODAY = day('2026-11-23')
const found = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, value]) => value)

describe('the sitemap', () => {
  test('names every page in both languages, each with its twins and the day of the newest release', () => {
    const xml = sitemap(BASE, ['/', '/fees/pilotage'], TODAY)
    expect(found(xml, /<loc>(.*?)<\/loc>/g)).toEqual([
      'https://fees.example.cn/',
      'https://fees.example.cn/en',
      'https://fees.example.cn/fees/pilotage',
      'https://fees.example.cn/en/fees/pilotage',
    ])
    expect(found(xml, /<lastmod>(.*?)<\/lastmod>/g)).toEqual(Array(4).fill('2026-11-23'))
    expect(found(xml, /hreflang="(.*?)"/g)).toEqual(Array(4).fill(['zh-CN', 'en', 'x-default']).flat())
    expect(found(xml, /hreflang="x-default" href="(.*?)"/g)[2]).toBe('https://fees.example.cn/fees/pilotage')
  })

  test('is split before it holds more than 50 000 addresses, and the index names every part', () => {
    const paths = Array.from({ length: PER_SITEMAP + 1 }, (_, n) => `/fees/item-${n}`)
    expect(sitemapFiles(paths.length)).toBe(2)
    expect([sitemapFiles(0), sitemapFiles(PER_SITEMAP)]).toEqual([1, 1])
    expect(found(sitemap(BASE, paths, TODAY), /<(loc)>/g)).toHaveLength(50_000)
    expect(found(sitemap(BASE, paths, TODAY, 2), /<loc>(.*?)<\/loc>/g)[0]).toBe(
      `https://fees.example.cn/fees/item-${PER_SITEMAP}`,
    )
    expect(Buffer.byteLength(sitemap(BASE, paths, TODAY))).toBeLessThan(50 * 2 ** 20)
    expect(found(sitemapIndex(BASE, 2, TODAY), /<loc>(.*?)<\/loc>/g)).toEqual([
      'https://fees.example.cn/sitemap-1.xml',
      'https://fees.example.cn/sitemap-2.xml',
    ])
  })
})

test.skipIf(!hasPython)('sitemaps and search descriptions are well-formed', async () => {
  const documents = [
    sitemap(BASE, ['/fees?q=a&b'], TODAY),
    sitemapIndex(BASE, 1, TODAY),
    openSearch(CHINESE, 'a'),
    openSearch(ENGLISH, 'a'),
  ]
  for (const xml of documents) await strictXml(xml)
})

test('robots.txt lets all in and names the sitemap', () => {
  expect(robots(BASE).split('\n')).toEqual([
    'User-agent: *',
    'Allow: /',
    '',
    'Sitemap: https://fees.example.cn/sitemap.xml',
    '',
  ])
})

test('security.txt names a contact and always expires in less than a year', () => {
  for (const now of ['2026-11-23T10:00:00+08:00', '2027-12-31T23:59:59Z', '2028-02-29T00:00:00+08:00'].map(
    (at) => new Date(at),
  )) {
    const file = securityTxt({
      base: BASE,
      contacts: ['mailto:security@example.cn', 'https://fees.example.cn/report'],
      now,
    })
    const fields = file
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/: (.*)/s).slice(0, 2))
    expect(fields.map(([name]) => name)).toEqual(['Contact', 'Contact', 'Expires', 'Preferred-Languages', 'Canonical'])
    const days = (Date.parse(Object.fromEntries(fields).Expires) - now.getTime()) / 86_400_000
    expect(days).toBeGreaterThan(178)
    expect(days).toBeLessThan(181)
    expect(file).toContain('Canonical: https://fees.example.cn/.well-known/security.txt\n')
    expect(file).toContain('Preferred-Languages: zh, en\n')
  }
})

test('the search description leads to the list in its own language', () => {
  expect(openSearch(CHINESE, `${BASE}/assets/favicon.svg`)).toContain(
    'template="https://fees.example.cn/fees?q={searchTerms}"',
  )
  expect(openSearch(ENGLISH, `${BASE}/assets/favicon.svg`)).toContain(
    'template="https://fees.example.cn/en/fees?q={searchTerms}"',
  )
  for (const xml of [openSearch(CHINESE, 'x'), openSearch(ENGLISH, 'x')]) {
    expect(found(xml, /<ShortName>(.*?)</g)[0]!.length).toBeLessThanOrEqual(16)
    expect(found(xml, /<Description>(.*?)</g)[0]!.length).toBeLessThanOrEqual(1024)
  }
})
