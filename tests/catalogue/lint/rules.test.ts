import { expect, test } from 'vitest'
import { PLAIN } from '../../../catalogue/fee-standard.ts'
import { lintLive } from '../../../catalogue/lint/lint.ts'
import type { Live } from '../../../catalogue/live.ts'
import { type Line, say, withdraw } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import * as s from './sample.ts'

const LATER = s.from('2027-02-01')
const fixed = (amount: string) => ({ form: 'fixed', amount }) as const
const post = (
  rest: Parameters<typeof s.posted>[0] = {},
  valid = LATER,
  change: 'new' | 'revise' | 'correct' | 'confirm' = 'new',
) => say('standard', s.posted(rest), valid, s.WHY, change)
const box = (amount: string, rest: Parameters<typeof s.posted>[0] = {}) => ({
  rate: fixed(amount),
  posted: `${amount}元/箱`,
  ...rest,
})
const other = (amount: string, rest: Parameters<typeof s.posted>[0] = {}) => box(amount, { line: 'other', ...rest })
const say_item = (code: string, zh: string, rest = {}, valid = LATER, change: 'new' | 'revise' = 'new') =>
  say('item', s.item(code, zh, rest), valid, s.WHY, change)
const range = { form: 'range', low: '500', high: '850' } as const
const percent = (item: string, of: string) => ({ form: 'percent_of', item, percent: of }) as const
const REMARK = { remark: text('按箱型') }
const bad = (line: Line, change: object): Line => ({ ...line, payload: { ...line.payload, ...change } }) as Line
const stale = { ...s.SETTINGS, approvedBase: 0 }
const current = { ...s.SETTINGS, approvedBase: 1 }
const document = (code: string, rest: Parameters<typeof s.document>[1]) =>
  say('document', s.document(code, rest), s.from('2019-04-01'), s.WHY)
const based = (document: string) => post(other('10', { basis: [{ document, article: '第一条' }] }))
const withDocuments = s.published([
  document('over', { title: text('旧通知'), ended: '2027-12-31' as never }),
  document('early', { title: text('新通知'), effective: '2028-01-01' as never }),
  document('rules-2017', { title: text('港口收费办法（2017年）'), effective: '2009-01-01' as never }),
])
const withPilotage = s.published([post(box('90', { item: 'pilotage', own_name: '引航费' }), s.from('2024-01-01'))])

type Try = { found: string; by: Line[]; not: Line[]; live?: Live; settings?: typeof stale; otherwise?: typeof stale }

/** Of each sentence of a rule: lines that it finds, and the nearest that it does not. */
const tries: Try[] = [
  {
    found: 'V01-fault',
    by: [post({}, s.from('2027-02-01', '2027-02-01'))],
    not: [post({}, s.from('2027-02-01', '2027-02-02'))],
  },
  { found: 'V01-far', by: [post({}, s.from('2046-11-25'))], not: [post({}, s.from('2046-11-22'))] },
  {
    found: 'V02-fault',
    by: [post(), post()],
    not: [post({}, s.from('2027-02-01', '2027-03-01')), post({}, s.from('2027-03-01'))],
  },
  {
    found: 'V03',
    by: [post(other('5'), s.from('2027-02-01', '2027-03-01')), post(other('6'), s.from('2027-03-02'))],
    not: [post(other('5'), s.from('2027-02-01', '2027-03-01')), post(other('6'), s.from('2027-03-01'))],
  },
  { found: 'V04', by: [post(other('5'), s.from('2019-03-31'))], not: [post(other('5'), s.from('2019-04-01'))] },
  {
    found: 'V05-not-a-correction',
    by: [post(box('12'), s.from('2026-11-22'), 'revise')],
    not: [post(box('12'), s.from('2026-11-23'), 'revise')],
  },
  {
    found: 'V05-affects',
    by: [post(box('12'), s.from('2026-11-22'), 'correct')],
    not: [post(box('12'), s.from('2026-11-23'), 'correct')],
  },
  {
    found: 'V06',
    by: [post(box('12'), s.from('2026-12-22'), 'revise')],
    not: [post(box('12'), s.from('2026-12-23'), 'revise')],
  },
  {
    found: 'V06',
    by: [post(box('10.01'), s.from('2026-11-23'), 'revise')],
    not: [post(box('9.99'), s.from('2026-11-23'), 'revise')],
  },
  {
    found: 'V06',
    by: [post(box('12'), s.from('2026-11-23'), 'revise')],
    not: [post(box('12'), s.from('2026-11-23'), 'correct')],
  },
  {
    found: 'V06-unclear',
    by: [post(box('10', { conditions: { size: ['20'] } }), s.from('2026-12-01'), 'revise')],
    not: [post(box('10', { label: text('二十英尺') }), s.from('2026-12-01'), 'revise')],
  },
  {
    found: 'V06-added',
    by: [post(other('5', { item: 'seal-fee' }), s.from('2026-12-22'))],
    not: [post(other('5', { item: 'seal-fee' }), s.from('2026-12-23'))],
  },
  {
    found: 'V07',
    by: [post(box('9'), s.from('2026-11-23'), 'revise')],
    not: [post(box('9'), s.from('2026-12-23'), 'revise')],
  },
  { found: 'V08', by: [post(box('15.01'), LATER, 'revise')], not: [post(box('15'), LATER, 'revise')] },
  { found: 'V08', by: [post(box('4.99'), LATER, 'revise')], not: [post(box('5'), LATER, 'revise')] },
  { found: 'V08-slip', by: [post(box('100'), LATER, 'revise')], not: [post(box('99'), LATER, 'revise')] },
  { found: 'V09', by: [post({}, LATER, 'revise')], not: [post({}, LATER, 'confirm')] },
  {
    found: 'V09-nothing-to-end',
    by: [withdraw('standard', 'storage/CNNGB/-/91330206MA2DEM0171/other', LATER, s.WHY)],
    not: [withdraw('standard', 'storage/CNNGB/-/91330206MA2DEM0171/box', LATER, s.WHY)],
  },
  {
    found: 'B01',
    by: [say_item('new-dues', '新费', { pricing: 'gov_set' })],
    not: [say_item('new-dues', '新费', { pricing: 'gov_set', basis: s.BY_RULES })],
  },
  {
    found: 'B01-fault',
    by: [say('standard', s.official('dues', '35', { basis: [] }), LATER, s.WHY)],
    not: [say('standard', s.official('dues', '35'), LATER, s.WHY)],
  },
  {
    found: 'B01-pinpoint',
    by: [
      say('standard', s.official('dues', '35', { basis: [{ document: 'rules-2019', article: null }] }), LATER, s.WHY),
    ],
    not: [say('standard', s.official('dues', '35'), LATER, s.WHY)],
  },
  { found: 'B02-unknown', by: [based('never')], not: [based('rules-2019')] },
  { found: 'B02-early', by: [based('early')], not: [based('notice')], live: withDocuments },
  { found: 'B02-ended', by: [based('over')], not: [based('notice')], live: withDocuments },
  { found: 'B03', by: [based('rules-2017')], not: [based('rules-2019')], live: withDocuments },
  { found: 'B04', by: [post(other('501', { item: 'handling' }))], not: [post(other('500', { item: 'handling' }))] },
  {
    found: 'B04-none',
    by: [
      say_item('new-dues', '新费', { pricing: 'gov_set', basis: s.BY_RULES }),
      post(other('5', { item: 'new-dues' })),
    ],
    not: [say_item('new-dues', '新费'), post(other('5', { item: 'new-dues' }))],
  },
  {
    found: 'B04-unclear',
    by: [post(other('34', { item: 'dues', unit: 'ton' }))],
    not: [post(other('34', { item: 'dues' }))],
  },
  {
    found: 'P01-fault',
    by: [
      bad(post(other('1')), {
        rate: { form: 'tiered', fact: 'weight_t', mode: 'slab', tiers: [{ over: '1', amount: '2' }] },
      }),
    ],
    not: [
      bad(post(other('1')), {
        rate: { form: 'tiered', fact: 'weight_t', mode: 'slab', tiers: [{ over: '0', amount: '2' }] },
      }),
    ],
  },
  {
    found: 'P02-fault',
    by: [bad(post(other('1')), { unit: 'barrel' })],
    not: [bad(post(other('1')), { unit: 'ton' })],
  },
  {
    found: 'P02-rounding',
    by: [say('standard', s.official('dues', '35', { terms: PLAIN }), LATER, s.WHY)],
    not: [say('standard', s.official('dues', '35'), LATER, s.WHY)],
  },
  { found: 'P03-fault', by: [post(other('-1'))], not: [post(other('1'))] },
  {
    found: 'P03-zero',
    by: [post(other('0', { posted: '堆存费' }))],
    not: [post(other('0', { posted: '堆存费 免费' }))],
  },
  {
    found: 'P04-agreed',
    by: [post(other('5', { posted: '面议' }))],
    not: [post(other('5', { posted: '面议', ...REMARK }))],
  },
  {
    found: 'P04-bare',
    by: [post(other('5', { rate: { form: 'at_cost' } }))],
    not: [post(other('5', { rate: { form: 'at_cost' }, ...REMARK }))],
  },
  {
    found: 'P05',
    by: [post(other('5', { rate: percent('seal-fee', '50') }))],
    not: [post(other('5', { rate: percent('dues', '50') }))],
  },
  {
    found: 'P05-circle',
    by: [
      post(other('5', { rate: percent('seal-fee', '50') })),
      post(other('5', { item: 'seal-fee', rate: percent('storage', '50') })),
    ],
    not: [
      post(other('5', { rate: percent('seal-fee', '50') })),
      post(other('5', { item: 'seal-fee', rate: percent('dues', '50') })),
    ],
  },
  {
    found: 'P06',
    by: [post(other('5', { rate: percent('dues', '101') }))],
    not: [post(other('5', { rate: percent('dues', '100') }))],
  },
  ...lineageTries(),
  {
    found: 'L02',
    by: [post(other('8.01', { item: 'port-facility-security' }))],
    not: [post(other('8', { item: 'port-facility-security' }))],
  },
  {
    found: 'L03',
    by: [withdraw('item', 'seal-fee', LATER, { ...s.WHY, documents: [] })],
    not: [withdraw('item', 'seal-fee', LATER, s.WHY)],
  },
  { found: 'L04', by: [say_item('lighterage', '冷藏服务')], not: [say_item('lighterage', '驳船取送服务')] },
  {
    found: 'L04-renamed',
    by: [say_item('storage', '冷藏服务', {}, LATER, 'revise')],
    not: [say_item('storage', '堆存服务', {}, LATER, 'revise')],
  },
  {
    found: 'C01',
    by: [post(other('5', { item: 'seal-fee', own_name: '堆存费' }))],
    not: [post(other('5', { item: 'seal-fee', own_name: '铅封费' }))],
  },
  { found: 'C02', by: [post(box('5', { port: 'CNWNZ', unit: 'ton' }))], not: [post(box('5', { port: 'CNWNZ' }))] },
  {
    found: 'C03',
    by: [post(other('5'), s.from('2025-01-01', '2026-01-01'))],
    not: [post(other('5'), s.from('2025-01-01'))],
  },
  {
    found: 'C05',
    by: [post(other('5', { entity: '91330303MA2DEM05X3' }))],
    not: [post(other('5', { entity: s.FORWARDER }))],
  },
  { found: 'C05-port', by: [post(other('5', { port: 'CNSHA' }))], not: [post(other('5', { port: 'CNWNZ' }))] },
  {
    found: 'C05-elsewhere',
    by: [
      say('entity', s.entity(s.TERMINAL, { ports: ['CNNGB'] }), s.from('2026-11-23'), s.WHY, 'revise'),
      post(other('5', { port: 'CNWNZ' })),
    ],
    not: [post(other('5', { port: 'CNWNZ' }))],
  },
  {
    found: 'C05-phone',
    by: [say('entity', s.entity(s.TERMINAL, { complaint_phone: null }), LATER, s.WHY, 'revise')],
    not: [say('entity', s.entity(s.TERMINAL), LATER, s.WHY, 'revise')],
  },
  {
    found: 'S01-item',
    by: [withdraw('item', 'storage', LATER, s.WHY)],
    not: [
      withdraw('item', 'storage', LATER, s.WHY),
      withdraw('standard', 'storage/CNNGB/-/91330206MA2DEM0171/box', LATER, s.WHY),
    ],
  },
  {
    found: 'S01-price',
    by: [say('standard', s.official('dues', '35'), LATER, s.WHY, 'revise')],
    not: [say('standard', s.official('dues', '34', { remark: text('另注') }), LATER, s.WHY, 'revise')],
  },
  {
    found: 'S01-base',
    by: [withdraw('item', 'dues', LATER, s.WHY)],
    not: [withdraw('item', 'seal-fee', LATER, s.WHY)],
    live: s.published([post(other('5', { rate: percent('dues', '50') }), s.from('2024-01-01'))]),
  },
  { found: 'S02', by: [post(box('12'))], not: [post(box('12'))], settings: stale, otherwise: current },
  { found: 'R01-fault', by: [bad(post(other('5')), { posted: '' })], not: [post(other('5'))] },
  {
    found: 'R01-item',
    by: [post(other('5', { item: 'never-published' }))],
    not: [post(other('5', { item: 'seal-fee' }))],
  },
  {
    found: 'R01-content',
    by: [say_item('fresh', '新费', { content: text('新费') })],
    not: [say_item('fresh', '新费')],
  },
  { found: 'R02-above', by: [post(other('34.01', { item: 'dues' }))], not: [post(other('34', { item: 'dues' }))] },
  { found: 'R02-below', by: [post(other('33.99', { item: 'dues' }))], not: [post(other('34.00', { item: 'dues' }))] },
  {
    found: 'R03-above',
    by: [post(other('100.01', { item: 'pilotage' }))],
    not: [post(other('99', { item: 'pilotage' }))],
  },
  {
    found: 'R05',
    by: [post(other('5', { item: 'lighterage' }), s.from('2018-06-20'))],
    not: [post(other('5', { item: 'lighterage' }), s.from('2018-06-19', '2018-06-20'))],
  },
  {
    found: 'R05-named',
    by: [post(other('5', { own_name: '驳船取送费' }))],
    not: [post(other('5', { own_name: '堆存费用' }))],
  },
  {
    found: 'R06',
    by: [post(other('8.01', { item: 'port-facility-security' }))],
    not: [post(other('8', { item: 'port-facility-security' }))],
  },
  {
    found: 'R06-alone',
    by: [say_item('port-facility-security', '港口设施保安费', {}, LATER, 'revise')],
    not: [say_item('port-facility-security', '港口设施保安费', { parent: 'lumpsum' }, LATER, 'revise')],
  },
  {
    found: 'R07',
    by: [post(other('5', { posted: '订舱费（含货物港务费）' }))],
    not: [post(other('5', { posted: '订舱费（含手续费）' }))],
  },
  { found: 'R08', by: [post(other('5', { rate: range }))], not: [post(other('5', { rate: range, ...REMARK }))] },
  {
    found: 'R09',
    by: [post(other('5', { item: 'seal-fee' })), post(other('5', { item: 'tally-seal', entity: s.FORWARDER }))],
    not: [
      post(other('5', { item: 'seal-fee' })),
      post(other('5', { item: 'tally-seal', entity: s.FORWARDER, port: 'CNWNZ' })),
    ],
  },
  {
    found: 'R10',
    by: [say_item('fumigation', '熏蒸费', { link: 'quarantine' })],
    not: [say_item('fumigation', '熏蒸费', { link: 'quarantine', voluntary: true })],
  },
  {
    found: 'R10-said',
    by: [post(other('5', { posted: '必须由本公司堆存 5元/箱' }))],
    not: [post(other('5', { posted: '可由本公司堆存 5元/箱' }))],
  },
  {
    found: 'R11',
    by: [post(box('9'), s.from('2026-11-22'), 'revise')],
    not: [post(box('9'), s.from('2026-11-23'), 'revise')],
  },
  {
    found: 'R12',
    by: [post(other('5', { posted: '政府定价 5元/箱' }))],
    not: [post(other('5', { posted: '非政府定价 5元/箱' }))],
  },
  {
    found: 'R15',
    by: [post(other('5', { posted: 'USD 5 per box' }))],
    not: [post(other('5', { posted: 'USD 5 per box (CNY 35)' }))],
  },
  {
    found: 'R15-fault',
    by: [bad(post(other('5')), { currency: 'USD' })],
    not: [bad(post(other('5')), { currency: 'CNY' })],
  },
]

function lineageTries(): Try[] {
  const became = (to: string, on: string, of = 'seal-fee') =>
    say(
      'lineage',
      { from: of, to, kind: 'replaced_by', ceiling: false, basis: s.BY_RULES, note: text('改名') },
      s.from(on),
      s.WHY,
    )
  return [
    {
      found: 'L01-predecessor',
      by: [became('storage', '2027-02-01', 'lighterage')],
      not: [became('storage', '2027-02-01')],
    },
    { found: 'L01-successor', by: [became('lighterage', '2027-02-01')], not: [became('storage', '2027-02-01')] },
  ]
}

test.for(tries.map((one, n) => [`${one.found} (${n + 1})`, one] as const))(
  '%s is found in what breaks the rule, and not in the nearest that does not',
  ([, { found, by, not, live = s.LIVE, settings = s.SETTINGS, otherwise = settings }]) => {
    expect(s.found(by, live, settings)).toContain(found)
    expect(s.found(not, live, otherwise)).not.toContain(found)
  },
)

const liveRules = (lines: Line[], live: Live = s.LIVE) =>
  lintLive(s.published(lines, live), s.SETTINGS).findings.map(({ rule, case: what }) =>
    what ? `${rule}-${what}` : rule,
  )

const coverage = (through: string, port: string | null, entity: string | null) =>
  say('coverage', { port, entity, verified_through: through as never, note: null }, s.from('2024-01-01'), s.WHY)

test.for([
  ['R14-entity', coverage('2025-11-22', 'CNNGB', s.TERMINAL), coverage('2025-11-23', 'CNNGB', s.TERMINAL)],
  ['R14-port', coverage('2025-11-22', 'CNNGB', null), coverage('2025-11-23', 'CNNGB', null)],
  ['R14-government', coverage('2025-11-22', null, null), coverage('2025-11-23', null, null)],
  [
    'C04',
    post({ line: 'old' }, s.from('2025-11-22')),
    withdraw('standard', 'storage/CNNGB/-/91330206MA2DEM0171/box', s.from('2024-01-01'), s.WHY),
  ],
] as const)('%s is found in the live list, and not in the nearest that is in order', ([found, by, not]) => {
  const fresh = s.published([
    post({ line: 'fresh' }, s.from('2025-11-23')),
    withdraw('standard', 'dues/CNNGB/-/91330206MA2DEM0171/box', s.from('2024-01-01'), s.WHY),
  ])
  expect(liveRules([by as Line], fresh)).toContain(found)
  expect(liveRules([not as Line], fresh)).not.toContain(found)
})

test('a pilotage price that is not touched is named when government lowers the ceiling below it', () => {
  const lower = say('standard', s.official('pilotage', '80'), LATER, s.WHY, 'revise')
  expect(s.found([lower], withPilotage)).toContain('S01-price')
  expect(s.found([say('standard', s.official('pilotage', '95'), LATER, s.WHY, 'revise')], withPilotage)).not.toContain(
    'S01-price',
  )
})

test('R04 and R13 are never silently green: they say that it takes a bill', async () => {
  const { lint } = await import('../../../catalogue/lint/lint.ts')
  const report = lint(s.LIVE, [post(box('12'))], s.SETTINGS)
  expect(report.skipped.filter(({ because }) => because === 'on-bills').map(({ rule }) => rule)).toEqual(['R04', 'R13'])
  expect(report.ran).not.toContain('R04')
})
