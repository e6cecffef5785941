import { text } from '../../catalogue/text.ts'
import { recall, single, verified } from '../seed.ts'
import { document, MOC, MOT, MOT_NDRC } from './document.ts'

/** 港口收费办法 and the notices that changed it, in the order they took effect. */
export const TARIFF_DOCUMENTS = [
  document({
    code: 'moc-1997-3',
    number: '交通部令1997年第3号（2001年第11号修正）',
    title: text(
      '中华人民共和国交通部港口收费规则（外贸部分）',
      'Port Charges Rules of the Ministry of Communications (Foreign Trade)',
    ),
    issuer: MOC,
    ended: '2016-02-29',
    summary: text(
      '1997年发布、2001年修正的外贸港口收费规则，按净登记吨计费，规定货物港务费、引航、系解缆、开关舱等费率。原件只核到年份，起止日待核实；被2016年3月1日起的统一办法取代。',
      'Foreign-trade tariff of 1997, amended in 2001, based on net registered tonnage: cargo dues, pilotage, mooring, hatch handling and more. The sources give years only, so its exact days are to be verified; the unified rules replaced it from 1 March 2016.',
    ),
    provenance: verified('两处独立转载（cclcn、法搜等）一致'),
  }),
  document({
    code: 'security-charge-2006',
    number: null,
    title: text(
      '关于收取港口设施保安费的规定（2006年）',
      'Rules on collecting the port facility security charge (2006)',
    ),
    issuer: MOC,
    effective: '2006-06-01',
    ended: '2016-02-29',
    summary: text(
      '为履行SOLAS公约和ISPS规则，对外贸进出口重箱和货物收取港口设施保安费：20英尺20元、40英尺30元。文号、施行日待核实。',
      'Introduced the port facility security charge on laden foreign-trade boxes and cargo to meet SOLAS and the ISPS Code: CNY 20 per 20-foot and CNY 30 per 40-foot box. Document number and effective day to be verified.',
    ),
    provenance: recall('费率见旧价目表（单一来源）；文件名称、施行日凭记忆'),
  }),
  document({
    code: 'jsf-2015-206',
    number: '交水发〔2015〕206号',
    title: text('港口收费计费办法（2015年）', 'Measures for Port Charges (2015)'),
    issuer: MOT_NDRC,
    effective: '2016-03-01',
    summary: text(
      '首部统一内外贸的港口收费计费办法，2016年3月1日起施行，有效期5年；分为政府定价、政府指导价、市场调节价三类。文号待核实。',
      'The first unified tariff rules for foreign and domestic trade, in force from 1 March 2016 for five years; divides charges into government-set, government-guided and market-regulated prices. Document number to be verified.',
    ),
    provenance: verified('施行日与有效期见转载文本；文号凭记忆'),
  }),
  document({
    code: 'tug-letter-2016',
    number: null,
    title: text('交通运输部办公厅关于拖轮费适用范围的函', 'Letter on the scope of the towage charge'),
    issuer: text('交通运输部办公厅', 'General Office of the Ministry of Transport'),
    issued: '2016-11-09',
    effective: '2016-11-09',
    summary: text(
      '救助、海上拖航以及新建、修理船舶使用拖轮不适用拖轮费；与进出港直接相关的监护、护航包含在拖轮费内，不得另立项目；应当公示价格，由船方自愿选用。',
      'Salvage, sea towage and work for ships being built or repaired are outside the towage charge; escort and standby directly tied to port entry are inside it and may not be billed as a separate item. Prices must be posted and use is voluntary.',
    ),
    provenance: single('中国港口协会网站'),
  }),
  document({
    code: 'jsf-2017-104',
    number: '交水发〔2017〕104号',
    title: text('港口收费计费办法（2017年修订）', 'Measures for Port Charges (revised 2017)'),
    issuer: MOT_NDRC,
    effective: '2017-09-15',
    summary: text(
      '引航费分段费率0.50/0.45/0.425元/净吨，起码计费吨由500提高到2,000净吨，夜班、节假日附加费降为45%；港口设施保安费由20/30元降为10/15元。施行日待核实。',
      'Pilotage tiers of CNY 0.50/0.45/0.425 per net ton; minimum billing tonnage raised from 500 to 2,000 NT; night and holiday surcharges cut to 45 %; security charge cut from CNY 20/30 to 10/15 per box. Effective day to be verified.',
    ),
    provenance: verified('费率经seafarersrights.org与2019年费率互算核对；施行日凭记忆'),
  }),
  document({
    code: 'jsf-2018-77',
    number: '交水发〔2018〕77号',
    title: text('关于进一步放开港口部分收费等有关事项的通知', 'Notice on further deregulating certain port charges'),
    issuer: MOT_NDRC,
    effective: '2018-06-20',
    summary: text(
      '驳船取送费、特殊平舱费改为市场调节价并并入港口作业包干费；明确护航、监护拖轮的使用规则。',
      'Lighterage and special trimming became market-regulated and were merged into the port operation lump sum; rules for escort and standby tugs were set out.',
    ),
    provenance: verified('youngboumbrella英文转载与烟台港费率说明一致'),
  }),
  document({
    code: 'jsg-2019-2',
    number: '交水规〔2019〕2号',
    title: text('港口收费计费办法（2019年）', 'Measures for Port Charges (2019)'),
    issuer: MOT_NDRC,
    effective: '2019-04-01',
    summary: text(
      '货物港务费降15%、保安费降20%、引航（移泊）费降10%、国内航线拖轮费降5%；合并堆存、供应、污染物接收等项目，港口收费清单为11项；沿海80米及以下国内航线船舶（化学品船、液化气船除外）可不使用拖轮；代收代付不得加价。有效期5年。计费吨以净吨计，不足1吨按1吨；单项金额四舍五入到元，最低1元（进整规则待核实）。',
      'Cargo port dues cut by 15 %, security charge by 20 %, pilotage and shifting by 10 %, domestic towage by 5 %. Storage, supply and waste items were merged, leaving a list of 11. Domestic ships up to 80 m in coastal ports (not chemical or gas carriers) may decline tugs. No mark-up on pass-through collection. Valid for five years. Ships are billed by net ton, any part counting as one; each line is rounded half up to the yuan, at least CNY 1 (rounding rule to be verified).',
    ),
    provenance: verified('官方通知转载与baltimpex英文译文一致'),
  }),
  document({
    code: 'port-fee-cut-2020',
    number: null,
    title: text('关于阶段性降低港口收费标准等事项的通知', 'Notice on temporarily lowering port charges'),
    issuer: MOT_NDRC,
    effective: '2020-03-01',
    ended: '2020-06-30',
    summary: text(
      '2020年3月1日至6月30日，货物港务费、港口设施保安费收费标准均再降低20%。文号待核实。',
      'From 1 March to 30 June 2020 cargo port dues and the port facility security charge were each lowered by a further 20 %. Document number to be verified.',
    ),
    provenance: verified('6bar.net、经济参考报与南沙港费率通知一致'),
  }),
  document({
    code: 'port-fee-cut-2020-extension',
    number: null,
    title: text('关于延续实施阶段性降低港口收费标准的通知', 'Notice prolonging the temporary cut in port charges'),
    issuer: MOT_NDRC,
    effective: '2020-07-01',
    ended: '2020-12-31',
    summary: text(
      '阶段性降低货物港务费、港口设施保安费20%的措施延长至2020年12月31日。文号待核实。',
      'Prolonged the temporary 20 % cut of cargo port dues and the security charge to 31 December 2020. Document number to be verified.',
    ),
    provenance: verified('6bar.net、经济参考报一致'),
  }),
  document({
    code: 'jsg-2022-3',
    number: '交水规〔2022〕3号（文号待核实）',
    title: text('关于减并港口收费等有关事项的通知', 'Notice on reducing and merging port charges'),
    issuer: MOT_NDRC,
    effective: '2022-04-01',
    summary: text(
      '港口设施保安费并入港口作业包干费，作为子项的收费不得超过原标准（8/12元）；降低引航（移泊）费基准费率：4港（深圳、湄洲湾、日照、锦州）降15%，14港（上海、宁波舟山、大连、唐山、青岛、连云港、湛江、福州、防城、威海、黄骅、烟台、厦门、泉州）降10%，其中上海港2023年12月31日前先降5%；长江干线港口150米及以下中国籍船舶可不使用拖轮；代收代付不得加价，更新目录清单和公示。',
      'The port facility security charge became a sub-item of the port operation lump sum, capped at its former rate (CNY 8/12). Pilotage base rates were cut by 15 % at four ports (Shenzhen, Meizhouwan, Rizhao, Jinzhou) and by 10 % at fourteen (Shanghai, Ningbo-Zhoushan, Dalian, Tangshan, Qingdao, Lianyungang, Zhanjiang, Fuzhou, Fangcheng, Weihai, Huanghua, Yantai, Xiamen, Quanzhou), Shanghai by 5 % until 31 December 2023. Chinese-flag ships up to 150 m in Yangtze trunk ports may decline tugs. No mark-up on pass-through collection; lists and posted prices must be updated.',
    ),
    provenance: verified('cqjyts转载全文、工人日报、人民网一致；文号凭记忆'),
  }),
  document({
    code: 'mot-2025-54',
    number: '交通运输部公告2025年第54号',
    title: text('关于对美船舶收取船舶特别港务费的公告', 'Announcement on the special port fee for US-linked ships'),
    issuer: MOT,
    effective: '2025-10-14',
    summary: text(
      '自2025年10月14日起，对美国企业、组织和个人拥有或运营，美资持股25%及以上，悬挂美国旗或在美国建造的船舶，按航次收取船舶特别港务费：每净吨400元，2026年4月17日起640元，2027年4月17日起880元，2028年4月17日起1,120元；同一航次只在首个挂靠的中国港口收取，每船每年不超过5个航次，由船舶靠泊港口所在地海事管理机构收取。',
      'From 14 October 2025, a special port fee per voyage on ships owned or operated by US persons, with 25 % or more US equity, flying the US flag or built in the US: CNY 400 per net ton, 640 from 17 April 2026, 880 from 17 April 2027 and 1,120 from 17 April 2028. Charged only at the first Chinese port of a voyage, for at most five voyages per ship and year, by the local maritime safety administration.',
    ),
    provenance: verified('多处转载一致'),
  }),
  document({
    code: 'mot-2025-55',
    number: '交通运输部公告2025年第55号',
    title: text(
      '关于暂停对美船舶收取船舶特别港务费的公告',
      'Announcement suspending the special port fee for US-linked ships',
    ),
    issuer: MOT,
    issued: '2025-11-10',
    effective: '2025-11-10',
    summary: text(
      '自2025年11月10日13时01分（北京时间）起，暂停收取船舶特别港务费一年；交办水〔2025〕59号实施办法同时暂停。一年期满后是否恢复，待核实。',
      'Suspended the special port fee for one year from 13:01 Beijing time on 10 November 2025, together with the implementing rules 交办水〔2025〕59号. Whether it resumed after that year is to be verified.',
    ),
    provenance: verified('多处转载；暂停见udn报道'),
  }),
] as const
