import type { Basis } from '../../catalogue/basis.ts'
import { type Day, day } from '../../catalogue/day.ts'
import type { FeeItem } from '../../catalogue/fee-item.ts'
import { type FeeStandard, PLAIN } from '../../catalogue/fee-standard.ts'
import { type ReferenceKind, referenceOf } from '../../catalogue/reference.ts'
import type { Release } from '../../catalogue/release.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { keyOf, type Payloads, type SubjectKind } from '../../catalogue/subject.ts'
import { text } from '../../catalogue/text.ts'
import type { PageContext } from '../../views/context.ts'
import type { Locale } from '../../views/locale/locale.ts'

/** A small catalogue that reads like the real one, for tests of pages. */
export const TODAY = day('2026-11-23')
const VERIFIED = { mark: 'verified', source: '交水规〔2019〕2号 附表' } as const
const RECALL = { mark: 'recall', source: '凭记忆录入，未见原件' } as const
const by = (document: string, article: string | null = null): Basis => ({ document, article })

let ids = 0
export function statement<K extends SubjectKind>(
  kind: K,
  payload: Payloads[K],
  from: string,
  until: string | null = null,
  rest: Partial<Statement<K>> = {},
): Statement<K> {
  return {
    id: String(++ids),
    kind,
    key: keyOf[kind](payload),
    change: 'new',
    remainder: false,
    valid: { from: day(from), until: until === null ? null : day(until) },
    known: { from: 1, until: null },
    payload,
    why: { zh: '首次录入', en: 'first entry', documents: ['jsg-2019-2'] },
    line: { release: 1, n: ids },
    ...rest,
  }
}

const item = (code: string, zh: string, en: string | null, rest: Partial<FeeItem> = {}): FeeItem => ({
  code,
  name: text(zh, en),
  parent: null,
  position: 1,
  pricing: 'gov_guided',
  nature: 'service_fee',
  link: 'pilot',
  payer: 'ship',
  payee: null,
  content: text(`提供${zh}所列服务`, null),
  at: ['sea'],
  facts: [],
  aliases: [],
  voluntary: false,
  basis: [by('jsg-2019-2', '第十条')],
  provenance: VERIFIED,
  remark: null,
  ...rest,
})

export const pilotage = item('pilotage', '引航(移泊)费', 'Pilotage and shifting', {
  payee: text('引航机构', 'pilot station'),
  content: text(
    '引领船舶进出港口、靠离泊位，以及在港内移泊。',
    'Leading ships in and out of port, to and from berth, and shifting them within the port.',
  ),
  facts: ['voyage', 'net_tonnage', 'distance_nm', 'night', 'holiday'],
  aliases: ['引水费', '移泊费'],
  basis: [by('jsg-2019-2', '第三章'), by('jh-2022-merge', null)],
  remark: text('引领船舶过闸另计。', null),
})

const items = [
  item('cargo-port-dues', '货物港务费', 'Cargo port dues', { pricing: 'gov_set', link: 'terminal', payer: 'cargo' }),
  pilotage,
  item('towage', '拖轮费', 'Towage', { link: 'tug' }),
  item('berthage', '停泊费', 'Berthage', { link: 'terminal' }),
  item('port-operation-lumpsum', '港口作业包干费', 'Port operation lump sum', {
    pricing: 'market',
    link: 'terminal',
    payer: 'cargo',
  }),
  item('port-facility-security-sub', '港口设施保安费（子项）', 'Port facility security (sub-item)', {
    pricing: 'market',
    parent: 'port-operation-lumpsum',
    link: 'terminal',
    payer: 'cargo',
  }),
  item('yard-storage', '库场使用费', 'Yard storage', { pricing: 'market', link: 'yard', payer: 'cargo' }),
  item('tally', '理货服务费', 'Tally', { pricing: 'market', link: 'tally', payer: 'either' }),
  item('customs-exam', '查验吊装移位仓储费', null, {
    pricing: 'market',
    link: 'inspection_site',
    payer: 'cargo',
    voluntary: true,
  }),
]

export const NBCT = '91330206MA2DEM0171'
const entities: Payloads['entity'][] = [
  {
    code: NBCT,
    name: text('示例北仑集装箱码头有限公司', 'Demo Beilun Container Terminal'),
    link: 'terminal',
    ports: ['CNNGB'],
  },
  { code: '91330206MA2DEM025U', name: text('示例甬港国际货运代理有限公司', null), link: 'forwarder', ports: ['CNNGB'] },
  {
    code: '91330303MA2DEM05X3',
    name: text('示例温州状元岙码头有限公司', 'Demo Wenzhou Terminal'),
    link: 'terminal',
    ports: ['CNWNZ'],
  },
].map(
  (entity) =>
    ({
      address: null,
      phone: null,
      complaint_phone: '0574-00000000',
      demo: true,
      remark: null,
      ...entity,
    }) as Payloads['entity'],
)

const port = (
  code: string,
  zh: string,
  en: string,
  city: string,
  areas: Payloads['port']['areas'] = [],
): Payloads['port'] => ({
  code,
  name: text(zh, en),
  kind: code === 'CNHGH' ? 'air' : code === 'X-YIWU' ? 'inland' : 'sea',
  city: text(city, null),
  division: '330200',
  also: [],
  areas,
  reference: false,
  provenance: VERIFIED,
  remark: null,
})
const ports = [
  port('CNNGB', '宁波舟山港', 'Ningbo-Zhoushan', '宁波', [
    { code: 'beilun', name: text('北仑港区', 'Beilun'), district: '330206' },
  ]),
  port('CNWNZ', '温州港', 'Wenzhou', '温州'),
  port('CNJIX', '嘉兴港', 'Jiaxing', '嘉兴'),
  port('X-TAIZHOU', '台州港', 'Taizhou', '台州'),
  port('X-YIWU', '义乌陆港', 'Yiwu inland port', '义乌'),
  port('CNHGH', '杭州萧山机场', 'Hangzhou airport', '杭州'),
]

const document = (code: string, number: string | null, title: string): Payloads['document'] => ({
  code,
  number,
  title: text(title, null),
  issuer: text('交通运输部、国家发展改革委', null),
  issued: day('2019-03-13'),
  effective: day('2019-04-01'),
  ended: null,
  summary: text('规定港口收费的项目、标准与计费方法。', null),
  href: null,
  provenance: VERIFIED,
})

const lineage: Payloads['lineage'] = {
  from: 'port-facility-security',
  to: 'port-operation-lumpsum',
  kind: 'absorbed_as_subitem',
  ceiling: true,
  basis: [by('jh-2022-merge')],
  note: text(
    '取消政府定价，作为子项并入港口作业包干费。',
    'Its government price ended; it became a sub-item of the lump sum.',
  ),
}

export const security = item('port-facility-security', '港口设施保安费', 'Port facility security charge', {
  pricing: 'gov_set',
  link: 'terminal',
  payer: 'cargo',
})

const said: Statement<ReferenceKind>[] = [
  ...items.map((payload) => statement('item', payload, '2019-04-01')),
  statement('item', security, '2019-04-01', '2022-04-01'),
  ...entities.map((payload) => statement('entity', payload, '2019-04-01')),
  ...ports.map((payload) => statement('port', payload, '2019-04-01')),
  statement('document', document('jsg-2019-2', '交水规〔2019〕2号', '港口收费计费办法'), '2019-04-01'),
  statement('document', document('jh-2022-merge', null, '关于减并港口收费等有关事项的通知'), '2022-04-01'),
  statement('lineage', lineage, '2022-04-01'),
]
export const reference = referenceOf(31, said)

export const standard = (of: string, rest: Partial<FeeStandard>): FeeStandard => ({
  item: of,
  port: null,
  area: null,
  entity: null,
  line: 'base',
  label: null,
  own_name: null,
  rate: { form: 'fixed', amount: '34' },
  unit: 'container',
  currency: 'CNY',
  ceiling: false,
  conditions: {},
  terms: PLAIN,
  posted: '原文',
  basis: [by('jsg-2019-2', '附表1')],
  provenance: VERIFIED,
  remark: null,
  ...rest,
})

export const tiers: FeeStandard['rate'] = {
  form: 'tiered',
  fact: 'net_tonnage',
  mode: 'marginal',
  tiers: [
    { over: '0', amount: '0.405' },
    { over: '40000', amount: '0.36' },
    { over: '80000', amount: '0.3375' },
  ],
}
export const pilotTerms: FeeStandard['terms'] = {
  ...PLAIN,
  minimum_quantity: '2000',
  whole_units: true,
  surcharges: [
    { name: text('夜班', 'night work'), percent: '45', when: { night: ['true'] } },
    { name: text('节假日', 'holiday'), percent: '45', when: { holiday: ['true'] } },
  ],
  rounding: { decimals: 0, mode: 'half_up', minimum: '1' },
}

const box = (size: '20' | '40', load: 'laden' | 'empty' = 'laden') => ({
  trade: ['foreign'],
  size: [size],
  load: [load],
})
const at = { port: 'CNNGB', area: 'beilun', entity: NBCT, basis: [] }

export const government = [
  statement(
    'standard',
    standard('cargo-port-dues', { line: 'i20', conditions: { ...box('20'), direction: ['import'] } }),
    '2019-04-01',
  ),
  statement(
    'standard',
    standard('cargo-port-dues', {
      line: 'i40',
      rate: { form: 'fixed', amount: '68' },
      conditions: { ...box('40'), direction: ['import'] },
    }),
    '2019-04-01',
  ),
  statement(
    'standard',
    standard('pilotage', {
      port: 'CNNGB',
      line: 'intl',
      label: text('10海里以内', 'within 10 nm'),
      rate: tiers,
      unit: 'net_ton',
      ceiling: true,
      conditions: { voyage: ['international'], distance_nm: { to: '10' } },
      terms: pilotTerms,
      basis: [by('jsg-2019-2', '附表5'), by('jh-2022-merge')],
    }),
    '2022-04-01',
  ),
  statement(
    'standard',
    standard('pilotage', {
      line: 'flat',
      rate: { form: 'fixed', amount: '49000' },
      unit: 'call',
      ceiling: true,
      conditions: { net_tonnage: { over: '120000' } },
    }),
    '2019-04-01',
  ),
  statement(
    'standard',
    standard('towage', {
      line: 't180',
      rate: { form: 'fixed', amount: '11000' },
      unit: 'tug_movement',
      ceiling: true,
      conditions: { ship_type: ['bulk', 'other'], loa_m: { over: '180', to: '220' } },
      provenance: RECALL,
    }),
    '2019-04-01',
  ),
  statement(
    'standard',
    standard('berthage', {
      line: 'a',
      rate: { form: 'fixed', amount: '0.25' },
      unit: 'net_ton_day',
      ceiling: true,
      conditions: { voyage: ['international'], use: ['productive'] },
    }),
    '2019-04-01',
  ),
]

export const posted = [
  statement(
    'standard',
    standard('port-operation-lumpsum', {
      ...at,
      own_name: '包干费-集装箱装卸',
      rate: { form: 'fixed', amount: '470.3' },
      conditions: box('20'),
    }),
    '2024-01-01',
  ),
  statement(
    'standard',
    standard('port-operation-lumpsum', {
      ...at,
      line: 'l40',
      own_name: '包干费-集装箱装卸',
      rate: { form: 'fixed', amount: '1705.5' },
      conditions: box('40'),
    }),
    '2024-01-01',
    '2027-01-01',
  ),
  statement(
    'standard',
    standard('port-facility-security-sub', { ...at, rate: { form: 'fixed', amount: '8' }, conditions: box('20') }),
    '2022-04-01',
  ),
  statement(
    'standard',
    standard('yard-storage', {
      ...at,
      rate: {
        form: 'per_period',
        period: 'day',
        free: 7,
        steps: [
          { from: 8, amount: '5' },
          { from: 15, amount: '10' },
          { from: 22, amount: '20' },
        ],
      },
      unit: 'container_day',
      conditions: box('20'),
    }),
    '2024-01-01',
  ),
  statement(
    'standard',
    standard('tally', { ...at, rate: { form: 'range', low: '500', high: '850' }, label: text('外贸理箱', null) }),
    '2025-03-01',
  ),
  statement(
    'standard',
    standard('customs-exam', { ...at, rate: { form: 'at_cost' }, own_name: '海关查验费', provenance: RECALL }),
    '2025-03-01',
  ),
  statement(
    'standard',
    standard('tally', {
      port: 'CNWNZ',
      entity: '91330303MA2DEM05X3',
      basis: [],
      line: 'see',
      rate: { form: 'see_attachment', title: '理货收费表', href: null },
    }),
    '2025-03-01',
  ),
]

const release = (seq: number, on: string, zh: string, en: string | null = null): Release => ({
  seq,
  publishedAt: new Date(`${on}T09:00:00+08:00`),
  title: text(zh, en),
  note: null,
  backfilled: seq < 5,
  emergency: false,
  lines: seq * 3,
})
export const releases = [
  release(31, '2026-11-20', '北仑码头 2027 年价目', 'Beilun terminal prices for 2027'),
  release(30, '2026-06-01', '更正温州港理货收费', null),
  release(12, '2022-06-10', '更正 2022 年 4 月至 5 月的引航费', 'Correction of pilotage, April and May 2022'),
  release(9, '2022-03-20', '关于减并港口收费等有关事项的通知', 'Fewer and lower port charges, from April 2022'),
  release(2, '2019-03-13', '港口收费计费办法', 'Rules of port charges'),
  release(1, '2017-09-01', '港口收费计费办法（2017）', null),
]

const pilot = (amount: string) =>
  standard('pilotage', {
    port: 'CNNGB',
    line: 'intl',
    rate: { form: 'fixed', amount },
    unit: 'net_ton',
    ceiling: true,
    conditions: { voyage: ['international'] },
  })
const told = (
  amount: string | null,
  from: string,
  until: string | null,
  known: [number, number | null],
  rest: Partial<Statement<'standard'>> = {},
) =>
  statement('standard', pilot(amount ?? '0'), from, until, {
    known: { from: known[0], until: known[1] },
    line: { release: known[0], n: 1 },
    ...(amount === null ? { payload: null } : {}),
    ...rest,
  })
/** The pilotage of one port as five releases told it, a correction and an ending among them. */
export const history: Statement<'standard'>[] = [
  told('0.50', '2017-09-15', null, [1, 2]),
  told('0.50', '2017-09-15', '2019-04-01', [2, null], { remainder: true, line: { release: 1, n: 1 } }),
  told('0.45', '2019-04-01', null, [2, 9], { change: 'revise' }),
  told('0.45', '2019-04-01', '2022-04-01', [9, null], { remainder: true, line: { release: 2, n: 1 } }),
  told('0.405', '2022-04-01', null, [9, 12], { change: 'revise' }),
  told('0.4275', '2022-04-01', '2022-12-01', [12, null], {
    change: 'correct',
    why: { zh: '4月至11月按95%执行，原记载有误', en: null, documents: ['jh-2022-merge'] },
  }),
  told('0.405', '2022-12-01', null, [12, 31], { remainder: true, line: { release: 9, n: 1 } }),
  told('0.405', '2022-12-01', '2027-06-01', [31, null], { remainder: true, line: { release: 9, n: 1 } }),
  told(null, '2027-06-01', null, [31, null], { change: 'withdraw' }),
]

export const context = (locale: Locale, path: string, rest: Partial<PageContext> = {}): PageContext => ({
  locale,
  path,
  query: {},
  publicUrl: 'https://fees.example.cn',
  on: TODAY,
  today: TODAY,
  release: 31,
  published: new Date('2026-11-20T09:00:00+08:00'),
  head: { release: 31 },
  pinned: { on: false, release: false },
  assets: (name) => `/assets/${name}?v=1`,
  showDemoNotice: true,
  ...rest,
})

export const onDay = (text: string): Day => day(text)
