import { judge, THRESHOLD, type Threshold, type Weighed } from '../../catalogue/check/matching/judge.ts'
import { type NameIndex, nameIndex, weigh } from '../../catalogue/check/matching.ts'
import type { NameSource } from '../../catalogue/check/names.ts'
import type { Day } from '../../catalogue/day.ts'
import { halfOf, LABELLED, type Labelled } from '../../tests/catalogue/check/labelled.ts'
import { WRITTEN_LAST } from '../../tests/catalogue/check/labelled-last.ts'
import type { Result } from '../table.ts'

/** The labelled names with what they may mean, before it is judged what is sure. */
export type Read = { labelled: Labelled; half: 'tuning' | 'held_out'; weighed: Weighed }

/** Reads labelled names, with no entity named. */
export const readAll = (index: NameIndex, on: Day, names: readonly Labelled[] = LABELLED): Read[] =>
  names.map((labelled) => ({
    labelled,
    half: halfOf(labelled.name),
    weighed: weigh(index, labelled.name, on, null),
  }))

/**
 * `precision`: of what was called surely, how much rightly; `recall`: of names of one item, how many were called surely and
 * rightly; `ambiguous`: the share left to a person; `missed`: names on the list called off it; all 0 to 1 but the counts.
 */
export type Measured = {
  sure: number
  wrong: number
  precision: number
  recall: number
  ambiguous: number
  missed: number
}

/** What a threshold makes of the names. */
export function measured(reads: readonly Read[], threshold: Threshold = THRESHOLD): Measured {
  const judged = reads.map(({ labelled: { items }, weighed }) => ({ items, matched: judge(weighed, threshold) }))
  const sure = judged.flatMap(({ items, matched }) =>
    matched.kind === 'item' ? [{ items, right: items?.includes(matched.match.item) ?? false }] : [],
  )
  const wrong = sure.filter(({ right }) => !right).length
  const single = judged.filter(({ items }) => items?.length === 1).length
  return {
    ...{ sure: sure.length, wrong, precision: 1 - wrong / sure.length },
    recall: sure.filter(({ items, right }) => right && items?.length === 1).length / single,
    ambiguous: judged.filter(({ matched }) => matched.kind === 'ambiguous').length / judged.length,
    missed: judged.filter(({ items, matched }) => items !== null && matched.kind === 'none').length,
  }
}

const STEPS = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]

/** The curve on both halves as a Markdown table; the threshold in use is marked. */
export function curve(reads: readonly Read[]): string {
  const [tuning, heldOut] = (['tuning', 'held_out'] as const).map((half) => reads.filter((read) => read.half === half))
  const rows = STEPS.map((sure) => {
    const at = { ...THRESHOLD, sure }
    const mark = sure === THRESHOLD.sure ? '**' : ''
    const cells = [tuning!, heldOut!].flatMap((some) => figures(measured(some, at)))
    return `| ${mark}${sure.toFixed(2)}${mark} | ${cells.join(' | ')} |`
  })
  return [HEAD, HEAD.replace(/[^|]+/g, ' --- '), ...rows].join('\n')
}

const COLUMNS = ['sure', 'wrong', 'precision', 'recall', 'ambiguous']
const HEAD = `| threshold | ${['tuning', 'held out'].flatMap((half) => COLUMNS.map((column) => `${half}: ${column}`)).join(' | ')} |`

const figures = ({ sure, wrong, precision, recall, ambiguous }: Measured): string[] => [
  ...[sure, wrong].map(String),
  ...[precision, recall, ambiguous].map((share) => share.toFixed(3)),
]

/** Precision and recall on the half held out and on the names written last, and the time a name takes. */
export function matching(source: NameSource, on: Day): { results: Result[]; curve: string } {
  const index = nameIndex(source)
  const reads = readAll(index, on)
  const heldOut = measured(reads.filter(({ half }) => half === 'held_out'))
  const last = measured(readAll(index, on, WRITTEN_LAST))
  return {
    results: [
      precise('names on bills, half held out', heldOut),
      precise('names on bills, written last', last),
      { ...row('a name on a bill, processor time'), ours: `${timeOfOne(index, on).toFixed(0)} µs` },
    ],
    curve: curve(reads),
  }
}

const precise = (what: string, { precision, recall, sure, wrong }: Measured): Result => ({
  ...row(what),
  ours: `sure and right ${precision.toFixed(3)} (${sure - wrong} of ${sure}), recall ${recall.toFixed(3)}`,
  target: '≥ 0.99',
  met: precision >= 0.99,
})

const row = (what: string): Result => ({
  ...{ what, at: '', ours: '', yardstick: '', ratio: '', target: '', met: null },
})

const ROUNDS = 20

/** In processor time, each name another one than before. */
function timeOfOne(index: NameIndex, on: Day): number {
  const begun = process.cpuUsage()
  for (let round = 0; round < ROUNDS; round++)
    for (const { name } of LABELLED) weigh(index, `${name} ${round}`, on, null)
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / (ROUNDS * LABELLED.length)
}
