import type { z } from 'zod'
import { NEEDS_WORDS, STEP_INPUT, Words } from '../../complaints/act-input.ts'
import type { Step } from '../../complaints/case.ts'
import { type Fields, textOf } from './form.ts'

export type StepSent = { input: Record<string, unknown>; words: string; version: number }
type Fault = { field: string; code: string }

/** Fields of every form that are none of a step's own. */
const AROUND = new Set(['csrf', 'version', 'words'])

/** What was filled in for a step, as its schema reads it: an empty field was not filled in; findings are a list, a field a charge. */
export function stepSent(step: Step, body: Fields): StepSent {
  const given = Object.keys(body)
    .map((name) => [name, textOf(body, name).trim()] as const)
    .filter(([name, value]) => value !== '' && !AROUND.has(name))
  const plain = Object.fromEntries(given.filter(([name]) => !name.startsWith('findings.')))
  const version = Number(textOf(body, 'version'))
  const words = textOf(body, 'words')
  return {
    ...{ words, version: Number.isSafeInteger(version) ? version : -1 },
    input: step === 'decide' ? { ...plain, ...findingsIn(given) } : plain,
  }
}

/** 逐项认定 of the fields `findings.1`, `findings.2` …; the law that applies is that of the violations found. */
function findingsIn(given: readonly (readonly [string, string])[]): { findings: unknown[]; laws: string[] } {
  const findings = given
    .filter(([name]) => /^findings\.\d{1,2}$/.test(name))
    .map(([name, value]) => {
      const n = Number(name.slice('findings.'.length))
      return value === 'none' ? { n, found: false } : { n, found: true, violation: value }
    })
  const laws = findings.flatMap(({ violation }) => violation ?? [])
  return { findings, laws: [...new Set(laws)] }
}

/** Everything that is wrong with what was filled in, each fault at its field; none where the step may be asked for. */
export function stepFaults(step: Step, { input, words }: StepSent): Fault[] {
  const read = STEP_INPUT[step].safeParse(input)
  const said = Words.safeParse(words)
  const missing = said.success && said.data === '' && NEEDS_WORDS.has(step)
  return [
    ...(read.success ? [] : read.error.issues.map((issue) => faultOf(issue, input))),
    ...(said.success ? [] : [{ field: 'words', code: said.error.issues[0]!.message }]),
    ...(missing ? [{ field: 'words', code: 'missing' }] : []),
  ]
}

function faultOf({ path, message }: z.core.$ZodIssue, input: Record<string, unknown>): Fault {
  const field = String(path[0] ?? '')
  if (field === 'findings') return { field: 'findings.1', code: message }
  const choice = message === 'not-an-option'
  return { field, code: input[field] === undefined && !choice ? 'missing' : message }
}
