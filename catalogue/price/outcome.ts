import type { Amount } from '../amount.ts'
import type { FactName } from '../facts.ts'
import type { Step } from './step.ts'

/** Why a list names no figure: it is charged at cost, or stands in an attachment. */
export type NoFigure = 'at_cost' | 'see_attachment'

/**
 * What a standard comes to. `priced`: from `low` to `high` yuan, the same where it is one figure, rounded as a bill is.
 * `no_figure`: the list names none. `cannot_tell`: these facts are missing. Steps go as far as it could be worked out.
 */
export type Outcome =
  | { kind: 'priced'; low: Amount; high: Amount; steps: readonly Step[] }
  | { kind: 'no_figure'; why: NoFigure; steps: readonly Step[] }
  | { kind: 'cannot_tell'; missing: readonly FactName[]; steps: readonly Step[] }
