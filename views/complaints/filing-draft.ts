import { CONTACT_FIELDS } from '../../complaints/submission.ts'
import { GOALS } from '../../complaints/words.ts'
import type { Values } from '../locale/locale.ts'

/** 填写步骤: one thing per page, in this order. */
export const FILING_STEPS = ['about', 'opens', 'place', 'charges', 'statement', 'evidence', 'contact', 'check'] as const
export type FilingStep = (typeof FILING_STEPS)[number]

/** What was answered so far, as it was typed: it travels in the form from page to page and is kept nowhere. */
export type FilingDraft = Readonly<Record<string, string>>

/** A field of the form that cannot be taken, the code of what is wrong (`filingFaults`, `faults`), and what the words for that name. */
export type FilingFault = { field: string; code: string; values: Values }

/** The fields of one charged line; the last four travel unseen: what a check of a bill said the name in `of` to be. */
export const LINE_FIELDS = [
  ...(['name', 'charged_on', 'amount', 'quantity', 'unit', 'invoice_no'] as const),
  ...(['of', 'item', 'line', 'facts'] as const),
] as const
export type LineField = (typeof LINE_FIELDS)[number]
/** Those that are typed. */
export const TYPED_FIELDS = LINE_FIELDS.slice(0, 6)

/** How many lines the form shows at first, and how many it adds. */
export const LINES = { first: 2, more: 5 }

const LINE = new RegExp(`^c(\\d{1,2})_(${LINE_FIELDS.join('|')})$`)

/** `c3_amount` is the amount of the fourth line; null where a field is of no line. */
export function lineField(field: string): { n: number; name: LineField } | null {
  const [, n, name] = LINE.exec(field) ?? []
  return n === undefined ? null : { n: Number(n), name: name as LineField }
}

const OF_STEP: Record<FilingStep, readonly string[]> = {
  about: ['capacity', 'goals', ...GOALS.map((goal) => `goal_${goal}`), 'daily_life'],
  opens: [],
  place: ['place', 'entity'],
  charges: ['category', 'lines', 'charges', 'taken'],
  statement: ['statement'],
  evidence: ['files'],
  contact: ['anonymous', ...CONTACT_FIELDS, 'consent_publish', 'consent_mediation'],
  check: [],
}

/** The page on which a field is asked. */
export function stepOf(field: string): FilingStep {
  if (lineField(field) !== null) return 'charges'
  return FILING_STEPS.find((step) => OF_STEP[step].includes(field)) ?? 'check'
}

/** Where a field stands among all that are asked: faults are told in this order. */
export function placeOf(field: string): number {
  const line = lineField(field)
  const own = line === null ? OF_STEP[stepOf(field)].indexOf(field) : 10 + line.n * 10 + LINE_FIELDS.indexOf(line.name)
  return FILING_STEPS.indexOf(stepOf(field)) * 1000 + own
}

/** Is it one of the answers that travel from page to page? */
export const isAnswer = (field: string): boolean => lineField(field) !== null || stepOf(field) !== 'check'

/** The answers of all other pages: what this page carries along unseen. */
export const carriedBeside = (draft: FilingDraft, step: FilingStep): { name: string; value: string }[] =>
  Object.entries(draft).flatMap(([name, value]) => (value === '' || stepOf(name) === step ? [] : [{ name, value }]))

/** What a person wants, of the boxes that were ticked. */
export const goalsIn = (draft: FilingDraft): (typeof GOALS)[number][] =>
  GOALS.filter((goal) => draft[`goal_${goal}`] === '1')

/** The lines as they were typed, blank ones too, up to the last that has anything in it. */
export function linesIn(draft: FilingDraft): Partial<Record<LineField, string>>[] {
  const lines: Partial<Record<LineField, string>>[] = []
  for (const [field, value] of Object.entries(draft)) {
    const at = lineField(field)
    if (at !== null && value !== '') lines[at.n] = { ...lines[at.n], [at.name]: value }
  }
  return Array.from(lines, (line) => line ?? {})
}
