import { FACTS, type KnownFact } from '../../facts.ts'
import { remembered } from '../line/remembered.ts'
import { readQuantity } from './cell.ts'

/** What a cell in a column of a fact says of it, in the words of FACTS; null when it says nothing that is known. */
export const readFact = (fact: KnownFact, text: string): string | null =>
  text.length > SHORT ? readAnew(text, fact) : known(text, fact)

/** What is longer is seldom said twice. */
const SHORT = 12

const known = remembered(readAnew)

function readAnew(text: string, fact: KnownFact): string | null {
  const word = text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  if (FACTS[fact] === 'number') {
    const said = readQuantity(text)
    return 'value' in said && !said.value.negative ? said.value.quantity : null
  }
  if ((FACTS[fact] as readonly string[]).includes(word)) return word
  return WORDS[fact]?.find(([words]) => words.test(word))?.[1] ?? null
}

/** `45G1` is a 40-foot box 9′6″ high (ISO 6346); `45HC` and 45 are 45 feet. */
const WORDS: Partial<Record<KnownFact, readonly [RegExp, string][]>> = {
  size: [
    [/^(2\d[a-z]\d|20\D*)$/, '20'],
    [/^(4\d[a-z]\d|40\D*)$/, '40'],
    [/^(l\d[a-z]\d|45\D*)$/, '45'],
  ],
  direction: [
    [/^(进口?|i|im|imp|inbound)$/, 'import'],
    [/^(出口?|e|ex|exp|outbound)$/, 'export'],
  ],
  trade: [
    [/^(外贸|国际|international)$/, 'foreign'],
    [/^(内贸|国内)$/, 'domestic'],
  ],
  load: [
    [/^(重箱?|f|full|l)$/, 'laden'],
    [/^(空箱?|e|mt)$/, 'empty'],
  ],
  cargo_class: [
    [/^(普通?货?物?|普箱|normal|dry|gp)$/, 'general'],
    [/^(一|1)级危险(品|货物)?$/, 'dangerous1'],
    [/^(冷藏|冷冻|冷)(箱|货物?)?$|^(rf|refrigerated)$/, 'reefer'],
  ],
  voyage: [
    [/^国际(航线|航行)?$/, 'international'],
    [/^(国内|沿海)(航线|航行)?$/, 'domestic'],
  ],
}
