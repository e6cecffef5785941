import type { Basis, Provenance } from '../../catalogue/basis.ts'
import type { Conditions } from '../../catalogue/facts.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import type { Rate } from '../../catalogue/rate/rate.ts'
import { type Text, text } from '../../catalogue/text.ts'
import { basis, derived, fixed, govStandard, recall, seeAttachment, single, verified } from '../seed.ts'
import { BOX_M3, BY_TON, TO_THE_YUAN, underArticles } from './terms.ts'

type Words = { basis: Basis[]; provenance: Provenance; remark?: Text | null }
type Way = { slug: string; zh: string; en: string; conditions: Conditions }

const FOREIGN_IMPORT: Way = {
  slug: 'foreign-import',
  zh: '外贸进口',
  en: 'foreign-trade import',
  conditions: { trade: ['foreign'], direction: ['import'] },
}
const FOREIGN_EXPORT: Way = {
  slug: 'foreign-export',
  zh: '外贸出口',
  en: 'foreign-trade export',
  conditions: { trade: ['foreign'], direction: ['export'] },
}
const DOMESTIC: Way = {
  slug: 'domestic',
  zh: '内贸进出口',
  en: 'domestic, in or out',
  conditions: { trade: ['domestic'] },
}

const CLASSES = {
  general: { zh: '普通货箱、商品箱', en: 'general cargo', classes: ['general'] },
  special: { zh: '一级危险货物箱、冷藏重箱', en: 'class-1 dangerous or reefer', classes: ['dangerous1', 'reefer'] },
}

function box(way: Way, size: '20' | '40', cargo: keyof typeof CLASSES, rate: Rate, words: Words): FeeStandard {
  const { zh, en, classes } = CLASSES[cargo]
  const ofBoxes = rate.form === 'fixed' && words.basis.some(({ document }) => document === 'jsg-2019-2')
  const price = rate.form === 'fixed' ? `${rate.amount}元/箱` : '见附表'
  return govStandard({
    item: 'cargo-port-dues',
    line: `${way.slug}-${size}-${cargo}`,
    label: text(`${way.zh}，${size}英尺，${zh}`, `${size}-foot, ${en}, ${way.en}`),
    rate,
    unit: 'container',
    conditions: { ...way.conditions, size: [size], load: ['laden'], cargo_class: classes },
    terms: underArticles(ofBoxes ? { ...TO_THE_YUAN, box_m3: BOX_M3[size] } : TO_THE_YUAN, words.basis),
    posted: `货物港务费：${way.zh}，${size}英尺重箱（${zh}），${price}。`,
    ...words,
    remark: ofBoxes ? alsoSays(words.remark, OTHER_BOXES) : (words.remark ?? null),
  })
}

const OTHER_BOXES = text(
  '其他箱型按内容积比照最接近的箱型计收；箱内容积为常用值（20英尺33.2立方米、40英尺67.7立方米），待核实。',
  'Boxes of other sizes pay in proportion to the inner volume of the nearest one; the volumes are usual ones (33.2 m³ for 20 feet, 67.7 m³ for 40) and to be verified.',
)

const alsoSays = (remark: Text | null | undefined, more: Text): Text =>
  remark ? text(`${remark.zh}${more.zh}`, `${remark.en} ${more.en}`) : more

type Four = [general20: string, general40: string, special20: string, special40: string]

const four = (way: Way, [g20, g40, s20, s40]: Four, general: Words, special: Words = general): FeeStandard[] => [
  box(way, '20', 'general', fixed(g20), general),
  box(way, '40', 'general', fixed(g40), general),
  box(way, '20', 'special', fixed(s20), special),
  box(way, '40', 'special', fixed(s40), special),
]

const FOREIGN_2001: [Four, Four] = [
  ['40', '80', '80', '160'],
  ['20', '40', '40', '80'],
]

/** Foreign-trade boxes at the rates of 2001, which later rules repeated until 2019. */
export function foreignBoxesOf2001(by: Basis[]): FeeStandard[] {
  const remark = text(
    '2001年规则的起算日只核到年份，待核实。',
    'Of the 2001 rules only the year is known; the day is to be verified.',
  )
  const general = { basis: by, remark, provenance: verified('2001–2019年40/20、80/40，与2019年费率按0.85互算一致') }
  const special = { ...general, provenance: derived('2019年费率68/136、34/68除以0.85') }
  return [
    ...four(FOREIGN_IMPORT, FOREIGN_2001[0], general, special),
    ...four(FOREIGN_EXPORT, FOREIGN_2001[1], general, special),
  ]
}

/** Domestic boxes before 2019: the figures stand in a table that the portal has not seen. */
export function domesticBoxesBefore2019(by: Basis[], table: string): FeeStandard[] {
  const words = { basis: by, provenance: recall('2019年以前的内贸箱费率原文未见') }
  const rate = seeAttachment(table)
  return (['20', '40'] as const).flatMap((size) => [
    box(DOMESTIC, size, 'general', rate, words),
    box(DOMESTIC, size, 'special', rate, words),
  ])
}

/** All twelve lines of boxes as the 2019 rules set them. */
export function boxesOf2019(by = [basis('jsg-2019-2', '货物港务费费率表')]): FeeStandard[] {
  const words = { basis: by, provenance: verified('码头公示清单（zqhbh）与南沙2020年通知反算一致') }
  return [
    ...four(FOREIGN_IMPORT, ['34', '68', '68', '136'], words),
    ...four(FOREIGN_EXPORT, ['17', '34', '34', '68'], words),
    ...four(DOMESTIC, ['7', '14', '14', '28'], words),
  ]
}

/** The same lines while the temporary cut of 2020 took 20 % off. */
export function boxesOf2020(document: string): FeeStandard[] {
  const remark = text('有的港口另行减免地方留成部分。', 'Some ports waived the local share on top.')
  const words = { basis: [basis(document), basis('jsg-2019-2')], remark }
  const foreign = { ...words, provenance: verified('降幅20%三处一致；金额由2019年费率乘0.8') }
  const domestic = { ...words, provenance: derived('2019年费率乘0.8') }
  return [
    ...four(FOREIGN_IMPORT, ['27.20', '54.40', '54.40', '108.80'], foreign),
    ...four(FOREIGN_EXPORT, ['13.60', '27.20', '27.20', '54.40'], foreign),
    ...four(DOMESTIC, ['5.60', '11.20', '11.20', '22.40'], domestic),
  ]
}

const GOODS = {
  '1': {
    zh: '煤炭、矿石、矿砂、磷灰土、水泥、纯碱、粮食、盐、砂土、石料、砖瓦、生铁、钢材（废钢除外）、钢管、钢坯、钢锭、有色金属块锭、焦炭、半焦、块煤、化肥、轻泡货物',
    en: 'coal, ore, phosphate, cement, soda ash, grain, salt, sand, stone, brick, pig iron, steel (not scrap), pipe, billet, ingot, coke, fertiliser, light goods',
  },
  '2': {
    zh: '一级危险货物、冷藏货物、古玩、金银饰品、珠宝、玉器、雕刻、漆器、古瓷、景泰蓝、地毯、刺绣',
    en: 'class-1 dangerous and refrigerated goods, antiques, gold and silver ware, jewellery, jade, carvings, lacquer, old porcelain, cloisonné, carpets, embroidery',
  },
  '3': { zh: '列名外货物（含原油）', en: 'other goods, crude oil among them' },
}
type GoodsClass = keyof typeof GOODS
type Measured = 'weight' | 'volume'

/** One figure for bulk or general cargo: goods class, by weight (W) or volume (M), import and export. */
export type BulkRow = [goods: GoodsClass, by: Measured, imported: string, exported: string]

const WORDS_OF = {
  weight: { zh: '重量吨', en: 'per weight ton', unit: 'ton', slug: 'w' },
  volume: { zh: '体积吨', en: 'per measurement ton', unit: 'm3', slug: 'm' },
} as const

function bulk(way: Way, goods: GoodsClass, by: Measured, amount: string, words: Words): FeeStandard {
  const measure = WORDS_OF[by]
  return govStandard({
    item: 'cargo-port-dues',
    line: `${way.slug}-bulk-${goods}-${measure.slug}`,
    label: text(
      `${way.zh}，散杂货第${goods}类，${measure.zh}`,
      `Bulk and general cargo, class ${goods} (${GOODS[goods].en}), ${measure.en}, ${way.en}`,
    ),
    rate: fixed(amount),
    unit: measure.unit,
    conditions: { ...way.conditions, goods_class: [goods], measured_by: [by] },
    terms: underArticles(BY_TON, words.basis),
    posted: `货物港务费：${way.zh}，${GOODS[goods].zh}，${amount}元/${measure.zh}，重量、体积择大计费。`,
    ...words,
  })
}

/** Rows of a bulk table as standards, import and export. */
export const bulkOf = (rows: readonly BulkRow[], words: Words): FeeStandard[] =>
  rows.flatMap(([goods, by, imported, exported]) => [
    bulk(FOREIGN_IMPORT, goods, by, imported, words),
    bulk(FOREIGN_EXPORT, goods, by, exported, words),
  ])

const BULK_2001: readonly BulkRow[] = [
  ['1', 'weight', '1.40', '0.70'],
  ['1', 'volume', '0.90', '0.45'],
  ['2', 'weight', '6.60', '3.30'],
  ['2', 'volume', '4.40', '2.20'],
  ['3', 'weight', '3.30', '1.65'],
  ['3', 'volume', '2.20', '1.10'],
]

/** Foreign-trade bulk at the rates of 2001, which later rules repeated until 2019. */
export const bulkOf2001 = (by: Basis[]): FeeStandard[] =>
  bulkOf(BULK_2001, { basis: by, provenance: single('煤炭行业网站费率表，与2001年规则相同') })

const BULK_2019: readonly BulkRow[] = [
  ['1', 'weight', '1.19', '0.595'],
  ['1', 'volume', '0.765', '0.3825'],
  ['2', 'weight', '5.61', '2.805'],
  ['2', 'volume', '3.74', '1.87'],
  ['3', 'weight', '2.805', '1.4025'],
  ['3', 'volume', '1.87', '0.935'],
]

/** Foreign-trade bulk from 2019, computed at 85 % of 2001 because the official table has not been seen. */
export const bulkOf2019 = (): FeeStandard[] =>
  bulkOf(BULK_2019, {
    basis: [basis('jsg-2019-2', '货物港务费费率表')],
    provenance: recall('由2001年费率（单一来源）乘0.85推算，官方进位未见'),
    remark: text('官方表的进位未见，待核实。', 'How the official table rounds is to be verified.'),
  })

const BULK_2020: readonly BulkRow[] = [
  ['1', 'weight', '0.952', '0.476'],
  ['1', 'volume', '0.612', '0.306'],
  ['2', 'weight', '4.488', '2.244'],
  ['2', 'volume', '2.992', '1.496'],
  ['3', 'weight', '2.244', '1.122'],
  ['3', 'volume', '1.496', '0.748'],
]

/** Foreign-trade bulk while the temporary cut of 2020 took 20 % off. */
export const bulkOf2020 = (document: string): FeeStandard[] =>
  bulkOf(BULK_2020, {
    basis: [basis(document), basis('jsg-2019-2')],
    provenance: recall('2019年推算费率再乘0.8，官方进位未见'),
    remark: text('官方表的进位未见，待核实。', 'How the official table rounds is to be verified.'),
  })

/** Domestic bulk: a coastal and an inland table, by weight or volume; the portal has seen only its headings. */
export const domesticBulk = (by: Basis[], table: string): FeeStandard =>
  govStandard({
    item: 'cargo-port-dues',
    line: 'domestic-bulk',
    label: text('内贸散杂货', 'Domestic bulk and general cargo'),
    rate: seeAttachment(table),
    unit: 'revenue_ton',
    conditions: { trade: ['domestic'], goods_class: ['1', '2', '3'] },
    posted: `货物港务费：内贸散杂货，分沿海港口、内河港口和重量吨、体积吨，见${table}。`,
    basis: by,
    provenance: single('2018年统计年鉴表题；数值未取得'),
    remark: text(
      '数值待核实。福州港执行内河费率。',
      'Figures to be verified. The port of Fuzhou uses the inland rates.',
    ),
  })
