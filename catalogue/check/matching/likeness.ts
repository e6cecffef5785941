import type { FeeItemCode } from '../../codes.ts'
import { grams, soundGrams } from '../../search/grams.ts'
import { normalise } from '../../search/normalise.ts'
import { soundsOf } from '../../search/pinyin.ts'
import { isHan, unitsOf } from '../../search/units.ts'
import type { KnownName } from './known-names.ts'

/**
 * Names by the grams they are made of, `holders`; rarer grams weigh more, and one that no name has, `strange`, weighs most.
 * `sounding` tells which pairs of characters in names sound like `yin hang`; `words` are the English words in names.
 */
export type Likeness = {
  names: readonly KnownName[]
  weights: readonly number[]
  holders: ReadonlyMap<string, { weight: number; names: readonly number[] }>
  sounding: ReadonlyMap<string, readonly string[]>
  words: ReadonlySet<string>
  strange: number
}

/** Stands before grams of pinyin, so that they are no grams of English words. */
const SOUND = '~'

/** Makes it: each name is kept by its text, and if it is Chinese by its pinyin too. */
export function likenessOf(known: readonly KnownName[]): Likeness {
  const kept = known.flatMap((name) => [
    { name, grams: grams(normalise(name.term)) },
    ...(isHan(name.key) ? heardAs(name.key).map((letters) => ({ name, grams: gramsOfSound(letters) })) : []),
  ])
  const items = new Map<string, Set<FeeItemCode>>()
  const places = new Map<string, number[]>()
  for (const [n, { name, grams }] of kept.entries())
    for (const gram of grams) {
      items.set(gram, (items.get(gram) ?? new Set()).add(name.item))
      places.set(gram, places.get(gram) ?? [])
      places.get(gram)!.push(n)
    }
  const strange = Math.log(1 + new Set(known.map(({ item }) => item)).size)
  const weightOf = (gram: string) => strange - Math.log(items.get(gram)!.size)
  return {
    names: kept.map(({ name }) => name),
    weights: kept.map(({ grams }) => grams.reduce((sum, gram) => sum + weightOf(gram), 0)),
    holders: new Map([...places].map(([gram, names]) => [gram, { weight: weightOf(gram), names }])),
    ...{ sounding: soundingOf(known), words: wordsOf(known), strange },
  }
}

const wordsOf = (known: readonly KnownName[]): Set<string> =>
  new Set(known.flatMap(({ term }) => unitsOf(normalise(term)).flatMap(({ text, han }) => (han ? [] : text))))

/** `huowugangwufei` and `hwgwf`. */
function heardAs(key: string): string[] {
  const sounds = soundsOf(key)
  return [sounds.join(''), sounds.map((sound) => sound[0]).join('')]
}

/** The grams of pinyin typed without spaces. */
export const gramsOfSound = (letters: string): string[] => soundGrams(letters).map((gram) => SOUND + gram)

function soundingOf(known: readonly KnownName[]): Map<string, string[]> {
  const sounding = new Map<string, Set<string>>()
  for (const { term } of known) {
    const norm = normalise(term)
    const units = unitsOf(norm)
    const sounds = soundsOf(norm)
    for (let at = 1; at < units.length; at++) {
      if (!units[at - 1]!.han || !units[at]!.han) continue
      const sound = `${sounds[at - 1]} ${sounds[at]}`
      const pairs = sounding.get(sound) ?? new Set<string>()
      sounding.set(sound, pairs.add(units[at - 1]!.text + units[at]!.text))
    }
  }
  return new Map([...sounding].map(([sound, pairs]) => [sound, [...pairs]]))
}
