import type { Asked, Part } from './asked.ts'
import type { CreditCode, FeeItemCode } from './codes.ts'
import type { FeeItem, Pricing } from './fee-item.ts'
import type { Estimated } from './price/estimate-line.ts'
import { around, byHighEnd, byLowEnd, isBelow, type Span, sum } from './spans.ts'

/** A line with its answer. */
export type PricedLine = { part: Part; estimated: Estimated }

/** 一项收费: what one body is paid for one item; `span` is null without any figure, `without` counts lines that have none. */
export type Charge = {
  item: FeeItemCode
  entity: CreditCode | null
  lines: readonly PricedLine[]
  span: Span | null
  ceiling: boolean
  without: number
}

/**
 * 一项服务: an item and every body that prices it. `kind` says whose price it is: set by government, a ceiling of
 * government's, the market's, or only a limit on a part of another item. `counted` is what goes into the total — the
 * government's price where it is set, else from the cheapest to the dearest posted price, else the ceiling — and null
 * where nothing can. `cheapest` is the one charge that is below all others, where several are whole.
 */
export type Service = {
  item: FeeItemCode
  kind: Pricing | 'limit'
  charges: readonly Charge[]
  counted: (Span & { atCeiling: boolean }) | null
  cheapest: Charge | null
}

/** 估算: the services, their total, and how many of them are counted at a ceiling, in part, or not at all. */
export type Quote = {
  services: readonly Service[]
  total: Span
  ceilings: number
  partly: number
  open: readonly Service[]
}

/** Sorts answers into services and adds them up. `estimated` follows the lines of `asked` in their order. */
export function quoteOf(
  asked: readonly Asked[],
  estimated: readonly Estimated[],
  item: (code: FeeItemCode) => FeeItem | undefined,
): Quote {
  const starts = asked.map((_, n) => asked.slice(0, n).reduce((before, { lines }) => before + lines.length, 0))
  const charges = asked.map((one, n) => chargeOf(one, estimated.slice(starts[n]!)))
  const codes = [...new Set(charges.map((charge) => charge.item))]
  const services = codes.map((code) =>
    serviceOf(
      code,
      charges.filter((charge) => charge.item === code),
      item(code)?.pricing,
    ),
  )
  const counting = services.filter(({ kind }) => kind !== 'limit')
  return {
    services,
    total: sum(counting.flatMap(({ counted }) => counted ?? [])),
    ceilings: counting.filter(({ counted }) => counted?.atCeiling).length,
    partly: counting.filter((service) => service.counted !== null && chargesCounted(service).some(inPart)).length,
    open: counting.filter(({ counted }) => counted === null),
  }
}

/** Government lists no price for such a case: nothing is charged, and nothing is missing. */
export const notCharged = ({ line, status, reason }: Estimated): boolean =>
  line.entity === undefined && status === 'cannot_tell' && reason === 'no_line_fits'

/** The charges of a service that its total is made of. */
export function chargesCounted({ kind, charges }: Pick<Service, 'kind' | 'charges'>): readonly Charge[] {
  if (kind === 'limit') return []
  const priced = charges.filter(({ span }) => span !== null)
  const posted = kind === 'gov_set' ? [] : priced.filter(({ entity }) => entity !== null)
  if (posted.length === 0) return priced.filter(({ entity }) => entity === null)
  const whole = posted.filter((charge) => !inPart(charge))
  return whole.length > 0 ? whole : posted
}

/** 合计的两端: of the charges counted, the first of the cheapest and of the dearest; null where none is counted. */
export function endsOf(service: Pick<Service, 'kind' | 'charges'>): { low: Charge | null; high: Charge | null } {
  const counted = chargesCounted(service)
  const [low = null] = counted.toSorted((a, b) => byLowEnd(a.span!, b.span!))
  const [high = null] = counted.toSorted((a, b) => byHighEnd(b.span!, a.span!))
  return { low, high }
}

const inPart = ({ without }: Charge): boolean => without > 0

function chargeOf({ item, entity, lines }: Asked, answers: readonly Estimated[]): Charge {
  const priced = lines.map(({ part }, n) => ({ part, estimated: answers[n]! }))
  const spans = priced.flatMap(({ estimated: { outcome } }) => (outcome?.kind === 'priced' ? [outcome] : []))
  const owed = priced.filter(({ estimated }) => !notCharged(estimated))
  return {
    item,
    entity,
    lines: priced,
    span: spans.length > 0 ? sum(spans) : null,
    ceiling: priced.some(({ estimated }) => estimated.ceiling),
    without: owed.length - spans.length,
  }
}

function serviceOf(item: FeeItemCode, charges: readonly Charge[], pricing: Pricing = 'market'): Service {
  const limited = pricing === 'market' && charges.every(({ entity, ceiling }) => entity === null && ceiling)
  const kind = limited && charges.length > 0 ? 'limit' : pricing
  const counted = chargesCounted({ kind, charges })
  return { item, kind, charges, counted: countedOf(counted), cheapest: cheapestOf(counted) }
}

function countedOf(charges: readonly Charge[]): Service['counted'] {
  if (charges.length === 0) return null
  const atCeiling = charges.some(({ entity, ceiling }) => entity === null && ceiling)
  return { ...around(charges.map(({ span }) => span!)), atCeiling }
}

function cheapestOf(charges: readonly Charge[]): Charge | null {
  const [first, second] = charges.toSorted((a, b) => byHighEnd(a.span!, b.span!))
  return first && second && isBelow(first.span!, second.span!) ? first : null
}
