import type { Amount } from './amount.ts'
import { type AskedLine, asking, type Boxes, boxFacts, type Offer, saidFacts } from './asked.ts'
import type { Movement, ShipCall } from './call.ts'
import type { Day } from './day.ts'
import type { Facts } from './facts.ts'

/** What a call may pay for, in the order in which a ship meets it; 围油栏 and 船代 only where asked for. */
export const CALL_ITEMS = [
  'pilotage',
  'towage',
  'berthage',
  'oil-boom',
  'container-handling',
  'transhipment-handling',
  'port-facility-security',
  'tally-container',
  'tally-document',
  'ship-agency',
] as const
type CallItem = (typeof CALL_ITEMS)[number]

/** What a call pays for only where a person ticks it. */
export const CALL_EXTRAS = ['oil-boom', 'ship-agency'] as const

/** The day that decides what happens on arrival, or on departure. */
type DayOf = (event: 'arrival' | 'departure') => Day
type LinesOf = (call: ShipCall, offer: Offer, day: DayOf) => AskedLine[]

const moved = ({ ship }: ShipCall, { night, holiday }: Movement, more: Record<string, string | null> = {}): Facts =>
  saidFacts({ ...ship, night, holiday, ...more })

const pilotage: LinesOf = (call, offer, day) => {
  const { inward, outward, shifts, locks } = call
  const besides = (kind: 'shift' | 'lock', pilot_service: string, count: Amount | null): AskedLine[] => {
    const facts = saidFacts({ ...call.ship, pilot_service })
    return count === null ? [] : [asking(offer, { kind, count }, { quantity: count, facts, on: day('arrival') })]
  }
  return [
    asking(offer, { kind: 'inward' }, { facts: moved(call, inward), on: day('arrival') }),
    asking(offer, { kind: 'outward' }, { facts: moved(call, outward), on: day('departure') }),
    ...besides('shift', 'shifting', shifts),
    ...besides('lock', 'lock', locks),
  ]
}

const towage: LinesOf = (call, offer, day) =>
  (
    [
      ['inward', call.inward, 'arrival'],
      ['outward', call.outward, 'departure'],
    ] as const
  )
    .filter(([, { tugs }]) => tugs !== '0')
    .map(([kind, movement, event]) =>
      asking(
        offer,
        { kind },
        { facts: moved(call, movement, { tugs: movement.tugs, movements: '1' }), on: day(event) },
      ),
    )

const berthage: LinesOf = ({ ship, use, hours }, offer, day) => [
  asking(offer, { kind: 'stay' }, { facts: saidFacts({ ...ship, use, hours }), on: day('arrival') }),
]

const once: LinesOf = ({ ship }, offer, day) => [asking(offer, { kind: 'call' }, { facts: ship, on: day('arrival') })]

const extra =
  (code: (typeof CALL_EXTRAS)[number], lines: LinesOf): LinesOf =>
  (call, offer, day) =>
    call.extras.has(code) ? lines(call, offer, day) : []

const perBox =
  (worked: (call: ShipCall, boxes: Boxes) => boolean): LinesOf =>
  (call, offer, day) =>
    call.boxes
      .filter((boxes) => worked(call, boxes))
      .map((boxes) =>
        asking(
          offer,
          { kind: 'boxes', boxes },
          { quantity: boxes.count, facts: factsOf(call, boxes), on: day('arrival') },
        ),
      )

const factsOf = ({ trade, transhipment, boxVolume }: ShipCall, boxes: Boxes): Facts =>
  saidFacts({ trade, ...boxFacts(boxes), transhipment: String(transhipment), box_m3: boxVolume })

const withBoxes =
  (lines: LinesOf): LinesOf =>
  (call, offer, day) =>
    call.boxes.length > 0 ? lines(call, offer, day) : []

/** The lines of each item for one who prices it. */
export const CALL_LINES: Record<CallItem, LinesOf> = {
  pilotage,
  towage,
  berthage,
  'oil-boom': extra('oil-boom', once),
  'container-handling': perBox(({ transhipment }) => !transhipment),
  'transhipment-handling': perBox(({ transhipment }) => transhipment),
  'port-facility-security': perBox(
    ({ trade, transhipment }, { load }) => trade !== 'domestic' && !transhipment && load === 'laden',
  ),
  'tally-container': perBox(() => true),
  'tally-document': withBoxes(once),
  'ship-agency': extra('ship-agency', once),
}
