import type { CreditCode, FeeItemCode } from '../codes.ts'
import type { Day } from '../day.ts'
import { alike, bestOfEach } from './matching/alike.ts'
import { bare, itself, keyOfName } from './matching/as-charged.ts'
import { coresOf } from './matching/cores.ts'
import { type Asked, decide, type Posted, postedBy } from './matching/decide.ts'
import { judge, THRESHOLD, type Weighed } from './matching/judge.ts'
import { type KnownName, knownNames, withoutBrackets } from './matching/known-names.ts'
import { type Likeness, likenessOf } from './matching/likeness.ts'
import { type Piece, partsOf, piecesOf } from './matching/pieces.ts'
import { placesOf } from './matching/places.ts'
import { isCharge, TELLING } from './matching/said-besides.ts'
import type { NameSource } from './names.ts'
import type { Candidate, Matched } from './verdict.ts'

/** Every name at a release, made ready once to be looked up many times. */
export type NameIndex = {
  source: NameSource
  posts: Posted
  exact: ReadonlyMap<string, readonly KnownName[]>
  names: ReadonlyMap<string, readonly KnownName[]>
  longest: number
  places: ReadonlySet<string>
  likeness: Likeness
}

/** Makes it; a tenth of a second, so it is kept per release and port. */
export function nameIndex(source: NameSource): NameIndex {
  const known = knownNames(source)
  const names = Map.groupBy([...known, ...coresOf(known)], ({ key }) => key)
  return {
    source,
    posts: postedBy(source.ownNames),
    exact: Map.groupBy(known, ({ key }) => key),
    names,
    longest: Math.max(0, ...[...names.keys()].map((key) => key.length)),
    places: placesOf(source.reference),
    likeness: likenessOf(known),
  }
}

/** Which item a charged name means on a day, on the list of an entity where one is named. The same name always gives the same answer. */
export const matchName = (index: NameIndex, name: string, on: Day, entity: CreditCode | null): Matched =>
  judge(weigh(index, name, on, entity), THRESHOLD)

/** No name on a bill is longer; what comes after it is not read. */
const LONGEST = 200

/** The items a charged name may mean, before it is judged whether one of them is sure. */
export function weigh(index: NameIndex, charged: string, on: Day, entity: CreditCode | null): Weighed {
  const name = charged.slice(0, LONGEST)
  const asked = { reference: index.source.reference, posts: index.posts, on, entity }
  const code = name.trim().toLowerCase()
  if (index.source.reference.of.item.has(code))
    return { known: true, candidates: [{ item: code, how: 'code', term: code, score: 1 }] }
  const stripped = bare(name)
  const hits = index.exact.get(keyOfName(name)) ?? index.exact.get(keyOfName(stripped))
  if (hits) return { known: true, candidates: decide(hits, asked) }
  const segments = itself(stripped)
    .split(JOINED)
    .map((text) => piecesIn(index, text))
  const pieces = segments.flat()
  if (pieces.some(isName) && segments.every(understood))
    return { known: true, candidates: together(index, pieces.filter(isName), asked) }
  return {
    known: false,
    candidates: bestOfEach([...likest(index, pieces, entity), ...headOf(index, itself(stripped), asked)]),
  }
}

/** The distinct items that one charged name surely names (订舱费（含港务费）), in the order in which it names them. */
export function itemsNamedIn(index: NameIndex, charged: string, on: Day): FeeItemCode[] {
  const name = charged.slice(0, LONGEST)
  const asked = { reference: index.source.reference, posts: index.posts, on, entity: null }
  const stripped = bare(name)
  const whole = index.exact.get(keyOfName(name)) ?? index.exact.get(keyOfName(stripped))
  const pieces = piecesIn(index, stripped)
  const known = pieces.every(({ is }) => is !== 'unknown') ? index.names : index.exact
  const named = whole ? [whole] : pieces.filter(isName).flatMap(({ text }) => [known.get(text) ?? []])
  const items = named.map((hits) => decide(hits, asked)).flatMap((meant) => (meant.length === 1 ? meant[0]!.item : []))
  return [...new Set(items)]
}

const JOINED = /[+、,;]/

const isName = ({ is }: Piece): boolean => is === 'name'

/** Nothing in it is unknown, nor a charge that is not named (码头费). */
const understood = (pieces: readonly Piece[]): boolean =>
  pieces.every(({ is }) => is !== 'unknown') && (pieces.some(isName) || !pieces.some(({ text }) => isCharge(text)))

const piecesIn = (index: NameIndex, text: string): Piece[] => piecesOf(partsOf(text, index.likeness.words), index)

const OF_SEVERAL_WORDS = 0.95

/** THC（码头操作费）: names that stand together mean what they have in common, or else each its own. */
function together(index: NameIndex, pieces: readonly Piece[], asked: Asked): Candidate[] {
  const each = pieces.map(({ text }) => decide(index.names.get(text)!, asked))
  const common = each[0]!.filter(({ item }) => each.every((some) => some.some((other) => other.item === item)))
  const meant = common.length > 0 ? common : each.flat()
  const once = new Map(meant.map((candidate) => [candidate.item, candidate]))
  return [...once.values()].map((candidate) => ({ ...candidate, score: OF_SEVERAL_WORDS }))
}

const HEAD = 0.6

/** 一般贸易报关费 is some kind of 报关费, 报关费（加急） something about it: never sure, but never nothing. */
function headOf(index: NameIndex, text: string, asked: Asked): Candidate[] {
  const pieces = piecesIn(index, withoutBrackets(text))
  const last = pieces.findLastIndex(({ is }) => is !== 'besides')
  const head = pieces[last]?.text ?? ''
  const charged = head.endsWith('费') || isCharge(pieces[last + 1]?.text ?? '')
  return decide((charged && index.exact.get(head)) || [], asked).map((candidate) => ({ ...candidate, score: HEAD }))
}

const MOST = 8

/** Likeness with and without the words said besides; the better of the two for each item. */
function likest(index: NameIndex, pieces: readonly Piece[], entity: CreditCode | null): Candidate[] {
  const telling = pieces.filter(({ is, text }) => is !== 'besides' || TELLING.has(text))
  const texts = telling.length === 0 || telling.length === pieces.length ? [pieces] : [telling, pieces]
  return bestOfEach(
    texts.flatMap((some) => alike(index.likeness, some.map(({ spaced }) => spaced).join(''), entity)),
  ).slice(0, MOST)
}
