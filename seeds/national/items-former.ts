import { text } from '../../catalogue/text.ts'
import { basis, recall, verified } from '../seed.ts'
import { item } from './item.ts'

/** 驳船取送费, market-priced and part of the lump sum since 2018-06-20. */
export const lighterage = item({
  code: 'lighterage',
  name: text('驳船取送费', 'Lighterage'),
  position: 31_000,
  pricing: 'gov_guided',
  link: 'barge',
  payer: 'cargo',
  payee: text('港口经营人', 'Port operator'),
  content: text(
    '用拖轮取送驳船到码头或锚地装卸。',
    'Fetching and delivering lighters by tug for loading or discharge.',
  ),
  facts: ['distance_nm'],
  aliases: ['驳船取送', '驳运费', '取送驳船费', '駁船取送費', 'lighter fetching', 'barge fetching'],
  basis: [basis('jsf-2015-206')],
  provenance: verified('取消单列的日期两处一致；原定价形式凭记忆'),
})

/** 特殊平舱费, market-priced and part of the lump sum since 2018-06-20. */
export const trimming = item({
  code: 'trimming',
  name: text('特殊平舱费', 'Special trimming'),
  position: 32_000,
  pricing: 'gov_guided',
  link: 'terminal',
  payer: 'ship',
  payee: text('港口经营人', 'Port operator'),
  content: text('应船方要求在一般平舱之外进行的特殊平舱。', 'Trimming beyond the ordinary at the request of the ship.'),
  facts: ['weight_t'],
  aliases: ['平舱费', '特殊平舱', '特殊平艙費', 'trimming', 'special trimming'],
  basis: [basis('jsf-2015-206')],
  provenance: verified('取消单列的日期两处一致；原定价形式凭记忆'),
})

/** 系解缆费, in the lump sum since 2016-03-01. */
export const mooring = item({
  code: 'mooring',
  name: text('系解缆费', 'Mooring and unmooring'),
  position: 33_000,
  pricing: 'gov_set',
  link: 'terminal',
  payer: 'ship',
  payee: text('港口经营人', 'Port operator'),
  content: text(
    '由港口工人为船舶系缆或解缆，每系或解一次计收一次。',
    'Port labour making fast or letting go a ship, charged each time.',
  ),
  facts: ['moored_at', 'net_tonnage'],
  aliases: ['系缆费', '解缆费', '带缆费', '繫解纜費', 'mooring', 'unmooring', 'line handling'],
  basis: [basis('moc-1997-3')],
  provenance: recall('旧费率两处一致；2016年并入包干费凭记忆'),
})

/** 开关舱费, in the lump sum since 2016-03-01. */
export const hatchHandling = item({
  code: 'hatch-handling',
  name: text('开关舱费', 'Hatch opening and closing'),
  position: 34_000,
  pricing: 'gov_set',
  link: 'terminal',
  payer: 'ship',
  payee: text('港口经营人', 'Port operator'),
  content: text(
    '由港口工人开启、关闭船舶舱口，开、关各计一次。',
    'Port labour opening or closing the hatches of a ship, each counted once.',
  ),
  facts: ['net_tonnage'],
  aliases: ['开关舱', '开舱费', '关舱费', '開關艙費', 'hatch opening', 'hatch closing', 'hatch covers'],
  basis: [basis('moc-1997-3')],
  provenance: recall('旧费率两处一致；2016年并入包干费凭记忆'),
})

/** 引航员滞留费, ended in 2016. */
export const pilotDetention = item({
  code: 'pilot-detention',
  name: text('引航员滞留费', 'Pilot detention'),
  position: 35_000,
  pricing: 'gov_set',
  link: 'pilot',
  payer: 'ship',
  payee: text('引航机构', 'Pilot station'),
  content: text('因船方原因使引航员滞留船上。', 'A pilot kept on board for reasons on the ship’s side.'),
  aliases: ['引航员滞留', '引航交通费', '引航員滯留費', 'pilot waiting', 'pilot detention'],
  basis: [basis('moc-1997-3')],
  provenance: recall('1997年规则每人每小时20元，2016年取消，均凭记忆'),
})

/** 船舶港务费, ended in 2015. */
export const shipPortDues = item({
  code: 'ship-port-dues',
  name: text('船舶港务费', 'Ship port dues'),
  position: 36_000,
  pricing: 'gov_set',
  nature: 'admin_fee',
  link: 'government',
  payer: 'ship',
  payee: text('海事管理机构', 'Maritime safety administration'),
  content: text(
    '海事管理机构向进出港船舶收取的行政事业性收费，已停征。停征日和标准待核实。',
    'An administrative charge on ships entering and leaving, no longer levied. Its end and rates are to be verified.',
  ),
  aliases: ['船舶港務費', '港务费（船舶）', '船舶临时登记费', 'ship dues', 'harbour dues on vessels', 'light dues'],
  basis: [],
  provenance: recall('仅凭记忆，可信度低'),
})
