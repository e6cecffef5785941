import { normalise, tight } from './normalise.ts'
import { readingsOf } from './pinyin.ts'
import { isHan, type Unit, unitsOf } from './units.ts'

/** What a reader typed, folded and taken apart once: its words, its units, and how each Chinese character can sound. */
export type Query = {
  norm: string
  tight: string
  words: string[]
  units: Unit[]
  readings: (ReadonlySet<string> | null)[]
  han: boolean
}

const LONGEST = 100

/** Reads what was typed, anything at all, the first hundred characters of it. */
export function readQuery(typed: string): Query {
  const norm = [...normalise([...typed].slice(0, LONGEST).join(''))].slice(0, LONGEST).join('').trimEnd()
  const units = unitsOf(norm)
  return {
    norm,
    tight: tight(norm),
    words: spacedOut(norm) ? [tight(norm)] : norm.split(' '),
    units,
    readings: units.map(({ text, han }) => (han ? readingsOf(text) : null)),
    han: units.some(({ han }) => han),
  }
}

/** 引 航 费, as some write for looks, is one word. */
const spacedOut = (norm: string): boolean => norm.split(' ').every((word) => [...word].length === 1 && isHan(word))
