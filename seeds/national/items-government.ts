import { text } from '../../catalogue/text.ts'
import { basis, recall, verified } from '../seed.ts'
import { item } from './item.ts'

const MSA = text('海事管理机构', 'Maritime safety administration')
const US_LINKED = text(
  '《关于对美船舶收取船舶特别港务费的公告》所列船舶：美国企业、组织和个人拥有或运营，美资持股25%及以上，悬挂美国旗，或在美国建造。同一航次只在首个挂靠的中国港口收取，每船每年不超过5个航次。',
  'Ships named in the announcement: owned or operated by US persons, with 25 % or more US equity, under the US flag, or built in the US. Charged only at the first Chinese port of a voyage and for at most five voyages per ship and year.',
)

/** 船舶特别港务费. */
export const specialPortFee = item({
  code: 'special-port-fee',
  name: text('船舶特别港务费', 'Special port fee'),
  position: 21_000,
  pricing: 'gov_set',
  nature: 'admin_fee',
  link: 'government',
  payer: 'ship',
  payee: MSA,
  content: text(
    '对与美国有关的船舶按航次收取，按净吨计，不足1净吨按1净吨。',
    'Charged per voyage on US-linked ships, by net ton, part of a ton counting as one.',
  ),
  facts: ['us_linked', 'net_tonnage'],
  decided_by: 'arrival',
  aliases: ['特别港务费', '对美船舶特别港务费', '對美船舶特別港務費', 'special port dues', 'US-linked vessel fee'],
  basis: [basis('mot-2025-54')],
  provenance: verified('交通运输部公告2025年第54号，多处转载一致'),
  remark: US_LINKED,
})

/** 船舶油污损害赔偿基金. */
export const oilPollutionFund = item({
  code: 'oil-pollution-fund',
  name: text('船舶油污损害赔偿基金', 'Ship oil pollution compensation fund'),
  position: 22_000,
  pricing: 'gov_set',
  nature: 'gov_fund',
  link: 'government',
  payer: 'cargo',
  payee: MSA,
  content: text(
    '对海上运输的持久性油类物质，向货物所有人或其代理人征收的政府性基金。',
    'A government fund levied on the owner of persistent oil carried by sea, or his agent.',
  ),
  facts: ['weight_t'],
  aliases: ['油污基金', '油污损害赔偿基金', '船舶油污基金', '油污損害賠償基金', 'SOPC fund', 'oil pollution levy'],
  basis: [basis('cz-2012-33'), basis('jcs-2014-96')],
  provenance: verified('常州市2024年清单，两处转载；起征日凭记忆'),
})

/** 船舶吨税. */
export const shipTonnageTax = item({
  code: 'ship-tonnage-tax',
  name: text('船舶吨税', 'Vessel tonnage tax'),
  position: 23_000,
  pricing: 'gov_set',
  nature: 'admin_fee',
  link: 'government',
  payer: 'ship',
  payee: text('海关', 'Customs'),
  content: text(
    '自境外港口进入境内港口的船舶按净吨位和执照期限缴纳的税。',
    'A tax on ships entering from abroad, by net tonnage and term of the licence.',
  ),
  facts: ['licence_days', 'tax_rate', 'net_tonnage'],
  decided_by: 'arrival',
  aliases: ['吨税', '船钞', '船舶噸稅', '噸稅', 'tonnage dues', 'tonnage tax'],
  basis: [basis('tonnage-tax-regulation-2011')],
  provenance: verified('税率见BIMCO 2012年转载，与税法税目一致'),
  remark: text(
    '吨税是法定税收，不是港口收费，为完整起见列出。按全额累进：船舶净吨所在档的税率适用于全部净吨。税额50元以下免征；15日内缴清，滞纳金每日万分之五。',
    'A tax by law, not a port charge; shown for completeness. Slab rates: the rate of the ship’s band applies to every ton of her. Nothing is due up to CNY 50; payable within 15 days, 0.05 % a day if late.',
  ),
})

/** 民航发展基金, named in the lists of air ports. */
export const civilAviationFund = item({
  code: 'civil-aviation-fund',
  name: text('民航发展基金', 'Civil aviation development fund'),
  position: 24_000,
  pricing: 'gov_set',
  nature: 'gov_fund',
  link: 'government',
  payer: 'either',
  payee: text('民航主管部门', 'Civil aviation authority'),
  content: text(
    '航空口岸目录清单所列政府性基金，向旅客和航空公司征收，不向货主征收。标准待核实。',
    'A government fund named in the lists of air ports; paid by passengers and airlines, not by cargo owners. Rates to be verified.',
  ),
  at: ['air'],
  aliases: ['机场建设费', '民航基金', '民航發展基金', 'airport construction fee', 'CADF'],
  basis: [basis('civil-aviation-fund-rules')],
  provenance: recall('仅见于目录清单名目，标准未取得'),
})

/** 港口建设费, abolished on 2021-01-01. */
export const portConstructionFee = item({
  code: 'port-construction-fee',
  name: text('港口建设费', 'Port construction fee'),
  position: 30_000,
  pricing: 'gov_set',
  nature: 'gov_fund',
  link: 'government',
  payer: 'cargo',
  payee: MSA,
  content: text(
    '用于港口公共基础设施建设的政府性基金，按进出口货物和集装箱征收。',
    'A government fund for building shared port works, levied on cargo and containers.',
  ),
  facts: ['trade', 'size', 'load', 'measured_by', 'half_rate_goods', 'weight_t'],
  aliases: ['港建费', '港建', '港口建設費', 'PCF', 'port construction surcharge', 'harbour construction fee'],
  basis: [basis('port-construction-fee-rules')],
  provenance: verified('取消日见临沂市官方清单；征收标准为单一来源'),
})
