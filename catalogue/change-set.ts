import { z } from 'zod'

/** 变更集: where a set of proposed lines stands. */
export const ChangeSetState = z.enum([
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'scheduled',
  'published',
  'abandoned',
])
export type ChangeSetState = z.infer<typeof ChangeSetState>

/** What is done to a set. `return` is the portal's own: a set that went stale goes back to its editors. */
export const ChangeAct = z.enum([
  'edit',
  'submit',
  'recall',
  'request_changes',
  'approve',
  'schedule',
  'unschedule',
  'publish',
  'emergency',
  'abandon',
  'return',
])
export type ChangeAct = z.infer<typeof ChangeAct>

/** The life of a set: from which states an act is possible, and where it leads. */
export const LIFE: Record<ChangeAct, { from: readonly ChangeSetState[]; to: ChangeSetState | null }> = {
  edit: { from: ['draft', 'changes_requested'], to: null },
  submit: { from: ['draft', 'changes_requested'], to: 'in_review' },
  recall: { from: ['in_review', 'approved', 'scheduled'], to: 'draft' },
  request_changes: { from: ['in_review'], to: 'changes_requested' },
  approve: { from: ['in_review'], to: 'approved' },
  schedule: { from: ['approved'], to: 'scheduled' },
  unschedule: { from: ['scheduled'], to: 'approved' },
  publish: { from: ['approved'], to: 'published' },
  emergency: { from: ['draft', 'changes_requested', 'in_review'], to: 'published' },
  abandon: { from: ['draft', 'changes_requested', 'in_review'], to: 'abandoned' },
  return: { from: ['approved', 'scheduled'], to: 'changes_requested' },
}

/** Can this be done to a set that stands here? */
export const mayFollow = (act: ChangeAct, state: ChangeSetState): boolean => LIFE[act].from.includes(state)

/** 四眼: who wrote any part of a set may not approve it, publish it in an emergency, or confirm that afterwards. */
export const mayReview = (contributors: readonly number[], person: number): boolean => !contributors.includes(person)
