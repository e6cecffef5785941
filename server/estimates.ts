import type { PortCode } from '../catalogue/codes.ts'
import type { Day } from '../catalogue/day.ts'
import { estimateLine, totalOf } from '../catalogue/estimate.ts'
import type { PriceBook } from '../catalogue/price/book.ts'
import type { Estimated, EstimateLine } from '../catalogue/price/estimate-line.ts'
import { nearest, type Reference } from '../catalogue/reference.ts'
import { type FieldFault, Refusal } from './errors.ts'
import { knownPort } from './places.ts'
import { bookFor } from './price-books.ts'
import type { Site } from './site.ts'

/** 估算: lines to be priced at one port on one day, as told at one release; a line may name another day. */
export type EstimateRequest = { on: Day; release: number; port: PortCode; lines: readonly EstimateLine[] }

/** Every line with its answer, in the order asked, what they come to together, and the book they were read from. */
export type Estimate = { estimated: readonly Estimated[]; total: ReturnType<typeof totalOf>; book: PriceBook }

/** The one way an estimate is made, for page and API. What was never published is refused by the name of its field. */
export async function estimate(site: Site, { on, release, port, lines }: EstimateRequest): Promise<Estimate> {
  const reference = await site.reference(release)
  knownPort(reference, port, on)
  const strangers = lines.flatMap((line, n) => strangersIn(line, `lines.${n}`, reference, on))
  if (strangers.length > 0) throw new Refusal('bad-value', {}, strangers)
  const wanted = lines.map(({ item, entity = null }) => ({ item, entity }))
  const book = await bookFor(site, release, port, wanted)
  const estimated = lines.map((line) => estimateLine(line, line.on ?? on, book))
  return { estimated, total: totalOf(estimated), book }
}

/** Items and entities of a line that were never published, by the place of their field. */
export function strangersIn(
  { item, entity }: Pick<EstimateLine, 'item' | 'entity'>,
  place: string,
  reference: Reference,
  on: Day,
): FieldFault[] {
  const named = [
    ['item', item],
    ['entity', entity],
  ] as const
  return named.flatMap(([kind, code]) =>
    code === undefined || nearest(reference, kind, code, on) !== undefined
      ? []
      : [{ field: `${place}.${kind}`, code: `${kind}-unknown` as const, value: code }],
  )
}
