import type { Statement } from '../../catalogue/statement.ts'
import { tenth } from './scale.ts'

/** The words inside a rectangle, where they fit. */
export type BoxText = { x: number; y: number; says: string; fill: string; weight: number }

/** How one rectangle of a history looks. */
export type Paint = { fill: string; stroke: string; line: number; ink: string; weight: number }

/** What stands is blue and strong, what was put right amber, where nothing applies hatched, what was replaced plain. */
export function paintOf({ payload, known, change, remainder }: Statement): Paint {
  const stands = known.until === null
  const [line, weight] = stands ? [2, 700] : [1, 400]
  if (payload === null) return { fill: 'url(#hatch)', stroke: '#6B7A88', line, ink: '#1F2933', weight }
  if (change === 'correct' && !remainder) return { fill: '#FBF3E0', stroke: '#7A4F00', line, ink: '#7A4F00', weight }
  return stands
    ? { fill: '#E3EDF5', stroke: '#1B4B72', line, ink: '#0F3352', weight }
    : { fill: '#FFFFFF', stroke: '#6B7A88', line, ink: '#52606D', weight }
}

/** The whole words where they fit, the short ones where those do, otherwise none: the table has them. */
export function textOf(
  words: { short: string; whole: string },
  x: number,
  width: number,
  top: number,
  paint: Paint,
): BoxText | null {
  const fits = [words.whole, words.short].find((text) => breadth(text) + 14 <= width)
  return fits === undefined ? null : { x: tenth(x + 8), y: top + 29, says: fits, fill: paint.ink, weight: paint.weight }
}

/** About how wide a text is at 14 px: a Chinese character is a square, a Latin one little over half of it. */
const breadth = (text: string): number => [...text].reduce((sum, char) => sum + (char > '⺀' ? 14 : 8.2), 0)
