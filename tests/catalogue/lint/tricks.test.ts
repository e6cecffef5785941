import { expect, test } from 'vitest'
import { PLAIN } from '../../../catalogue/fee-standard.ts'
import { lint } from '../../../catalogue/lint/lint.ts'
import { type Line, say, withdraw } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import * as s from './sample.ts'

const fixed = (amount: string) => ({ form: 'fixed', amount }) as const
const TOMORROW = s.from('2026-11-24')
const LATER = s.from('2027-02-01')
type Rest = Parameters<typeof s.posted>[0]
const post = (rest: Rest, valid = LATER, change: 'new' | 'revise' | 'correct' = 'new') =>
  say('standard', s.posted(rest), valid, s.WHY, change)
const official = (item: string, amount: string, rest: Rest) =>
  say('standard', s.official(item, amount, rest), s.from('2019-04-01'), s.WHY)
const night = (percent: string) => ({
  ...PLAIN,
  surcharges: [{ name: text('夜间'), percent, when: { night: ['true'] } }],
})
const dangerous = (percent: string) => ({
  ...PLAIN,
  surcharges: [{ name: text('危险货物'), percent, when: { cargo_class: ['dangerous1'], size: ['40'] } }],
})
const OLD_BOX = 'storage/CNNGB/-/91330206MA2DEM0171/box'
const tiered = (mode: 'marginal' | 'slab', ...tiers: [over: string, amount: string][]) =>
  ({ form: 'tiered', fact: 'net_tonnage', mode, tiers: tiers.map(([over, amount]) => ({ over, amount })) }) as const
const perNetTon = { item: 'pilotage', unit: 'net_ton', own_name: null } as const

/** 8 a box of 20 feet, 12 one of 40: of the security charge before it went into the lump sum, and of a set price. */
const bySize = s.published([
  withdraw('standard', 'port-facility-security/-/-/-/all', s.from('2019-04-01', '2022-04-01'), s.WHY),
  withdraw('standard', 'dues/-/-/-/all', s.from('2019-04-01'), s.WHY),
  ...(['20', '40'] as const).flatMap((size) => [
    say(
      'standard',
      s.official('port-facility-security', size === '20' ? '8' : '12', {
        line: `box-${size}`,
        conditions: { size: [size] },
      }),
      s.from('2019-04-01', '2022-04-01'),
      s.WHY,
    ),
    official('dues', size === '20' ? '34' : '68', { line: `box-${size}`, conditions: { size: [size] } }),
  ]),
])
const tieredPilotage = s.published([
  withdraw('standard', 'pilotage/-/-/-/all', s.from('2019-04-01'), s.WHY),
  official('pilotage', '1', {
    ...{ line: 'tons', unit: 'net_ton', rate: tiered('marginal', ['0', '0.45'], ['40000', '0.40']) },
  }),
])
const atArea = s.published([official('pilotage', '80', { line: 'quiet', port: 'CNNGB', area: 'beilun' })])
const twoSizes = s.published([
  post({ line: 'box-40', conditions: { size: ['40'] }, rate: fixed('5') }, s.from('2024-01-01')),
])

const says = (lines: readonly Line[], live = s.LIVE) =>
  lint(live, lines, s.SETTINGS).findings.map(
    ({ severity, rule, case: what }) => `${severity} ${what === null ? rule : `${rule}-${what}`}`,
  )

test.for([
  [
    'a set price posted for every size at the price of the smaller',
    'error R02-below',
    [post({ item: 'dues', line: 'every', own_name: '港务费', rate: fixed('34') })],
    bySize,
  ],
  [
    'a set price posted for every size at the price of the larger',
    'error R02-above',
    [post({ item: 'dues', line: 'every', own_name: '港务费', rate: fixed('68') })],
    bySize,
  ],
  ['security at 12 for every size', 'error R06', [post({ item: 'port-facility-security', rate: fixed('12') })], bySize],
  [
    'security at 12 for every size, as a sub-item above its former price',
    'error L02',
    [post({ item: 'port-facility-security', rate: fixed('12') })],
    bySize,
  ],
  [
    'security at 12.01 for the larger size',
    'error R06',
    [post({ item: 'port-facility-security', rate: fixed('12.01'), conditions: { size: ['40'] } })],
    bySize,
  ],
  [
    'a guided price at the ceiling with a night surcharge of its own',
    'error R03-above',
    [post({ item: 'pilotage', rate: fixed('100'), terms: night('45') })],
    s.LIVE,
  ],
  [
    'a guided price below the ceiling that its surcharge takes above it',
    'error R03-above',
    [post({ item: 'pilotage', rate: fixed('90'), terms: dangerous('50') })],
    s.LIVE,
  ],
  [
    'a guided price at the ceiling with a least quantity',
    'error R03-above',
    [post({ item: 'pilotage', rate: fixed('100'), terms: { ...PLAIN, minimum_quantity: '5' } })],
    s.LIVE,
  ],
  [
    'a guided price above the ceiling in the middle of its tiers only, which are others',
    'error R03-above',
    [post({ ...perNetTon, rate: tiered('marginal', ['0', '0.45'], ['50000', '0.40']) })],
    tieredPilotage,
  ],
  [
    'a guided price without the lower tier',
    'error R03-above',
    [post({ ...perNetTon, rate: fixed('0.45') })],
    tieredPilotage,
  ],
  [
    'a guided price above the lower ceiling of one area',
    'error R03-above',
    [post({ item: 'pilotage', rate: fixed('90') })],
    atArea,
  ],
  [
    'a guided price in another unit',
    'warning B04-unclear',
    [post({ item: 'pilotage', unit: 'hour', rate: fixed('90') })],
    s.LIVE,
  ],
  [
    'a charge posted under the name of one that government guides',
    'warning B04-named',
    [post({ item: 'handling', line: 'x', own_name: '引航费', rate: fixed('300') })],
    s.LIVE,
  ],
  [
    'an abolished item named inside another name',
    'warning R05-named',
    [post({ line: 'x', own_name: '代收驳船取送费' })],
    s.LIVE,
  ],
  [
    'an increase said as a correction of tomorrow',
    'warning V06-corrected',
    [post({ rate: fixed('15') }, TOMORROW, 'correct')],
    s.LIVE,
  ],
  [
    'an increase under another line key',
    'error V06-beside',
    [withdraw('standard', OLD_BOX, TOMORROW, s.WHY), post({ line: 'box-new', rate: fixed('15') }, TOMORROW)],
    s.LIVE,
  ],
  [
    'an increase for one size beside the price for all',
    'error V06-beside',
    [post({ line: 'box-40', conditions: { size: ['40'] }, rate: fixed('15') }, TOMORROW)],
    s.LIVE,
  ],
  [
    'an increase in one area beside the price for the port',
    'error V06-beside',
    [post({ area: 'beilun', rate: fixed('15') }, TOMORROW)],
    s.LIVE,
  ],
  [
    'the end of a lower price beside a higher one for all',
    'error V06-ended',
    [withdraw('standard', 'storage/CNNGB/-/91330206MA2DEM0171/box-40', TOMORROW, s.WHY)],
    twoSizes,
  ],
  ['another unit at the same figure', 'warning V06-unclear', [post({ unit: 'ton' }, TOMORROW, 'revise')], s.LIVE],
  [
    'another unit at a lower figure',
    'warning V06-unclear',
    [post({ unit: 'ton', rate: fixed('9') }, TOMORROW, 'revise')],
    s.LIVE,
  ],
  ['a dearer night', 'error V06', [post({ terms: night('45') }, TOMORROW, 'revise')], s.LIVE],
  ['a surcharge for a case of its own', 'error V06', [post({ terms: dangerous('45') }, TOMORROW, 'revise')], s.LIVE],
  [
    'a lower rate with a surcharge that takes it above',
    'error V06',
    [post({ rate: fixed('9'), terms: dangerous('45') }, TOMORROW, 'revise')],
    s.LIVE,
  ],
  [
    'a least quantity of two',
    'error V06',
    [post({ terms: { ...PLAIN, minimum_quantity: '2' } }, TOMORROW, 'revise')],
    s.LIVE,
  ],
  [
    'the top of a range',
    'error V06',
    [post({ rate: { form: 'range', low: '5', high: '10.01' } }, TOMORROW, 'revise')],
    s.LIVE,
  ],
  ['raising it from 29 days on', 'error V06', [post({ rate: fixed('11') }, s.from('2026-12-22'), 'revise')], s.LIVE],
  [
    'two lines that both fit',
    'warning C01-overlap',
    [post({ line: 'a', conditions: { size: ['20', '40'] } }), post({ line: 'b', conditions: { size: ['40', '45'] } })],
    s.LIVE,
  ],
  [
    'an entity that goes while its prices stay',
    'error S01-entity',
    [withdraw('entity', s.TERMINAL, LATER, s.WHY)],
    s.LIVE,
  ],
] as const)('%s is found', ([, wanted, lines, live]) => {
  expect(says(lines as readonly Line[], live)).toContain(wanted)
})

const newcomer = '91330303MA2DEM05X3'
test.for([
  [
    'lowering a price from tomorrow',
    [post({ rate: fixed('9'), posted: '堆存费 9元/箱' }, TOMORROW, 'revise')],
    ['note V07'],
  ],
  [
    'raising it with 31 days',
    [post({ rate: fixed('11'), posted: '堆存费 11元/箱' }, s.from('2026-12-24'), 'revise')],
    [],
  ],
  ['the text as posted only', [post({ posted: '堆存费：10元/箱' }, TOMORROW, 'revise')], []],
  ['splitting it by size at the same price', [post({ line: 'box-40', conditions: { size: ['40'] } }, TOMORROW)], []],
  ['ending a price', [withdraw('standard', OLD_BOX, TOMORROW, s.WHY)], []],
  [
    'a new entity and its first list',
    [
      say('entity', s.entity(newcomer), s.from('2026-11-23'), s.WHY),
      post({ entity: newcomer, own_name: '堆存' }, s.from('2026-12-01')),
    ],
    ['note V06-added'],
  ],
  [
    'the correction of a past month',
    [post({ rate: fixed('11') }, s.from('2026-10-01', '2026-11-01'), 'correct')],
    ['warning V05-affects'],
  ],
  [
    'saying that no set price is included',
    [post({ item: 'seal-fee', own_name: null, line: 'x', posted: '包干费（不含货物港务费）10元/箱' })],
    [],
  ],
  [
    'saying that it is not compulsory',
    [post({ item: 'seal-fee', own_name: null, line: 'x', posted: '自愿委托，不强制 10元/箱' })],
    [],
  ],
  [
    'saying that it is no longer set by government',
    [post({ item: 'seal-fee', own_name: null, line: 'x', posted: '市场调节价，不再实行政府定价 10元/箱' })],
    [],
  ],
  [
    'a narrower price beside a wide one',
    [
      post({ line: 'x', conditions: { size: ['40'] } }),
      post({ line: 'y', conditions: { size: ['40'], load: ['empty'] } }),
    ],
    [],
  ],
  [
    'each size at its set price',
    [
      post({ item: 'dues', line: 'a', own_name: '港务费', conditions: { size: ['20'] }, rate: fixed('34') }),
      post({ item: 'dues', line: 'b', own_name: '港务费', conditions: { size: ['40'] }, rate: fixed('68') }),
    ],
    [],
    bySize,
  ],
] as const)('%s is no matter', ([, lines, wanted, live = s.LIVE]) => {
  expect(says(lines as readonly Line[], live)).toEqual(wanted)
})
