import { day } from '../../../catalogue/day.ts'
import type { Conditions, Facts } from '../../../catalogue/facts.ts'
import type { FeeStandard } from '../../../catalogue/fee-standard.ts'
import type { Statement } from '../../../catalogue/statement.ts'
import { keyOf } from '../../../catalogue/subject.ts'
import { type Chance, chance } from './chance.ts'
import { randomCase, randomFacts, standardOf } from './random.ts'

/** The lines of one item that are in force, what is known of a call or shipment, and how many were asked for. */
export type Lines = { candidates: Statement<'standard'>[]; facts: Facts; quantity: string | null }

/** The `n`-th list: some lines narrower than others, some for one place, some added to another, some by box volume. */
export function randomLines(n: number): Lines {
  const at = chance(n)
  const boxes = at.maybe(0.3)
  const standards = Array.from({ length: at.int(1, 7) }, (_, line) => randomLine(at, `line-${line}`, boxes))
  return {
    candidates: standards.map((standard, id) => stated(standard, String(id))),
    facts: randomFacts(at, ['40', '60']),
    quantity: at.maybe(0.5) ? null : String(at.int(1, 9)),
  }
}

/** A line as something that was published. */
export const stated = (payload: FeeStandard, id: string): Statement<'standard'> => ({
  ...{ id, kind: 'standard', key: keyOf.standard(payload), change: 'new', remainder: false },
  ...{ valid: { from: day('2022-04-01'), until: null }, known: { from: 1, until: null }, payload },
  ...{ why: { zh: '原因', en: null, documents: [] }, line: { release: 1, n: 1 } },
})

function randomLine(at: Chance, line: string, boxes: boolean): FeeStandard {
  const size = boxes ? at.of(['20', '40']) : null
  const { rate, unit, terms } = randomCase(at.int(1, 1_000_000)).standard
  const { box_m3: _, ...withoutBox } = terms
  const port = at.maybe(0.3) ? 'CNNGB' : null
  return standardOf({
    ...{ line, port, area: port !== null && at.maybe(0.5) ? 'beilun' : null },
    ...(at.maybe(0.25) && { adds_to: `line-${at.int(0, 3)}` }),
    conditions: { ...Object.fromEntries(at.some(Object.entries(CASES), 0.2)), ...(size !== null && { size: [size] }) },
    ...{ rate, unit, terms: withoutBox },
    ...(size !== null &&
      at.maybe(0.8) && { terms: { ...terms, box_m3: size === '20' ? '33.2' : at.of(['67.7', '70']) } }),
  })
}

const CASES: Conditions = {
  trade: ['foreign'],
  direction: ['import', 'export'],
  load: ['laden'],
  night: ['false'],
  measured_by: ['weight'],
  pilot_service: ['lock'],
  ship_type: ['bulk', 'other'],
  loa_m: { over: '40', to: '60' },
  distance_nm: { from: '10' },
}
