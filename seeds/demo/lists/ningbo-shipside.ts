import type { Terms } from '../../../catalogue/fee-standard.ts'
import { text } from '../../../catalogue/text.ts'
import { BY_NET_TON, NIGHT_AND_HOLIDAY, TO_THE_YUAN } from '../../national/terms.ts'
import { basis, terms, tiered } from '../../seed.ts'
import { CODES } from '../entities.ts'
import type { PriceList } from '../price-list.ts'
import { SOURCES } from '../sources.ts'

const DAYS = ['2021-05-15', '2022-04-01', '2024-05-01', '2026-03-01']

const PILOTED: Terms = { ...BY_NET_TON, minimum_quantity: '2000', surcharges: NIGHT_AND_HOLIDAY }
const TOWED: Terms = { ...TO_THE_YUAN, surcharges: NIGHT_AND_HOLIDAY }

const pilotage = (first: string, second: string, third: string, cap: string) => ({
  rate: tiered('net_tonnage', 'marginal', ['0', first], ['40000', second], ['80000', third]),
  cap,
})

const towage = (...amounts: string[]) =>
  tiered('loa_m', 'slab', ...LENGTHS.map((over, n): [string, string] => [over, amounts[n]!]))

const LENGTHS = ['0', '80', '120', '150', '180', '220', '260', '275', '300', '325', '350', '390']

const CONTAINER = ['6000', '6500', '7000', '8000', '8500', '9000', '9500', '10000', '10500', '11000', '11500', '12000']
const CONTAINER_85 = ['5100', '5525', '5950', '6800', '7225', '7650', '8075', '8500', '8925', '9350', '9775', '10200']
const TANKER = ['5700', '7800', '8500', '10500', '12000', '14000', '16000', '17000', '18000', '18600', '19600', '20300']
const TANKER_90 = [
  '5130',
  '7020',
  '7650',
  '9450',
  '10800',
  '12600',
  '14400',
  '15300',
  '16200',
  '16740',
  '17640',
  '18270',
]
const BULK = ['5300', '7400', '8000', '9000', '11000', '13000', '14000', '15000', '16000', '16500', '17800', '19600']
const BULK_OVER = [
  '5300',
  '7400',
  '8000',
  '9000',
  '11000',
  '13800',
  '14800',
  '15000',
  '16000',
  '16500',
  '17800',
  '19600',
]

const GOV = { basis: [basis('jsg-2019-2')], real: 1, source: SOURCES.government }

/** 引航: the pilot station posts the government's ceiling, reduced by a tenth from 2022-04-01. */
export const PILOT_STATION: PriceList = {
  ...{ entity: CODES.pilot, port: 'CNNGB', days: DAYS, source: SOURCES.government },
  rows: [
    [
      'pilotage',
      'international',
      '引航费',
      'net_ton',
      'voyage=international',
      [pilotage('0.45', '0.40', '0.375', '49000'), pilotage('0.405', '0.36', '0.3375', '44100'), '=', '='],
      { ...GOV, terms: { ...PILOTED, limits_before_surcharges: true } },
    ],
    [
      'pilotage',
      'international-shifting',
      '移泊费',
      'net_ton',
      'voyage=international pilot_service=shifting',
      ['0.20', '0.18', '=', '0.17'],
      { terms: PILOTED },
    ],
    [
      'pilotage',
      'international-over-10nm',
      '引航费（超程）',
      'net_ton_nm',
      'voyage=international distance_nm=>10',
      ['0.004', '=', '.', '0.0036'],
      { adds_to: 'international', terms: { ...PILOTED, excess: { fact: 'distance_nm', over: '10' } } },
    ],
    [
      'pilotage',
      'domestic',
      '引航费（国内航线）',
      'net_ton',
      'voyage=domestic',
      ['0.18', '=', '0.17', '0.16'],
      { terms: { ...BY_NET_TON, minimum_quantity: '500' } },
    ],
  ],
}

/** 拖轮: 15 % under the ceiling for container ships, over it for two lengths of bulk carriers (a deliberate fault). */
export const TUG_COMPANY: PriceList = {
  ...{ entity: CODES.tug, port: 'CNNGB', days: DAYS, source: SOURCES.government },
  rows: [
    [
      'towage',
      'international-container',
      '拖轮费',
      'tug_movement',
      'voyage=international ship_type=container',
      [towage(...CONTAINER), '.', '=', towage(...CONTAINER_85)],
      { terms: TOWED },
    ],
    [
      'towage',
      'international-tanker',
      '拖轮费',
      'tug_movement',
      'voyage=international ship_type=tanker',
      [towage(...TANKER), '.', '=', towage(...TANKER_90)],
      { terms: TOWED },
    ],
    [
      'towage',
      'international-bulk',
      '拖轮费',
      'tug_movement',
      'voyage=international ship_type=bulk|other',
      [towage(...BULK), '.', '=', towage(...BULK_OVER)],
      { terms: TOWED },
    ],
    [
      'towage',
      'domestic',
      '拖轮费（国内航线）',
      'tug_movement',
      'voyage=domestic',
      ['3000~11900', '.', '2800~11000', '2800~10500'],
      {
        remark: text(
          '按船长和船舶类型在区间内定价，详见现场公示表。',
          'Priced within the range by length and type of ship; the full table hangs at the office.',
        ),
      },
    ],
    [
      'oil-boom',
      'international-under-1000',
      '围油栏使用费',
      'call',
      'voyage=international net_tonnage=<1000',
      ['3000', '.', '=', '2700'],
      { terms: TO_THE_YUAN },
    ],
    [
      'oil-boom',
      'international-1000-to-3000',
      '围油栏使用费',
      'call',
      'voyage=international net_tonnage=>=1000<=3000',
      ['3500', '.', '=', '3200'],
      { terms: TO_THE_YUAN },
    ],
    [
      'oil-boom',
      'international-over-3000',
      '围油栏使用费',
      'call',
      'voyage=international net_tonnage=>3000',
      ['4000', '.', '=', '3700'],
      { terms: TO_THE_YUAN },
    ],
  ],
}

/** 理货: built on the list of Wuhan port. */
export const TALLY_COMPANY: PriceList = {
  ...{ entity: CODES.tally, port: 'CNNGB', days: DAYS, source: SOURCES.wuhan },
  rows: [
    [
      'tally-container',
      'foreign',
      '理箱费',
      'container',
      'trade=foreign transhipment=false',
      ['15/30', '14/28', '=', '13.5/27'],
      { real: 1 },
    ],
    [
      'tally-container',
      'domestic',
      '理箱费',
      'container',
      'trade=domestic transhipment=false',
      ['11/22', '10/20', '=', '9/18'],
      { real: 1 },
    ],
    [
      'tally-container',
      'transhipment',
      '理箱费（中转）',
      'container',
      'transhipment=true',
      ['8/16', '7/14', '=', '='],
      { real: 1 },
    ],
    ['tally-document', 'voyage', '单证费', 'voyage', '', ['200', '193', '=', '180'], { real: 1 }],
    [
      'tally-stuffing',
      'foreign-on-site',
      '装箱理货',
      'container',
      'trade=foreign',
      ['40/80', '38/76', '=', '36/72'],
      { real: 1, label: text('厂点装箱', 'at the factory') },
    ],
    [
      'tally-stuffing',
      'foreign-yard',
      '装箱理货',
      'container',
      'trade=foreign',
      ['30/60', '28/56', '=', '='],
      { real: 1, label: text('场站装箱', 'at the yard') },
    ],
    [
      'tally-stuffing',
      'domestic-yard',
      '装箱理货',
      'container',
      'trade=domestic',
      ['5/10', '0/0', '=', '='],
      { real: 1, label: text('场站装箱', 'at the yard') },
    ],
    [
      'tally-stripping',
      'foreign',
      '拆箱理货',
      'container',
      'trade=foreign',
      ['58/116', '55/110', '=', '52/104'],
      { real: 1 },
    ],
    [
      'tally-stripping',
      'domestic',
      '拆箱理货',
      'container',
      'trade=domestic',
      ['48/96', '45/90', '=', '42/84'],
      { real: 1 },
    ],
    ['tally-seal', 'seal', '铅封费', 'seal', '', ['6', '5', '=', '4.5'], { real: 1 }],
    [
      'tally-cargo',
      'break-bulk',
      '件杂货理货费',
      'revenue_ton',
      '',
      ['2.2', '2', '=', '='],
      {
        real: 1,
        terms: terms({ minimum_quantity: '1' }),
        remark: text('重量吨与体积吨择大计费。', 'By weight or measure, whichever is greater.'),
      },
    ],
  ],
}
