import type { z } from 'zod'
import { NewComplaint } from '../../../complaints/submission.ts'

/** A fault as zod finds it. */
export type Issue = z.core.$ZodIssue

/**
 * What holds between fields is looked at only where each is sound; so what is not is replaced by something that is, and
 * the page that asks for a telephone says so although a later page is still empty.
 */
export function readWhole(typed: Typed): { complaint: NewComplaint | null; issues: Issue[] } {
  const read = NewComplaint.safeParse(typed)
  if (read.success) return { complaint: read.data, issues: [] }
  const { issues } = read.error
  const again = NewComplaint.safeParse(mended(typed, issues))
  return { complaint: null, issues: [...issues, ...(again.error?.issues ?? [])] }
}

/** A filing as it was typed, field by field. */
type Typed = Record<string, unknown> & { contact: Record<string, unknown> }

const SOUND: Record<string, unknown> = {
  ...{ capacity: 'individual', goals: ['answer'], port: 'CNNGB', entity_name: '-', category: 'other' },
  ...{ statement: '-'.repeat(10), charges: [{ name: '-', charged_on: '2026-01-01', amount: '0' }] },
}

function mended(typed: Typed, issues: readonly Issue[]): Typed {
  const whole: Typed = { ...typed, contact: { ...typed.contact } }
  for (const {
    path: [first, second],
  } of issues)
    if (first === 'contact') delete whole.contact[String(second)]
    else if (String(first) in SOUND) whole[String(first)] = SOUND[String(first)]
  return whole
}
