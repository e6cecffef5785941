import type { Provenance } from '../../catalogue/basis.ts'
import type { Conditions } from '../../catalogue/facts.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import { text } from '../../catalogue/text.ts'
import type { Unit } from '../../catalogue/unit.ts'
import { basis, fixed, govStandard, recall, single, terms, tiered, verified } from '../seed.ts'
import { BY_TON, TO_THE_YUAN } from './terms.ts'

/** 船舶特别港务费: so much per net ton and voyage. */
export const specialPortFees = (amount: string): FeeStandard =>
  govStandard({
    item: 'special-port-fee',
    line: 'us-linked',
    label: text('对美船舶，每航次', 'US-linked ships, per voyage'),
    rate: fixed(amount),
    unit: 'net_ton',
    conditions: { us_linked: ['true'] },
    terms: terms({ quantity: 'net_tonnage', whole_units: true }),
    posted: `对美船舶收取船舶特别港务费：每净吨${amount}元，不足1净吨按1净吨计，按航次计收。`,
    basis: [basis('mot-2025-54')],
    provenance: verified('交通运输部公告2025年第54号，多处转载一致'),
    remark: text('同一船舶每年不超过5个航次。', 'At most five voyages per ship and year.'),
  })

/** 船舶油污损害赔偿基金: 0.3 per ton of persistent oil. */
export const oilPollutionLevy = (): FeeStandard =>
  govStandard({
    item: 'oil-pollution-fund',
    line: 'persistent-oil',
    label: text('海上运输的持久性油类物质', 'Persistent oil carried by sea'),
    rate: fixed('0.3'),
    unit: 'ton',
    posted: '船舶油污损害赔偿基金：海上运输的持久性油类物质，0.3元/吨。',
    basis: [basis('cz-2012-33'), basis('jcs-2014-96')],
    provenance: verified('常州市2024年清单，两处转载；起征日凭记忆'),
  })

const LICENCES = [
  ['1-year', '365', '一年期执照', 'one-year licence'],
  ['90-day', '90', '90日执照', '90-day licence'],
  ['30-day', '30', '30日执照', '30-day licence'],
] as const

const TAX_RATES = {
  preferential: [
    ['9.0', '17.4', '19.8', '22.8'],
    ['3.0', '5.8', '6.6', '7.6'],
    ['1.5', '2.9', '3.3', '3.8'],
  ],
  ordinary: [
    ['12.6', '24.0', '27.6', '31.8'],
    ['4.2', '8.0', '9.2', '10.6'],
    ['2.1', '4.0', '4.6', '5.3'],
  ],
} as const

const COLUMN = { preferential: ['优惠税率', 'preferential rate'], ordinary: ['普通税率', 'ordinary rate'] } as const

/** 船舶吨税: slabs by net tonnage for each licence, preferential and ordinary. */
export const tonnageTaxes = (document: string): FeeStandard[] =>
  (['preferential', 'ordinary'] as const).flatMap((column) =>
    LICENCES.map((licence, n) => tonnageTax(document, column, licence, TAX_RATES[column][n]!)),
  )

function tonnageTax(
  document: string,
  column: keyof typeof COLUMN,
  [slug, days, zh, en]: (typeof LICENCES)[number],
  [to2000, to10000, to50000, over50000]: readonly [string, string, string, string],
): FeeStandard {
  return govStandard({
    item: 'ship-tonnage-tax',
    line: `${column}-${slug}`,
    label: text(`${COLUMN[column][0]}，${zh}`, `${en}, ${COLUMN[column][1]}`),
    rate: tiered('net_tonnage', 'slab', ['0', to2000], ['2000', to10000], ['10000', to50000], ['50000', over50000]),
    unit: 'net_ton',
    conditions: { tax_rate: [column], licence_days: [days] },
    terms: terms({ quantity: 'net_tonnage' }),
    posted: `船舶吨税，${COLUMN[column][0]}，${zh}：2,000净吨及以下${to2000}元/净吨，2,000–10,000净吨${to10000}元，10,000–50,000净吨${to50000}元，50,000净吨以上${over50000}元（全额累进）。`,
    basis: [basis(document)],
    provenance: single('BIMCO 2012年转载，与现行税目税率表相同'),
  })
}

function constructionFee(line: string, unit: Unit, amount: string, conditions: Conditions, label: [string, string]) {
  return (provenance: Provenance): FeeStandard =>
    govStandard({
      item: 'port-construction-fee',
      line,
      label: text(...label),
      rate: fixed(amount),
      unit,
      conditions,
      terms: unit === 'ton' ? BY_TON : TO_THE_YUAN,
      posted: `港口建设费：${label[0]}，${amount}元/${unit === 'ton' ? '吨' : '箱'}。`,
      basis: [basis('port-construction-fee-rules')],
      provenance,
      remark: text('按2011年规则征收的起始日待核实。', 'The day on which the 2011 rates began is to be verified.'),
    })
}

const boxOf = (trade: 'foreign' | 'domestic', size: '20' | '40', amount: string) =>
  constructionFee(`${trade}-${size}`, 'container', amount, { trade: [trade], size: [size], load: ['laden'] }, [
    `${trade === 'foreign' ? '外贸' : '国内'}，${size}英尺重箱`,
    `Laden ${size}-foot container, ${trade} trade`,
  ])

const tonOf = (trade: 'foreign' | 'domestic', amount: string, half: boolean) =>
  constructionFee(
    `${trade}-bulk${half ? '-half' : ''}`,
    'ton',
    amount,
    { trade: [trade], measured_by: ['weight'], half_rate_goods: [String(half)] },
    [
      `${trade === 'foreign' ? '外贸' : '国内'}，散杂货${half ? '（水泥、粮食、化肥、农药、盐、砂土、石灰粉，减半）' : ''}`,
      `Bulk and general cargo, ${trade} trade${half ? ' (cement, grain, fertiliser, pesticide, salt, sand, lime: half)' : ''}`,
    ],
  )

/** 港口建设费 at the rates of 2011: 64/96 and 5.6 abroad, 32/48 and 4 at home, half for seven kinds of goods. */
export const constructionFees = (): FeeStandard[] => [
  ...[boxOf('foreign', '20', '64'), boxOf('foreign', '40', '96'), tonOf('foreign', '5.6', false)].map(bySingleSource),
  ...[boxOf('domestic', '20', '32'), boxOf('domestic', '40', '48'), tonOf('domestic', '4', false)].map(bySingleSource),
  tonOf('domestic', '2', true)(single('减半货类见旧价目表（单一来源）')),
  tonOf('foreign', '2.8', true)(recall('外贸货物是否同样减半凭记忆')),
]

/** The same charge before 2011: 80/120 per box, 7 per ton, foreign trade. */
export const constructionFeesBefore2011 = (): FeeStandard[] =>
  [boxOf('foreign', '20', '80'), boxOf('foreign', '40', '120'), tonOf('foreign', '7', false)].map(bySingleSource)

const bySingleSource = (made: (provenance: Provenance) => FeeStandard): FeeStandard =>
  made(single('旧价目表，单一来源；起止日凭记忆'))
