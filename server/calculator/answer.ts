import type { Asked, Offer } from '../../catalogue/asked.ts'
import { callAsked } from '../../catalogue/call.ts'
import { type Chargeable, chargeable } from '../../catalogue/chargeable.ts'
import { PortCode } from '../../catalogue/codes.ts'
import { Day, daysBetween } from '../../catalogue/day.ts'
import type { AsOf } from '../../catalogue/listing.ts'
import type { Port } from '../../catalogue/port.ts'
import { type Quote, quoteOf } from '../../catalogue/quote.ts'
import { allOn, nearest, type Reference } from '../../catalogue/reference.ts'
import { shipmentAsked } from '../../catalogue/shipment.ts'
import type { CalculatorData } from '../../views/pages/calculator.ts'
import { offersAt } from '../db/offers.ts'
import { estimate } from '../estimates.ts'
import { itemsNotUsedAt } from '../fees.ts'
import type { Site } from '../site.ts'
import { CALL_FIELDS, type CallForm, callForm } from './call-form.ts'
import { type Reading, readingOf } from './reading.ts'
import { SHIPMENT_FIELDS, shipmentForm } from './shipment-form.ts'

/** 估算 of one form: what was asked, what is wrong with it, and what it comes to. The page and its files come here. */
export async function calculate(site: Site, query: Record<string, unknown>, asOf: AsOf): Promise<CalculatorData> {
  const door = query.for === 'shipment' ? 'shipment' : 'call'
  const reading = readingOf(query, door === 'call' ? OF_CALL : OF_SHIPMENT, SEVERAL)
  if (query.for !== undefined && query.for !== 'call' && query.for !== 'shipment')
    reading.faults.push({ field: 'for', code: 'not-an-option', value: String(query.for).slice(0, 60) })
  const reference = await site.reference(asOf.release)
  const asking = Object.keys(query).some((name) => !NOT_ASKING.has(name))
  const place = placeIn(reading, reference, asOf, asking)
  const question = door === 'call' ? ofCall(callForm(reading)) : ofShipment(shipmentForm(reading))
  knownIn(reading, reference, asOf)
  const shown = place.port ?? allOn(reference, 'port', asOf.on)[0]!
  const offers = await offersOn(site, shown.code, question.on(asOf.on), reference, asOf)
  const choices = question.choices(asOf.on, offers, reference, shown)
  const sound = asking && reading.faults.length === 0 && place.port !== null
  return {
    ...{ door, sent: reading.sent, faults: reading.faults, asking, reference, port: place.port, offers, choices },
    working: question.working(place.port?.night ?? null),
    answer: sound ? await answered(site, question, { ...place, port: place.port! }, reference, asOf) : null,
  }
}

const COMMON = ['for', 'on', 'release', 'port', 'with_port', 'with_on', 'entity']
const OF_CALL: ReadonlySet<string> = new Set([...COMMON, ...CALL_FIELDS])
const OF_SHIPMENT: ReadonlySet<string> = new Set([...COMMON, ...SHIPMENT_FIELDS])
const SEVERAL: ReadonlySet<string> = new Set(['entity', 'extra', 'item', 'picked'])
const NOT_ASKING: ReadonlySet<string> = new Set(['for', 'on', 'release'])

type Place = { port: Port | null; withPort: Port | null; withOn: Day | null }

function placeIn(reading: Reading, reference: Reference, { on }: AsOf, asking: boolean): Place {
  const portIn = (field: string): Port | null => {
    const code = reading.one(field, PortCode)
    const port = code === null ? undefined : nearest(reference, 'port', code, on)
    if (code !== null && port === undefined) reading.faults.push({ field, code: 'port-unknown', value: code })
    return port ?? null
  }
  const place = { port: portIn('port'), withPort: portIn('with_port'), withOn: reading.one('with_on', Day) }
  if (asking && reading.sent.values.port === undefined)
    reading.faults.push({ field: 'port', code: 'port-needed', value: '' })
  return place
}

/** Entities and items that were never published are faults of their fields. */
function knownIn({ sent, faults }: Reading, reference: Reference, { on }: AsOf): void {
  for (const kind of ['entity', 'item'] as const)
    for (const code of sent.lists[kind] ?? [])
      if (!faults.some(({ field }) => field === kind) && nearest(reference, kind, code, on) === undefined)
        faults.push({ field: kind, code: `${kind}-unknown`, value: code.slice(0, 60) })
}

/** What a door asks for, at a port and so many days later. */
type Question = {
  on: (on: Day) => Day
  lines: (at: { on: Day; port: Port; days: number; offers: readonly Offer[]; reference: Reference }) => Asked[]
  choices: (on: Day, offers: readonly Offer[], reference: Reference, port: Port) => Chargeable[]
  working: (night: Port['night'] | null) => CalculatorData['working']
}

const ofCall = (form: CallForm): Question => ({
  on: (on) => form.arrival ?? on,
  lines: ({ on, port, days, offers, reference }) =>
    callAsked(form.at(on, port.night ?? null, days), offers, (code) => nearest(reference, 'item', code, on)),
  choices: () => [],
  working: (night) => form.working(night ?? null),
})

const ofShipment = (form: ReturnType<typeof shipmentForm>): Question => {
  const choices: Question['choices'] = (on, offers, reference, port) =>
    chargeable(form(on), offers, allOn(reference, 'item', on), port.kind)
  return {
    on: (on) => on,
    lines: ({ on, port, offers, reference }) => shipmentAsked(form(on), offers, choices(on, offers, reference, port)),
    choices,
    working: () => null,
  }
}

const offersOn = (site: Site, port: string, on: Day, reference: Reference, asOf: AsOf): Promise<readonly Offer[]> => {
  const then = { ...asOf, on }
  return offersAt(site.db, port, itemsNotUsedAt(port, reference, then), then)
}

type Asking = Place & { port: Port }

async function answered(site: Site, question: Question, place: Asking, reference: Reference, asOf: AsOf) {
  const day = question.on(asOf.on)
  const other = place.withPort ?? (place.withOn === null ? null : place.port)
  const otherDay = place.withOn ?? day
  const quote = (port: Port, on: Day) =>
    quoted(site, question, { port, on, days: daysBetween(day, on) }, reference, asOf)
  const [own, against] = await Promise.all([quote(place.port, day), other && quote(other, otherDay)])
  return { on: day, quote: own, against: against && { port: other!, on: otherDay, quote: against } }
}

async function quoted(
  site: Site,
  question: Question,
  { port, on, days }: { port: Port; on: Day; days: number },
  reference: Reference,
  asOf: AsOf,
): Promise<Quote> {
  const offers = await offersOn(site, port.code, on, reference, asOf)
  const asked = question.lines({ on, port, days, offers, reference })
  const lines = asked.flatMap((one) => one.lines.map(({ line }) => line))
  const { estimated } = await estimate(site, { on, release: asOf.release, port: port.code, lines })
  return quoteOf(asked, estimated, (code) => nearest(reference, 'item', code, on))
}
