/** 不成的原因: why an act on a case was not done. */
export type ActRefusal =
  | 'not-found'
  | 'unlawful-step'
  | 'gone-on'
  | 'own-proposal'
  | 'already-asked'
  | 'not-asked'
  | 'too-late'
  | 'missing'
  | 'bad-value'
  | 'no-such-office'
  | 'hops-used'
  | 'not-balanced'
  | 'already-there'

export type NotDone = { ok: false; code: ActRefusal; values?: Record<string, string> }

/** What became of an act: the case with its new version, or why not. `values.field` names the field at fault. */
export type ActOutcome = { ok: true; no: string; version: number; proposal?: number } | NotDone

/** Thrown within an act: what was written so far is rolled back, and the act ends with this outcome. */
export class Refused extends Error {
  readonly outcome: NotDone
  constructor(code: ActRefusal, values?: Record<string, string>) {
    super(code)
    this.outcome = { ok: false, code, ...(values === undefined ? {} : { values }) }
  }
}

/** A field that is missing or says what it must not. */
export const atField = (field: string, code: 'missing' | 'bad-value' = 'bad-value', why: string = code): Refused =>
  new Refused(code, { field, why })

/** What the guards of the database say, in the same words as the code: both hold the same rules. */
export const HELD: Record<string, ActRefusal> = {
  case_has_gone_on: 'gone-on',
  step_is_in_the_life: 'unlawful-step',
  step_is_theirs: 'unlawful-step',
  published_by_decision: 'unlawful-step',
  step_is_signed: 'not-asked',
  code_is_signed: 'not-asked',
  signed_stays: 'not-asked',
  two_people_sign: 'own-proposal',
  signed_by_another: 'own-proposal',
  published_by_another: 'own-proposal',
  published_as_signed: 'not-asked',
  retracted_once: 'unlawful-step',
  one_open_proposal: 'already-asked',
  asked_before_expiry: 'too-late',
  refund_balances: 'not-balanced',
  linked_once: 'already-there',
  one_cluster_a_period: 'already-there',
  cluster_is_own: 'bad-value',
}

/** Two acts held each other's cases: one goes on, the other is told that the case has. */
const DEADLOCK = '40P01'

/** The outcome of an error thrown within an act; null when it is not the act's business. */
export function refusalIn(error: unknown): NotDone | null {
  if (error instanceof Refused) return error.outcome
  const { code = '', constraint = '' } = error as { code?: string; constraint?: string }
  if (code === DEADLOCK) return { ok: false, code: 'gone-on' }
  const held = /^23/.test(code) ? HELD[constraint] : undefined
  return held === undefined ? null : { ok: false, code: held }
}
