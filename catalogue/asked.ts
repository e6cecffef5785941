import type { Amount } from './amount.ts'
import type { CreditCode, FeeItemCode } from './codes.ts'
import type { Facts } from './facts.ts'
import type { EstimateLine } from './price/estimate-line.ts'
import type { Unit } from './unit.ts'

/** 谁在本港收什么: an item priced at a port, by an entity or (null) by government, and the units its prices are in. */
export type Offer = { item: FeeItemCode; entity: CreditCode | null; units: readonly Unit[] }

/** Boxes of one kind, and how many. */
export type Boxes = {
  size: '20' | '40' | '45'
  load: 'laden' | 'empty'
  cargo_class: 'general' | 'dangerous1' | 'reefer'
  count: Amount
}

/** How boxes are counted: by size, and within it the classes of laden boxes and the empty ones. */
export const BOX_SIZES = ['20', '40', '45'] as const
export const BOX_KINDS = ['general', 'dangerous1', 'reefer', 'empty'] as const

/** Of what part of a call or a shipment a line is; `count` is how many such. */
export type Part =
  | { kind: 'inward' | 'outward' | 'stay' | 'call' }
  | { kind: 'shift' | 'lock' | 'bills'; count: Amount }
  | { kind: 'boxes'; boxes: Boxes }

/** A line to be estimated, and what it is of. */
export type AskedLine = { part: Part; line: EstimateLine }

/** What one body may be paid for one item, line by line; by the government's price where `entity` is null. */
export type Asked = { item: FeeItemCode; entity: CreditCode | null; lines: readonly AskedLine[] }

/** The facts of boxes of one kind. An empty box carries nothing dangerous or cold, so it counts as general. */
export const boxFacts = ({ size, load, cargo_class }: Boxes): Facts => ({ size, load, cargo_class })

/** Facts without those that were not said. */
export const saidFacts = (facts: Record<string, string | null | undefined>): Facts =>
  Object.fromEntries(Object.entries(facts).filter((fact): fact is [string, string] => fact[1] != null))

/**
 * Who is asked for an item: government where it prices it, and every entity that posts it, or of them those chosen
 * where one of these does; government first. Nobody at all is still asked of the catalogue, which says why there is no price.
 */
export function askedOf(item: FeeItemCode, offers: readonly Offer[], chosen: readonly CreditCode[]): readonly Offer[] {
  const all = offers.filter((offer) => offer.item === item)
  const narrowed = all.filter(({ entity }) => entity === null || chosen.includes(entity))
  const offered = narrowed.some(({ entity }) => entity !== null) ? narrowed : all
  const official = offered.toSorted((a, b) => Number(a.entity !== null) - Number(b.entity !== null))
  return official.length > 0 ? official : [{ item, entity: null, units: [] }]
}

/** A line of an offer. */
export const asking = (
  { item, entity }: Offer,
  part: Part,
  rest: Pick<EstimateLine, 'facts'> & Partial<EstimateLine>,
): AskedLine => ({
  part,
  line: { item, ...(entity === null ? {} : { entity }), ...rest },
})
