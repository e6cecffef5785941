import type { Facts } from '../../facts.ts'
import { normalise, tight } from '../../search/normalise.ts'
import type { Sought, Standard } from './sought.ts'

/**
 * 企业自用名: where a line is billed under the very name that some of an entity's prices are posted under, it means one
 * of these; what they all ask for is then said by the name.
 */
export function named(
  lines: readonly Standard[],
  { name, facts }: Sought,
): { lines: readonly Standard[]; facts: Facts } {
  const key = keyOf(name)
  const own = lines.filter(({ payload }) => payload!.own_name !== null && keyOf(payload!.own_name) === key)
  if (own.length === 0 || own.length === lines.length) return { lines, facts }
  const said = agreedOf(own)
  const against = Object.entries(said).some(([fact, value]) => facts[fact] !== undefined && facts[fact] !== value)
  return against ? { lines, facts } : { lines: own, facts: { ...said, ...facts } }
}

const keyOf = (name: string): string => tight(normalise(name))

/** Facts for which every one of the lines asks one and the same value. */
function agreedOf(lines: readonly Standard[]): Facts {
  const [first, ...rest] = lines.map(({ payload }) => payload!.conditions)
  const agreed = Object.entries(first!).flatMap(([fact, wanted]) => {
    const value = Array.isArray(wanted) && wanted.length === 1 ? wanted[0]! : null
    const everywhere = rest.every((conditions) => JSON.stringify(conditions[fact]) === JSON.stringify(wanted))
    return value !== null && everywhere ? [[fact, value] as const] : []
  })
  return Object.fromEntries(agreed)
}
