import type { Basis, Provenance } from '../../catalogue/basis.ts'
import type { FeeStandard, Terms } from '../../catalogue/fee-standard.ts'
import { type Text, text } from '../../catalogue/text.ts'
import { basis, derived, govStandard, recall, seeAttachment, single, tiered, verified } from '../seed.ts'
import { BY_NET_TON, NIGHT_AND_HOLIDAY, underArticles } from './terms.ts'

type Tiers = [first: string, over40000: string, over80000: string]
type Words = { basis: Basis[]; provenance: Provenance; remark?: Text | null; port?: string }

const SURCHARGED: Terms = { ...BY_NET_TON, minimum_quantity: '2000', surcharges: NIGHT_AND_HOLIDAY }
const AT_LEAST_500: Terms = { ...BY_NET_TON, minimum_quantity: '500' }
const FIRST_10_NM = text('国际航线，引领距离10海里及以内的部分', 'International, the first 10 nautical miles')
const CAP_BEFORE_SURCHARGES = text(
  '120,000净吨以上按封顶额计，与120,000净吨的分段合计相同；封顶额为附加费之前的金额。起码计费吨2,000净吨、附加费45%为单一来源；90%及半小时规则待核实。',
  'Above 120,000 NT a flat amount, equal to the sum of the tiers at 120,000 NT and before surcharges. The 2,000 NT minimum and the 45 % are from a single source; the 90 % and the half-hour rule are to be verified.',
)

/** 国际航线引航: marginal tiers over net tonnage for the first 10 nm of any distance, flat above 120 000 NT. */
export function international([first, second, third]: Tiers, cap: string, words: Words): FeeStandard {
  return govStandard({
    item: 'pilotage',
    line: 'international',
    label: FIRST_10_NM,
    rate: tiered('net_tonnage', 'marginal', ['0', first], ['40000', second], ['80000', third]),
    unit: 'net_ton',
    ceiling: true,
    conditions: { voyage: ['international'] },
    terms: underArticles({ ...SURCHARGED, cap, limits_before_surcharges: true }, words.basis),
    posted: `国际航线船舶引航费，引领距离10海里及以内的部分：40,000净吨及以下部分${first}元/净吨，40,001–80,000净吨部分${second}元/净吨，80,000净吨以上部分${third}元/净吨；120,000净吨以上按${cap}元计收。起码计费2,000净吨。超过10海里的，超程部分另加。夜班、节假日各附加45%。上限价。`,
    remark: CAP_BEFORE_SURCHARGES,
    ...words,
  })
}

/** Before 2017: tiers in a table that the portal has not seen, minimum 500 NT. */
export const internationalOf2015 = (): FeeStandard =>
  govStandard({
    item: 'pilotage',
    line: 'international',
    label: FIRST_10_NM,
    rate: seeAttachment('交水发〔2015〕206号附表'),
    unit: 'net_ton',
    ceiling: true,
    conditions: { voyage: ['international'] },
    terms: AT_LEAST_500,
    posted: '国际航线船舶引航费，引领距离10海里及以内的部分，费率见附表。起码计费500净吨。',
    basis: [basis('jsf-2015-206')],
    provenance: recall('2017年以前的分段费率原文未见；起码500净吨为单一来源'),
  })

/** 0.50/0.45/0.425, from 2017-09-15. */
export const internationalOf2017 = () =>
  international(['0.50', '0.45', '0.425'], '55000', {
    basis: [basis('jsf-2017-104')],
    provenance: verified('seafarersrights.org（IHS）与2019年费率互算一致；封顶55,000由分段推算'),
  })

/** 0.45/0.40/0.375, the base from 2019-04-01. */
export const internationalOf2019 = () =>
  international(['0.45', '0.40', '0.375'], '49000', {
    basis: [basis('jsg-2019-2', '引航（移泊）费费率表国际航线1A')],
    provenance: verified('与2022年通知的44,100、41,650互算一致'),
  })

/** 宁波舟山港 from 2022-04-01: the base less 10 %. */
export const internationalOfNingbo = () =>
  international(['0.405', '0.36', '0.3375'], '44100', {
    port: 'CNNGB',
    basis: [basis('jsg-2022-3'), basis('jsg-2019-2')],
    provenance: verified('2022年通知：降10%，封顶44,100元'),
  })

/** 上海港 from 2022-04-01 to 2023-12-31: the base less 5 %. */
export const internationalOfShanghai = () =>
  international(['0.4275', '0.38', '0.35625'], '46550', {
    port: 'CNSHA',
    basis: [basis('jsg-2022-3'), basis('jsg-2019-2')],
    provenance: derived('2022年通知：降5%，由基准费率乘0.95'),
  })

/** 上海港 from 2024-01-01: the base less 10 %. */
export const internationalOfShanghaiFrom2024 = () =>
  international(['0.405', '0.36', '0.3375'], '44100', {
    port: 'CNSHA',
    basis: [basis('jsg-2022-3'), basis('jsg-2019-2')],
    provenance: derived('2022年通知：降10%，由基准费率乘0.90'),
  })

type Beside = Pick<FeeStandard, 'line' | 'unit' | 'conditions' | 'terms'> & { label: Text; adds_to?: string }

const BESIDE = {
  over_10_nm: {
    line: 'international-over-10nm',
    adds_to: 'international',
    label: text('国际航线，超过10海里的超程部分，另加', 'International, added for the distance beyond 10 nm'),
    unit: 'net_ton_nm',
    conditions: { voyage: ['international'], distance_nm: { over: '10' } },
    terms: { ...SURCHARGED, excess: { fact: 'distance_nm', over: '10' } },
  },
  lock: {
    line: 'international-lock',
    label: text('国际航线，过闸引领', 'International, passing a lock'),
    unit: 'net_ton',
    conditions: { voyage: ['international'], pilot_service: ['lock'] },
    terms: SURCHARGED,
  },
  shifting: {
    line: 'international-shifting',
    label: text('国际航线，港内移泊', 'International, shifting in port'),
    unit: 'net_ton',
    conditions: { voyage: ['international'], pilot_service: ['shifting'] },
    terms: SURCHARGED,
  },
  non_basic_port: {
    line: 'international-non-basic-port',
    adds_to: 'international',
    label: text('国际航线，非基本港附加，另加', 'International, added at a non-basic port'),
    unit: 'net_ton',
    conditions: { voyage: ['international'], non_basic_port: ['true'] },
    terms: SURCHARGED,
  },
} as const satisfies Record<string, Beside>

/** Lines beside the base: two that are added to it, and shifting and locks, which stand in its place. */
export function beside(service: keyof typeof BESIDE, amount: string, words: Words): FeeStandard {
  const { terms, ...line }: Beside = BESIDE[service]
  return govStandard({
    ...{ item: 'pilotage', ...line, ceiling: true },
    rate: { form: 'fixed', amount },
    terms: underArticles(terms, words.basis),
    posted: `${line.label.zh}：${amount}元/${line.unit === 'net_ton' ? '净吨' : '净吨·海里'}。`,
    ...words,
  })
}

/** The lines beside the base as they stood until 2019. */
export const addedUntil2019 = (by: Basis[]): FeeStandard[] => [
  beside('over_10_nm', '0.005', { basis: by, provenance: verified('2019年以前0.005元/净吨·海里，两处一致') }),
  beside('lock', '0.16', { basis: by, provenance: recall('旧费率，凭记忆') }),
  beside('shifting', '0.22', { basis: by, provenance: recall('旧费率，凭记忆') }),
  beside('non_basic_port', '0.30', { basis: by, provenance: recall('旧费率上限，凭记忆'), remark: BASIC_PORTS }),
]

const BASIC_PORTS = text(
  '基本港包括大连、营口、秦皇岛、天津、烟台、青岛、日照、连云港、上海、宁波、厦门、汕头、深圳、广州、湛江、防城、海口、洋浦、八所、三亚；温州、台州、嘉兴为非基本港。待核实。',
  'Basic ports are Dalian, Yingkou, Qinhuangdao, Tianjin, Yantai, Qingdao, Rizhao, Lianyungang, Shanghai, Ningbo, Xiamen, Shantou, Shenzhen, Guangzhou, Zhanjiang, Fangcheng, Haikou, Yangpu, Basuo and Sanya; Wenzhou, Taizhou and Jiaxing are not. To be verified.',
)

const BY_MEMORY = (alternative: string) =>
  text(
    `数值凭记忆，${alternative}，待核实；2022年各港降幅是否适用本行未见原文。`,
    'From memory and to be verified; whether the port cuts of 2022 apply to this line has not been seen in a text.',
  )

/** The lines beside the base from 2019: about 10 % lower, all from memory. */
export function addedOf2019(): FeeStandard[] {
  const words = { basis: [basis('jsg-2019-2')], provenance: recall('2019年数值凭记忆，可信度低') }
  return [
    beside('over_10_nm', '0.004', { ...words, remark: BY_MEMORY('如仅降10%应为0.0045') }),
    beside('lock', '0.14', { ...words, remark: BY_MEMORY('约0.14') }),
    beside('shifting', '0.20', { ...words, remark: BY_MEMORY('约0.20或0.18') }),
    beside('non_basic_port', '0.27', { ...words, provenance: recall('凭记忆，可信度较高'), remark: BASIC_PORTS }),
  ]
}

function domestic(perTon: string, perMile: string, words: Words): FeeStandard[] {
  const said = { item: 'pilotage', ceiling: true } as const
  return [
    govStandard({
      ...{ ...said, line: 'domestic', label: text('国内航线', 'Domestic'), unit: 'net_ton' },
      rate: { form: 'fixed', amount: perTon },
      conditions: { voyage: ['domestic'] },
      terms: underArticles(AT_LEAST_500, words.basis),
      posted: `国内航线：${perTon}元/净吨，起码计费500净吨。`,
      ...words,
    }),
    govStandard({
      ...{ ...said, line: 'domestic-distance', adds_to: 'domestic', unit: 'net_ton_nm' },
      label: text('国内航线，里程部分，另加', 'Domestic, added for distance'),
      rate: { form: 'fixed', amount: perMile },
      conditions: { voyage: ['domestic'], distance_nm: { over: '0' } },
      terms: underArticles({ ...AT_LEAST_500, excess: { fact: 'distance_nm', over: '0' } }, words.basis),
      posted: `国内航线，里程部分，另加：${perMile}元/净吨·海里，起码计费500净吨。`,
      ...words,
    }),
  ]
}

const DOMESTIC_MINIMUM: Text = text('起码计费吨500待核实。', 'The minimum of 500 tons is to be verified.')

/** Domestic ships until 2019. */
export const domesticUntil2019 = (by: Basis[]) =>
  domestic('0.20', '0.002', { basis: by, provenance: single('旧费率，单一来源'), remark: DOMESTIC_MINIMUM })

/** Domestic ships from 2019, 10 % lower. */
export const domesticOf2019 = () =>
  domestic('0.18', '0.0018', {
    basis: [basis('jsg-2019-2')],
    provenance: recall('旧费率（单一来源）乘0.9推算，官方进位未见'),
    remark: DOMESTIC_MINIMUM,
  })
