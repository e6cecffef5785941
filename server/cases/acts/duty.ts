import type { Day } from '../../../catalogue/day.ts'
import type { StepInput } from '../../../complaints/act-input.ts'
import type { Step } from '../../../complaints/case.ts'
import type { Doing } from './doing.ts'

/** What was signed: who asked for it, and on which day. */
export type Signed = { proposal: number; askedBy: number; askedOn: Day }

/** A step being taken: `words` is what was written for it, `signed` what was signed where two people are needed. */
export type Taking = Doing & { words: string; signed: Signed | null }

/**
 * 环节的内容: what belongs to a step besides moving the case. `check` refuses, when it is asked for and again when it is
 * taken; `carry` writes the rows; `payload` is what the event says of it, `asked` what the event of asking for it says; `on`
 * the day it counts from.
 */
export type Duty<S extends Step> = {
  check?: (doing: Doing, input: StepInput<S>) => Promise<void> | void
  carry?: (taking: Taking, input: StepInput<S>) => Promise<void>
  payload?: (input: StepInput<S>) => Record<string, unknown>
  asked?: (input: StepInput<S>) => Record<string, unknown>
  on?: (input: StepInput<S>) => Day
}
export type Duties = { [S in Step]?: Duty<S> }

/** Seals words for an owner of this case. */
export const sealedFor = ({ desk, file }: Doing, owner: string, words: string): Buffer =>
  desk.keys.seal(`${owner}/${file.no}`, words)
