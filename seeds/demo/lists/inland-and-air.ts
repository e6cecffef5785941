import { text } from '../../../catalogue/text.ts'
import { seeAttachment, terms } from '../../seed.ts'
import { CODES } from '../entities.ts'
import type { PriceList } from '../price-list.ts'

const DAYS = ['2021-09-01', '2023-09-01', '2025-07-01', '2026-05-01']
const NONE = '示例数据，无公开来源'
const SPECIAL = (year: string) => seeAttachment(`特种货物处理价目（${year}版）`)
const floor = (amount: string) => terms({ floor: amount })

/** 义乌: the inland port, rail terminal and customs yard. */
export const YIWU_INLAND_PORT: PriceList = {
  ...{ entity: CODES.yiwu, port: 'CNYIW', days: DAYS, source: NONE },
  rows: [
    ['rail-handling', 'laden', '铁路装卸费', 'container', 'load=laden', ['180/270', '185/277.5', '.', '190/285']],
    ['rail-handling', 'empty', '铁路装卸费', 'container', 'load=empty', ['120/180', '.', '125/187.5', '=']],
    [
      'rail-storage',
      'box',
      '陆港堆存费',
      'container_day',
      '',
      ['free5 10/free5 20', '.', 'free5 10 15:20/free5 20 15:40', 'free7 10 15:20/free7 20 15:40'],
    ],
    [
      'rail-drayage',
      'yard',
      '陆港短驳费',
      'container',
      '',
      ['150/200', '.', '145/195', '140/190'],
      { label: text('铁路场站至监管场所', 'rail terminal to customs yard') },
    ],
    [
      'sea-rail-transfer',
      'laden',
      '海铁联运换装费',
      'container',
      'load=laden',
      ['90/135', '80/120', '.', '70/105'],
      { remark: text('宁波舟山港“第六港区”班列适用。', 'For trains of the “sixth port area” of Ningbo-Zhoushan.') },
    ],
    ['sea-rail-transfer', 'empty', '海铁联运换装费', 'container', 'load=empty', ['60/90', '.', '50/75', '=']],
    ['customs-exam', 'lift', '查验吊装费', 'container', '', ['130/200', '.', '120/180', '110/165']],
    ['exam-platform', 'box', '监管场所查验费', 'container', '', ['60/120', '.', '50/100', '=']],
    [
      'exam-stripping',
      'full',
      '查验全掏',
      'container',
      '',
      ['650/820', '.', '620/780', '600/750'],
      { label: text('全部掏箱', 'all of it') },
    ],
    [
      'customs-declaration',
      'market',
      '市场采购报关费',
      'declaration',
      'direction=export',
      ['120', '.', '110', '100'],
      { label: text('市场采购贸易', 'market procurement trade') },
    ],
    ['transit-declaration', 'bill', '转关手续费', 'bill', '', ['60', '.', '50', '40']],
    ['disinfection', 'box', '箱体消毒', 'container', '', ['20/40', '.', '18/36', '=']],
  ],
}

/** 杭州机场: an air cargo terminal. */
export const HANGZHOU_AIR_CARGO: PriceList = {
  ...{ entity: CODES.air, port: 'CNHGH', days: DAYS, source: NONE },
  rows: [
    [
      'air-cargo-handling',
      'import-general',
      '进口货物处理费',
      'kg',
      'direction=import',
      ['0.55', '.', '0.5', '0.48'],
      { label: text('普通货物', 'general cargo'), terms: floor('30') },
    ],
    [
      'air-cargo-handling',
      'export-general',
      '出口货物处理费',
      'kg',
      'direction=export',
      ['0.45', '.', '0.42', '0.4'],
      { label: text('普通货物', 'general cargo'), terms: floor('30') },
    ],
    [
      'air-cargo-handling',
      'dangerous',
      '危险品处理费',
      'kg',
      'cargo_class=dangerous1',
      ['1.2', '.', '1.1', '='],
      { terms: floor('100') },
    ],
    [
      'air-cargo-handling',
      'live-animals',
      '活体动物处理费',
      'kg',
      '',
      ['1.5', '.', '1.6', '1.8'],
      { label: text('活体动物', 'live animals'), terms: floor('200') },
    ],
    [
      'air-cargo-handling',
      'special',
      '特种货物处理费',
      'bill',
      '',
      [SPECIAL('2021'), '.', SPECIAL('2025'), SPECIAL('2026')],
      { label: text('贵重品、超大件', 'valuables and outsize pieces') },
    ],
    [
      'air-cargo-storage',
      'import',
      '进口仓储费',
      'ton_day',
      'direction=import',
      ['free3 200 8:300', '.', 'free3 200 8:400', 'free2 200 8:400'],
      { terms: floor('20') },
    ],
    [
      'air-cargo-storage',
      'export',
      '出口仓储费',
      'ton_day',
      'direction=export',
      ['free5 100', '.', 'free3 100', '='],
      { terms: floor('20') },
    ],
    [
      'air-cold-room',
      'cold',
      '冷库费',
      'ton_day',
      'cargo_class=reefer',
      ['free0 800', '.', 'free0 750', 'free1 750'],
      { terms: floor('50') },
    ],
    [
      'air-security-check',
      'export',
      '安检费',
      'kg',
      'direction=export',
      ['0.12', '.', '0.1', '='],
      { terms: floor('10') },
    ],
    ['air-waybill', 'master', '主运单制单费', 'bill', '', ['50', '.', '40', '30'], { label: text('主运单', 'master') }],
    ['air-waybill', 'house', '分运单录入费', 'bill', '', ['20', '.', '10', '0'], { label: text('分运单', 'house') }],
    ['air-uld-handling', 'pallet', '整板交接费', 'piece', '', ['180', '.', '200', '210']],
    ['customs-exam', 'moving', '查验移位费', 'bill', '', ['80', '.', '70', '60']],
    ['customs-declaration', 'air', '代理报关费', 'declaration', '', ['150', '.', '140', '130']],
  ],
}
