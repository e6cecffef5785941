import { text } from '../../catalogue/text.ts'
import { verified } from '../seed.ts'
import { document, NPC, SAMR, STATE_COUNCIL } from './document.ts'

/** The laws that posted prices and complaints about them rest on. */
export const LAW_DOCUMENTS = [
  document({
    code: 'price-law',
    number: '主席令第92号',
    title: text('中华人民共和国价格法', 'Price Law'),
    issuer: NPC,
    issued: '1997-12-29',
    effective: '1998-05-01',
    summary: text(
      '第三条定义市场调节价、政府指导价、政府定价；第十三条要求明码标价，不得在标价之外加价；第三十八条规定任何单位和个人可以举报价格违法行为，政府价格主管部门应当奖励并保密；第四十一条规定退还多付价款。',
      'Article 3 defines market-regulated, government-guided and government-set prices; article 13 requires marked prices and forbids charging beyond them; article 38 lets anyone report price offences, with reward and secrecy; article 41 orders refunds of overcharges.',
    ),
    provenance: verified('法律文本'),
  }),
  document({
    code: 'port-law',
    number: '主席令第5号',
    title: text('中华人民共和国港口法', 'Port Law'),
    issuer: NPC,
    issued: '2003-06-28',
    effective: '2004-01-01',
    summary: text(
      '第二十八条：港口经营人应当在其经营场所公布收费项目和收费标准；未公布的，不得实施。',
      'Article 28: port operators must publish their charge items and rates on their premises; what is not published must not be charged.',
    ),
    provenance: verified('法律文本'),
  }),
  document({
    code: 'maritime-transport-regulations',
    number: '国务院令第335号',
    title: text('中华人民共和国国际海运条例', 'Regulations on International Maritime Transport'),
    issuer: STATE_COUNCIL,
    issued: '2001-12-11',
    effective: '2002-01-01',
    summary: text(
      '第十四条：国际班轮运价和无船承运运价应当备案；公布运价自受理备案之日起满30日生效，协议运价24小时生效。',
      'Article 14: liner and NVOCC freight rates are filed; published rates take effect 30 days after acceptance, contract rates after 24 hours.',
    ),
    provenance: verified('法规文本'),
  }),
  document({
    code: 'price-penalty-rules',
    number: '国务院令第585号',
    title: text('价格违法行为行政处罚规定', 'Provisions on Administrative Penalties for Price Offences'),
    issuer: STATE_COUNCIL,
    issued: '2010-12-04',
    effective: '2010-12-04',
    summary: text(
      '第九条列举不执行政府指导价、政府定价的行为，包括自立项目、分解收费、重复收费、强制服务并收费、对明令取消的项目继续收费；第十三条处罚不明码标价；第十六条规定责令退还多收价款。',
      'Article 9 lists breaches of government prices: own items, splitting, duplicate charges, forced services, charging abolished items; article 13 penalises missing price marks; article 16 orders refunds of overcharges.',
    ),
    provenance: verified('法规文本'),
  }),
  document({
    code: 'business-environment-regulations',
    number: '国务院令第722号',
    title: text('优化营商环境条例', 'Regulations on Improving the Business Environment'),
    issuer: STATE_COUNCIL,
    issued: '2019-10-22',
    effective: '2020-01-01',
    summary: text(
      '第二十五条：政府性基金、行政事业性收费、涉企保证金以及实行政府定价的经营服务性收费实行目录清单管理并向社会公开，清单之外一律不得收取；第四十五条：清理规范口岸收费，推广国际贸易“单一窗口”。',
      'Article 25: government funds, administrative charges, deposits and government-priced service charges stand on a public list, and nothing outside it may be charged; article 45: clean up port charges and use the Single Window.',
    ),
    provenance: verified('法规文本'),
  }),
  document({
    code: 'samr-20',
    number: '国家市场监督管理总局令第20号',
    title: text(
      '市场监督管理投诉举报处理暂行办法',
      'Interim Measures for Handling Market Regulation Complaints and Reports',
    ),
    issuer: SAMR,
    issued: '2019-11-30',
    effective: '2020-01-01',
    summary: text(
      '2020年1月1日起施行：投诉7个工作日内决定是否受理，举报由行为发生地县级以上部门处理。',
      'In force from 1 January 2020: acceptance decided within 7 working days; reports go to the county-level or higher authority of the place of the act.',
    ),
    provenance: verified('规章文本'),
  }),
  document({
    code: 'samr-56',
    number: '国家市场监督管理总局令第56号',
    title: text('明码标价和禁止价格欺诈规定', 'Provisions on Price Marking and the Prohibition of Price Fraud'),
    issuer: SAMR,
    effective: '2022-07-01',
    summary: text(
      '提供服务应当标明服务项目、服务内容、价格或者计价方法；价格变动即时更新；不得在标价之外加价或者收取未标明的费用；不得谎称政府定价。',
      'Services must show item, content and price or method of pricing; changes are shown at once; nothing may be charged beyond or beside the mark; a market price may not be called government-set.',
    ),
    provenance: verified('规章文本'),
  }),
  document({
    code: 'samr-121',
    number: '国家市场监督管理总局令第121号',
    title: text('市场监督管理投诉举报处理办法', 'Measures for Handling Market Regulation Complaints and Reports'),
    issuer: SAMR,
    effective: '2026-04-15',
    summary: text(
      '2026年4月15日起施行，共46条，第20号令同时废止：投诉7个工作日内决定是否受理，调解期限60日，举报应当提供具体线索和相应的事实依据，通过全国12315平台、热线等渠道办理。',
      'In force from 15 April 2026, 46 articles, repealing Order 20: acceptance decided within 7 working days, mediation within 60 days; a report gives concrete clues with supporting facts; handled through the national 12315 platform and hotline.',
    ),
    provenance: verified('规章文本；日期经三处新闻转载核对'),
  }),
] as const
