import { type Hit, type Stretch, telling } from './hit.ts'
import { tight } from './normalise.ts'
import type { Query } from './query.ts'
import { isHan, type Unit, unitsOf } from './units.ts'

/** Do the words stand in a name as they are typed: are they it, its beginning, inside it, each of them, one of them? */
export function spelled(query: Query, norm: string): Hit | null {
  const whole = tight(norm)
  const closeness = Math.min(query.tight.length / whole.length, 1)
  if (whole === query.tight) return { how: 'exact', closeness, stretches: [[0, whole.length]] }
  if (whole.startsWith(query.tight)) return { how: 'prefix', closeness, stretches: [[0, query.tight.length]] }
  const units = unitsOf(norm)
  const at = placeOf(query.tight, whole, units)
  if (at !== null) return { how: 'contains', closeness, stretches: [[at, at + query.tight.length]] }
  return eachWord(query, whole, units, closeness) ?? nameInWords(query, whole) ?? oneWord(query, whole, units)
}

function eachWord({ words }: Query, whole: string, units: Unit[], closeness: number): Hit | null {
  if (words.length < 2) return null
  const stretches = words.map((word) => stretchOf(word, whole, units))
  return stretches.every((stretch) => stretch !== null) ? { how: 'words', closeness, stretches } : null
}

/** 引航费多少钱 asks for 引航费. */
function nameInWords(query: Query, whole: string): Hit | null {
  if (whole.length >= query.tight.length || !telling(whole, isHan(whole))) return null
  const at = query.tight.indexOf(whole)
  const isWord = (place: number) => query.units.some(({ start, end }) => place === start || place === end)
  if (at < 0 || !isWord(at) || !isWord(at + whole.length)) return null
  return { how: 'words', closeness: whole.length / query.tight.length, stretches: [[0, whole.length]] }
}

function oneWord({ words, tight }: Query, whole: string, units: Unit[]): Hit | null {
  if (words.length < 2) return null
  const found = words.filter((word) => telling(word, isHan(word))).map((word) => stretchOf(word, whole, units))
  const stretches = found.filter((stretch) => stretch !== null)
  const length = stretches.reduce((sum, [start, end]) => sum + end - start, 0)
  return length === 0 ? null : { how: 'part', closeness: Math.min(1, length / tight.length), stretches }
}

function stretchOf(word: string, whole: string, units: Unit[]): Stretch | null {
  const at = placeOf(word, whole, units)
  return at === null ? null : [at, at + word.length]
}

/** Where a word stands: at the beginning of a word or character or, three letters of it at least, inside one. */
function placeOf(word: string, whole: string, units: Unit[]): number | null {
  for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + 1)) {
    const inside = word.length >= 3 && units.some(({ start, end }) => start < at && at + word.length <= end)
    if (inside || units.some(({ start }) => start === at)) return at
  }
  return null
}
