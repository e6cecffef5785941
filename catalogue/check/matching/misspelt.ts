import { readingsOf } from '../../search/pinyin.ts'
import { isHan } from '../../search/units.ts'
import type { Likeness } from './likeness.ts'

/** A text with characters written for others that sound alike put right (港口设施保按费), and which share of it that was. */
export type Respelt = { text: string; share: number }

/** Puts right each two characters that stand together in no name but sound like two that do; null when there are none. */
export function respelt({ holders, sounding }: Likeness, text: string): Respelt | null {
  const chars = [...text]
  let changed = 0
  for (let at = 1; at < chars.length; at++) {
    const [first, second] = [chars[at - 1]!, chars[at]!]
    if (!isHan(first) || !isHan(second) || holders.has(first + second)) continue
    const known = soundingLike(sounding, first, second)
    if (known === undefined) continue
    const right = [...known]
    changed += (right[0] === first ? 0 : 1) + (right[1] === second ? 0 : 1)
    chars.splice(at - 1, 2, ...right)
  }
  return changed === 0 ? null : { text: chars.join(''), share: changed / chars.length }
}

function soundingLike(sounding: Likeness['sounding'], first: string, second: string): string | undefined {
  for (const a of soundsOf(first))
    for (const b of soundsOf(second)) {
      const known = sounding.get(`${a} ${b}`)
      if (known) return known.find((pair) => pair.startsWith(first) || pair.endsWith(second)) ?? known[0]
    }
  return undefined
}

const KEPT = new Map<string, readonly string[]>()

/** Kept, because a bill has few different characters and reading one costs more than the rest of a look-up. */
function soundsOf(char: string): readonly string[] {
  const kept = KEPT.get(char) ?? [...readingsOf(char)]
  KEPT.set(char, kept)
  return kept
}
