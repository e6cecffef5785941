import type { Rate } from '../../../catalogue/rate/rate.ts'
import { text } from '../../../catalogue/text.ts'
import { basis, terms, tiered } from '../../seed.ts'
import { CODES } from '../entities.ts'
import type { PriceList } from '../price-list.ts'
import { SOURCES } from '../sources.ts'

const DAYS = ['2021-06-01', '2023-07-01', '2024-10-01', '2026-01-12']
const YGRTT = { real: 3, source: SOURCES.ygrtt }
const AT_PAR: Rate = { form: 'percent_of', item: 'cargo-port-dues', percent: '100' }
const VOLUME = text(
  '按月委托票数定价：50票以上取低值，10票以下取高值。',
  'By bills a month: low end from 50, high end under 10.',
)

const agency = (...amounts: string[]): Rate =>
  tiered(
    'net_tonnage',
    'marginal',
    ...['0', '2000', '10000', '50000'].map((over, n): [string, string] => [over, amounts[n]!]),
  )

/** A freight forwarder; its booking fee once took in the port dues, which may only be passed on at par. */
export const FORWARDER: PriceList = {
  ...{ entity: CODES.forwarder, port: 'CNNGB', days: DAYS, source: SOURCES.ygrtt },
  rows: [
    [
      'booking',
      'general',
      '订舱费',
      'container',
      'cargo_class=general',
      ['250~450/350~650', '220~420/320~620', '.', '200~400/300~600'],
      {
        ...YGRTT,
        remark: text(
          '由航线和船公司决定。原价目注明“包含港务费”；货物港务费为政府定价，只能代收代付。',
          'Decided by lane and carrier. The list says “port dues included”; these are set by government and may only be passed on.',
        ),
      },
    ],
    [
      'booking',
      'dangerous',
      '订舱费',
      'container',
      'cargo_class=dangerous1',
      ['400/500', '=', '.', '350/450'],
      { real: 3, source: SOURCES.kcn },
    ],
    [
      'agency-handling',
      'box',
      '操作费',
      'container',
      '',
      ['120~220', '.', '110~200', '100~200'],
      { ...YGRTT, remark: VOLUME },
    ],
    [
      'vgm',
      'box',
      'VGM',
      'container',
      '',
      ['50~100', '30~100', '.', '0~100'],
      { ...YGRTT, remark: text('船公司免收的取0元。', 'Zero where the carrier charges nothing.') },
    ],
    [
      'customs-declaration',
      'export',
      '出口报关费',
      'bill',
      'direction=export',
      ['100~150', '90~130', '.', '80~120'],
      { ...YGRTT, remark: VOLUME },
    ],
    [
      'exam-agency',
      'export',
      '出口海关查验服务费',
      'bill',
      'direction=export',
      ['250~350', '.', '220~320', '200~300'],
      {
        ...YGRTT,
        remark: text(
          '按查验箱数定价，查验通知后告知。',
          'By the number of boxes examined, told on notice of examination.',
        ),
      },
    ],
    [
      'dues-collection',
      'par',
      '代收货物港务费',
      'container',
      '',
      [AT_PAR, '.', '=', '='],
      { basis: [basis('jsg-2019-2')], remark: text('代收代付，不加价。', 'Passed on without a mark-up.') },
    ],
    ['dg-application', 'bill', '危申报', 'bill', '', ['550', '.', '520', '500'], { real: 3, source: SOURCES.kcn }],
    [
      'manifest',
      'ens',
      'ENS发送费',
      'bill',
      '',
      ['260', '.', '240', '220'],
      { label: text('欧盟舱单', 'European Union') },
    ],
    ['telex-release', 'bill', '电放代办费', 'bill', '', ['350', '.', '320', '300'], { real: 3, source: SOURCES.kcn }],
    ['stuffing', 'box', '代办内装费', 'container', '', ['at-cost', '.', '=', '=']],
  ],
}

/** A ship's agent; it posts an “ISPS” over the ceiling of 8 and 12 yuan (a deliberate fault). */
export const SHIP_AGENT: PriceList = {
  ...{ entity: CODES.shipAgent, port: 'CNNGB', days: DAYS, source: SOURCES.kcn },
  rows: [
    [
      'port-facility-security',
      'foreign-laden',
      'ISPS',
      'container',
      'trade=foreign load=laden',
      ['8/12', '15/15', '20/20', '='],
      { real: 2 },
    ],
    [
      'ship-agency',
      'international',
      '船舶代理费',
      'net_ton',
      'voyage=international',
      [
        agency('0.62', '0.50', '0.40', '0.30'),
        agency('0.60', '0.48', '0.38', '0.28'),
        '=',
        agency('0.58', '0.46', '0.36', '0.26'),
      ],
      { terms: terms({ quantity: 'net_tonnage', floor: '2000' }) },
    ],
    ['ship-agency', 'domestic', '船舶代理费（内贸）', 'call', 'voyage=domestic', ['800', '.', '780', '750']],
    ['delivery-order', 'box', 'D/O', 'container', 'direction=import', ['220/280', '.', '200/250', '='], { real: 2 }],
    ['document-fee', 'import', 'DOC', 'bill', 'direction=import', ['520', '.', '500', '='], { real: 2 }],
    ['document-fee', 'export', 'DOC', 'bill', 'direction=export', ['470', '.', '450', '='], { real: 2 }],
    ['bill-amendment', 'bill', 'amendment', 'bill', '', ['800', '.', '760', '700'], { real: 2 }],
    ['seal-fee', 'box', 'seal', 'container', '', ['35', '.', '30', '='], { real: 2 }],
    ['eir-paper', 'box', '纸质设备交接单', 'container', '', ['10', '.', '.', '.']],
    ['eir', 'edi', 'EDI', 'bill', '', ['110', '.', '100', '80'], { real: 2 }],
    ['telex-release', 'bill', 'telex release', 'bill', '', ['320', '.', '300', '='], { real: 2 }],
    ['vgm', 'box', 'VGM', 'container', '', ['60', '.', '50', '40'], { real: 2 }],
  ],
}

/** A customs broker, built on Wuhan's list. */
export const BROKER: PriceList = {
  ...{ entity: CODES.broker, port: 'CNNGB', days: DAYS, source: SOURCES.wuhan },
  rows: [
    [
      'customs-declaration',
      'export',
      '报关费',
      'declaration',
      'direction=export',
      ['190', '180', '.', '160'],
      { real: 0 },
    ],
    [
      'customs-declaration',
      'import',
      '报关费',
      'declaration',
      'direction=import',
      ['200', '190', '.', '180'],
      { real: 0 },
    ],
    [
      'inspection-declaration',
      'bill',
      '报检费',
      'bill',
      '',
      ['50~90', '50~80', '.', '40~80'],
      { real: 0, remark: text('按商品品类数定价。', 'By the number of kinds of goods.') },
    ],
    [
      'exam-agency',
      'bill',
      '查验代理',
      'bill',
      '',
      ['50~200', '.', '50~180', '50~160'],
      {
        real: 0,
        remark: text(
          '按查验方式定价：机检取低值，人工掏箱取高值。',
          'Low end for a scan, high end for unstuffing by hand.',
        ),
      },
    ],
    [
      'commodity-inspection-agency',
      'bill',
      '商检代理',
      'bill',
      '',
      ['50~100', '.', '=', '40~90'],
      { real: 0, remark: text('按取样次数定价。', 'By the number of samplings.') },
    ],
    [
      'transit-declaration',
      'bill',
      '转关',
      'bill',
      '',
      ['70', '.', '65', '60'],
      { real: 0, label: text('转关申报', 'transit declaration') },
    ],
    [
      'transit-declaration',
      'seal',
      '关封',
      'bill',
      '',
      ['70', '.', '50', '0'],
      {
        real: 0,
        label: text('关封', 'customs seal'),
        remark: text('电子关封，2026年起免收。', 'Electronic; free since 2026.'),
      },
    ],
    [
      'customs-declaration',
      'extra-page',
      '续页费',
      'piece',
      '',
      ['20', '.', '15', '10'],
      { label: text('每续页', 'each further page'), terms: terms({ cap: '200' }) },
    ],
  ],
}

/** 检疫处理: commercial and voluntary; figures of Wuhan's list. */
export const QUARANTINE: PriceList = {
  ...{ entity: CODES.quarantine, port: 'CNNGB', days: DAYS, source: SOURCES.wuhan },
  rows: [
    ['fumigation', 'box', '熏蒸', 'container', '', ['180/360', '175/350', '.', '168/336'], { real: 0 }],
    [
      'fumigation',
      'tent',
      '帐幕熏蒸',
      'm3',
      '',
      ['10.8', '.', '10.5', '10'],
      { real: 0, label: text('帐幕', 'under a tent'), terms: terms({ floor: '200' }) },
    ],
    ['disinfection', 'box', '消毒', 'container', '', ['18/36', '.', '17/34', '16/32'], { real: 0 }],
    ['disinfection', 'vehicle', '车辆消毒', 'vehicle', '', ['20', '.', '15', '12']],
    [
      'fumigation',
      'packing',
      '木质包装热处理',
      'm3',
      '',
      ['120', '.', '115', '110'],
      { label: text('木质包装热处理', 'heat treatment of wood packing'), terms: terms({ floor: '300' }) },
    ],
  ],
}

const lift = (up: string, shift: string): Rate => ({
  form: 'sum',
  parts: [
    { name: '吊装', rate: { form: 'fixed', amount: up } },
    { name: '移位', rate: { form: 'fixed', amount: shift } },
  ],
})

/** 查验场站: built on the tariff of the Chenglingji inspection platform. */
export const EXAM_SITE: PriceList = {
  ...{ entity: CODES.examSite, port: 'CNNGB', days: DAYS, source: SOURCES.chenglingji },
  rows: [
    ['exam-platform', 'box', '查验平台费', 'container', '', ['55/110', '50/100', '.', '48/96'], { real: 1 }],
    [
      'exam-stripping',
      'third',
      '掏箱1/3',
      'container',
      '',
      ['260/370', '250/350', '.', '240/340'],
      { real: 1, label: text('掏箱三分之一', 'one third') },
    ],
    [
      'exam-stripping',
      'half',
      '掏箱1/2',
      'container',
      '',
      ['360/470', '340/450', '.', '330/440'],
      { real: 1, label: text('掏箱二分之一', 'one half') },
    ],
    [
      'exam-stripping',
      'full',
      '全掏',
      'container',
      '',
      ['700/880', '680/850', '.', '660/830'],
      { real: 1, label: text('全部掏箱', 'all of it') },
    ],
    ['exam-cold-storage', 'cold', '冷库费', 'ton_day', '', ['free0 3.8', 'free0 3.5', '.', 'free1 3.5'], { real: 1 }],
    [
      'customs-exam',
      'lift-shift',
      '吊装移位费',
      'container',
      '',
      [lift('120', '80'), lift('115', '75'), '.', lift('110', '70')],
    ],
    [
      'customs-exam',
      'labour',
      '查验人工',
      'person_hour',
      '',
      ['60', '.', '65', '70'],
      { label: text('搬运人工', 'labour') },
    ],
  ],
}

/** 电子装箱单: a data service that a society runs. */
export const PACKING_LIST: PriceList = {
  ...{ entity: CODES.packingList, port: 'CNNGB', days: DAYS, source: SOURCES.ygrtt },
  rows: [
    ['packing-list', 'box', '电子装箱单传输', 'container', '', ['15', '12', '.', '10'], YGRTT],
    ['eir', 'data', '设备交接单数据传输', 'container', '', ['5', '3', '.', '0'], { label: text('数据传输', 'data') }],
  ],
}
