import type { z } from 'zod'
import { addDays, Day } from '../day.ts'
import type { Line } from '../release.ts'
import { Change, Why } from '../statement.ts'
import { keyOf, type Payloads, SUBJECTS, type SubjectKind } from '../subject.ts'
import { lastDay, Validity } from '../validity.ts'
import { at, type Draft, type Parts, textAt } from './draft.ts'
import { maybe, object, type Shape, several, text } from './shape.ts'
import { SHAPES } from './subject-shapes.ts'

/** A field of the form that is wrong, the code of what is wrong with it, and what was written there. */
export type FormFault = { field: string; code: string; value: string }

const whyShape = object<Why>({ zh: text, en: maybe(text), documents: several as Shape<string[]> })

/** 一行变更 as its form shows it; the last day is shown, not the first on which it no longer applies. */
export const draftOfLine = (line: Line): Parts => ({
  kind: line.kind,
  key: line.key,
  change: line.change,
  from: line.valid.from,
  to: lastDay(line.valid) ?? '',
  why: whyShape.write(line.why)!,
  ...(line.payload === null ? {} : { payload: draftOfPayload(line.kind, line.payload) }),
})

/** What a subject says, as its form shows it. */
export const draftOfPayload = <K extends SubjectKind>(kind: K, payload: Payloads[K]): Draft =>
  SHAPES[kind].write(payload)!

/** What a form says of a subject, or all that is wrong with it by field. */
export function payloadOf<K extends SubjectKind>(
  kind: K,
  draft: Draft | undefined,
): { payload: Payloads[K] | null; faults: FormFault[] } {
  const shape = SHAPES[kind]
  const read = SUBJECTS[kind].safeParse(shape.read(draft))
  if (read.success) return { payload: read.data as Payloads[K], faults: [] }
  const faults = read.error.issues.map((issue) =>
    faultAt(['payload', ...shape.at(issue.path.map(String), draft)], codeOf(issue), draft, 1),
  )
  return { payload: null, faults: once(faults) }
}

/** The line a form proposes, or all that is wrong with it by field. `key` is the subject the form was opened for. */
export function lineOf(kind: SubjectKind, draft: Parts): { line: Line | null; faults: FormFault[] } {
  const change = Change.safeParse(textAt(draft, 'change'))
  const valid = validIn(draft)
  const why = Why.safeParse(whyShape.read(draft.why))
  const whyFaults = (why.error?.issues ?? []).map((issue) =>
    faultAt(['why', ...whyShape.at(issue.path.map(String), draft.why)], codeOf(issue), draft),
  )
  const withdrawn = change.data === 'withdraw'
  const said = withdrawn ? { payload: null, faults: [] } : payloadOf(kind, draft.payload)
  const key = said.payload === null ? textAt(draft, 'key') : keyOf[kind](said.payload as never)
  const faults = [
    ...(change.success ? [] : [faultAt(['change'], 'needed', draft)]),
    ...valid.faults,
    ...said.faults,
    ...once(whyFaults),
    ...identity(draft, change.data, said.payload === null ? null : key),
  ]
  if (faults.length > 0 || !change.success || valid.valid === null || !why.success) return { line: null, faults }
  return { line: { kind, key, change: change.data, valid: valid.valid, payload: said.payload, why: why.data }, faults }
}

/** What ends must have been; what is changed, put right or confirmed stays the subject it was. */
function identity(draft: Parts, change: Change | undefined, key: string | null): FormFault[] {
  const began = textAt(draft, 'key')
  if (change === 'withdraw') return began === '' ? [faultAt(['change'], 'nothing-to-withdraw', draft)] : []
  const moved = change !== 'new' && began !== '' && key !== null && key !== began
  return moved ? [{ field: 'change', code: 'another-subject', value: key }] : []
}

function validIn(draft: Parts): { valid: Validity | null; faults: FormFault[] } {
  const [from, to] = ['from', 'to'].map((name) => textAt(draft, name))
  const last = to === '' ? null : Day.safeParse(to).data
  const faults = [
    ...(Day.safeParse(from).success ? [] : [faultAt(['from'], from === '' ? 'needed' : 'not-a-day', draft)]),
    ...(last === undefined ? [faultAt(['to'], 'not-a-day', draft)] : []),
  ]
  if (faults.length > 0 || last === undefined) return { valid: null, faults }
  const valid = Validity.safeParse({ from, until: last === null ? null : addDays(last, 1) })
  return valid.success
    ? { valid: valid.data, faults }
    : { valid: null, faults: [faultAt(['to'], 'ends-before-it-starts', draft)] }
}

function faultAt(path: readonly string[], code: string, draft: Draft | undefined, from = 0): FormFault {
  const said = at(draft, path.slice(from).join('.'))
  return { field: path.join('.'), code, value: typeof said === 'string' ? said.slice(0, 60) : '' }
}

/** A field is told one thing at a time. */
const once = (faults: readonly FormFault[]): FormFault[] =>
  [...new Map(faults.toReversed().map((fault) => [fault.field, fault])).values()].toReversed()

const CODES: Record<string, string> = {
  invalid_type: 'needed',
  invalid_union: 'needed',
  too_big: 'too-long',
  invalid_key: 'not-a-fact',
}

/** The domain's own codes are said as they are; what zod found by itself gets the nearest of them. */
export function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' || !/\s/.test(issue.message)) return issue.message
  if (issue.code === 'too_small') return 'needed'
  if (issue.code === 'invalid_value') return issue.input === '' ? 'needed' : 'not-an-option'
  if (issue.code === 'invalid_format') return issue.format === 'url' ? 'not-an-address' : 'not-a-name'
  return CODES[issue.code] ?? 'bad-value'
}
