import { STEPS } from './case.ts'

/** 记事: what is entered in the life of a case besides its steps. */
export const OTHER_EVENTS = [
  'submitted',
  'assigned',
  'note', //                 an internal note was written; its words are elsewhere
  'message', //              a message to or from the complainant
  'evidence', //             a file was added
  'asked_to_sign', //        a step that needs two people was asked for
  'declined_to_sign',
  'overdue', //              a clock ran out; entered once
  'recomputed', //           a clock was reckoned anew, the calendar being published
  'party_opened', //         a sealed field was read
  'document', //             an official document was made
  'linked',
  'unlinked',
  'clustered',
  'reply', //                the respondent's reply
  'refund_paid',
  'refund_confirmed',
  'refund_unclaimed',
  'rated',
  'not_solved',
  'code_reset',
  'held', //                 legal hold set or lifted
  'purged', //               personal data destroyed when its time was over
] as const
export const EVENT_KINDS = [...STEPS, ...OTHER_EVENTS] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** What the holder of the receipt sees of a case's events: every step but its going to the archive, and these. The rest stays in the office. */
export const SHOWN: ReadonlySet<EventKind> = new Set<EventKind>([
  ...STEPS.filter((step) => step !== 'archive'),
  'submitted',
  'message',
  'evidence',
  'overdue',
  'recomputed',
  'document',
  'reply',
  'refund_paid',
  'refund_confirmed',
  'refund_unclaimed',
  'rated',
  'not_solved',
  'code_reset',
])
