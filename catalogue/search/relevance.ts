import type { MatchField } from '../listing.ts'
import { grams, heardGrams, soundGrams, spelledGrams } from './grams.ts'
import { type Hit, HOW } from './hit.ts'
import { misheard, mistyped } from './mistyped.ts'
import type { Query } from './query.ts'
import { sounded } from './sounded.ts'
import { spelled } from './spelled.ts'
import type { Term } from './terms.ts'

const FIELD: Record<MatchField, number> = {
  code: 9,
  name_zh: 9,
  name_en: 8,
  alias: 6,
  pinyin: 6,
  own_name: 4,
  content: 1,
}

/** How a term answers the words; null when not at all. Service content counts only where the words stand in it. */
export function relevance(query: Query, { field, norm }: Term): Hit | null {
  if (query.tight === '') return null
  if (field === 'pinyin') return sounded(query, norm) ?? misheard(query, norm)
  const hit = spelled(query, norm)
  if (field !== 'content') return hit && hit.how !== 'part' ? hit : (mistyped(query, norm) ?? hit)
  return hit && hit.how !== 'part' ? { ...hit, how: 'content' } : null
}

/** How much a term shares with the words, from 0 to 1, for want of anything better: by its letters or by its sounds. */
export function resemblance(query: Query): (term: Term) => number {
  const spelt = spelledGrams(query)
  const heard = heardGrams(query)
  return ({ field, norm }) => {
    const [wanted, has] = field === 'pinyin' ? [heard, soundGrams(norm)] : [spelt, grams(norm)]
    const held = new Set(has)
    return (2 * wanted.filter((gram) => held.has(gram)).length) / Math.max(1, wanted.length + held.size)
  }
}

/** One number to sort by: how they agree, then by which kind of name, then how much of the name. */
export const scoreOf = ({ how, closeness }: Pick<Hit, 'how' | 'closeness'>, field: MatchField): number =>
  Math.round(HOW[how] * 10_000 + FIELD[field] * 1000 + closeness * 900) / 100
