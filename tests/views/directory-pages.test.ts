import { describe, expect, test } from 'vitest'
import { compare, governmentFor } from '../../catalogue/comparison.ts'
import { GLOSSARY } from '../../catalogue/glossary.ts'
import type { Difference } from '../../catalogue/listing.ts'
import { nearest, type ReferenceKind, referenceOf } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import type { Payloads } from '../../catalogue/subject.ts'
import { text } from '../../catalogue/text.ts'
import type { Locale } from '../../views/locale/locale.ts'
import { changesPage } from '../../views/pages/changes.ts'
import { diffPage } from '../../views/pages/diff.ts'
import { entityPage, type PostedBeside } from '../../views/pages/entity.ts'
import { glossaryPage } from '../../views/pages/glossary.ts'
import { operatingTimePage } from '../../views/pages/operating-time.ts'
import { operatingTimesPage } from '../../views/pages/operating-times.ts'
import { policiesPage } from '../../views/pages/policies.ts'
import { policyPage } from '../../views/pages/policy.ts'
import { portPage } from '../../views/pages/port.ts'
import { portsPage } from '../../views/pages/ports.ts'
import { PROBLEMS, problemsPage } from '../../views/pages/problems.ts'
import { releasePage } from '../../views/pages/release.ts'
import { upcomingPage } from '../../views/pages/upcoming.ts'
import { render } from '../../views/render.ts'
import * as sample from './sample.ts'

const { context, government, NBCT, onDay, posted, releases, standard, statement } = sample

const time: Payloads['operating_time'] = {
  ...{ entity: NBCT, port: 'CNNGB', area: 'beilun', operation: 'pickup', line: 'standard' },
  ...{ name: text('提箱', 'Picking up a container'), content: text('自进闸至出闸。', 'From gate to gate.') },
  limit: { hours: '1.5', share: '90' },
  ...{ starts: text('集卡进闸', 'the truck comes in'), ends: text('集卡出闸', 'the truck goes out') },
  ...{ posted: '1.5小时内', basis: [{ document: 'jsg-2019-2', article: null }] },
  provenance: { mark: 'recall', source: '示例' },
}
const times = [
  statement('operating_time', time, '2021-05-01', '2023-12-01'),
  statement('operating_time', { ...time, limit: { hours: '1', share: '90' } }, '2023-12-01'),
]
const reference = referenceOf(31, [
  ...Object.values(sample.reference.of).flatMap(
    (versions) => [...versions.values()].flat() as Statement<ReferenceKind>[],
  ),
  ...times,
])
const EMPTY = referenceOf(31, [])
const none = { rows: [], total: 0, next: null, previous: null }
const covered = { complete: true, from: onDay('2019-04-01'), verifiedThrough: onDay('2026-11-01') }
const noData = { complete: false, from: null, verifiedThrough: null }

const postedAt = (item: string, line: string, amount: string, rest = {}) =>
  statement(
    'standard',
    standard(item, {
      ...{ port: 'CNNGB', area: 'beilun', entity: NBCT, line, basis: [], rate: { form: 'fixed', amount } },
      ...rest,
    }),
    '2024-01-01',
  )
const box = { trade: ['foreign'], size: ['20'], load: ['laden'], direction: ['import'] }
const berth = { unit: 'net_ton_day', conditions: { voyage: ['international'], use: ['productive'] } }
const beside: PostedBeside[] = [
  postedAt('cargo-port-dues', 'over', '50', { conditions: box }),
  postedAt('cargo-port-dues', 'same', '34', { conditions: box }),
  postedAt('berthage', 'under', '0.20', berth),
  postedAt('berthage', 'unit', '9', { ...berth, unit: 'call' }),
  postedAt('yard-storage', 'market', '9'),
].map((own) => {
  const official = governmentFor(own.payload!, government)
  return { posted: own, government: official, comparison: official && compare(own.payload!, official.payload!) }
})

const dearer = { ...posted[0]!, payload: { ...posted[0]!.payload!, rate: { form: 'fixed' as const, amount: '480' } } }
const differences: Difference[] = [
  {
    kind: 'standard',
    key: posted[0]!.key,
    on: onDay('2027-01-01'),
    change: 'changed',
    before: posted[0]!,
    after: dearer,
  },
  { kind: 'standard', key: posted[2]!.key, on: onDay('2027-02-01'), change: 'ended', before: posted[2]!, after: null },
  {
    kind: 'operating_time',
    key: times[1]!.key,
    on: onDay('2027-02-01'),
    change: 'added',
    before: null,
    after: times[1]!,
  },
]
const release = releases[0]!
const everyKind = [...Object.values(reference.of)].flatMap((versions) => [...versions.values()].flat() as Statement[])
const lines = [
  { said: { ...dearer, change: 'revise' as const }, before: posted[0]! },
  { said: { ...dearer, change: 'correct' as const }, before: posted[0]! },
  { said: { ...posted[2]!, change: 'withdraw' as const, payload: null }, before: posted[2]! },
  ...everyKind.map((said) => ({ said, before: null })),
].map((line, at) => ({ ...line, n: at + 1 }))

const everyPage = (locale: Locale): Record<string, string> => {
  const ctx = (path: string, rest = {}) => context(locale, path, rest)
  const entity = nearest(reference, 'entity', NBCT, sample.TODAY)!
  const port = nearest(reference, 'port', 'CNNGB', sample.TODAY)!
  const document = nearest(reference, 'document', 'jsg-2019-2', sample.TODAY)!
  const list = { rows: posted, total: 90, next: 'abc', previous: null }
  const at = (answer: typeof covered | typeof noData) => [{ port: 'CNNGB', answer }]
  return {
    ports: render('ports', portsPage(ctx('/ports'), { reference, standards: new Map([['CNNGB', 227]]) })),
    'ports-empty': render('ports', portsPage(ctx('/ports'), { reference: EMPTY, standards: new Map() })),
    port: render(
      'port',
      portPage(ctx('/ports/CNNGB'), { port, government, posted: list, coverage: covered, reference }),
    ),
    'port-empty': render(
      'port',
      portPage(ctx('/ports/CNNGB'), { port, government: [], posted: none, coverage: noData, reference: EMPTY }),
    ),
    entity: render(
      'entity',
      entityPage(ctx(`/entities/${NBCT}`), {
        ...{ entity, coverage: at(covered), outcomes: null, reference },
        list: { ...none, rows: beside, total: beside.length },
      }),
    ),
    'entity-empty': render(
      'entity',
      entityPage(ctx(`/entities/${NBCT}`), {
        entity,
        list: none,
        coverage: at(noData),
        outcomes: null,
        reference: EMPTY,
      }),
    ),
    changes: render(
      'changes',
      changesPage(ctx('/changes'), {
        releases: releases.map((each) => ({ release: each, counts: { new: 2, correct: 1 }, emergency: null })),
        ...{ newer: 'newest', older: 1 },
      }),
    ),
    'changes-empty': render('changes', changesPage(ctx('/changes'), { releases: [], newer: null, older: null })),
    release: render(
      'release',
      releasePage(ctx('/changes/31'), {
        ...{ release: { ...release, backfilled: true }, counts: { revise: 1 }, lines, after: 0, next: 50, reference },
        neighbours: { previous: 30, next: null },
        ...{ emergency: null, restated: { rows: [], total: 0 }, fromFiles: 0 },
      }),
    ),
    'release-empty': render(
      'release',
      releasePage(ctx('/changes/31'), {
        ...{ release, counts: {}, lines: [], after: 90, next: null, reference: EMPTY },
        neighbours: { previous: null, next: null },
        ...{ emergency: null, restated: { rows: [], total: 0 }, fromFiles: 0 },
      }),
    ),
    diff: render(
      'diff',
      diffPage(ctx('/diff'), {
        ...{ from: onDay('2026-12-31'), to: onDay('2027-02-01'), port: 'CNNGB', reference },
        found: { ...none, rows: differences, total: 3 },
      }),
    ),
    'diff-first': render('diff', diffPage(ctx('/diff'), { from: null, to: null, port: null, found: null, reference })),
    'diff-empty': render(
      'diff',
      diffPage(ctx('/diff'), {
        from: onDay('2024-01-01'),
        to: onDay('2024-01-02'),
        port: null,
        found: none,
        reference,
      }),
    ),
    upcoming: render(
      'upcoming',
      upcomingPage(ctx('/upcoming'), { port: null, coming: { ...none, rows: differences, total: 3 }, reference }),
    ),
    'upcoming-empty': render('upcoming', upcomingPage(ctx('/upcoming'), { port: 'CNNGB', coming: none, reference })),
    policies: render('policies', policiesPage(ctx('/policies'), { reference })),
    'policies-empty': render('policies', policiesPage(ctx('/policies'), { reference: EMPTY })),
    policy: render('policy', policyPage(ctx('/policies/jsg-2019-2'), { document, standards: 72, reference })),
    'policy-empty': render(
      'policy',
      policyPage(ctx('/policies/x'), {
        document: { ...document, number: null, issued: null, effective: null },
        ...{ standards: 0, reference: EMPTY },
      }),
    ),
    glossary: render('glossary', glossaryPage(ctx('/glossary'), GLOSSARY)),
    'glossary-empty': render('glossary', glossaryPage(ctx('/glossary'), [])),
    'operating-times': render(
      'operating-times',
      operatingTimesPage(ctx('/operating-times'), { port: null, reference }),
    ),
    'operating-times-empty': render(
      'operating-times',
      operatingTimesPage(ctx('/operating-times'), { port: 'CNWNZ', reference }),
    ),
    'operating-time': render(
      'operating-time',
      operatingTimePage(ctx(`/operating-times/${times[0]!.key}`), { statements: times, releases, reference }),
    ),
    'operating-time-past': render(
      'operating-time',
      operatingTimePage(ctx(`/operating-times/${times[0]!.key}`), { statements: [times[0]!], releases: [], reference }),
    ),
    problems: render('problems', problemsPage(ctx('/problems'))),
  }
}

for (const locale of ['zh-CN', 'en'] as const) {
  const pages = everyPage(locale)
  describe.each(Object.keys(pages))(`%s in ${locale}`, (name) => {
    const html = pages[name]!

    test('is a whole page in its language', () => {
      expect(html).toContain(`<html lang="${locale}">`)
      expect(html.match(/<h1/g)).toHaveLength(1)
      expect(html.trimEnd()).toMatch(/<\/html>$/)
    })

    test('has nothing a strict content security policy would stop, and prints no value that was never said', () => {
      expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<style/i)
      expect(html).not.toMatch(/undefined|\[object|NaN|>null</)
    })

    test('names every section and every id once', () => {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      expect(ids).toEqual([...new Set(ids)])
      for (const [, id] of html.matchAll(/aria-labelledby="([^" ]+)"/g)) expect(ids).toContain(id)
    })
  })
}

describe('the pages of the directory', () => {
  const zh = everyPage('zh-CN')
  const en = everyPage('en')

  test('set an entity’s price beside the government’s: above, equal, below, not comparable, none', () => {
    expect(zh.entity).toContain('<b class="above">高于</b> <span>16 元/箱（47.1%）</span>')
    expect(zh.entity).toContain('<b class="equal">持平</b>')
    expect(zh.entity).toContain('<b class="below">低于</b> <span>0.05 元/净吨·天（20%）</span>')
    expect(zh.entity).toContain('<b class="apart">不可比</b> <span>计费单位不同</span>')
    expect(zh.entity).toContain('<b class="apart">市场调节价</b>')
    expect(en.entity).toContain('<b class="above">above</b> <span>by 16 CNY/container (47.1%)</span>')
    expect(zh.entity).toContain('1 条高于、1 条低于、1 条持平')
  })

  test('tell a complete list from one there is no data for', () => {
    expect(zh.port).toContain('所选范围的清单自 2019年4月1日 起完整')
    expect(zh['port-empty']).toContain('没有列出的收费不等于')
  })

  test('say what a correction puts right, and which way a revision goes', () => {
    expect(zh.release).toContain('原记载有误：470.3 元/箱')
    expect(zh.release!.match(/<b class="up">上调<\/b>/g)).toHaveLength(1)
    expect(zh.release).toContain('不再适用')
  })

  test('group what is to come by day, with the days left', () => {
    expect(zh.upcoming).toContain('2027年1月1日 <small>还有 39 天</small>')
    expect(en.upcoming).toContain('1 Jan 2027 <small>in 39 days</small>')
  })

  test('say that two days do not differ, and ask for two when none are given', () => {
    expect(zh['diff-empty']).toContain('这两日之间没有差别')
    expect(zh['diff-empty']).toContain('2024年1月1日 与 2024年1月2日 的差别')
    expect(zh['diff-first']).not.toContain('没有差别')
  })

  test('anchor every document by its code and every problem by its name', () => {
    expect(zh.policies).toContain('id="jsg-2019-2"')
    for (const slug of Object.keys(PROBLEMS)) expect(zh.problems).toContain(`id="${slug}"`)
  })

  test('order the glossary by pinyin, or by the English', () => {
    expect(zh.glossary!.indexOf('报关')).toBeLessThan(zh.glossary!.indexOf('查验'))
    expect(en.glossary!.indexOf('Berthage')).toBeLessThan(en.glossary!.indexOf('Customs declaration'))
  })

  test('say that an operating time has ended when it has', () => {
    expect(zh['operating-time']).toContain('1 小时内完成，达成率不低于 90%')
    expect(zh['operating-time-past']).toContain('这一天没有有效的时限')
  })
})
