import type { Port } from '../catalogue/port.ts'
import { text } from '../catalogue/text.ts'
import { recall, verified } from './seed.ts'

type AreaRow = [code: string, zh: string, en: string, district: string | null]
const areas = (rows: AreaRow[]): Port['areas'] =>
  rows.map(([code, zh, en, district]) => ({ code, name: text(zh, en), district }))

const NINGBO_ZHOUSHAN = areas([
  ['beilun', '北仑港区', 'Beilun', '330206'],
  ['yangshan', '洋山港区', 'Yangshan', '330922'],
  ['liuheng', '六横港区', 'Liuheng', '330903'],
  ['qushan', '衢山港区', 'Qushan', '330921'],
  ['chuanshan', '穿山港区', 'Chuanshan', '330206'],
  ['jintang', '金塘港区', 'Jintang', '330902'],
  ['daxie', '大榭港区', 'Daxie', '330206'],
  ['cengang', '岑港港区', 'Cengang', '330902'],
  ['meishan', '梅山港区', 'Meishan', '330206'],
  ['shengsi', '嵊泗港区', 'Shengsi', '330922'],
  ['daishan', '岱山港区', 'Daishan', '330921'],
  ['zhenhai', '镇海港区', 'Zhenhai', '330211'],
  ['baiquan', '白泉港区', 'Baiquan', '330902'],
  ['maao', '马岙港区', 'Ma’ao', '330902'],
  ['dinghai', '定海港区', 'Dinghai', '330902'],
  ['shipu', '石浦港区', 'Shipu', '330225'],
  ['xiangshangang', '象山港港区', 'Xiangshan Bay', '330225'],
  ['yongjiang', '甬江港区', 'Yongjiang', null],
  ['shenjiamen', '沈家门港区', 'Shenjiamen', '330903'],
])

/** 夜班时段: each port sets its own eight hours between 21:00 and 08:00; the portal has seen none and shows an example. */
const NIGHT: Port['night'] = {
  from: '22:00',
  until: '06:00',
  provenance: recall('各港自定，21:00–08:00之间的8小时；此处为示例，待核实'),
}

/** The ports of entry the portal covers, and Shanghai, which is listed only because a notice names it. */
export const PORTS: readonly Port[] = [
  {
    code: 'CNNGB',
    name: text('宁波舟山港', 'Port of Ningbo-Zhoushan'),
    kind: 'sea',
    city: text('宁波、舟山', 'Ningbo and Zhoushan'),
    division: '330200',
    also: ['CNNBO', 'CNZOS', '33000200'],
    areas: NINGBO_ZHOUSHAN,
    reference: false,
    night: NIGHT,
    provenance: verified('代码两处一致；19个港区见总体规划（2014-2030年）；港区与区县对应凭记忆'),
    remark: text(
      '2006年1月1日起使用“宁波-舟山港”名称。洋山港区地属嵊泗，由上海方面经营。',
      'One port by name since 1 January 2006. Yangshan lies in Shengsi County but is run from Shanghai.',
    ),
  },
  {
    code: 'CNWNZ',
    name: text('温州港', 'Port of Wenzhou'),
    kind: 'sea',
    city: text('温州', 'Wenzhou'),
    division: '330300',
    also: ['WNZ'],
    areas: areas([
      ['zhuangyuanao', '状元岙港区', 'Zhuangyuan’ao', '330305'],
      ['yueqingwan', '乐清湾港区', 'Yueqing Bay', '330382'],
      ['daxiaomen', '大小门岛港区', 'Daxiaomen Islands', '330305'],
      ['oujiang', '瓯江港区', 'Oujiang', '330303'],
      ['ruian', '瑞安港区', 'Rui’an', '330381'],
      ['pingyang', '平阳港区', 'Pingyang', null],
      ['cangnan', '苍南港区', 'Cangnan', null],
    ]),
    reference: false,
    night: NIGHT,
    provenance: verified('代码两处一致；港区及区县对应凭记忆'),
    remark: null,
  },
  {
    code: 'CNJIX',
    name: text('嘉兴港', 'Port of Jiaxing'),
    kind: 'sea',
    city: text('嘉兴', 'Jiaxing'),
    division: '330400',
    also: ['CNZAP'],
    areas: areas([
      ['dushan', '独山港区', 'Dushan', '330482'],
      ['zhapu', '乍浦港区', 'Zhapu', '330482'],
      ['haiyan', '海盐港区', 'Haiyan', '330424'],
    ]),
    reference: false,
    night: NIGHT,
    provenance: recall('CNJIX凭记忆；乍浦CNZAP为单一来源；港区凭记忆'),
    remark: text('代码待核实。', 'The code is to be verified.'),
  },
  {
    code: 'X-TAIZHOU',
    name: text('台州港', 'Port of Taizhou (Zhejiang)'),
    kind: 'sea',
    city: text('台州', 'Taizhou'),
    division: '331000',
    also: ['台州', 'Taizhou Zhejiang'],
    areas: areas([
      ['toumen', '头门港区', 'Toumen', '331082'],
      ['damaiyu', '大麦屿港区', 'Damaiyu', '331083'],
      ['haimen', '海门港区', 'Haimen', '331002'],
      ['jiantiao', '健跳港区', 'Jiantiao', '331022'],
      ['longmen', '龙门港区', 'Longmen', null],
      ['huangyan', '黄岩港区', 'Huangyan', null],
    ]),
    reference: false,
    night: NIGHT,
    provenance: recall('没有可确认的UN/LOCODE，使用平台自编代码；港区凭记忆'),
    remark: text(
      '平台自编代码。CNTZO是江苏泰州；CNHME（海门）在江苏、浙江两说，均不采用。',
      'A code of the portal’s own. CNTZO is Taizhou in Jiangsu; CNHME (Haimen) is claimed for both Jiangsu and Zhejiang; neither is used.',
    ),
  },
  {
    code: 'CNYIW',
    name: text('义乌国际陆港', 'Yiwu International Dry Port'),
    kind: 'inland',
    city: text('金华（义乌）', 'Jinhua (Yiwu)'),
    division: '330782',
    also: ['YIW'],
    areas: [],
    reference: false,
    provenance: recall('由IATA代码YIW推得，未经证实'),
    remark: text(
      '代码待核实。宁波舟山港“第六港区”项目所在地。',
      'The code is to be verified. Site of Ningbo-Zhoushan’s “sixth port area”.',
    ),
  },
  {
    code: 'CNHGH',
    name: text('杭州萧山国际机场', 'Hangzhou Xiaoshan International Airport'),
    kind: 'air',
    city: text('杭州', 'Hangzhou'),
    division: '330109',
    also: ['HGH'],
    areas: [],
    reference: false,
    provenance: verified('代码两处一致'),
    remark: null,
  },
  {
    code: 'CNSHA',
    name: text('上海港', 'Port of Shanghai'),
    kind: 'sea',
    city: text('上海', 'Shanghai'),
    division: '310000',
    also: ['SHA'],
    areas: [],
    reference: true,
    night: NIGHT,
    provenance: verified('2022年通知点名的港口'),
    remark: text(
      '仅因2022年通知规定其引航费分两步下调而列出。',
      'Listed only because the 2022 notice cuts its pilotage in two steps.',
    ),
  },
]
