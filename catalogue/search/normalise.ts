import { SIMPLIFIED } from './traditional.ts'

/** A text as search compares it, and for each place of it without spaces the stretch of the text it came from. */
export type Folded = { norm: string; origin: readonly [start: number, end: number][] }

/**
 * Folds a text: full-width to half (ＴＨＣ), capitals to small, accents away, 繁体 to 简体, everything that is neither
 * letter nor digit to one space. What a reader types and what is published go through this same function.
 */
export function fold(text: string): Folded {
  const origin: [number, number][] = []
  let norm = ''
  let place = 0
  for (const char of text) {
    for (const folded of foldCharacter(char)) {
      if (folded !== ' ') {
        norm += folded
        for (let unit = 0; unit < folded.length; unit++) origin.push([place, place + char.length])
      } else if (norm !== '' && !norm.endsWith(' ')) norm += ' '
    }
    place += char.length
  }
  return { norm: norm.trimEnd(), origin }
}

/** The text of `fold` alone. */
export const normalise = (text: string): string => fold(text).norm

/** Without the spaces: 引 航 费 is 引航费, and `cargo port dues` is `cargo-port-dues`. */
export const tight = (norm: string): string => norm.replaceAll(' ', '')

const LETTER = /[\p{L}\p{N}]/u
const MARKS = /\p{M}/gu

function foldCharacter(char: string): string {
  if (char >= 'a' && char <= 'z') return char
  const bare = char.normalize('NFKD').replace(MARKS, '').normalize('NFKC').toLowerCase()
  let folded = ''
  for (const part of bare) folded += LETTER.test(part) ? (SIMPLIFIED.get(part) ?? part) : ' '
  return folded
}
