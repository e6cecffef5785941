import { GoverningEvent, Link, Nature, Payer, PortKind, Pricing } from '../fee-item.ts'
import type { Choice } from './choices.ts'
import { BASIS, CLOSING, column, DAYS } from './column.ts'

const PRICINGS = named(Pricing.options, [
  ['政府定价', 'government-set'],
  ['政府指导价', 'government-guided'],
  ['市场调节价', 'market'],
])
const NATURES = named(Nature.options, [
  ['政府性基金', 'government fund'],
  ['行政事业性收费', 'administrative charge'],
  ['经营服务性收费', 'service charge'],
])
const PAYERS = named(Payer.options, [
  ['货方', 'cargo'],
  ['船方', 'ship'],
  ['货方或船方', 'either'],
])
const PORT_KINDS = named(PortKind.options, [
  ['海港', 'sea'],
  ['空港', 'air'],
  ['陆港', 'inland'],
])
const EVENTS = named(GoverningEvent.options, [
  ['作业日', 'service'],
  ['到港日', 'arrival'],
  ['离港日', 'departure'],
  ['申报日', 'declaration'],
  ['账单日', 'bill'],
])

function named<Code extends string>(codes: readonly Code[], words: readonly [zh: string, en: string][]): Choice[] {
  return codes.map((code, n) => ({ code, zh: words[n]![0], en: words[n]![1] }))
}

/** 收费项目: one row for each item, for the authority's editors. */
export const ITEM_COLUMNS = [
  column(
    'code',
    'code',
    ['费目代码', 'Item code'],
    ['小写字母、数字和连字符，永不重复使用', 'Kebab-case, never reused'],
    'night-gate-in',
    {
      required: true,
      width: 24,
      most: 60,
    },
  ),
  column('name', 'text', ['名称', 'Name'], ['收费项目的名称', 'Name of the fee item'], '夜间集港费', {
    required: true,
    width: 24,
    most: 400,
  }),
  column('name_en', 'text', ['名称（英文）', 'Name in English'], ['英文名称', 'In English'], '', {
    width: 24,
    most: 400,
  }),
  column('parent', 'code', ['上级费目', 'Parent item'], ['上级费目的代码', 'Code of the item it belongs to'], '', {
    width: 20,
    most: 60,
  }),
  column(
    'pricing',
    'choice',
    ['定价形式', 'Pricing'],
    ['政府定价、政府指导价或市场调节价', 'Who sets the price'],
    '市场调节价',
    {
      required: true,
      choices: PRICINGS,
    },
  ),
  column(
    'nature',
    'choice',
    ['收费性质', 'Nature'],
    ['基金、行政事业性或经营服务性', 'Fund, administrative or service charge'],
    '经营服务性收费',
    {
      required: true,
      choices: NATURES,
      width: 18,
    },
  ),
  column('link', 'choice', ['环节', 'Link'], ['收费发生的环节，填代码', 'Link of the chain, its code'], 'terminal', {
    required: true,
    choices: Link.options.map((code) => ({ code, zh: code, en: code })),
  }),
  column('payer', 'choice', ['付费方', 'Payer'], ['由谁付费', 'Who pays'], '货方', { required: true, choices: PAYERS }),
  column('content', 'text', ['服务内容', 'Service'], ['收了钱做什么', 'What is done for it'], '夜间受理集装箱集港', {
    required: true,
    width: 40,
    most: 4000,
  }),
  column('content_en', 'text', ['服务内容（英文）', 'Service in English'], ['英文', 'In English'], '', {
    width: 30,
    most: 4000,
  }),
  column('at', 'choices', ['口岸类型', 'Kinds of port'], ['在哪类口岸使用', 'Where it is used'], '海港', {
    required: true,
    choices: PORT_KINDS,
  }),
  column(
    'facts',
    'text',
    ['计费事实', 'Facts'],
    ['计费要知道的事实，用“;”分开', 'What billing must know, parted by “;”'],
    'size; load',
    {
      width: 20,
      most: 800,
    },
  ),
  column('decided_by', 'choice', ['计费日', 'Decided by'], ['以哪一天确定标准', 'Whose day decides'], '', {
    choices: EVENTS,
  }),
  column('aliases', 'text', ['别名', 'Aliases'], ['其他叫法，用“;”分开', 'Other names, parted by “;”'], '', {
    width: 24,
    most: 3000,
  }),
  column('voluntary', 'choice', ['自愿委托', 'Voluntary'], ['是否自愿委托', 'Is it at the payer’s choice'], '否', {
    choices: [
      { code: 'true', zh: '是', en: 'yes' },
      { code: 'false', zh: '否', en: 'no' },
    ],
  }),
  ...BASIS,
  ...DAYS,
  ...CLOSING,
] as const

export type ItemColumn = (typeof ITEM_COLUMNS)[number]['name']
