import { type ChangeAct, mayFollow, mayReview } from '../catalogue/change-set.ts'
import { chinaDay } from '../catalogue/day.ts'
import type { FeeItem } from '../catalogue/fee-item.ts'
import { findingId } from '../catalogue/lint/lint.ts'
import type { LintReport } from '../catalogue/lint/rule.ts'
import { faultsOf, type Line } from '../catalogue/release.ts'
import * as acts from './db/change-set-acts.ts'
import { type ChangeSet, findChangeSet, linesOfSet } from './db/change-sets.ts'
import { confirmationOf } from './db/confirmations.ts'
import { entityOf, lintOf } from './lint.ts'
import type { Desk, Person } from './staff/desk.ts'

export type OutcomeCode =
  | 'not-found'
  | 'frozen'
  | 'empty'
  | 'unsound'
  | 'not-own-list'
  | 'lint-errors'
  | 'own-work'
  | 'stale-review'
  | 'warnings-open'
  | 'too-soon'
  | 'not-due'
  | 'set-stale'
  | 'never-published'
  | 'not-an-emergency'
  | 'already-confirmed'
  | 'unlawful-step'

/** What became of an act: done, with the release where there is one; or refused, and why. */
export type Outcome = { ok: true; release?: number } | { ok: false; code: OutcomeCode; values?: Record<string, string> }

/** What may be done to a set, as far as it is needed here. */
type Acting = Pick<Desk, 'db' | 'head' | 'now' | 'reference'>

const no = (code: OutcomeCode, values?: Record<string, string>): Outcome => ({
  ok: false,
  code,
  ...(values ? { values } : {}),
})

/** 送审: freezes and hashes a set. Errors of lint block, and so do lines that could not be published or are of another's list. */
export const submit = (desk: Acting, id: number, by: Person): Promise<Outcome> =>
  onSet(desk, id, 'submit', async (set) => {
    const checked = await checkedLines(desk, set)
    if (!checked.ok) return checked
    const errors = errorsOf(checked.lint)
    if (errors > 0) return no('lint-errors', { n: String(errors) })
    return outcome(await acts.freeze(desk.db, id, { ...checked, errors }, by.id, desk.now()))
  })

/** Takes a set back from review, approval or the schedule, to be edited; what was approved is void. */
export const recall = (desk: Acting, id: number, by: Person) => moving(desk, id, 'recall', 'draft', by, null)

/** Gives up a set. It stays readable. */
export const abandon = (desk: Acting, id: number, by: Person, reason: string) =>
  moving(desk, id, 'abandon', 'abandoned', by, { reason })

/** Takes a set off the schedule; its approval stands. */
export const unschedule = (desk: Acting, id: number, by: Person) => moving(desk, id, 'unschedule', 'approved', by, null)

/** What a reviewer read: the hash of the content, the warnings accepted, and what is said of it. */
export type Read = { sha: string; accepted: readonly string[]; comment: string | null }

/** 批准: by someone who contributed nothing, of the very content that was read; every warning must be accepted. */
export const approve = (desk: Acting, id: number, by: Person, read: Read) =>
  onSet(desk, id, 'approve', async (set) => {
    if (!mayReview(set.contributors, by.id)) return no('own-work')
    const open = warningsOf(set.lint).filter((finding) => !read.accepted.includes(finding))
    if (read.sha === set.contentSha && open.length > 0) return no('warnings-open', { n: String(open.length) })
    return decide(desk, id, by, { ...read, decision: 'approve' })
  })

/** 退回修改, with what must change in the content that was read. */
export const requestChanges = (desk: Acting, id: number, by: Person, { sha, comment }: Omit<Read, 'accepted'>) =>
  onSet(desk, id, 'request_changes', async (set) => {
    if (!mayReview(set.contributors, by.id)) return no('own-work')
    return decide(desk, id, by, { sha, decision: 'request_changes', accepted: [], comment })
  })

const decide = async ({ db, now }: Acting, id: number, by: Person, decided: Read & Pick<acts.Decision, 'decision'>) =>
  outcome(await acts.review(db, id, { ...decided, reviewer: by.id, at: now() }))

/** How far ahead a publication must be scheduled, so that no reader holds an answer that does not know of it. */
export const LEAD_SECONDS = 120

/** 定时发布 at an instant; when it takes effect is another question, answered by the days of each line. */
export const schedule = (desk: Acting, id: number, by: Person, publishAt: Date) =>
  onSet(desk, id, 'schedule', async (set) => {
    const now = desk.now()
    if (publishAt.getTime() < now.getTime() + LEAD_SECONDS * 1000) return no('too-soon')
    const short = await shortOfNotice(desk, set, publishAt)
    if (short > 0) return no('lint-errors', { n: String(short) })
    return outcome(await acts.scheduleAt(desk.db, id, publishAt, by.id, now))
  })

/** 立即发布. */
export const publishNow = (desk: Acting, id: number, by: Person): Promise<Outcome> =>
  onSet(desk, id, 'publish', async (set) => {
    const short = set.emergency === null ? await shortOfNotice(desk, set, desk.now()) : 0
    return short > 0 ? no('lint-errors', { n: String(short) }) : publishAs(desk, id, by)
  })

/** Rises that would be announced too late, were the set published then: notice counts from that day, not from the review. */
async function shortOfNotice(desk: Acting, { id }: ChangeSet, publishAt: Date): Promise<number> {
  const lines = (await linesOfSet(desk.db, id)).map(({ line }) => line)
  const { findings } = await lintOf(desk, lines, chinaDay(publishAt))
  return findings.filter(({ severity, rule }) => severity === 'error' && NOTICE.has(rule)).length
}

/** Publishes one set: whoever asks, or (null) the schedule. What went stale since it was approved is refused. */
export async function publishAs({ db, head, now }: Acting, id: number, by: Person | null): Promise<Outcome> {
  const published = outcome(await acts.publishSet(db, id, by?.id ?? null, now()))
  if (published.ok) await head.refresh()
  return published
}

/** Sends a set that cannot be published any more back to its editors; the portal does it, and says why. */
export const sendBack = async (desk: Acting, id: number, code: OutcomeCode): Promise<void> =>
  void (await acts.move(desk.db, id, 'changes_requested', {
    by: null,
    act: 'return',
    detail: { code },
    at: desk.now(),
  }))

/**
 * 紧急发布: before a second pair of eyes approved it, by a publisher who wrote none of it, with a reason. It is marked in
 * public and confirmed later by a third person. Only the notice period may be cut short; every other error blocks.
 */
export const publishInEmergency = (desk: Acting, id: number, by: Person, reason: string): Promise<Outcome> =>
  onSet(desk, id, 'emergency', async (set) => {
    if (!mayReview(set.contributors, by.id)) return no('own-work')
    const checked = await checkedLines(desk, set)
    if (!checked.ok) return checked
    const errors = errorsOf(checked.lint, NOTICE)
    if (errors > 0) return no('lint-errors', { n: String(errors) })
    const published = outcome(
      await acts.publishInEmergencyAt(desk.db, id, { ...checked, reason, by: by.id, at: desk.now() }),
    )
    if (published.ok) await desk.head.refresh()
    return published
  })

/** 事后确认 of an emergency release by a third person. */
export async function confirmRelease(desk: Acting, release: number, by: Person, note: string): Promise<Outcome> {
  const found = await confirmationOf(desk.db, release)
  if (found === null) return no('not-an-emergency')
  if (found.confirmed !== null) return no('already-confirmed')
  return outcome(await acts.confirmEmergency(desk.db, release, by.id, note, desk.now()))
}

/** The rule of notice, which an emergency may cut short. */
const NOTICE = new Set(['V06'])

const errorsOf = ({ findings }: LintReport, spared: ReadonlySet<string> = new Set()): number =>
  findings.filter(({ severity, rule }) => severity === 'error' && !spared.has(rule)).length

/** Warnings of a report, by what a reviewer ticks. */
export const warningsOf = (report: LintReport | null): string[] =>
  (report?.findings ?? []).filter(({ severity }) => severity === 'warning').map(findingId)

type Checked = { ok: true; lint: LintReport; version: number } | (Outcome & { ok: false })

/** What lint says of the lines of a set, if they can be published at all; of this version of it. */
async function checkedLines(desk: Acting, { id, entity, version }: ChangeSet): Promise<Checked> {
  const lines = (await linesOfSet(desk.db, id)).map(({ line }) => line)
  if (lines.length === 0) return { ok: false, code: 'empty' }
  const [fault] = faultsOf(lines)
  if (fault)
    return { ok: false, code: 'unsound', values: { n: String(fault.n), field: fault.field, fault: fault.code } }
  const { of } = await desk.reference(desk.head.release())
  const strange =
    entity === null ? -1 : lines.findIndex((line) => entityOf(line) !== entity && !isNewItem(line, of.item))
  if (strange >= 0) return { ok: false, code: 'not-own-list', values: { n: String(strange + 1) } }
  return { ok: true, lint: await lintOf(desk, lines), version }
}

/** An entity may propose an item that the market prices and that nobody ever published; the reviewer decides of it. */
const isNewItem = ({ kind, key, change, payload }: Line, known: ReadonlyMap<string, unknown>): boolean =>
  kind === 'item' && change === 'new' && !known.has(key) && (payload as FeeItem).pricing === 'market'

async function onSet(
  { db }: Acting,
  id: number,
  act: ChangeAct,
  go: (set: ChangeSet) => Promise<Outcome>,
): Promise<Outcome> {
  const set = await findChangeSet(db, id)
  if (set === null) return no('not-found')
  if (!mayFollow(act, set.state)) return no('unlawful-step', { state: set.state })
  return go(set)
}

const moving = (
  desk: Acting,
  id: number,
  act: ChangeAct,
  to: 'draft' | 'approved' | 'abandoned',
  by: Person,
  detail: object | null,
) =>
  onSet(desk, id, act, async () =>
    outcome(await acts.move(desk.db, id, to, { by: by.id, act, detail, at: desk.now() })),
  )

/** What a guard of the database held against, in the words of the domain. */
const HELD: Record<string, OutcomeCode> = {
  set_is_in_review: 'stale-review',
  review_is_of_this_hash: 'stale-review',
  set_is_as_checked: 'stale-review',
  reviewer_contributed_nothing: 'own-work',
  approved_by_review: 'stale-review',
  set_has_lines: 'empty',
  errors_block: 'lint-errors',
  step_is_lawful: 'unlawful-step',
  set_is_approved: 'unlawful-step',
  set_is_due: 'not-due',
  set_is_as_approved: 'stale-review',
  set_is_fresh: 'set-stale',
  confirmed_by_a_third: 'own-work',
  confirms_an_emergency: 'not-an-emergency',
  release_confirmation_pkey: 'already-confirmed',
  guarded: 'frozen',
}

function outcome(stepped: acts.Stepped<unknown>): Outcome {
  if (stepped.ok) return typeof stepped.value === 'number' ? { ok: true, release: stepped.value } : { ok: true }
  if (/_is_known$/.test(stepped.held)) return no('never-published', { n: stepped.detail })
  const code = HELD[stepped.held]
  if (code === undefined) throw new Error(`an act was held by ${stepped.held}`)
  return no(code, stepped.detail === '' ? undefined : { n: stepped.detail })
}
