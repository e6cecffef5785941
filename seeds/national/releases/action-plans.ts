import { text } from '../../../catalogue/text.ts'
import { publishDocuments } from '../../documents.ts'
import { type SeedRelease, why } from '../../seed.ts'

const national = why(
  '七部门行动方案部署清理规范海运口岸收费；目录清单制度的法律依据是《优化营商环境条例》。',
  'Seven departments set out to clean up charges at sea ports; the list system itself rests on the Regulations on Improving the Business Environment.',
  'ndrc-2020-1235',
  'business-environment-regulations',
)
const provincial = why(
  '浙江行动计划任务23至26：保安费纳入包干费，健全目录清单，公布投诉渠道，查处违规收费。',
  'Tasks 23 to 26 of the Zhejiang plan: the security charge into the lump sum, a complete list, published complaint channels, action against unlawful charges.',
  'zhejiang-2021-plan',
)
const marking = why(
  '《明码标价和禁止价格欺诈规定》自2022年7月1日起施行。',
  'The Provisions on Price Marking take effect on 1 July 2022.',
  'samr-56',
)

/** 发改价格〔2020〕1235号. */
export const actionPlanOf2020: SeedRelease = {
  publishedAt: '2020-08-04T16:00:00+08:00',
  title: text('清理规范海运口岸收费行动方案', 'Action plan on charges at sea ports of entry'),
  note: null,
  backfilled: true,
  lines: publishDocuments('2020-08-04', national, 'ndrc-2020-1235', 'business-environment-regulations', 'samr-20'),
}

/** 浙江省2021年行动计划. */
export const zhejiangPlanOf2021: SeedRelease = {
  publishedAt: '2021-03-19T15:00:00+08:00',
  title: text('浙江省进一步推进跨境贸易便利化行动计划', 'Zhejiang action plan on cross-border trade'),
  note: text('3月15日签发，3月19日印发。', 'Dated 15 March, issued on 19 March.'),
  backfilled: true,
  lines: publishDocuments('2021-03-19', provincial, 'zhejiang-2021-plan'),
}

/** 市场监管总局令第56号. */
export const priceMarkingOf2022: SeedRelease = {
  publishedAt: '2022-07-01T09:00:00+08:00',
  title: text('明码标价和禁止价格欺诈规定施行', 'Price marking provisions take effect'),
  note: text('公布日未核，以施行日列入。', 'Day of promulgation not checked; entered on the day of effect.'),
  backfilled: true,
  lines: publishDocuments('2022-07-01', marking, 'samr-56'),
}
