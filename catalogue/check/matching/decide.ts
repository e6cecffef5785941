import type { CreditCode, FeeItemCode } from '../../codes.ts'
import type { Day } from '../../day.ts'
import { on as onDay, type Reference } from '../../reference.ts'
import type { OwnName } from '../names.ts'
import type { Candidate } from '../verdict.ts'
import type { KnownName } from './known-names.ts'

/** By whom and when a name was charged, and what is known then. */
export type Asked = { reference: Reference; posts: Posted; on: Day; entity: CreditCode | null }

/** Which items each entity has on its list. */
export type Posted = ReadonlyMap<CreditCode, ReadonlySet<FeeItemCode>>

/** Sorts own names by entity. */
export function postedBy(ownNames: readonly OwnName[]): Posted {
  const posted = new Map<CreditCode, Set<FeeItemCode>>()
  for (const { entity, item } of ownNames) posted.set(entity, (posted.get(entity) ?? new Set()).add(item))
  return posted
}

/**
 * Which items a name means that is known word for word: the item whose official name it is or was; else the one that the
 * entity named calls so, or all operators at the port agree to call so; else those that have it as an alias, of these the
 * ones on the entity's list. One means surely, several possibly.
 */
export function decide(hits: readonly KnownName[], asked: Asked): Candidate[] {
  const official = hits.filter(({ how }) => how === 'name')
  if (official.length > 0) return asCandidates(living(official, asked), asked)
  const own = hits.filter(({ entity }) => entity !== null && entity === asked.entity)
  if (own.length > 0) return asCandidates(own, asked)
  const others = hits.filter(({ entity }) => entity !== null)
  if (others.length > 0 && itemsOf(others).size === 1 && asked.entity === null) return asCandidates(others, asked)
  return asCandidates(onItsList(living(hits, asked), asked), asked)
}

/** Of an item and what became of it only the one in force on the day is meant. */
function living(hits: readonly KnownName[], { reference, on }: Asked): readonly KnownName[] {
  const items = itemsOf(hits)
  if (items.size < 2) return hits
  const stands = (item: FeeItemCode) => items.has(item) && onDay(reference, 'item', item, on) !== undefined
  const gone = (item: FeeItemCode) =>
    !stands(item) &&
    [...reference.of.lineage.values()].flat().some(({ payload }) => {
      if (payload === null) return false
      return (payload.from === item && stands(payload.to)) || (payload.to === item && stands(payload.from))
    })
  return hits.filter(({ item }) => !gone(item))
}

function onItsList(hits: readonly KnownName[], { posts, entity }: Asked): readonly KnownName[] {
  const list = entity === null ? undefined : posts.get(entity)
  const posted = hits.filter(({ item }) => list?.has(item))
  return posted.length > 0 ? posted : hits
}

const itemsOf = (hits: readonly KnownName[]) => new Set(hits.map(({ item }) => item))

const SCORE = { name: 1, lineage: 1, own_name: 1, alias: 0.98 }

function asCandidates(hits: readonly KnownName[], { on }: Asked): Candidate[] {
  const best = new Map<FeeItemCode, Candidate>()
  for (const { item, how: said, term, until } of hits) {
    const how = said === 'name' && until !== null && until <= on ? 'lineage' : said
    const score = SCORE[how]
    if (score > (best.get(item)?.score ?? 0)) best.set(item, { item, how, term, score })
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.item < b.item ? -1 : 1))
}
