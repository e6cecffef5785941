import { type Weight, widthOf } from './face.ts'

/** How a text is set: how bold, and how many points high. */
export type Type = { weight: Weight; size: number }

/** The height of a line of a size. */
export const leading = (size: number): number => size * 1.5

/** How wide a text is in points. */
export function breadth(text: string, { weight, size }: Type): number {
  let sum = 0
  for (const char of text) sum += widthOf(char, weight)
  return sum * size
}

/**
 * A text cut into lines of at most `width` points: between words, between Chinese characters, after the slashes of an
 * address, and only where nothing else fits within a word. No line starts with 。or ends with （.
 */
export const linesOf = (text: string, type: Type, width: number): string[] =>
  text.split('\n').flatMap((paragraph) => broken(paragraph, type, width))

function broken(text: string, { weight, size }: Type, width: number): string[] {
  const lines: string[] = []
  let [line, length, gap, before] = ['', 0, 0, '']
  for (const char of text) {
    const own = widthOf(char, weight) * size
    if (line !== '' && mayBreak(before, char)) gap = line.length
    if (line !== '' && char !== ' ' && length + own > width) {
      const at = gap || line.length
      lines.push(line.slice(0, at).trimEnd())
      line = line.slice(at)
      length = breadth(line, { weight, size })
      gap = 0
    }
    line += char
    length += own
    before = char
  }
  return [...lines, line.trimEnd()]
}

function mayBreak(before: string, after: string): boolean {
  if (after === ' ' || NOT_FIRST.test(after) || NOT_LAST.test(before)) return false
  if (/[\d.]/.test(before) && /[年月日元]/.test(after)) return false
  return before === ' ' || CHINESE.test(before) || CHINESE.test(after) || /[/?&=#–]/.test(before)
}

const CHINESE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF01-\uFF60]/
const NOT_FIRST = /[，。、；：？！）》」』】〕〉％%!),.:;?\]}·/…—–]/
const NOT_LAST = /[（《「『【〔〈([{]/
