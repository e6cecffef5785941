import type { Found, Match } from '../listing.ts'
import { type Hit, HOW, type Stretch } from './hit.ts'
import { fold } from './normalise.ts'
import type { Query } from './query.ts'
import { relevance, resemblance, scoreOf } from './relevance.ts'
import type { Term } from './terms.ts'
import { unitsOf } from './units.ts'

type Scored = { term: Term; hit: Hit; score: number }

const KINDS = ['item', 'entity', 'port', 'document']
const NEAREST = 5
const LEAST_LIKE = 0.12
/** A slip is believed only where no other name is much closer to what was typed. */
const TIE = 10

/** Ranks candidates: the best name of each subject, best first; or, when none answers, the five that come nearest. */
export function rank(query: Query, terms: readonly Term[], limit: number): Found {
  const hits = terms.flatMap((term): Scored[] => {
    const hit = relevance(query, term)
    return hit ? [{ term, hit, score: scoreOf(hit, term.field) }] : []
  })
  const matches = onePerSubject(believed(query, hits)).slice(0, limit)
  return { matches: matches.map(toMatch), nearest: matches.length > 0 ? [] : nearest(query, terms) }
}

/** What is meant hides what is only like it: content, sounds and initials when a name says it, slips when anything does. */
function believed({ han }: Query, hits: readonly Scored[]): Scored[] {
  const best = Math.max(-1, ...hits.map(({ hit }) => HOW[hit.how]))
  const closestSlip = Math.max(0, ...hits.filter(({ hit }) => hit.how === 'typo').map(({ hit }) => hit.closeness))
  return hits.filter(({ hit }) => {
    if (hit.how === 'typo') return best <= HOW.typo && hit.closeness * 100 >= closestSlip * 100 - TIE
    if (hit.how === 'part') return best <= HOW.part
    if (hit.how === 'content') return best < HOW.words
    if (hit.how === 'sound' && han) return best <= HOW.sound
    return hit.how !== 'initials' || best < HOW.prefix
  })
}

function nearest(query: Query, terms: readonly Term[]): Match[] {
  const like = resemblance(query)
  const hits = terms
    .filter(({ field }) => field !== 'content')
    .map((term): Scored => {
      const hit: Hit = { how: 'near', closeness: like(term), stretches: [] }
      return { term, hit, score: Math.round(hit.closeness * 10_000) / 100 }
    })
  return onePerSubject(hits.filter(({ hit }) => hit.closeness >= LEAST_LIKE))
    .slice(0, NEAREST)
    .map(toMatch)
}

function onePerSubject(hits: readonly Scored[]): Scored[] {
  const seen = new Set<string>()
  return hits.toSorted(inOrder).filter(({ term: { kind, key } }) => {
    const fresh = !seen.has(`${kind} ${key}`)
    seen.add(`${kind} ${key}`)
    return fresh
  })
}

/** Equal answers: what was published first, then items before entities, ports and documents, then by key and name. */
const inOrder = (a: Scored, b: Scored): number =>
  b.score - a.score ||
  a.term.since - b.term.since ||
  KINDS.indexOf(a.term.kind) - KINDS.indexOf(b.term.kind) ||
  compare(a.term.key, b.term.key) ||
  compare(a.term.field, b.term.field) ||
  compare(a.term.norm, b.term.norm)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const toMatch = ({ term: { kind, key, field, term, norm }, hit, score }: Scored): Match => ({
  kind,
  key,
  term,
  field,
  score,
  marks: marksIn(term, field === 'pinyin' ? inPlaces(hit.stretches, term) : hit.stretches, norm),
})

function inPlaces(stretches: readonly Stretch[], term: string): Stretch[] {
  const units = unitsOf(fold(term).norm)
  return stretches.flatMap(([start, end]): Stretch[] => {
    const [first, last] = [units[start], units[end - 1]]
    return first && last ? [[first.start, last.end]] : []
  })
}

/** Where the stretches stand in the name as published, in order, those that touch joined. */
function marksIn(term: string, stretches: readonly Stretch[], norm: string): Stretch[] {
  if (norm === '') return []
  const { origin } = fold(term)
  const marks: Stretch[] = []
  for (const [start, end] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const from = origin[start]?.[0]
    const to = origin[Math.min(end, origin.length) - 1]?.[1]
    if (from === undefined || to === undefined || to <= from) continue
    const last = marks.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else marks.push([from, to])
  }
  return marks
}
