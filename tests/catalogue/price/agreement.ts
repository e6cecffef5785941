import type { Conditions, Facts } from '../../../catalogue/facts.ts'
import * as f from './fraction.ts'

/** Do facts agree with conditions? No as soon as one does not; otherwise unsaid as soon as one is not known. */
export type Agreement = { answer: 'yes' | 'no' | 'unsaid'; unsaid: string[] }

export function agreement(conditions: Conditions, facts: Facts): Agreement {
  const names = Object.keys(conditions)
  const unsaid = names.filter((name) => facts[name] === undefined)
  if (names.some((name) => facts[name] !== undefined && !fits(facts[name], conditions[name]!)))
    return { answer: 'no', unsaid: [] }
  return { answer: unsaid.length > 0 ? 'unsaid' : 'yes', unsaid }
}

function fits(said: string, wanted: Conditions[string]): boolean {
  if (Array.isArray(wanted)) return wanted.some((value) => value === said)
  const number = f.read(said)
  if (wanted.over !== undefined && !f.below(f.read(wanted.over), number)) return false
  if (wanted.from !== undefined && f.below(number, f.read(wanted.from))) return false
  if (wanted.to !== undefined && f.below(f.read(wanted.to), number)) return false
  return wanted.below === undefined || f.below(number, f.read(wanted.below))
}
