import { z } from 'zod'
import { Day } from '../../catalogue/day.ts'
import { Words } from '../act-input.ts'
import { type Ground, refusalGrounds } from '../refusal-grounds.ts'
import { terminationGrounds } from '../termination-grounds.ts'
import type { CaseType, Track } from '../words.ts'
import type { Form } from './forms.ts'

/** 自由填写的部分: what of a form is written by who issues it; `ground` is one of those that the law lists. */
export type Part = { name: PartName; kind: 'words' | 'text' | 'day' | 'ground'; optional?: true }
export type PartName =
  | 'facts'
  | 'request'
  | 'id_document'
  | 'respondent_contact'
  | 'reason'
  | 'material'
  | 'by'
  | 'contact'
  | 'ground'
  | 'on'
  | 'time'
  | 'place'
  | 'terms'
  | 'result'
export type Parts = Partial<Record<PartName, string>>

const words = (name: PartName): Part => ({ name, kind: 'words' })
const line = (name: PartName): Part => ({ name, kind: 'text' })
const day = (name: PartName): Part => ({ name, kind: 'day' })
const maybe = (name: PartName): Part => ({ name, kind: 'text', optional: true })
const GROUND: Part = { name: 'ground', kind: 'ground' }

export const PARTS: Record<Form, readonly Part[]> = {
  register_complaint: [words('facts'), line('request'), maybe('id_document'), maybe('respondent_contact')],
  register_report: [words('facts'), maybe('respondent_contact')],
  forward: [words('reason')],
  prove_identity: [words('material'), day('by'), words('contact')],
  accept: [words('contact')],
  refuse: [GROUND, words('reason')],
  mediate: [day('on'), line('time'), line('place'), words('contact')],
  end_mediation: [GROUND, words('reason')],
  settlement: [words('terms')],
  report_result: [words('result')],
}

type About = { type: CaseType; track: Track; receivedOn: Day }

/** The grounds that a form may name: for not accepting a complaint, or for ending its mediation. */
export const groundsFor = (form: Form, about: About): readonly Ground[] =>
  form === 'refuse' ? refusalGrounds(about) : form === 'end_mediation' ? terminationGrounds(about.receivedOn) : []

/** What is wrong with a part, by the code of the fault. */
export type PartFault = { field: PartName; code: string }

/** Reads what was filled in; every part that is missing or wrong is named. A day must not be past. */
export function readParts(
  form: Form,
  given: Readonly<Record<string, string>>,
  about: About & { today: Day },
): { ok: true; parts: Parts } | { ok: false; faults: PartFault[] } {
  const [parts, faults]: [Parts, PartFault[]] = [{}, []]
  for (const part of PARTS[form]) {
    const read = schemaOf(part, form, about).safeParse((given[part.name] ?? '').trim())
    if (!read.success) faults.push({ field: part.name, code: read.error.issues[0]!.message })
    else if (read.data !== '') parts[part.name] = read.data
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, parts }
}

function schemaOf({ kind, optional }: Part, form: Form, about: About & { today: Day }): z.ZodType<string> {
  const some = optional ? Words : z.pipe(Words, z.string().min(1, { error: 'missing' }))
  if (kind === 'words') return some
  if (kind === 'text') return z.pipe(some, z.string().max(200, { error: 'too-long' }))
  if (kind === 'day')
    return z
      .string()
      .min(1, { error: 'missing' })
      .pipe(Day)
      .refine((on) => on > about.today, { error: 'not-to-come' })
  const known = groundsFor(form, about).map(({ code }) => code)
  return z.string().refine((code) => known.includes(code), { error: 'ground-missing' })
}
