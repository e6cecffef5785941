import type { CheckBooks } from '../../../catalogue/check/books.ts'
import { checkInvoice } from '../../../catalogue/check/check.ts'
import { Invoice } from '../../../catalogue/check/invoice.ts'
import { nameIndex } from '../../../catalogue/check/matching.ts'
import { lineReader } from '../../../catalogue/check/read-line.ts'
import type { CheckedInvoice } from '../../../catalogue/check/verdict.ts'
import { day } from '../../../catalogue/day.ts'
import type { Facts } from '../../../catalogue/facts.ts'
import type { FeeItem } from '../../../catalogue/fee-item.ts'
import { type FeeStandard, PLAIN } from '../../../catalogue/fee-standard.ts'
import type { PriceBook } from '../../../catalogue/price/book.ts'
import { type Reference, type ReferenceKind, referenceOf } from '../../../catalogue/reference.ts'
import type { Statement } from '../../../catalogue/statement.ts'
import { keyOf, type Payloads, type SubjectKind } from '../../../catalogue/subject.ts'
import { text } from '../../../catalogue/text.ts'

export const PORT = 'CNNGB'
export const TERMINAL = '91330206MA2DEM0171'
export const FORWARDER = '91330203MA2DEM113Y'
export const STRANGER = '91330206MA2DEM1215'

const NOBODY_SAID = { zh: '测试', en: null, documents: [] }
const provenance = { mark: 'recall', source: '测试' } as const

/** What a release says of a subject for a stretch of days. */
export const told = <K extends SubjectKind>(
  kind: K,
  payload: Payloads[K],
  [from, until]: readonly [string, string | null] = ['2016-01-01', null],
  release = 1,
): Statement<K> => ({
  ...{ id: `${keyOf[kind](payload)}@${from}#${release}`, kind, key: keyOf[kind](payload), change: 'new', payload },
  ...{ remainder: false, why: NOBODY_SAID, known: { from: release, until: null }, line: { release, n: 1 } },
  valid: { from: day(from), until: until === null ? null : day(until) },
})

/** An item at a market price, unless it says otherwise. */
export const item = (code: string, name: string, more: Partial<FeeItem> = {}): FeeItem => ({
  ...{ code, name: text(name), parent: null, position: 1, pricing: 'market', nature: 'service_fee', link: 'terminal' },
  ...{ payer: 'cargo', payee: null, content: text(name), at: ['sea'], facts: [], aliases: [], voluntary: false },
  ...{ basis: [], provenance, remark: null, ...more },
})

/** A price per container, unless it says otherwise; set by government unless it names an entity. */
export const price = (of: string, amount: string, more: Partial<FeeStandard> = {}): FeeStandard => ({
  ...{ item: of, port: null, area: null, entity: null, line: 'base', label: null, own_name: null, unit: 'container' },
  ...{ rate: { form: 'fixed', amount }, currency: 'CNY', ceiling: false, conditions: {}, terms: PLAIN },
  ...{ posted: amount, basis: [{ document: 'a-rule', article: null }], provenance, remark: null, ...more },
})

/** What an entity posts at the port. */
export const posted = (entity: string, of: string, amount: string, more: Partial<FeeStandard> = {}): FeeStandard =>
  price(of, amount, { port: PORT, entity, ...more })

const entity = (code: string, name: string, link: Payloads['entity']['link']) =>
  told('entity', {
    ...{ code, name: text(name), link, ports: [PORT], address: null, phone: null, complaint_phone: null, demo: true },
    remark: null,
  })

const covered = (port: string | null, who: string | null, from: string) =>
  told('coverage', { port, entity: who, verified_through: day('2026-10-01'), note: null }, [from, null])

const ABSORBED: Payloads['lineage'] = {
  ...{ from: 'port-facility-security', to: 'port-operation-lumpsum', kind: 'absorbed_as_subitem', ceiling: true },
  ...{ basis: [], note: text('并入包干费') },
}

/** A small directory: entities, coverage, items with their lineage. */
export const DIRECTORY: readonly Statement<ReferenceKind>[] = [
  told('port', {
    code: PORT,
    name: text('宁波舟山港'),
    kind: 'sea',
    city: text('宁波'),
    also: [],
    areas: [],
  } as Partial<Payloads['port']> as Payloads['port']),
  entity(TERMINAL, '示例码头', 'terminal'),
  entity(FORWARDER, '示例货代', 'forwarder'),
  entity(STRANGER, '从未报送者', 'ship_agent'),
  covered(null, null, '2017-09-15'),
  covered(PORT, null, '2021-06-01'),
  covered(PORT, TERMINAL, '2021-05-01'),
  covered(PORT, FORWARDER, '2021-05-01'),
  told('item', item('cargo-port-dues', '货物港务费', { pricing: 'gov_set' })),
  told('item', item('port-facility-security', '港口设施保安费', { pricing: 'gov_set' }), ['2016-01-01', '2022-04-01']),
  told('item', item('port-facility-security', '港口设施保安费', { parent: 'port-operation-lumpsum' }), [
    '2022-04-01',
    null,
  ]),
  told('item', item('port-operation-lumpsum', '港口作业包干费')),
  told('item', item('container-handling', '集装箱装卸包干费', { parent: 'port-operation-lumpsum' })),
  told('lineage', ABSORBED, ['2022-04-01', null]),
  told('item', item('pilotage', '引航费', { pricing: 'gov_guided' })),
  told('item', item('port-construction-fee', '港口建设费', { pricing: 'gov_set' }), ['2016-01-01', '2021-01-01']),
  told('item', item('weighing', '过磅费')),
  told('item', item('restow', '捣箱费')),
  told('item', item('booking', '订舱费', { link: 'forwarder' })),
  told('item', item('dues-collection', '代收货物港务费', { link: 'forwarder' })),
  told('item', item('customs-exam', '海关查验费')),
  told('item', item('seal-fee', '铅封费', { link: 'carrier' })),
  told('item', item('tally-seal', '理货铅封费', { link: 'tally' })),
  told('item', item('green-fee', '绿色附加费'), ['2027-01-01', null]),
  told('item', item('demurrage', '滞期费', { decided_by: 'bill' })),
]

/** A release: its number, and every price as it tells it. */
export type Told = { release: number; prices: readonly Statement<'standard'>[] }

/** What a bill is compared with: a directory and prices, by default the same now as when it was `made`. */
export function books({
  who = TERMINAL,
  head,
  made = head,
  earlier = [],
  filed = who !== STRANGER,
}: {
  who?: string | null
  head: Told
  made?: Told | null
  earlier?: readonly Statement<'standard'>[]
  filed?: boolean
}): CheckBooks {
  const atHead = bookOf(head)
  return { entity: who, head: atHead, ...thenIs(made && bookOf(made)), earlier: setBy(earlier), filed }
}

/** What is said of the time when a bill was made. */
export const thenIs = <T>(then: T) => ({ then })

function bookOf({ release, prices }: Told): PriceBook {
  const sorted = prices.toSorted((a, b) => (a.valid.from < b.valid.from ? -1 : 1))
  return { release, port: PORT, reference: referenceAt(release), standards: setBy(sorted) }
}

const setBy = (statements: readonly Statement<'standard'>[]) => (code: string, setter: string | null) =>
  statements.filter(({ payload }) => payload!.item === code && payload!.entity === setter)

const referenceAt = (release: number): Reference => referenceOf(release, DIRECTORY)

/** A line of a bill: its name, amount and whatever else is said. */
export type Charge = [name: string, amount: string, more?: Record<string, unknown> & { facts?: Facts }]

/** Checks a bill of these lines. */
export function check(
  with_: CheckBooks,
  on: string,
  lines: readonly Charge[],
  bill: Record<string, unknown> = {},
): CheckedInvoice {
  const invoice = Invoice.parse({
    ...{ port: PORT, charged_on: on, number: 'A-1', seller: '示例', ...bill },
    ...(with_.entity === null ? {} : { entity: with_.entity }),
    lines: lines.map(([name, amount, more]) => ({ name, amount, quantity: '1', unit: '箱', ...more })),
  })
  const read = lineReader(names, with_.entity)
  const readLines = invoice.lines.map((line) => read(line, invoice.charged_on))
  return checkInvoice(invoice, readLines, with_, names)
}

const ownNames = [
  { item: 'restow', entity: TERMINAL, name: '落地捣箱' },
  { item: 'restow', entity: TERMINAL, name: '船上捣箱' },
]
const names = nameIndex({ reference: referenceAt(1), ownNames })

/** The one line of a bill of one line. */
export const checkOne = (with_: CheckBooks, on: string, line: Charge, bill: Record<string, unknown> = {}) =>
  check(with_, on, [line], bill).lines[0]!
