import { day } from '../../../catalogue/day.ts'
import type { FeeStandard } from '../../../catalogue/fee-standard.ts'
import { PLAIN } from '../../../catalogue/fee-standard.ts'
import { type Reference, type ReferenceKind, referenceOf } from '../../../catalogue/reference.ts'
import type { Statement } from '../../../catalogue/statement.ts'
import { keyOf, type Payloads, type SubjectKind } from '../../../catalogue/subject.ts'
import { text } from '../../../catalogue/text.ts'
import type { ExportRow } from '../../../server/files/rows.ts'
import { exportRow } from '../../../server/files/rows.ts'

export const ENTITY = '91330206MA2DEM0171'
export const ON = day('2026-11-23')

const sourced = { mark: 'verified', source: '交通运输部' } as const

/** A statement said once and for all, as of release 7. */
export const said = <K extends SubjectKind>(
  kind: K,
  payload: Payloads[K] | null,
  over: Partial<Statement<K>> = {},
): Statement<K> => ({
  id: '1',
  kind,
  key: payload === null ? 'none' : keyOf[kind](payload),
  change: 'new',
  remainder: false,
  valid: { from: day('2024-02-29'), until: null },
  known: { from: 7, until: null },
  payload,
  why: { zh: '公示', en: null, documents: [] },
  line: { release: 7, n: 1 },
  ...over,
})

/** What one terminal posts for one item. */
export const standard = (over: Partial<FeeStandard> = {}): FeeStandard => ({
  item: 'yard-storage',
  port: 'CNNGB',
  area: 'beilun',
  entity: ENTITY,
  line: 'laden-20',
  label: text('重箱 20 英尺', 'Laden 20 ft'),
  own_name: '堆存费',
  rate: { form: 'fixed', amount: '0.405' },
  unit: 'container_day',
  currency: 'CNY',
  ceiling: true,
  conditions: { size: ['20'], load: ['laden'] },
  terms: { ...PLAIN, floor: '10', rounding: { decimals: 2, mode: 'half_up', minimum: null } },
  posted: '重箱，20英尺，0.405元/箱·天',
  basis: [{ document: 'jsg-2019-2', article: '第十条' }],
  provenance: { mark: 'recall', source: '公示' },
  remark: null,
  ...over,
})

export const reference: Reference = referenceOf(7, [
  said('item', {
    code: 'yard-storage',
    name: text('堆存保管费', 'Yard storage'),
    parent: null,
    position: 1,
    pricing: 'market',
    nature: 'service_fee',
    link: 'yard',
    payer: 'cargo',
    payee: null,
    content: text('堆存'),
    at: ['sea'],
    facts: [],
    aliases: [],
    voluntary: false,
    basis: [],
    provenance: sourced,
    remark: null,
  }),
  said('entity', {
    code: ENTITY,
    name: text('示例码头有限公司', 'Demo Terminal Co.'),
    link: 'terminal',
    ports: ['CNNGB'],
    address: null,
    phone: null,
    complaint_phone: null,
    demo: true,
    remark: null,
  }),
  said('port', {
    code: 'CNNGB',
    name: text('宁波舟山港', 'Ningbo-Zhoushan'),
    kind: 'sea',
    city: text('宁波'),
    division: '330200',
    also: [],
    areas: [{ code: 'beilun', name: text('北仑港区', 'Beilun'), district: null }],
    reference: false,
    provenance: sourced,
    remark: null,
  }),
  said('document', {
    code: 'jsg-2019-2',
    number: '交水规〔2019〕2号',
    title: text('港口收费计费办法', 'Port charging rules'),
    issuer: text('交通运输部'),
    issued: null,
    effective: null,
    ended: null,
    summary: text('办法'),
    href: null,
    provenance: sourced,
  }),
] as Statement<ReferenceKind>[])

/** A row of a file in Chinese. */
export const row = (
  over: Partial<FeeStandard> = {},
  valid: Statement['valid'] = { from: day('2024-02-29'), until: null },
): ExportRow => exportRow(said('standard', standard(over), { valid }), reference, ON, 'zh-CN')!

/** What formula injection looks like, and what it may become when a program is lenient. */
export const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1,1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\0=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1,1)',
  '﹦1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '=HYPERLINK("https://example.org","看")',
  "=cmd|' /C calc'!A0",
  '=1+1";=1+1',
  '_x003D_1+1',
]
