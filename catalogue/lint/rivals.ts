import type { Conditions } from '../facts.ts'
import type { FeeStandard } from '../fee-standard.ts'
import { overlap } from '../validity.ts'
import { pricesByItem, type Standard } from './price-index.ts'
import type { Linted } from './rule.ts'
import { once } from './scene.ts'
import { meet } from './scope.ts'

/**
 * 同样适用的价格: other lines of the same list, called the same and told apart by the same facts, that fit a case of this
 * one on a day to come: which of them is the price cannot be told. A label of its own makes a service of its own.
 */
export function rivalsOf(given: Linted, { key, payload, valid }: Standard): Standard[] {
  const near = new Set(namesOf(payload!).flatMap((name) => byCase(given).get(name) ?? []))
  return [...near].filter((other) => other.key !== key && overlap(other.valid, valid) && meet(other.payload!, payload!))
}

/** Posted prices from today on by whose, where, what they are called, and each case they name. */
const byCase = once((given: Linted): ReadonlyMap<string, readonly Standard[]> => {
  const cases = new Map<string, Standard[]>()
  for (const { posted } of pricesByItem(given.after).values())
    for (const one of [...posted.values()].flat())
      if (one.valid.until === null || given.settings.today < one.valid.until)
        for (const name of namesOf(one.payload!)) {
          const of = cases.get(name)
          if (of) of.push(one)
          else cases.set(name, [one])
        }
  return cases
})

function namesOf({ item, entity, port, area, adds_to, label, own_name, conditions }: FeeStandard): string[] {
  const start = [item, entity, port, area, adds_to, own_name, label?.zh, label?.en].join('|')
  return casesIn(conditions).map((one) => `${start}|${one}`)
}

/** Every case that lists of values name, as far as there are few; a range is a case whatever its ends. */
function casesIn(conditions: Conditions): string[] {
  let cases = ['']
  for (const [fact, wanted] of Object.entries(conditions).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const values = Array.isArray(wanted) && cases.length * wanted.length <= MOST ? wanted : ['']
    cases = cases.flatMap((one) => values.map((value) => `${one};${fact}=${value}`))
  }
  return cases
}

const MOST = 64
