import { text } from '../../catalogue/text.ts'
import { recall, single, verified } from '../seed.ts'
import { document, MOT, NPC, STATE_COUNCIL } from './document.ts'

const MOF = text('财政部', 'Ministry of Finance')
const MOF_MOT = text('财政部、交通运输部', 'Ministry of Finance; Ministry of Transport')

/** 政府性基金和税 shown beside the port charges, and the end of one of them. */
export const GOVERNMENT_DOCUMENTS = [
  document({
    code: 'port-construction-fee-rules',
    number: '财综〔2011〕29号',
    title: text('港口建设费征收使用管理办法', 'Measures for the Port Construction Fee'),
    issuer: MOF_MOT,
    effective: '2011-10-01',
    summary: text(
      '规定港口建设费的征收范围与标准：外贸20英尺64元、40英尺96元、散杂货5.6元/吨；国内20英尺32元、40英尺48元、散杂货4元/吨；水泥、粮食、化肥、农药、盐、砂土、石灰粉减半。文号、施行日待核实。',
      'Scope and rates of the port construction fee: foreign trade CNY 64 per 20-foot, 96 per 40-foot box and 5.6 per ton; domestic CNY 32, 48 and 4; half for cement, grain, fertiliser, pesticide, salt, sand and lime. Document number and effective day to be verified.',
    ),
    provenance: recall('费率为单一来源；文号与施行日凭记忆'),
  }),
  document({
    code: 'mof-2021-8',
    number: '财政部公告2021年第8号',
    title: text(
      '关于取消港口建设费和调整民航发展基金有关政策的公告',
      'Announcement abolishing the port construction fee',
    ),
    issuer: MOF,
    effective: '2021-01-01',
    summary: text(
      '自2021年1月1日起取消港口建设费；以前年度欠缴或预缴的，按规定清缴。',
      'Abolished the port construction fee from 1 January 2021; arrears and advance payments of earlier years are settled under the old rules.',
    ),
    provenance: verified('临沂市发改委官方清单说明；公告全名凭记忆'),
  }),
  document({
    code: 'cz-2012-33',
    number: '财综〔2012〕33号',
    title: text('船舶油污损害赔偿基金征收使用管理办法', 'Measures for the Ship Oil Pollution Damage Compensation Fund'),
    issuer: MOF_MOT,
    effective: '2012-07-01',
    summary: text(
      '对海上运输的持久性油类物质征收船舶油污损害赔偿基金，每吨0.3元。施行日待核实。',
      'Levies CNY 0.3 per ton on persistent oil carried by sea for the compensation fund. Effective day to be verified.',
    ),
    provenance: verified('常州市2024年清单，两处转载；施行日凭记忆'),
  }),
  document({
    code: 'jcs-2014-96',
    number: '交财审发〔2014〕96号',
    title: text(
      '船舶油污损害赔偿基金征收使用管理办法实施细则',
      'Implementing rules for the Ship Oil Pollution Damage Compensation Fund',
    ),
    issuer: MOT,
    summary: text(
      '明确油污基金由海事管理机构征收及其程序。',
      'Names the maritime safety administration as collector of the fund and sets the procedure.',
    ),
    provenance: verified('常州市2024年清单，两处转载；标题凭记忆'),
  }),
  document({
    code: 'tonnage-tax-regulation-2011',
    number: '国务院令第610号',
    title: text('船舶吨税暂行条例', 'Interim Regulations on Vessel Tonnage Tax'),
    issuer: STATE_COUNCIL,
    effective: '2012-01-01',
    summary: text(
      '船舶吨税法施行前的依据，2012年起的税率沿用至今。文号与起止日待核实。',
      'Basis of the tax before the Vessel Tonnage Tax Law; its rates of 2012 are still those of today. Number and days to be verified.',
    ),
    provenance: recall('税率见BIMCO 2012年转载；文号与日期凭记忆'),
  }),
  document({
    code: 'tonnage-tax-law',
    number: '主席令第85号（文号待核实）',
    title: text('中华人民共和国船舶吨税法', 'Vessel Tonnage Tax Law'),
    issuer: NPC,
    issued: '2017-12-27',
    effective: '2018-07-01',
    summary: text(
      '应纳税额=净吨位×适用税率，税率按净吨位分级（全额累进）、按30日、90日、一年执照和优惠、普通两栏确定；应纳税额50元以下免税；15日内缴清，滞纳金每日万分之五。',
      'Tax = net tonnage × rate. The rate is a slab by net tonnage, by licence of 30 days, 90 days or one year, preferential or ordinary. Nothing is due up to CNY 50; payable within 15 days; late payment 0.05 % a day.',
    ),
    provenance: verified('法律文本；公布、施行日凭记忆'),
  }),
  document({
    code: 'civil-aviation-fund-rules',
    number: null,
    title: text('民航发展基金征收使用管理办法', 'Measures for the Civil Aviation Development Fund'),
    issuer: MOF,
    summary: text(
      '航空口岸目录清单所列的政府性基金；向旅客和航空公司征收，不向货主征收。标准与文号待核实。',
      'A government fund listed in the catalogues of air ports; levied on passengers and airlines, not on cargo owners. Rates and number to be verified.',
    ),
    provenance: recall('仅见于目录清单名目'),
  }),
  document({
    code: 'ndrc-2020-1235',
    number: '发改价格〔2020〕1235号',
    title: text('清理规范海运口岸收费行动方案', 'Action plan to clean up and regulate charges at sea ports of entry'),
    issuer: text(
      '国家发展改革委、财政部、商务部等七部门',
      'National Development and Reform Commission, Ministry of Finance, Ministry of Commerce and four other departments',
    ),
    issued: '2020-08-04',
    summary: text(
      '提出到2022年基本形成科学规范透明的口岸收费机制：降低、合并港口收费，将保安费纳入港口作业包干费，规范船公司收费，完善收费目录清单制度，探索在“单一窗口”公布各环节收费和服务，查处强制服务和明码标价不规范。发布日为国家发展改革委网站日期。',
      'Aims at a sound, orderly and transparent regime by 2022: lower and merge port charges, fold the security charge into the lump sum, discipline carriers’ surcharges, improve the list system with a platform on the Single Window, and act against forced services and poor price marking. The day given is that of the NDRC web site.',
    ),
    provenance: verified('经济参考报2020-08-05（新华社）、smesc.cn'),
  }),
  document({
    code: 'zhejiang-2021-plan',
    number: null,
    title: text(
      '浙江省进一步推进跨境贸易便利化行动计划',
      'Zhejiang action plan to further facilitate cross-border trade',
    ),
    issuer: text('浙江省人民政府办公厅', 'General Office of the Zhejiang Provincial People’s Government'),
    issued: '2021-03-15',
    effective: '2021-03-15',
    summary: text(
      '任务13：公开场内转运、移箱、提箱等作业时限标准。任务23：将港口设施保安费纳入港口作业包干费。任务24：健全口岸收费目录清单制度，在口岸现场和“单一窗口”实时更新，公布投诉举报渠道，加大清单外收费执法。任务25：宣讲惠企政策，接受监督咨询。任务26：依法查处强制服务收费和明码标价不规范。',
      'Task 13: publish time standards for transfer, shifting and pick-up. Task 23: fold the port facility security charge into the lump sum. Task 24: keep the list of port charges complete and current on site and on the Single Window, publish complaint channels, enforce against off-list charges. Task 25: explain the policies and take enquiries. Task 26: act against forced services and poor price marking.',
    ),
    provenance: verified('省政府办公厅公开文件原文，2021年3月19日印发'),
  }),
  document({
    code: 'zhejiang-price-regulations',
    number: null,
    title: text('浙江省价格条例', 'Zhejiang Price Regulations'),
    issuer: text('浙江省人民代表大会常务委员会', 'Standing Committee of the Zhejiang Provincial People’s Congress'),
    summary: text(
      '可以分解为多个项目的服务，应当逐项标明项目和价格；价格主管部门应当建立投诉举报制度。',
      'A service that can be divided must show each item and its price; the price authority must run a complaint and report system.',
    ),
    provenance: verified('条例文本；施行日未核'),
  }),
  document({
    code: 'ningbo-forwarder-list-2026',
    number: null,
    title: text('宁波货代企业公示的出口环节收费清单', 'Export charges posted by a Ningbo forwarder'),
    issuer: text('宁波一家货运代理企业', 'A freight forwarder in Ningbo'),
    issued: '2026-01-09',
    summary: text(
      '企业自行公示的清单，用作实际列示方式的参照：其中“港口设施保安费8/12元”金额合规，但2022年4月1日后不应再单列。',
      'A list posted by an enterprise, kept as an example of real presentation: it still shows “port facility security charge 8/12” as an item of its own, right in amount but no longer to be listed apart since 1 April 2022.',
    ),
    provenance: single('ygrtt.com，2026-01-09'),
  }),
] as const
