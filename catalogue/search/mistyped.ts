import { closest, edits } from './distance.ts'
import { type Hit, type Stretch, telling } from './hit.ts'
import { tight } from './normalise.ts'
import type { Query } from './query.ts'
import { unitsOf } from './units.ts'

/** Are the words a name with a slip in it: one of three characters, one of four letters, two of eight? */
export const mistyped = (query: Query, norm: string): Hit | null =>
  query.han ? inCharacters(query, norm) : (inWords(query, norm) ?? runTogether(query, norm))

/** The same of a name's sounds: `yinhanfei`. */
export function misheard({ tight: typed, han }: Query, norm: string): Hit | null {
  if (han || typed.length < 5) return null
  const sounds = unitsOf(norm)
  const { edits, start, end } = closest(typed, tight(norm))
  const first = sounds.findIndex((sound) => start < sound.end)
  const last = sounds.findLastIndex((sound) => sound.start < end)
  if (edits > (typed.length < 12 ? 1 : 2) || first < 0 || last < first) return null
  return { how: 'typo', closeness: likeness(edits, typed.length, tight(norm).length), stretches: [[first, last + 1]] }
}

function inCharacters({ tight: typed }: Query, norm: string): Hit | null {
  const whole = tight(norm)
  const { edits, start, end } = closest(typed, whole)
  if (edits > Math.min(3, Math.floor(typed.length / 3)) || end <= start) return null
  return { how: 'typo', closeness: likeness(edits, typed.length, whole.length), stretches: [[start, end]] }
}

function inWords({ words }: Query, norm: string): Hit | null {
  const units = unitsOf(norm).filter(({ han }) => !han)
  const stretches: Stretch[] = []
  let slips = 0
  for (const word of words.filter((word) => telling(word, false))) {
    const tried = units.map((unit) => ({ unit, slips: apart(word, unit.text) }))
    const best = tried.reduce<(typeof tried)[number] | null>((a, b) => (a && a.slips <= b.slips ? a : b), null)
    if (!best || best.slips > slack(word)) return null
    slips += best.slips
    stretches.push([best.unit.start, best.unit.end])
  }
  const typed = words.join('').length
  return stretches.length === 0
    ? null
    : { how: 'typo', closeness: likeness(slips, typed, tight(norm).length), stretches }
}

/** `cargoportdue`: words typed without the spaces between them. */
function runTogether({ tight: typed }: Query, norm: string): Hit | null {
  const whole = tight(norm)
  const slips = apart(typed, whole)
  if (slips > slack(typed)) return null
  return { how: 'typo', closeness: likeness(slips, typed.length, whole.length), stretches: [[0, whole.length]] }
}

/** Words too unlike in length are not compared. */
const apart = (a: string, b: string): number => (Math.abs(a.length - b.length) > 2 ? 3 : edits(a, b))

const slack = (word: string): number => (/^\d+$/.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

const likeness = (slips: number, typed: number, name: number): number =>
  Math.max(0, 1 - slips / typed) * (0.6 + (0.4 * Math.min(typed, name)) / Math.max(typed, name))
