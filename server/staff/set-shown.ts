import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { chinaDay } from '../../catalogue/day.ts'
import type { LintReport } from '../../catalogue/lint/rule.ts'
import { namesAfter } from '../../catalogue/names-after.ts'
import type { SetData } from '../../views/pages/staff-set.ts'
import type { ActSent } from '../../views/words/set-acts.ts'
import { type Action, reaches } from '../access.ts'
import { commentsOf, eventsOf } from '../db/change-set-story.ts'
import { type ChangeSet, findChangeSet, linesOfSet } from '../db/change-sets.ts'
import { contributorsOf, namingLines, numbersOf, summaryOf } from '../db/set-summary.ts'
import { standingBeside } from '../db/standing.ts'
import { Refusal } from '../errors.ts'
import { lintOf } from '../lint.ts'
import { type Desk, mustReach, sessionOf } from './desk.ts'

/** Lines on a page of a set. */
const LINES = 200
/** A draft with no more lines is checked whenever it is looked at. */
const CHECKED_AT_ONCE = 300
/** Items, ports, entities and documents of its own that a set is named by. */
const NAMING = 1000

/** The set of an address, when this person reaches it with an action; what is another's is not there. */
export async function setFor(desk: Desk, request: FastifyRequest, id: number, action: Action): Promise<ChangeSet> {
  const set = await findChangeSet(desk.db, id)
  if (set === null) throw new Refusal('not-found')
  mustReach(request, action, 'set.read', set.entity)
  return set
}

/** Which lines of a set its pages show, whether a long draft is checked now, and a form that was refused. */
export type Asked = { after: number; lint: boolean; sent: ActSent | null }

const Query = z.object({
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .catch(0),
  lint: z.string().catch(''),
})

/** What the address of a set's page asks for. */
export function askedOf(query: unknown): Omit<Asked, 'sent'> {
  const { after, lint } = Query.parse(query)
  return { after, lint: lint === '1' }
}

/** Everything that the pages of a set show of it, with a page of its lines after a number. */
export async function setShownTo(
  desk: Desk,
  request: FastifyRequest,
  set: ChangeSet,
  { after, lint, sent }: Asked,
): Promise<SetData> {
  const { db } = desk
  const { person } = sessionOf(request)
  const release = set.release === null ? desk.head.release() : set.release - 1
  const today = chinaDay(desk.now())
  const [lines, summary, events, comments, contributors, reference] = await Promise.all([
    linesOfSet(db, set.id, { after, limit: LINES + 1, removed: true }),
    summaryOf(db, set.id),
    eventsOf(db, set.id),
    commentsOf(db, set.id),
    contributorsOf(db, set.id),
    namesOf(desk, set),
  ])
  const shown = lines.slice(0, LINES)
  const standing = await standingBeside(
    db,
    shown.map(({ n, line }) => ({ n, ...line })),
    release,
  )
  return {
    ...{ set, summary, after, contributors, reference, today, sent },
    lines: shown.map((one) => ({ ...one, standing: standing.get(one.n) ?? [] })),
    next: lines.length > LINES ? shown.at(-1)!.n : null,
    numbers: summary.removed === 0 ? null : await numbersOf(db, set.id),
    lint: await lintFor(desk, set, lint),
    story: { events, comments },
    acting: {
      person: person.id,
      reaches: (action) => reaches(person.held, action as Action, set.entity),
      contributors: set.contributors,
    },
  }
}

/** Names as they will be once the set is published, or as its release left them. */
async function namesOf(desk: Desk, { id, release }: ChangeSet) {
  if (release !== null) return desk.reference(release)
  const [standing, lines] = await Promise.all([desk.reference(desk.head.release()), namingLines(desk.db, id, NAMING)])
  return namesAfter(standing, lines, chinaDay(desk.now()))
}

/** What lint said when the set was frozen; of a draft, what it says now, if the draft is short or someone asks. */
async function lintFor(desk: Desk, set: ChangeSet, asked: boolean): Promise<LintReport | null> {
  if (set.lint !== null) return set.lint
  if (set.lines === 0 || (set.state !== 'draft' && set.state !== 'changes_requested')) return null
  if (!asked && set.lines > CHECKED_AT_ONCE) return null
  const lines = await linesOfSet(desk.db, set.id)
  return lintOf(
    desk,
    lines.map(({ line }) => line),
  )
}
