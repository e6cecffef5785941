import type { Day } from '../../../catalogue/day.ts'
import type { Reference } from '../../../catalogue/reference.ts'
import { CONTACT_FIELDS, type NewComplaint } from '../../../complaints/submission.ts'
import {
  type FilingDraft,
  type FilingFault,
  type FilingStep,
  goalsIn,
  placeOf,
  stepOf,
} from '../../../views/complaints/filing-draft.ts'
import { chargesIn } from './lines.ts'
import { placeIn } from './place.ts'
import { type Issue, readWhole } from './whole.ts'

/** What a draft is read with: the names of the newest release, today, and the language it is written in. */
export type Reading = { reference: Reference; today: Day; language: 'zh' | 'en' }

/** A draft read as what the API takes, and every fault of it by the field that has it, in the order of the pages. */
export type DraftRead = { complaint: NewComplaint | null; faults: FilingFault[] }

export function complaintIn(draft: FilingDraft, { reference, today, language }: Reading): DraftRead {
  const place = placeIn(draft, reference, today)
  const lines = chargesIn(draft, today)
  const { complaint, issues } = readWhole({
    ...standingIn(draft),
    ...place.about,
    category: draft.category,
    charges: lines.charges,
    statement: draft.statement?.replaceAll('\r\n', '\n'),
    language,
  })
  const own = [...place.faults, ...lines.faults, ...unsaid(draft)]
  const found = issues.map((issue) => faultOf(issue, draft, lines.at))
  const faults = distinct([...own, ...found].filter((fault) => !isPremature(fault, draft))).toSorted(
    (a, b) => placeOf(a.field) - placeOf(b.field),
  )
  return { complaint: faults.length === 0 ? complaint : null, faults }
}

/** Nobody is asked for a name before having said whether there is to be one. */
const isPremature = ({ field, code }: FilingFault, { anonymous }: FilingDraft): boolean =>
  anonymous === undefined && code === 'missing' && (field === 'name' || field === 'phone')

/** The faults of one page. */
export const faultsOn = (step: FilingStep, faults: readonly FilingFault[]): FilingFault[] =>
  faults.filter(({ field }) => stepOf(field) === step)

/** Who writes, what for, and with which contact: nothing of it where somebody stays anonymous. */
function standingIn(draft: FilingDraft) {
  const anonymous = draft.anonymous === 'yes'
  const contact = CONTACT_FIELDS.flatMap((field) => {
    const typed = (draft[field] ?? '').normalize('NFKC').trim()
    return typed === '' ? [] : [[field, field === 'credit_code' ? typed.toUpperCase() : typed]]
  })
  return {
    capacity: draft.capacity,
    goals: goalsIn(draft),
    daily_life: draft.daily_life === '1',
    anonymous,
    consent_publish: draft.consent_publish === '1',
    consent_mediation: draft.consent_mediation === '1',
    contact: anonymous ? {} : Object.fromEntries(contact),
  }
}

/** Nobody is anonymous, or named, without having said so. */
const unsaid = ({ anonymous }: FilingDraft): FilingFault[] =>
  anonymous === 'yes' || anonymous === 'no' ? [] : [{ field: 'anonymous', code: 'missing', values: {} }]

function faultOf(issue: Issue, draft: FilingDraft, at: readonly number[]): FilingFault {
  const field = fieldOf(issue.path, at)
  const value = (draft[field] ?? '').trim()
  return { field, code: codeOf(issue, value), values: { value: value.slice(0, 60) } }
}

const RENAMED: Record<string, string> = { port: 'place', area: 'place', entity_name: 'entity' }

/** The field of the form that stands for a place of the body. */
function fieldOf([first, second, third]: Issue['path'], at: readonly number[]): string {
  if (first === 'charges' && second !== undefined) return `c${at[Number(second)]}_${String(third ?? 'name')}`
  if (first === 'contact' && second !== undefined) return String(second)
  return RENAMED[String(first)] ?? String(first)
}

function codeOf({ code, message }: Issue, value: string): string {
  if (value === '' && (code === 'invalid_type' || code === 'invalid_value' || message === 'not-an-option'))
    return 'missing'
  if (/^[a-z]+(-[a-z]+)+$/.test(message) || message === 'missing') return message
  return code === 'too_big' ? 'too-long' : 'bad-value'
}

/** One fault a field is enough to mend it. */
const distinct = (faults: readonly FilingFault[]): FilingFault[] =>
  [...new Map(faults.toReversed().map((fault) => [fault.field, fault])).values()].toReversed()
