import { describe, expect, test } from 'vitest'
import { problemPage } from '../../views/pages/problem.ts'
import { jsonLd, type Pages, render, safeHref } from '../../views/render.ts'
import { everyPage } from './every-page.ts'
import { context } from './sample.ts'

/** The pages as a browser reads their attributes. */
const asWritten = (pages: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(pages).map(([name, html]) => [name, html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')]),
  )

for (const locale of ['zh-CN', 'en'] as const) {
  const pages = everyPage(locale)
  describe.each(Object.keys(pages))(`%s in ${locale}`, (name) => {
    const html = pages[name]!

    test('is a whole page in its language', () => {
      expect(html).toContain(`<html lang="${locale}">`)
      expect(html.trimEnd()).toMatch(/<\/html>$/)
      expect(html.match(/<h1/g)).toHaveLength(1)
    })

    test('has nothing a strict content security policy would stop', () => {
      expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<style/i)
      for (const [, attributes] of html.matchAll(/<script([^>]*)>/g))
        expect(attributes).toMatch(/ src="\/assets\/|type="application\/ld\+json"/)
    })

    test('prints no value that was never said', () => {
      expect(html).not.toMatch(/undefined|\[object|NaN|>null</)
    })

    test('links to itself in the other language and says which address lasts', () => {
      expect(html).toMatch(/<link rel="canonical" href="https:\/\/fees\.example\.cn/)
      expect(html.match(/hreflang="(zh-CN|en|x-default)" href/g)?.length).toBeGreaterThanOrEqual(3)
    })
  })
}

describe('a page', () => {
  const zh = asWritten(everyPage('zh-CN'))
  const en = asWritten(everyPage('en'))

  test('says its day and release', () => {
    expect(zh.fees).toContain(
      '本页显示 2026年11月23日（今天）有效的收费，依据第 31 号发布（2026年11月20日 公布，最新）',
    )
    expect(en.fees).toContain('This page shows the charges in force on 23 Nov 2026 (today), as of release 31')
  })

  test('warns of an old day and of an old release, and leads back', () => {
    expect(zh['fees-found']).toContain('这是过去某一天的收费，不是今天的。')
    expect(zh['fee-item-old-release']).toContain('这是第 12 号发布当时的记载')
    expect(zh['fee-item-old-release']).toContain('回到今天与最新发布')
    expect(zh.fees).not.toContain('class="stripe"')
  })

  test('keeps the day the reader asked for in every link to a fee', () => {
    expect(zh['fees-found']).toContain('href="/fees/pilotage?on=2022-05-01"')
    expect(en['fees-found']).toContain('href="/en/fees/pilotage?on=2022-05-01"')
  })

  test('shows no English codes to Chinese readers', () => {
    const words = zh['fee-item']!.replace(/<head>.*?<\/head>|<p class="printed">.*?<\/p>/gs, '').replace(
      /<[^>]*>/g,
      ' ',
    )
    expect(words).not.toMatch(/gov_guided|net_tonnage|container_day|pilotage\b/)
  })

  test('marks Chinese on an English page as Chinese', () => {
    expect(en.fees).toContain('<span class="own" lang="zh-CN">包干费-集装箱装卸</span>')
  })

  test('marks what a search found', () => {
    expect(zh['fees-found']).toContain('<mark>引航</mark>')
    expect(zh['fees-nearest']).toContain('没有找到“引杭”。')
    expect(zh['fees-nearest']).toContain('没有列出不等于不在清单上')
  })

  test('offers the very selection as files, fixed to its day and release', () => {
    expect(zh['fees-found']).toContain(
      '/fees.xlsx?q=%E5%BC%95%E8%88%AA&port=CNNGB&item=pilotage&on=2022-05-01&release=31"',
    )
  })

  test('of an item not in force says when it was and what became of it', () => {
    expect(zh['fee-item-not-in-force']).toContain('2019年4月1日 至 2022年3月31日')
    expect(zh['fee-item-not-in-force']).toContain('作为子项并入')
    expect(zh['fee-item-not-in-force']).toContain('不得超过原标准')
  })

  test('of history draws every statement, and tells each of them in the table too', () => {
    const html = zh['fee-history']!
    expect(html.match(/<g><title>/g)).toHaveLength(9)
    expect(html.match(/<tr role="row"/g)).toHaveLength(10)
    expect(html).toContain('url(#hatch)')
    expect(html).toContain('#7A4F00')
  })
})

test('a field that the model does not have stops the page', () => {
  const { title, ...rest } = problemPage(context('en', '/'), { status: 404, title: 'x', detail: 'y', errors: [] })
  expect(title).toBe('x')
  expect(() => render('problem', rest as Pages['problem'])).toThrow(/title/)
})

test('what people typed is text, never markup', () => {
  const html = render(
    'problem',
    problemPage(context('en', '/'), {
      status: 400,
      title: '<img src=x onerror=alert(1)>',
      detail: '"><script>',
      errors: [],
      links: [{ href: 'javascript:alert(1)', text: 'go' }],
    }),
  )
  expect(html).not.toContain('<img')
  expect(html).not.toContain('"><script>')
  expect(html).not.toContain('javascript:')
})

test('an address with a scheme of its own must be one that only leads somewhere', () => {
  expect(safeHref('/fees?q=a:b')).toBe('/fees?q=a:b')
  expect(safeHref('https://example.cn')).toBe('https://example.cn')
  expect(safeHref(' javascript:alert(1)')).toBe('#')
  expect(safeHref('java\nscript:alert(1)')).toBe('#')
  expect(safeHref('data:text/html,x')).toBe('#')
})

test('data for search engines cannot end its own element', () => {
  expect(String(jsonLd({ name: '</script><script>' }))).toBe('{"name":"\\u003c/script>\\u003cscript>"}')
})
