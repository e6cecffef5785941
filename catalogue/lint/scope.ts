import { type Conditions, FACTS, type NumberRange, within } from '../facts.ts'
import type { FeeStandard } from '../fee-standard.ts'
import { exact } from '../price/exact.ts'

type Scope = Pick<FeeStandard, 'area' | 'conditions'>

/** Does everything that the one is for belong to the other too? */
export const inScope = (narrow: Scope, wide: Scope): boolean =>
  (wide.area === null || wide.area === narrow.area) && within(narrow.conditions, wide.conditions)

/** May one case belong to both? Two ranges that touch may. */
export const meet = (a: Scope, b: Scope): boolean =>
  (a.area === null || b.area === null || a.area === b.area) &&
  Object.entries(a.conditions).every(([fact, wanted]) => {
    const other = b.conditions[fact]
    return other === undefined || haveCommon(wanted, other)
  })

/** Is it a case of its own only because it asks for a service of its own, a fact that no other item knows? */
export const isOwnService = (narrow: Conditions, wide: Conditions): boolean =>
  Object.keys(narrow).some((fact) => !(fact in wide) && !(fact in FACTS))

function haveCommon(a: Conditions[string], b: Conditions[string]): boolean {
  if (isList(a) !== isList(b)) return false
  if (isList(a) && isList(b)) return a.some((value) => b.includes(value))
  return !ends(a as NumberRange, b as NumberRange) && !ends(b as NumberRange, a as NumberRange)
}

const isList = (wanted: Conditions[string]): wanted is string[] => Array.isArray(wanted)

/** Does the first end where, or before, the second begins? */
function ends({ to, below }: NumberRange, { over, from }: NumberRange): boolean {
  const [high, low] = [to ?? below, from ?? over]
  if (high === undefined || low === undefined) return false
  return exact(high).lt(low) || (exact(high).eq(low) && (below !== undefined || over !== undefined))
}
