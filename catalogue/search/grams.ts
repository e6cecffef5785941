import { soundsOf } from './pinyin.ts'
import type { Query } from './query.ts'
import { unitsOf } from './units.ts'

/** What the index keeps of a folded text: characters, pairs of them (also over one between, for 引行费), parts of words. */
export function grams(norm: string): string[] {
  const kept = new Set<string>()
  for (const run of runsOf(norm))
    for (const gram of run.han ? ofCharacters(run.texts, true) : ofWord(run.texts[0]!)) kept.add(gram)
  return [...kept]
}

/** What the index keeps of a name's sounds: parts of the whole (`yinhangfei`) and of the initials (`yhf`). */
export const soundGrams = (sounds: string): string[] => [
  ...new Set([...ofWord(sounds.replaceAll(' ', '')), ...ofWord(initialsOf(sounds))]),
]

/** Each list names what a text must hold, every gram of it, to contain the words as they were typed. */
export function strictGrams({ norm, tight }: Query): string[][] {
  const asTyped = needed(norm.split(' '))
  const joined = needed([tight])
  return tight === norm ? [joined] : [joined, asTyped]
}

/** Grams of which a text that was meant shares some, over a wrong, missing or doubled character. */
export function spelledGrams({ norm, units }: Query): string[] {
  const short = units.length <= 2
  const ofRun = (run: Run) => (run.han ? ofCharacters(run.texts, short) : ofWord(run.texts[0]!).slice(1))
  return [...new Set(runsOf(norm).flatMap(ofRun))]
}

/** Grams of which a name that sounds so shares some: of the pinyin of what was typed in Chinese, or of the letters. */
export const heardGrams = ({ norm, tight, han }: Query): string[] => [
  ...new Set(ofWord(han ? soundsOf(norm).join('') : tight).slice(1)),
]

/** Either of them: what is asked of the index when the words themselves stand nowhere. */
export const looseGrams = (query: Query): string[] => [...new Set([...spelledGrams(query), ...heardGrams(query)])]

const initialsOf = (sounds: string): string =>
  sounds
    .split(' ')
    .map((sound) => [...sound][0] ?? '')
    .join('')

const needed = (words: string[]): string[] => [...new Set(words.flatMap((word) => runsOf(word).flatMap(neededOf)))]

function neededOf({ han, texts }: Run): string[] {
  if (han) return texts.length === 1 ? texts : pairs(texts, 1)
  const letters = [...texts[0]!]
  return letters.length < 3 ? [`^${letters.join('')}`] : pieces(letters)
}

type Run = { han: boolean; texts: string[] }

/** Chinese characters that follow one another, spaces or not, are one run; each word is one. */
function runsOf(norm: string): Run[] {
  const runs: Run[] = []
  for (const { text, han } of unitsOf(norm)) {
    const last = runs.at(-1)
    if (han && last?.han) last.texts.push(text)
    else runs.push({ han, texts: [text] })
  }
  return runs
}

const ofCharacters = (chars: string[], alone: boolean): string[] => [
  ...(alone ? chars : []),
  ...pairs(chars, 1),
  ...pairs(chars, 2),
]

const pairs = (chars: string[], step: number): string[] => chars.slice(step).map((char, place) => chars[place]! + char)

/** The first gram is the first letter, which alone says too little to be searched loosely. */
function ofWord(word: string): string[] {
  const letters = [...word]
  const [first, second] = letters
  if (second === undefined) return [`^${first}`]
  return [`^${first}`, `^${first}${second}`, ...pieces(letters), `${letters.slice(-2).join('')}$`]
}

const pieces = (letters: string[]): string[] =>
  letters.slice(2).map((letter, at) => letters[at]! + letters[at + 1]! + letter)
