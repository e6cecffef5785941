import { Decimal } from 'decimal.js'
import { addDays, type Day } from '../catalogue/day.ts'
import type { Charge, Quote } from '../catalogue/quote.ts'
import { allOn, nearest, type Reference } from '../catalogue/reference.ts'
import type { Line } from '../catalogue/release.ts'
import type { Span } from '../catalogue/spans.ts'
import { seenAsIf } from './as-if.ts'
import { calculate } from './calculator/answer.ts'
import type { Site } from './site.ts'
import type { Desk } from './staff/desk.ts'

/** The three cases that show what a set changes: a container ship, a bulk carrier, a shipment. */
export const SAMPLES = ['container', 'bulk', 'shipment'] as const
export type Sample = (typeof SAMPLES)[number]

/** What one body is paid for one item, before and after; null where it is not charged or has no figure. */
export type EffectLine = {
  item: string
  entity: string | null
  before: Span | null
  after: Span | null
  by: string | null
}

/** A sample priced twice on one day at one port: by the release before the set's, and as if the set were published. */
export type SampleEffect = {
  sample: Sample
  port: string
  /** The form of the calculator that asks for it. */
  query: Record<string, string>
  before: Span
  after: Span
  by: string | null
  lines: EffectLine[]
}

/** 影响: what a set would change for the samples on a day; `reference` tells the names, as if it were published. */
export type Effects = { on: Day; samples: SampleEffect[]; reference: Reference }

/**
 * Prices the samples before and after a set, on a day or on the first day from which a line of it applies. Samples are
 * taken at ports that the set touches. Null where the set holds no line.
 */
export const effectsOf = (desk: Desk, set: number, on?: Day): Promise<Effects | null> =>
  seenAsIf(desk, set, async (site, { release, lines }) => {
    if (lines.length === 0) return null
    const proposed = lines.map(({ line }) => line)
    const day = on ?? proposed.map(({ valid }) => valid.from).toSorted()[0]!
    const reference = await site.reference(release)
    const ports = portsOf(proposed, reference, day)
    const samples: SampleEffect[] = []
    for (const sample of SAMPLES) {
      const found = await effectOn(desk, site, { sample, port: ports[sample], on: day, release })
      if (found !== null) samples.push(found)
    }
    return { on: day, samples, reference }
  })

type Case = { sample: Sample; port: string; on: Day; release: number }

async function effectOn(before: Site, after: Site, { sample, port, on, release }: Case): Promise<SampleEffect | null> {
  const query = { ...QUERIES[sample](on), port }
  const quoted = async (site: Site, release: number) =>
    (await calculate(site, query, { on, release, head: release })).answer?.quote
  const [then, now] = [await quoted(after, release), await quoted(before, release - 1)]
  if (then === undefined) return null
  const was = now ?? NOTHING
  const by = difference(was.total, then.total)
  return { sample, port, query, before: was.total, after: then.total, by, lines: linesThatDiffer(was, then) }
}

const NOTHING: Quote = { services: [], total: { low: '0.00', high: '0.00' }, ceilings: 0, partly: 0, open: [] }

/** Charges of either quote whose figure is not the same in both, in the order of the later one. */
function linesThatDiffer(before: Quote, after: Quote): EffectLine[] {
  const [was, is] = [chargesOf(before), chargesOf(after)]
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((name) => {
    const charge = (is.get(name) ?? was.get(name))!
    const [then, now] = [is.get(name)?.span ?? null, was.get(name)?.span ?? null]
    if (then?.low === now?.low && then?.high === now?.high) return []
    return [
      { item: charge.item, entity: charge.entity, before: now, after: then, by: now && then && difference(now, then) },
    ]
  })
}

const chargesOf = ({ services }: Quote): Map<string, Charge> =>
  new Map(services.flatMap(({ charges }) => charges.map((one) => [`${one.item} ${one.entity ?? ''}`, one])))

/** By how much one figure is above another, with its sign; null where either is a range that moves unevenly. */
function difference(before: Span, after: Span): string | null {
  const [low, high] = [new Decimal(after.low).minus(before.low), new Decimal(after.high).minus(before.high)]
  return low.eq(high) ? `${low.gt(0) ? '+' : ''}${low.toFixed(2)}` : null
}

/** 宁波舟山港 for boxes and 嘉兴港 for bulk, unless the set touches others. */
const [BOX_PORT, BULK_PORT] = ['CNNGB', 'CNJIX'] as const

/** Each sample's port: a sea port that the set touches, and where it touches none or all the usual one. */
function portsOf(lines: readonly Line[], reference: Reference, on: Day): Record<Sample, string> {
  const sea = allOn(reference, 'port', on).filter(({ kind, reference: foreign }) => kind === 'sea' && !foreign)
  const known = sea.map(({ code }) => code)
  const said = new Set(lines.flatMap((line) => portsIn(line, reference, on)))
  const touched = known.filter((code) => said.has(code))
  const usual = (code: string) => (known.includes(code) ? code : (known[0] ?? code))
  const container = touched.includes(BOX_PORT) ? BOX_PORT : (touched[0] ?? usual(BOX_PORT))
  const bulk = touched.find((code) => code !== container) ?? touched[0] ?? usual(BULK_PORT)
  return { container, bulk, shipment: container }
}

function portsIn({ kind, key, payload }: Line, reference: Reference, on: Day): readonly string[] {
  if (kind === 'standard') {
    const [, port = '-', , entity = '-'] = key.split('/')
    return port !== '-' ? [port] : entity === '-' ? [] : (nearest(reference, 'entity', entity, on)?.ports ?? [])
  }
  return kind === 'port' ? [key] : kind === 'entity' ? ((payload as { ports?: string[] } | null)?.ports ?? []) : []
}

const call = (on: Day, days: number, leaves: string) => ({
  ...{ for: 'call', voyage: 'international', trade: 'foreign', use: 'productive' },
  ...{ arrival: on, arrival_time: '08:00', departure: addDays(on, days), departure_time: leaves },
})

const QUERIES: Record<Sample, (on: Day) => Record<string, string>> = {
  container: (on) => ({
    ...call(on, 2, '17:00'),
    ...{ ship_type: 'container', net_tonnage: '95000', loa_m: '399', tugs_in: '3', tugs_out: '2' },
    ...{ b20_general: '400', b40_empty: '800' },
  }),
  bulk: (on) => ({
    ...call(on, 3, '08:00'),
    ...{ ship_type: 'bulk', net_tonnage: '40000', loa_m: '229', tugs_in: '2', tugs_out: '2' },
  }),
  shipment: () => ({
    ...{ for: 'shipment', direction: 'import', trade: 'foreign', bills: '1' },
    ...{ b20_general: '5', b45_general: '1', storage_days: '6' },
  }),
}
