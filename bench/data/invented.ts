import { creditCheck } from '../../catalogue/codes.ts'
import { day } from '../../catalogue/day.ts'
import type { Document } from '../../catalogue/document.ts'
import type { ChargingEntity } from '../../catalogue/entity.ts'
import { type FeeItem, Link, Pricing } from '../../catalogue/fee-item.ts'
import { type FeeStandard, PLAIN } from '../../catalogue/fee-standard.ts'
import type { Port } from '../../catalogue/port.ts'
import { text } from '../../catalogue/text.ts'
import { entityName, itemName, letters, ownName, portName } from './names.ts'

/** How many of everything there are in a catalogue of so many posted standards. */
export type Scale = { standards: number; ports: number; entities: number; items: number; each: number }

export function scaleOf(standards: number): Scale {
  const ports = Math.max(1, standards / 1000)
  const entities = ports * 10
  const each = standards / entities
  return { standards, ports, entities, items: Math.max(each, standards / 100), each }
}

/** Standards that government sets, in a catalogue of any size. */
export const NATIONAL = 100

export const portCode = (n: number): string => `X-${letters(n)}`
export const itemCode = (n: number): string => `charge-${String(n + 1).padStart(4, '0')}`
export function entityCode(n: number): string {
  const first = `91330200MB${String(n + 1).padStart(7, '0')}`
  return first + creditCheck(first)
}

const provenance = { mark: 'derived', source: '基准测试' } as const
const basis = [{ document: 'bench-rules', article: '第三条' }]
/** One of some values, in turn. */
export const alternate = <T>(values: readonly T[], n: number): T => values[n % values.length]!

export const theDocument: Document = {
  code: 'bench-rules',
  number: '测规〔2020〕1号',
  title: text('基准测试计费办法', 'Rules of the benchmark'),
  issuer: text('示例机关'),
  issued: day('2020-01-01'),
  effective: day('2020-01-01'),
  ended: null,
  summary: text('仅用于测量。'),
  href: null,
  provenance,
}

export const aPort = (n: number): Port => ({
  code: portCode(n),
  name: text(portName(n), `Port ${n + 1}`),
  kind: 'sea',
  city: text('宁波', 'Ningbo'),
  division: '330200',
  also: [],
  areas: [],
  reference: false,
  provenance,
  remark: null,
})

export const anEntity = (n: number): ChargingEntity => ({
  code: entityCode(n),
  name: text(entityName(n), `Operator ${n + 1}`),
  link: alternate(Link.options, n),
  ports: [portCode(Math.floor(n / 10))],
  address: null,
  phone: null,
  complaint_phone: null,
  demo: true,
  remark: null,
})

export const anItem = (n: number): FeeItem => ({
  code: itemCode(n),
  name: text(itemName(n), `Charge ${n + 1}`),
  parent: null,
  position: n + 1,
  pricing: alternate(Pricing.options, n),
  nature: 'service_fee',
  link: alternate(Link.options, n),
  payer: 'cargo',
  payee: null,
  content: text(`为货物提供${itemName(n).replace(/费$/, '')}服务。`),
  at: ['sea'],
  facts: ['size', 'load'],
  aliases: [],
  voluntary: false,
  basis,
  provenance,
  remark: null,
})

/** A posted standard; the first `each` of them are the list of the first entity, and so on. */
export function posted(n: number, { each, items }: Scale): FeeStandard {
  const entity = Math.floor(n / each)
  const item = (entity * 37 + (n % each)) % items
  return {
    ...standard(item, n),
    port: portCode(Math.floor(entity / 10)),
    entity: entityCode(entity),
    line: 'posted',
    own_name: n % 2 === 0 ? ownName(item, entity) : null,
    ceiling: false,
  }
}

export const national = (n: number, { items }: Scale): FeeStandard => ({
  ...standard(n % Math.min(items, NATIONAL), n),
  port: null,
  entity: null,
  line: `national-${n + 1}`,
  own_name: null,
  ceiling: n % 3 === 0,
})

/** One in four is a span, the others one amount. */
function rateOf(n: number): Pick<FeeStandard, 'rate' | 'posted'> {
  const [low, high] = [String(100 + (n % 900)), String(1200 + (n % 900))]
  if (n % 4 === 3) return { rate: { form: 'range', low, high }, posted: `${low}-${high} 元/箱` }
  const amount = `${10 + (n % 800)}.50`
  return { rate: { form: 'fixed', amount }, posted: `${amount} 元/箱` }
}

const standard = (item: number, n: number) => ({
  item: itemCode(item),
  area: null,
  label: null,
  ...rateOf(n),
  unit: 'container' as const,
  currency: 'CNY' as const,
  conditions: n % 3 === 0 ? { size: [alternate(['20', '40'], n)], load: ['laden'] } : ({} as FeeStandard['conditions']),
  terms: PLAIN,
  basis,
  provenance,
  remark: null,
})
