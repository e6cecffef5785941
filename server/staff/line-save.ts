import type { FastifyRequest } from 'fastify'
import { nameOfLine } from '../../catalogue/draft/companions.ts'
import type { Parts } from '../../catalogue/draft/draft.ts'
import { type FormFault, lineOf } from '../../catalogue/draft/line-form.ts'
import { strangersIn } from '../../catalogue/draft/strangers.ts'
import type { Line } from '../../catalogue/release.ts'
import type { SubjectKind } from '../../catalogue/subject.ts'
import { audit } from '../db/audit.ts'
import { putLines, replaceLine, type Written } from '../db/change-set-writes.ts'
import type { ChangeSet, ProposedLine } from '../db/change-sets.ts'
import { Refusal } from '../errors.ts'
import { type Desk, sessionOf } from './desk.ts'
import { tickedIn } from './line-draft.ts'
import { companionsFor } from './line-page.ts'
import { areasOf, isOwn, knowing, standingOf, subjectsFor } from './line-subjects.ts'

/** Saved; or what is wrong, as the form shows it again. */
export type Saved =
  | { ok: true }
  | { ok: false; status: 409 | 422; faults: FormFault[]; problem: 'frozen' | 'said-twice' | null }

type Form = { kind: SubjectKind; stored: ProposedLine | null; draft: Parts }

/** Reads the form, checks it against what is published, and writes the line with the companions that were ticked. */
export async function saveLine(
  desk: Desk,
  request: FastifyRequest,
  set: ChangeSet,
  form: Form,
  by: number,
): Promise<Saved> {
  const read = lineOf(form.kind, form.draft)
  if (read.line === null) return { ok: false, status: 422, faults: read.faults, problem: null }
  const line = { ...read.line, ...(form.stored?.line.source ? { source: form.stored.line.source } : {}) }
  const faults = await faultsBeside(desk, set, form, line)
  if (faults.length > 0) return { ok: false, status: 422, faults, problem: null }
  const lines = [line, ...(await companionsTicked(desk, set, form, line))] as const
  const done = await write(desk, set, form.stored, lines, by)
  await written(desk, request, 'line.save', `${set.id}/${form.stored?.n ?? 'new'}`, done)
  if (done.ok) return { ok: true }
  if (done.code === 'not-found' || done.code === 'stale') throw new Refusal('conflict')
  return { ok: false, status: 409, faults: [], problem: done.code }
}

/** An edited line is written over as it was read, with what comes with it. */
const write = (
  desk: Desk,
  set: ChangeSet,
  stored: ProposedLine | null,
  lines: readonly [Line, ...Line[]],
  by: number,
) =>
  stored === null
    ? putLines(desk.db, set.id, lines, by, desk.now())
    : replaceLine(desk.db, set.id, stored, lines, by, desk.now())

/** What the schemas cannot know: whose it is, and whether what is named or ended was ever published. */
async function faultsBeside(desk: Desk, set: ChangeSet, { stored }: Form, line: Line): Promise<FormFault[]> {
  if (!isOwn(set, line)) return [{ field: 'payload.entity', code: 'not-yours', value: '' }]
  const subjects = await subjectsFor(desk, set, stored?.n ?? null)
  const itself = (kind: string, code: string) => kind === line.kind && code === line.key
  const strangers = strangersIn(
    line,
    (kind, code) => itself(kind, code) || knowing(subjects)(kind, code),
    areasOf(subjects),
  )
  if (line.change !== 'withdraw' || (await standingOf(desk, line.kind, line.key)).length > 0) return strangers
  return [...strangers, { field: 'change', code: 'nothing-to-withdraw', value: '' }]
}

async function companionsTicked(
  desk: Desk,
  set: ChangeSet,
  { kind, stored, draft }: Form,
  line: Line,
): Promise<Line[]> {
  const ticked = tickedIn(draft)
  if (kind !== 'lineage' || ticked === null) return []
  const subjects = await subjectsFor(desk, set, stored?.n ?? null)
  const companions = (await companionsFor(desk, draft, subjects, false)) ?? []
  return companions.flatMap(({ line: one }) => (ticked.has(nameOfLine(one)) ? [{ ...one, why: line.why }] : []))
}

/** Notes in the audit what became of a write. */
export async function written(
  desk: Desk,
  request: FastifyRequest,
  act: string,
  object: string,
  done: Written,
): Promise<void> {
  const { person } = sessionOf(request)
  await audit(desk.db, {
    ...{ at: desk.now(), by: person.id, login: person.login, act, object, address: request.ip },
    ...(done.ok ? { outcome: 'done' } : { outcome: 'refused', detail: { why: done.code } }),
  })
}
