import { type Line, say } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import { publishDocuments } from '../../documents.ts'
import { PORTS } from '../../ports.ts'
import { basis, between, from, recall, type SeedRelease, sayAll, why } from '../../seed.ts'
import { berthages } from '../berthage.ts'
import { bulkOf2001, domesticBoxesBefore2019, domesticBulk, foreignBoxesOf2001 } from '../cargo-port-dues.ts'
import { chargesOf1997, ownItemsUntil2018 } from '../former.ts'
import { constructionFees, constructionFeesBefore2011, oilPollutionLevy, tonnageTaxes } from '../government.ts'
import * as items from '../items.ts'
import * as former from '../items-former.ts'
import * as government from '../items-government.ts'
import { oilBooms } from '../oil-boom.ts'
import { addedUntil2019, domesticUntil2019, internationalOf2015 } from '../pilotage.ts'
import { securityOf2006 } from '../port-facility-security.ts'
import { domesticTowageBefore2019, internationalTowage } from '../towage.ts'

const OLD_RULES = [basis('moc-1997-3')]
const UNIFIED = [basis('jsf-2015-206')]
const TABLE = '交水发〔2015〕206号附表'
const UNDER_1997 = between('2001-01-01', '2016-03-01')
const ON = '2016-03-01'

const stood = why(
  '本平台数据起点：2016年3月1日统一办法施行前后的收费，据转载文本和旧价目表回溯录入。',
  'Where the portal’s data begin: the charges before and after the unified rules of 1 March 2016, entered in retrospect from reprinted texts and old price lists.',
  'moc-1997-3',
  'jsf-2015-206',
)
const merged = why(
  '2016年统一办法将本项并入港口作业包干费（待核实）。',
  'The unified rules of 2016 merged this charge into the port operation lump sum (to be verified).',
  'jsf-2015-206',
)

const oldItem = { basis: OLD_RULES, provenance: recall('1997年外贸收费规则；起始日只核到年份') }

const itemLines: Line[] = [
  ...sayAll('item', items.ELEVEN, from(ON), stood),
  say('item', { ...items.cargoPortDues, ...oldItem }, UNDER_1997, stood),
  say('item', { ...items.pilotage, ...oldItem, pricing: 'gov_set' }, UNDER_1997, stood),
  say(
    'item',
    { ...items.portFacilitySecurity, basis: [basis('security-charge-2006')] },
    between('2006-06-01', ON),
    stood,
  ),
  ...sayAll('item', [former.lighterage, former.trimming], from(ON), stood),
  ...sayAll('item', [former.mooring, former.hatchHandling, former.pilotDetention], UNDER_1997, stood),
  say('item', former.shipPortDues, between('2001-01-01', '2015-10-01'), stood),
  say('item', government.portConstructionFee, from('2001-01-01'), stood),
  say('item', government.oilPollutionFund, from('2012-07-01'), stood),
  say('item', government.shipTonnageTax, from('2012-01-01'), stood),
  say('item', government.civilAviationFund, from('2012-04-01'), stood),
]

const oldStandards: Line[] = [
  ...sayAll('standard', foreignBoxesOf2001(OLD_RULES), UNDER_1997, stood),
  ...sayAll('standard', bulkOf2001(OLD_RULES), UNDER_1997, stood),
  ...sayAll('standard', securityOf2006([basis('security-charge-2006')]), between('2006-06-01', ON), stood),
  ...sayAll('standard', addedUntil2019(OLD_RULES), UNDER_1997, stood),
  ...sayAll('standard', chargesOf1997(), UNDER_1997, stood),
  ...sayAll('standard', constructionFeesBefore2011(), between('2001-01-01', '2011-10-01'), stood),
]

const standards: Line[] = [
  ...sayAll('standard', foreignBoxesOf2001(UNIFIED), from(ON), stood),
  ...sayAll('standard', domesticBoxesBefore2019(UNIFIED, TABLE), from(ON), stood),
  ...sayAll('standard', bulkOf2001(UNIFIED), from(ON), stood),
  say('standard', domesticBulk(UNIFIED, TABLE), from(ON), stood),
  ...sayAll('standard', securityOf2006(UNIFIED), from(ON), stood),
  say('standard', internationalOf2015(), from(ON), stood),
  ...sayAll('standard', addedUntil2019(UNIFIED), from(ON), stood),
  ...sayAll('standard', domesticUntil2019(UNIFIED), from(ON), stood),
  ...sayAll('standard', internationalTowage(UNIFIED), from(ON), stood),
  say('standard', domesticTowageBefore2019(UNIFIED, TABLE), from(ON), stood),
  ...sayAll('standard', berthages(UNIFIED, recall('2019年以前的费率原文未见，按2019年费率推定')), from(ON), stood),
  ...sayAll('standard', oilBooms(UNIFIED), from(ON), stood),
  ...sayAll('standard', ownItemsUntil2018(UNIFIED, TABLE), from(ON), stood),
  ...sayAll('standard', constructionFees(), from('2011-10-01'), stood),
  say('standard', oilPollutionLevy(), from('2012-07-01'), stood),
  ...sayAll('standard', tonnageTaxes('tonnage-tax-regulation-2011'), from('2012-01-01'), stood),
]

const lineages: Line[] = (['mooring', 'hatch-handling'] as const).map((code) =>
  say(
    'lineage',
    {
      from: code,
      to: 'port-operation-lumpsum',
      kind: 'merged_into',
      ceiling: false,
      basis: UNIFIED,
      note: text(
        '2016年3月1日起并入港口作业包干费（待核实）。',
        'Part of the port operation lump sum since 1 March 2016 (to be verified).',
      ),
    },
    from(ON),
    merged,
  ),
)

/** 起点: what stood before 2017. */
export const baseline: SeedRelease = {
  publishedAt: '2016-03-01T09:00:00+08:00',
  title: text('数据起点：2017年以前的港口收费', 'Starting point: port charges before 2017'),
  note: text(
    '回溯录入。交水发〔2015〕206号的发布日待核实，此处以施行日2016年3月1日作为发布日；更早的起算日多数只核到年份。',
    'Entered in retrospect. The day on which 交水发〔2015〕206号 was announced is to be verified; its effective day, 1 March 2016, stands in for it. Of most earlier starts only the year is known.',
  ),
  backfilled: true,
  lines: [
    ...publishDocuments(
      ON,
      stood,
      ...[
        'moc-1997-3',
        'security-charge-2006',
        'jsf-2015-206',
        'port-construction-fee-rules',
        'cz-2012-33',
        'jcs-2014-96',
      ],
      ...['tonnage-tax-regulation-2011', 'civil-aviation-fund-rules', 'price-law', 'port-law'],
      ...['maritime-transport-regulations', 'price-penalty-rules', 'zhejiang-price-regulations'],
    ),
    ...sayAll('port', PORTS, from('2001-01-01'), stood),
    ...itemLines,
    ...oldStandards,
    ...standards,
    ...lineages,
  ],
}
