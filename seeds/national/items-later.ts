import type { FeeItem } from '../../catalogue/fee-item.ts'
import { text } from '../../catalogue/text.ts'
import { basis, recall, single, verified } from '../seed.ts'
import * as first from './items.ts'
import { specialPortFee } from './items-government.ts'

const ruledBy = (article: string | null, document: string) => (item: FeeItem) => ({
  ...item,
  basis: [basis(document, article)],
})

const addTo = (item: FeeItem, zh: string, en: string) =>
  text([item.remark?.zh, zh].filter(Boolean).join(''), [item.remark?.en, en].filter(Boolean).join(' '))

/** 拖轮费 after the letter of 2016-11-09 on what it covers. */
export const towageOf2016: FeeItem = {
  ...first.towage,
  basis: [...first.towage.basis, basis('tug-letter-2016')],
  remark: text(
    '救助、海上拖航和新建、修理船舶不适用本项；与进出港直接相关的监护、护航已包含在内，不得另立项目。价格应公示，由船方自愿选用（2016年11月9日函，单一来源）。',
    'Salvage, sea towage and ships being built or repaired are outside this charge. Escort and standby directly tied to port entry are inside it and may not be billed apart. Prices must be posted and use is voluntary (letter of 9 November 2016, single source).',
  ),
}

/** The eleven items under the rules of 2017. */
export const ELEVEN_OF_2017: readonly FeeItem[] = first.ELEVEN.map((item) =>
  item.code === 'towage'
    ? { ...towageOf2016, basis: [basis('jsf-2017-104'), basis('tug-letter-2016')] }
    : ruledBy(null, 'jsf-2017-104')(item),
)

/** 港口作业包干费 with lighterage and special trimming in it, from 2018-06-20. */
export const lumpsumOf2018: FeeItem = {
  ...first.portOperationLumpsum,
  content: text(
    '港口经营人提供的装卸及相关劳务、机械作业的包干收费，含系解缆、开关舱、驳船取送、特殊平舱等；国内客运和旅游船舶港口作业费同属本项。',
    'Stevedoring and the labour and machinery that go with it in one sum, including mooring, hatch handling, lighterage and special trimming; port work for domestic passenger and excursion ships belongs here too.',
  ),
  basis: [basis('jsf-2018-77'), basis('jsf-2017-104')],
}

const CHANGED_IN_2019: Record<string, Partial<FeeItem>> = {
  towage: {
    basis: [basis('jsg-2019-2'), basis('tug-letter-2016')],
    remark: addTo(
      towageOf2016,
      '保证安全的前提下，沿海港口80米及以下国内航线船舶（化学品船、液化气船除外）、长江干线港口150米及以下船舶可不使用拖轮；拖轮配备数量由省级主管部门公布。',
      'Where it is safe, domestic ships up to 80 m in coastal ports (not chemical or gas carriers) and ships up to 150 m in Yangtze trunk ports may decline tugs; how many tugs a ship needs is published by the province.',
    ),
  },
  'oil-boom': {
    remark: text(
      '不得对装卸非持久性油类的船舶强制使用围油栏。',
      'A boom may not be forced on ships handling non-persistent oil.',
    ),
  },
  'port-operation-lumpsum': { content: lumpsumOf2018.content },
  'yard-storage': {
    content: text(
      '货物、集装箱在港口仓库、堆场堆存保管和使用库场；由原堆存保管费与库场使用费合并而成，免费堆存期由双方约定。',
      'Keeping cargo or containers in the sheds and yards of the port, and their use; the former storage charge and yard charge merged into one. Free time as agreed.',
    ),
  },
  'ship-supply': {
    content: text(
      '为船舶供水（物料）、供油（气）、供电（岸电）；由三项供应收费合并而成。',
      'Supplying ships with water and stores, fuel oil or gas, and shore power; three former charges merged into one.',
    ),
  },
  'ship-waste': {
    content: text(
      '接收、处理船舶垃圾和含油污水、生活污水；由垃圾接收、污油水接收收费合并而成。',
      'Receiving and treating a ship’s garbage, oily water and sewage; two former charges merged into one.',
    ),
  },
}

/** The eleven items of the list of 2019: outside these, a port operator may charge nothing for port work. */
export const ELEVEN_OF_2019: readonly FeeItem[] = first.ELEVEN.map((item) => ({
  ...ruledBy('项目表', 'jsg-2019-2')(item),
  provenance: verified('交水规〔2019〕2号项目表；临沂2020/2021、常州2024官方清单一致'),
  ...CHANGED_IN_2019[item.code],
}))

const of2019 = (code: string) => ELEVEN_OF_2019.find((item) => item.code === code)!

/** 港口设施保安费 as a sub-item of the lump sum, from 2022-04-01. */
export const securityOf2022: FeeItem = {
  ...of2019('port-facility-security'),
  parent: 'port-operation-lumpsum',
  position: 7900,
  pricing: 'market',
  basis: [basis('jsg-2022-3')],
  provenance: verified('2022年通知全文转载、工人日报、人民网一致'),
  remark: text(
    '2022年4月1日起并入港口作业包干费，作为子项的收费不得超过原标准（20英尺8元、40英尺12元），不再作为单独项目收取。',
    'Part of the port operation lump sum since 1 April 2022. As a sub-item it may not exceed the former rate (CNY 8 per 20-foot, 12 per 40-foot box), and it is no longer charged as an item of its own.',
  ),
}

/** 港口作业包干费 with the security charge in it, from 2022-04-01. */
export const lumpsumOf2022: FeeItem = {
  ...of2019('port-operation-lumpsum'),
  content: text(
    '港口经营人提供的装卸及相关劳务、机械作业的包干收费，含系解缆、开关舱、驳船取送、特殊平舱、港口设施保安等；国内客运和旅游船舶港口作业费同属本项。',
    'Stevedoring and the labour and machinery that go with it in one sum, including mooring, hatch handling, lighterage, special trimming and port facility security; port work for domestic passenger and excursion ships belongs here too.',
  ),
  basis: [basis('jsg-2022-3'), basis('jsg-2019-2', '项目表')],
}

/** 拖轮费 with the wider choice to do without tugs on the Yangtze, from 2022-04-01. */
export const towageOf2022: FeeItem = {
  ...of2019('towage'),
  basis: [basis('jsg-2022-3'), basis('jsg-2019-2', '项目表'), basis('tug-letter-2016')],
  remark: addTo(
    of2019('towage'),
    '2022年4月1日起，长江干线港口150米及以下中国籍船舶在保证安全的前提下可不使用拖轮。',
    'Since 1 April 2022 Chinese-flag ships up to 150 m in Yangtze trunk ports may decline tugs where it is safe.',
  ),
}

/** 引航（移泊）费 with the reductions by port, from 2022-04-01. */
export const pilotageOf2022: FeeItem = {
  ...of2019('pilotage'),
  basis: [basis('jsg-2022-3'), basis('jsg-2019-2', '项目表')],
  remark: addTo(
    of2019('pilotage'),
    '2022年4月1日起基准费率按港口下调：深圳、湄洲湾、日照、锦州降15%（0.3825/0.34/0.31875，封顶41,650元）；上海、宁波舟山、大连、唐山、青岛、连云港、湛江、福州、防城、威海、黄骅、烟台、厦门、泉州降10%，其中上海2023年底前降5%。温州、台州、嘉兴未列名，执行全国基准费率。',
    'From 1 April 2022 the base rates are lower by port: 15 % at Shenzhen, Meizhouwan, Rizhao and Jinzhou (0.3825/0.34/0.31875, flat 41,650); 10 % at Shanghai, Ningbo-Zhoushan, Dalian, Tangshan, Qingdao, Lianyungang, Zhanjiang, Fuzhou, Fangcheng, Weihai, Huanghua, Yantai, Xiamen and Quanzhou, Shanghai 5 % until the end of 2023. Wenzhou, Taizhou and Jiaxing are not named and keep the national base.',
  ),
}

/** 船舶特别港务费 while it is suspended, from 2025-11-11. */
export const specialPortFeeSuspended: FeeItem = {
  ...specialPortFee,
  basis: [basis('mot-2025-55'), basis('mot-2025-54')],
  remark: addTo(
    specialPortFee,
    '自2025年11月10日13时01分（北京时间）起暂停一年。',
    'Suspended for one year from 13:01 Beijing time on 10 November 2025.',
  ),
}

/** The same after the year of suspension has run out, when the portal knows of no decision. */
export const specialPortFeeUnknown: FeeItem = {
  ...specialPortFeeSuspended,
  provenance: recall('暂停期满后的安排未见公告，是否恢复待核实'),
  remark: addTo(
    specialPortFeeSuspended,
    '暂停期于2026年11月10日届满，是否恢复征收未见公告，待核实；核实前本平台仍按停征列示。',
    'The year ran out on 10 November 2026. No announcement on whether the fee resumed has been seen; until that is verified the portal goes on showing it as suspended.',
  ),
}

/** 船舶吨税 under the Vessel Tonnage Tax Law, from 2018-07-01. */
export const tonnageTaxUnderTheLaw = (item: FeeItem): FeeItem => ({
  ...item,
  basis: [basis('tonnage-tax-law')],
  provenance: single('税率见BIMCO 2012年转载，与税法税目一致；税法文本已核'),
})
