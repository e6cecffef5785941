import type { CreditCode, FeeItemCode } from '../../codes.ts'
import { grams } from '../../search/grams.ts'
import { normalise } from '../../search/normalise.ts'
import { isHan } from '../../search/units.ts'
import type { Candidate } from '../verdict.ts'
import { gramsOfSound, type Likeness } from './likeness.ts'
import { respelt } from './misspelt.ts'

/** A likeness is never quite a name: this is the most it scores. */
const MOST = 0.94
/** How much a wrong character takes away: so much that of three characters none may be wrong, of eight one. */
const RESPELT = 0.6

/**
 * The items whose names are most like a text, best first: by the grams they share, as typed and with characters that sound
 * alike put right; pinyin typed in letters by its sounds. With an entity, the own names of others do not count.
 */
export function alike(index: Likeness, text: string, entity: CreditCode | null): Candidate[] {
  const norm = normalise(text).replace(BETWEEN_HAN, '')
  const right = respelt(index, norm)
  return bestOfEach([
    ...sharing(index, wantedOf(index, norm), entity, 1),
    ...(right ? sharing(index, grams(right.text), entity, 1 - RESPELT * right.share) : []),
  ])
}

const BETWEEN_HAN = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu

/** The best of each item, best first, equals by their code. */
export function bestOfEach(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<FeeItemCode, Candidate>()
  for (const candidate of candidates)
    if (candidate.score > (best.get(candidate.item)?.score ?? 0)) best.set(candidate.item, candidate)
  return [...best.values()].sort((a, b) => b.score - a.score || (a.item < b.item ? -1 : 1))
}

/** Shorter letters are English abbreviations (BAF is no 保安费). */
const SHORTEST_SOUND = 5

function wantedOf(index: Likeness, norm: string): string[] {
  const typed = norm.replaceAll(' ', '')
  const english = isHan(norm) || typed.length < SHORTEST_SOUND || norm.split(' ').some((word) => index.words.has(word))
  return english ? grams(norm) : gramsOfSound(typed)
}

/** Twice what is shared in what both have together (Dice), by weight. */
function sharing(index: Likeness, wanted: readonly string[], entity: CreditCode | null, scale: number): Candidate[] {
  let whole = 0
  const shared = new Float64Array(index.names.length)
  for (const gram of wanted) {
    const holder = index.holders.get(gram)
    whole += holder?.weight ?? index.strange
    if (holder) for (const n of holder.names) shared[n]! += holder.weight
  }
  const found: Candidate[] = []
  for (let n = 0; n < shared.length; n++) {
    const score = (scale * 2 * shared[n]!) / (whole + index.weights[n]!)
    if (score < LEAST) continue
    const { item, term, entity: whose } = index.names[n]!
    if (whose === null || entity === null || whose === entity)
      found.push({ item, how: 'alike', term, score: Math.min(MOST, Math.round(score * 1000) / 1000) })
  }
  return found
}

const LEAST = 0.15
