import type { Text } from '../../catalogue/text.ts'
import { text } from '../../catalogue/text.ts'

/**
 * What a column holds. `code` is for programs and only in CSV: in a workbook the name beside it says the same.
 * `amount` is an exact decimal, `day` an ISO day, `flag` true or false; what is not said is empty.
 */
export type ColumnKind = 'text' | 'code' | 'amount' | 'day' | 'count' | 'flag'
export type Column = { name: string; kind: ColumnKind; width: number; label: Text; about: Text }

const column = <Name extends string>(
  name: Name,
  kind: ColumnKind,
  width: number,
  label: [zh: string, en: string],
  about: [zh: string, en: string],
) => ({ name, kind, width, label: text(...label), about: text(...about) })

/** 导出列: every column of a file of standards. New ones are added at the end; none is ever renamed or moved. */
export const COLUMNS = [
  column(
    'item_code',
    'text',
    24,
    ['费目代码', 'Item code'],
    ['收费项目的代码，不重复使用', 'Code of the fee item; never reused'],
  ),
  column('item_name', 'text', 24, ['费目', 'Fee item'], ['收费项目的名称', 'Name of the fee item']),
  column('label', 'text', 22, ['细目', 'Line'], ['同一费目之下这一条的名称', 'What this line of the item is called']),
  column(
    'own_name',
    'text',
    20,
    ['单位自用名称', 'Own name'],
    ['收费主体公示时所用的名称', 'What the charging entity calls it'],
  ),
  column(
    'pricing',
    'code',
    0,
    ['定价形式代码', 'Pricing code'],
    ['gov_set · gov_guided · market', 'gov_set · gov_guided · market'],
  ),
  column(
    'pricing_name',
    'text',
    12,
    ['定价形式', 'Pricing'],
    ['政府定价、政府指导价或市场调节价', 'Government-set, government-guided or market price'],
  ),
  column(
    'nature',
    'code',
    0,
    ['收费性质代码', 'Nature code'],
    ['gov_fund · admin_fee · service_fee', 'gov_fund · admin_fee · service_fee'],
  ),
  column(
    'nature_name',
    'text',
    16,
    ['收费性质', 'Nature'],
    ['政府性基金、行政事业性收费或经营服务性收费', 'Government fund, administrative fee or service charge'],
  ),
  column('link', 'code', 0, ['环节代码', 'Link code'], ['收费所在环节的代码', 'Code of the link in the chain']),
  column(
    'link_name',
    'text',
    12,
    ['环节', 'Link'],
    ['收费发生在通关物流的哪个环节', 'At which link of the chain it is charged'],
  ),
  column('payer', 'code', 0, ['付费方代码', 'Payer code'], ['cargo · ship · either', 'cargo · ship · either']),
  column('payer_name', 'text', 12, ['付费方', 'Payer'], ['由谁付费', 'Who pays']),
  column(
    'set_by',
    'text',
    30,
    ['制定或收费主体', 'Set by'],
    ['政府规定，或公示该价格的收费主体', 'Government, or the charging entity that posts it'],
  ),
  column(
    'entity_code',
    'text',
    22,
    ['统一社会信用代码', 'Credit code'],
    ['收费主体的 18 位代码；政府规定的为空', 'Of the charging entity; empty where government set it'],
  ),
  column('demo', 'flag', 8, ['示例', 'Demo'], ['虚构的示例数据', 'Invented, for demonstration only']),
  column(
    'port_code',
    'text',
    11,
    ['口岸代码', 'Port code'],
    ['UN/LOCODE，或本平台的 X- 代码；空为各口岸', 'UN/LOCODE or the portal’s own X- code; empty for every port'],
  ),
  column('port_name', 'text', 16, ['口岸', 'Port'], ['适用的口岸', 'Where it applies']),
  column(
    'area',
    'text',
    14,
    ['港区', 'Area'],
    ['口岸之内的港区；空为整个口岸', 'Part of the port; empty for the whole of it'],
  ),
  column(
    'rate_form',
    'code',
    0,
    ['费率形式代码', 'Rate form code'],
    [
      'fixed · range · tiered · per_period · percent_of · sum · at_cost · see_attachment',
      'fixed · range · tiered · per_period · percent_of · sum · at_cost · see_attachment',
    ],
  ),
  column(
    'rate_form_name',
    'text',
    12,
    ['费率形式', 'Rate form'],
    ['价格以何种形式给出', 'In which form the price is given'],
  ),
  column(
    'amount',
    'amount',
    12,
    ['金额', 'Amount'],
    ['只有一个数字时的单价', 'The price per unit where there is one figure'],
  ),
  column('low', 'amount', 12, ['最低', 'Low'], ['有几个数字时最低的一个', 'The lowest where there are several']),
  column('high', 'amount', 12, ['最高', 'High'], ['有几个数字时最高的一个', 'The highest where there are several']),
  column('unit', 'code', 0, ['计费单位代码', 'Unit code'], ['一个单价对应的单位', 'What one price is for']),
  column('unit_name', 'text', 16, ['计费单位', 'Unit'], ['一个单价对应的单位', 'What one price is for']),
  column('currency', 'text', 8, ['币种', 'Currency'], ['ISO 4217', 'ISO 4217']),
  column('ceiling', 'flag', 8, ['上限', 'Ceiling'], ['数字是上限，实际可以更低', 'The figure is an upper limit']),
  column(
    'rate',
    'text',
    44,
    ['收费标准', 'Rate in words'],
    ['完整的费率与计费规则', 'The whole rate and how it is billed'],
  ),
  column('conditions', 'text', 26, ['适用条件', 'Conditions'], ['在哪些情形下适用', 'When it applies']),
  column(
    'minimum_quantity',
    'amount',
    12,
    ['起码计费数量', 'Minimum quantity'],
    ['不足的按此数量计', 'Less is billed as this'],
  ),
  column('floor', 'amount', 12, ['每次最低', 'Floor'], ['每次最低收费，元', 'Least charge each time, CNY']),
  column('cap', 'amount', 12, ['每次最高', 'Cap'], ['每次最高收费，元', 'Greatest charge each time, CNY']),
  column('rounding', 'text', 22, ['进整', 'Rounding'], ['计费金额怎样取整', 'How a billed sum is rounded']),
  column(
    'posted',
    'text',
    44,
    ['公示原文', 'As posted'],
    ['公示或文件中的原文', 'The text as it is posted or decreed'],
  ),
  column(
    'basis',
    'text',
    44,
    ['收费依据', 'Legal basis'],
    ['文件的文号、名称与条款', 'Number, title and article of each document'],
  ),
  column(
    'mark',
    'code',
    0,
    ['核实情况代码', 'Mark code'],
    ['verified · single · derived · recall', 'verified · single · derived · recall'],
  ),
  column(
    'mark_name',
    'text',
    12,
    ['核实情况', 'Mark'],
    ['待核实的不得作为收费依据', 'What is not verified is no ground for a charge'],
  ),
  column('effective_from', 'day', 12, ['生效日', 'Effective from'], ['适用的第一天', 'First day on which it applies']),
  column(
    'effective_to',
    'day',
    12,
    ['有效期至', 'Effective to'],
    ['适用的最后一天（含）；空为长期有效', 'Last day on which it applies; empty while there is no end'],
  ),
  column('release', 'count', 8, ['发布号', 'Release'], ['在第几号发布中公布', 'The release that published it']),
  column('remark', 'text', 30, ['备注', 'Remark'], ['其他说明', 'Anything else']),
  column(
    'key',
    'code',
    0,
    ['标准标识', 'Standard key'],
    ['费目/口岸/港区/收费主体/细目，永不改变', 'item/port/area/entity/line; never changes'],
  ),
  column(
    'adds_to',
    'code',
    0,
    ['另加于', 'Added to'],
    [
      '另加于同一费目的哪一条细目；空为单独计收',
      'The line of the same item it is added to; empty where it stands alone',
    ],
  ),
] as const satisfies readonly Column[]

export type ColumnName = (typeof COLUMNS)[number]['name']

/** The columns of a workbook, which is read by people. */
export const FOR_PEOPLE: readonly (Column & { name: ColumnName })[] = COLUMNS.filter(({ kind }) => kind !== 'code')
