import { FACT_CHOICES, RATE_FORMS, TIER_MODES, UNIT_CHOICES, YES_NO } from './choices.ts'
import { BASIS, CLOSING, column, DAYS } from './column.ts'

const fact = <Name extends keyof typeof FACT_CHOICES & string>(name: Name, label: [string, string]) =>
  column(
    name,
    'choices',
    label,
    [
      '只在这些情形下适用；几个用“、”分开，空为不限',
      'Applies only then; several are parted by “|”; empty where it does not matter',
    ],
    '',
    { choices: FACT_CHOICES[name]!, width: 11 },
  )

/** 收费标准: one row for each line of a price list. */
export const STANDARD_COLUMNS = [
  column(
    'item',
    'text',
    ['费目代码', 'Item code'],
    ['目录中的费目代码；不知道时留空，按名称匹配', 'Code in the catalogue; if not known leave empty, the name decides'],
    'container-handling',
    { list: 'items', width: 22, most: 80 },
  ),
  column(
    'item_name',
    'text',
    ['费目名称', 'Item name'],
    ['目录中的名称；代码和名称至少填一个', 'Name in the catalogue; either the code or a name is needed'],
    '集装箱装卸费',
    { width: 22, most: 120 },
  ),
  column(
    'own_name',
    'text',
    ['单位自用名称', 'Own name'],
    ['公示和开票时所用的名称', 'As posted and billed'],
    '装卸包干费',
    {
      width: 22,
      most: 120,
    },
  ),
  column(
    'port',
    'text',
    ['口岸', 'Port'],
    [
      '代码或名称；只在一个口岸收费的单位可以留空',
      'Code or name; may be empty where the entity charges at one port only',
    ],
    'CNNGB',
    { list: 'ports', width: 12, most: 60 },
  ),
  column(
    'area',
    'text',
    ['港区', 'Port area'],
    ['代码或名称；空为整个口岸', 'Code or name; empty for the whole port'],
    '',
    {
      most: 60,
    },
  ),
  column(
    'entity',
    'text',
    ['统一社会信用代码', 'Credit code'],
    ['可以不填；填了就必须是本单位', 'May be empty; if given it must be the entity itself'],
    '',
    { only: 'entity', width: 21, most: 40 },
  ),
  column(
    'line',
    'code',
    ['细目代码', 'Line key'],
    [
      '小写字母、数字和连字符；新的一条可以留空，由条件得出，公布后不再改变',
      'Small letters, digits and hyphens; may be empty for a new line, then made from the conditions; never changes',
    ],
    'foreign-laden-20',
    { width: 20, most: 80 },
  ),
  column(
    'label',
    'text',
    ['细目名称', 'Line name'],
    ['同一费目之下这一条的名称', 'What this line of the item is called'],
    '外贸 重箱 20英尺',
    {
      width: 22,
      most: 4000,
    },
  ),
  column('label_en', 'text', ['细目名称（英文）', 'Line name in English'], ['细目名称的英文', 'In English'], '', {
    width: 18,
    most: 4000,
  }),
  fact('trade', ['贸易', 'Trade']),
  fact('direction', ['进出口', 'Direction']),
  fact('voyage', ['航线', 'Voyage']),
  fact('size', ['箱型', 'Size']),
  fact('load', ['重空', 'Load']),
  fact('cargo_class', ['货类', 'Cargo class']),
  fact('ship_type', ['船型', 'Ship type']),
  fact('use', ['停泊性质', 'Use of berth']),
  fact('night', ['夜间', 'Night']),
  fact('holiday', ['节假日', 'Holiday']),
  fact('transhipment', ['中转', 'Transhipment']),
  column(
    'conditions',
    'text',
    ['其他条件', 'Other conditions'],
    [
      '写法：net_tonnage>1000<=3000; goods_class=a|b。>、>=、<、<= 之后写数',
      'As in: net_tonnage>1000<=3000; goods_class=a|b, numbers after >, >=, < or <=',
    ],
    'net_tonnage>1000<=3000',
    { width: 24, most: 1000 },
  ),
  column(
    'adds_to',
    'code',
    ['另加于', 'Added to'],
    [
      '另加于同一费目的哪一条细目；单独计收的留空',
      'The line of the same item it is added to; empty where it stands alone',
    ],
    '',
    { most: 80 },
  ),
  column(
    'rate_form',
    'choice',
    ['费率形式', 'Rate form'],
    [
      '空则按填了哪些数判断；表格写不下的价格选“照旧”，在工作台修改',
      'If empty, read off the figures given; “as published” for prices a row cannot hold, edited at the desk',
    ],
    '固定价',
    { choices: RATE_FORMS, width: 12 },
  ),
  column('amount', 'amount', ['金额', 'Amount'], ['固定价，元；只写数字', 'Fixed price in CNY, digits only'], '490'),
  column('low', 'amount', ['最低', 'Low'], ['区间价的下限，元', 'Low end of a range'], '500'),
  column('high', 'amount', ['最高', 'High'], ['区间价的上限，元', 'High end of a range'], '850'),
  column(
    'tiers',
    'text',
    ['分档或分项', 'Tiers or parts'],
    [
      '分档价：0-40000:0.45; 40000-80000:0.40; 80000-:0.375。按期计费从第几期起：5-14:8; 15-:16。分项合计：吊装=120; 移位=30~50',
      'Tiered: 0-40000:0.45; 40000-80000:0.40; 80000-:0.375. Per period, from which to which: 5-14:8; 15-:16. Sum: lift=120; shift=30~50',
    ],
    '5-14:8; 15-:16',
    { width: 30, most: 2000 },
  ),
  column(
    'tier_fact',
    'text',
    ['分档依据', 'Tiers by'],
    ['按什么分档：net_tonnage、loa_m、weight_t 等', 'The fact that decides: net_tonnage, loa_m, weight_t …'],
    'net_tonnage',
    { most: 40 },
  ),
  column(
    'tier_mode',
    'choice',
    ['分档方式', 'Tier mode'],
    ['分段累计，或按所在档全额', 'Each part at its own tier, or all at one'],
    '分段累计',
    {
      choices: TIER_MODES,
    },
  ),
  column(
    'free',
    'count',
    ['免费期数', 'Free periods'],
    ['按期计费之前免费几天（小时）', 'Days or hours that cost nothing'],
    '4',
    {
      width: 10,
    },
  ),
  column('percent', 'amount', ['百分比', 'Percent'], ['按比例计收：85 表示百分之八十五', '85 means 85 per cent'], '85'),
  column(
    'percent_of',
    'text',
    ['比例的费目', 'Percent of'],
    ['按哪个费目的比例，费目代码', 'Of which item, its code'],
    '',
    {
      most: 80,
    },
  ),
  column(
    'attachment',
    'text',
    ['附件名称', 'Attachment'],
    ['详见附件时写附件的名称', 'Title of the document with the figures'],
    '',
    {
      most: 200,
    },
  ),
  column('unit', 'choice', ['计费单位', 'Unit'], ['一个单价对应的单位', 'What one price is for'], '箱', {
    required: true,
    choices: UNIT_CHOICES,
    width: 12,
  }),
  column(
    'minimum_quantity',
    'amount',
    ['起码计费数量', 'Minimum quantity'],
    ['不足的按此数量计', 'Less is billed as this'],
    '',
  ),
  column('floor', 'amount', ['每次最低', 'Floor'], ['每次最低收费，元', 'Least charge each time, CNY'], ''),
  column('cap', 'amount', ['每次最高', 'Cap'], ['每次最高收费，元', 'Greatest charge each time, CNY'], ''),
  column(
    'ceiling',
    'choice',
    ['是上限', 'Is a ceiling'],
    ['数字是上限，实际可以更低', 'The figure is an upper limit'],
    '',
    {
      only: 'catalogue',
      choices: YES_NO,
    },
  ),
  column(
    'posted',
    'text',
    ['公示原文', 'As posted'],
    [
      '墙上或网页上的原文，不改字；空则由名称、价格和单位写成',
      'Word for word as it hangs on the wall; if empty, put together from name, price and unit',
    ],
    '装卸包干费 外贸 重箱 20英尺 490元/箱',
    { width: 40, most: 2000 },
  ),
  ...BASIS,
  ...DAYS,
  ...CLOSING,
] as const

export type StandardColumn = (typeof STANDARD_COLUMNS)[number]['name']
