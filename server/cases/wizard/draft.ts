import { randomUUID } from 'node:crypto'
import { FILING_STEPS, type FilingDraft, type FilingStep, isAnswer } from '../../../views/complaints/filing-draft.ts'

/** A page of the form as it was sent: the key of the filing, its answers so far, from which page, and what is asked. */
export type SentStep = {
  key: string
  draft: FilingDraft
  step: FilingStep
  act: string
  /** Was the page opened from the last one, to change an answer? */
  changing: boolean
  proof: string | null
  /** Something stands in the field that people do not see. */
  baited: boolean
}

/** So much of one answer is read: more than any may be long. */
const MOST = 6000
const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export const isKey = (text: string): boolean => KEY.test(text)

/** A key of a filing: whoever sends it again gets the same receipt. */
export const newKey = (): string => randomUUID()

/** Reads a page of the form; fields that are no answers are left out. */
export function sentStep(fields: Readonly<Record<string, string>>): SentStep {
  const { key = '', step, do: act = 'next', changing, proof = '', website = '' } = fields
  const answers = Object.entries(fields).filter(([name, value]) => isAnswer(name) && value !== '')
  return {
    key: isKey(key) ? key : newKey(),
    draft: Object.fromEntries(answers.map(([name, value]) => [name, value.slice(0, MOST).toWellFormed()])),
    step: stepNamed(step),
    act,
    changing: changing === '1',
    proof: proof === '' ? null : proof.slice(0, 4000),
    baited: website !== '',
  }
}

/** A step by its name; the first where there is none of that name. */
export const stepNamed = (name: string | undefined): FilingStep => FILING_STEPS.find((one) => one === name) ?? 'about'

export const stepAfter = (step: FilingStep): FilingStep =>
  FILING_STEPS[Math.min(FILING_STEPS.indexOf(step) + 1, FILING_STEPS.length - 1)]!

export const stepBefore = (step: FilingStep): FilingStep => FILING_STEPS[Math.max(FILING_STEPS.indexOf(step) - 1, 0)]!
