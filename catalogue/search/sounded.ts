import type { Hit } from './hit.ts'
import type { Query } from './query.ts'

/** Does a name sound like the words: as characters read alike (引行费), in pinyin (yinhangfei), by initials (yhf)? */
export function sounded(query: Query, norm: string): Hit | null {
  const sounds = norm.split(' ')
  return query.han ? homophone(query, sounds) : (inPinyin(query.tight, sounds) ?? byInitials(query.tight, sounds))
}

function homophone({ units, readings }: Query, sounds: string[]): Hit | null {
  if (units.length < 2) return null
  for (let first = 0; first + units.length <= sounds.length; first++) {
    const alike = units.every(({ text }, at) => readings[at]?.has(sounds[first + at]!) || text === sounds[first + at])
    if (alike) return hit('sound', first, units.length, sounds)
  }
  return null
}

function inPinyin(typed: string, sounds: string[]): Hit | null {
  if (typed.length < 2) return null
  for (let first = 0; first < sounds.length; first++) {
    const count = soundsIn(typed, sounds, first)
    if (count > 0) return hit('sound', first, count, sounds)
  }
  return null
}

/** How many sounds the letters run through from one on, the last of them perhaps not to its end; 0 when they do not. */
function soundsIn(typed: string, sounds: string[], first: number): number {
  let rest = typed
  for (let at = first; at < sounds.length; at++) {
    const sound = sounds[at]!
    if (sound.startsWith(rest)) return at - first + 1
    if (!rest.startsWith(sound)) return 0
    rest = rest.slice(sound.length)
  }
  return 0
}

/** `yhf`, and also `yinhf`: at the beginning of a name, or as a good part of it. */
function byInitials(typed: string, sounds: string[]): Hit | null {
  if (typed.length < 2) return null
  const failed = new Set<number>()
  for (let first = 0; first < sounds.length; first++) {
    const count = initialsFrom(typed, 0, sounds, first, failed)
    if (count > 0 && (first === 0 || (typed.length >= 3 && count * 3 >= sounds.length)))
      return hit('initials', first, count, sounds)
  }
  return null
}

/** How many sounds give at least their first letter to the rest of what was typed; 0 when they cannot. */
function initialsFrom(typed: string, from: number, sounds: string[], at: number, failed: Set<number>): number {
  const state = from * 256 + at
  const sound = sounds[at]
  if (sound === undefined || failed.has(state)) return 0
  for (let length = 1; length <= sound.length && typed[from + length - 1] === sound[length - 1]; length++) {
    if (from + length === typed.length) return 1
    const rest = initialsFrom(typed, from + length, sounds, at + 1, failed)
    if (rest > 0) return rest + 1
  }
  failed.add(state)
  return 0
}

const hit = (how: Hit['how'], first: number, count: number, sounds: string[]): Hit => ({
  how,
  closeness: count / sounds.length,
  stretches: [[first, first + count]],
})
