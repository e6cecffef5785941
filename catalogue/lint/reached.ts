import type { FeeItemCode } from '../codes.ts'
import type { FeeStandard } from '../fee-standard.ts'
import type { Validity } from '../validity.ts'
import { percentOf, pricesByItem, type Standard } from './price-index.ts'
import type { Linted } from './rule.ts'
import { once } from './scene.ts'

/** Days on which an item has a price that a percentage may be taken of, and the items it is in turn a percentage of. */
export type Reached = { valid: Validity; payload: true; of: readonly FeeItemCode[] }

/** What a percentage in this price may be taken of: the entity's own price at its port, and the government's that reach it. */
export function reachedFor(given: Linted, { entity, port }: FeeStandard, of: FeeItemCode): readonly Reached[] {
  const known = read(given)
  const name = `${entity}/${port}/${of}`
  const found = known.get(name) ?? reach(given, entity, port, of)
  known.set(name, found)
  return found
}

const read = once((_given: Linted) => new Map<string, readonly Reached[]>())

function reach({ after }: Linted, entity: string | null, port: string | null, of: FeeItemCode): readonly Reached[] {
  const prices = pricesByItem(after).get(of)
  const own = entity === null ? [] : (prices?.posted.get(entity) ?? [])
  const here = ({ payload }: Standard) => payload!.port === null || port === null || payload!.port === port
  const distinct = new Map<string, Reached>()
  for (const { valid, payload } of [...own, ...(prices?.government ?? [])].filter(here)) {
    const items = percentOf(payload!)
    distinct.set(`${valid.from}/${valid.until}/${items}`, { valid, payload: true, of: items })
  }
  return [...distinct.values()]
}
