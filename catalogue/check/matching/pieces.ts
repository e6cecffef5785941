import { normalise } from '../../search/normalise.ts'
import { COUNTED, SAID_BESIDES, SHORT } from './said-besides.ts'

/** A stretch of a charged name, without and with its spaces: a known name, a word said besides, or something unknown. */
export type Piece = { text: string; spaced: string; is: 'name' | 'besides' | 'unknown' }

const PART = /\p{Script=Han}|\p{N}+|[^\p{Script=Han}\p{N}\s]+/gu
const MOST = 48
/** A name is cheaper than two words, dearer than one: 港口费 is a name, EDI装箱单费 one name and 费. */
const COST = { name: 19, besides: 10, unknown: 10_000 }

type Words = { names: ReadonlyMap<string, unknown>; longest: number; places: ReadonlySet<string> }

/** The characters, numbers and words of a name; English words as names have them: in full, and one of a kind. */
export const partsOf = (text: string, known: ReadonlySet<string>): string[] =>
  (normalise(text).match(PART) ?? [])
    .slice(0, MOST)
    .flatMap((part) => (known.has(part) ? part : (SHORT.get(part)?.split(' ') ?? singular(part, known))))

const singular = (word: string, known: ReadonlySet<string>): string =>
  word.endsWith('s') && known.has(word.slice(0, -1)) ? word.slice(0, -1) : word

/** Takes a name apart so that as little as possible of it is unknown, in as few pieces as possible. */
export function piecesOf(parts: readonly string[], index: Words): Piece[] {
  const best: { cost: number; from: number; piece: Piece }[] = []
  const costAt = (end: number) => (end === 0 ? 0 : best[end]!.cost)
  for (let end = 1; end <= parts.length; end++) {
    let text = ''
    let spaced = ''
    for (let from = end - 1; from >= 0 && text.length <= index.longest; from--) {
      text = parts[from]! + text
      spaced = `${parts[from]} ${spaced}`
      const is = kindOf(text, from, parts, index, end - from)
      const cost = costAt(from) + COST[is]
      if (is !== 'unknown' || end - from === 1)
        if (best[end] === undefined || cost < best[end]!.cost) best[end] = { cost, from, piece: { text, spaced, is } }
    }
  }
  return traced(best, parts.length)
}

function kindOf(text: string, from: number, parts: readonly string[], index: Words, count: number): Piece['is'] {
  if (index.names.has(text)) return 'name'
  if (SAID_BESIDES.has(text) || index.places.has(text) || (count === 1 && /^\p{N}+$/u.test(text))) return 'besides'
  return COUNTED.has(text) && /^\p{N}+$/u.test(parts[from - 1] ?? '') ? 'besides' : 'unknown'
}

function traced(best: readonly { from: number; piece: Piece }[], length: number): Piece[] {
  const pieces: Piece[] = []
  for (let end = length; end > 0; end = best[end]!.from) pieces.unshift(best[end]!.piece)
  return pieces
}
