import type { Locale } from '../../views/locale/locale.ts'
import { feeHistoryPage } from '../../views/pages/fee-history.ts'
import { feeItemPage } from '../../views/pages/fee-item.ts'
import { feeItemNotInForcePage } from '../../views/pages/fee-item-not-in-force.ts'
import { feesPage } from '../../views/pages/fees.ts'
import { homePage } from '../../views/pages/home.ts'
import { problemPage } from '../../views/pages/problem.ts'
import { render } from '../../views/render.ts'
import * as sample from './sample.ts'

const { context, government, history, pilotage, posted, reference, releases, statement } = sample
const rows = [...government, ...posted]
const page = { rows, total: 312, next: 'abc', previous: null }
const coverage = { complete: true, from: sample.onDay('2019-04-01'), verifiedThrough: sample.onDay('2026-11-01') }
const found = {
  matches: [
    { kind: 'item', key: 'pilotage', term: 'yinhangyibofei', field: 'pinyin', score: 1, marks: [[0, 8]] },
    { kind: 'item', key: 'pilotage', term: '引航(移泊)费', field: 'name_zh', score: 1, marks: [[0, 2]] },
    {
      kind: 'entity',
      key: sample.NBCT,
      term: '示例北仑集装箱码头有限公司',
      field: 'name_zh',
      score: 0.5,
      marks: [[2, 4]],
    },
    { kind: 'document', key: 'jsg-2019-2', term: '港口收费计费办法', field: 'name_zh', score: 0.5, marks: [] },
  ],
  nearest: [],
} satisfies Parameters<typeof feesPage>[1]['found']
const upcoming = [
  {
    kind: 'standard',
    key: posted[0]!.key,
    on: sample.onDay('2027-01-01'),
    change: 'changed',
    before: posted[0]!,
    after: posted[1]!,
  },
  {
    kind: 'standard',
    key: posted[2]!.key,
    on: sample.onDay('2027-01-01'),
    change: 'ended',
    before: posted[2]!,
    after: null,
  },
] satisfies Parameters<typeof homePage>[1]['upcoming']
const line = { key: history[0]!.key, last: history[2]!.payload! }

/** Every page in its states, rendered in one language from the sample catalogue: name → HTML. */
export const everyPage = (locale: Locale): Record<string, string> => {
  const ctx = (path: string, rest = {}) => context(locale, path, rest)
  const list = { selection: {}, list: page, found: null, coverage, reference }
  const item = statement('item', pilotage, '2019-04-01')
  const ofItem = {
    item: { ...item, payload: pilotage },
    government: government.filter(({ payload }) => payload?.item === 'pilotage'),
    posted: { ...page, rows: posted },
    ownNames: ['引水费用'],
    reference,
  }
  const old = { on: sample.onDay('2022-05-01'), pinned: { on: true, release: false }, query: { on: '2022-05-01' } }
  const oldRelease = { release: 12, pinned: { on: false, release: true }, query: { release: '12' } }
  return {
    home: render('home', homePage(ctx('/'), { reference, releases, upcoming, standards: 312 })),
    'home-empty': render('home', homePage(ctx('/', old), { reference, releases: [], upcoming: [], standards: 0 })),
    fees: render('fees', feesPage(ctx('/fees'), list)),
    'fees-found': render(
      'fees',
      feesPage(ctx('/fees', { ...old, query: { q: '引航', on: '2022-05-01' } }), {
        ...list,
        selection: { q: '引航', port: 'CNNGB', item: 'pilotage' },
        found,
      }),
    ),
    'fees-nearest': render(
      'fees',
      feesPage(ctx('/fees'), {
        ...list,
        selection: { q: '引杭' },
        list: { rows: [], total: 0, next: null, previous: null },
        found: { matches: [], nearest: found.matches.slice(0, 2) },
        coverage: { complete: false, from: null, verifiedThrough: null },
      }),
    ),
    'fee-item': render('fee-item', feeItemPage(ctx('/fees/pilotage'), ofItem)),
    'fee-item-old-release': render(
      'fee-item',
      feeItemPage(ctx('/fees/pilotage', oldRelease), {
        ...ofItem,
        posted: { rows: [], total: 0, next: null, previous: null },
        government: [],
        ownNames: [],
      }),
    ),
    'fee-item-not-in-force': render(
      'fee-item-not-in-force',
      feeItemNotInForcePage(ctx('/fees/port-facility-security'), { code: 'port-facility-security', reference }),
    ),
    'fee-history': render(
      'fee-history',
      feeHistoryPage(ctx('/fees/pilotage/history', { query: { line: line.key } }), {
        code: 'pilotage',
        chosen: line.key,
        statements: history,
        lines: [line],
        total: 700,
        releases,
        reference,
      }),
    ),
    'fee-history-empty': render(
      'fee-history',
      feeHistoryPage(ctx('/fees/pilotage/history'), {
        code: 'pilotage',
        chosen: 'pilotage',
        statements: [],
        lines: [],
        total: 0,
        releases,
        reference,
      }),
    ),
    problem: render(
      'problem',
      problemPage(ctx('/fees'), {
        status: 400,
        title: '没有这一天',
        detail: '2024-02-30 不是一个日期。',
        errors: [{ field: 'on', message: '请写成 2024-02-29 这样。' }],
      }),
    ),
  }
}
