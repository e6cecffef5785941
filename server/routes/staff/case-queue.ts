import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Day } from '../../../catalogue/day.ts'
import { queueAddress } from '../../../views/cases/filter-words.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffCasesPage } from '../../../views/pages/staff-cases.ts'
import { staffCasesKeysPage } from '../../../views/pages/staff-cases-keys.ts'
import type { App } from '../../app.ts'
import {
  FILTERS,
  filterFrom,
  filterParams,
  type QueueFilter,
  readFilter,
  typedFilters,
} from '../../cases/queue/filter.ts'
import { queueOf } from '../../cases/queue/queue.ts'
import { shownQueue } from '../../cases/queue/shown.ts'
import { personMark, somebodyAmong } from '../../cases/queue/typed.ts'
import { asCaseStaff } from '../../db/case-doors.ts'
import { defaultFilter } from '../../db/case-views.ts'
import type { QueueKey } from '../../db/case-wanted.ts'
import { Refusal } from '../../errors.ts'
import type { Showing } from '../../staff/case-page.ts'
import { type Desk, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { audited } from '../../staff/refused.ts'
import { sentOf } from '../../staff/sent.ts'
import { caseBulk } from './case-bulk.ts'
import { caseExport } from './case-export.ts'
import { caseViews } from './case-views.ts'

/** 办案台: the queue and its search, its views, what is done to several cases at once, its file and its keys. */
export function caseQueue(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff/cases', { config: { action: 'case.read' } }, async (request, reply) => {
    const sent = sentOf(request.query)
    const instead = await insteadOf(desk, request, sent)
    if (instead !== null) return reply.redirect(queueAddress({ locale }, filterParams(instead)), 303)
    return showQueue({ desk, locale, request, reply }, sent)
  })
  scope.get('/staff/cases/keys', { config: { action: 'case.read' } }, async (request, reply) =>
    reply.page('staff-cases-keys', staffCasesKeysPage(staffContextOf(desk, request, locale))),
  )
  searched(scope, desk, locale) //   POST /staff/cases
  caseViews(scope, desk, locale) //  /staff/cases/views …
  caseBulk(scope, desk, locale) //   /staff/cases/bulk
  caseExport(scope, desk, locale) // /staff/cases/export /staff/cases.csv
}

/** The queue as these filters have it; with a filter that cannot be read none of it, and what was typed stands in its field. */
async function showQueue({ desk, locale, request, reply }: Showing, sent: Record<string, string>) {
  const { filter, faults } = readFilter(sent)
  const after = sent.after === undefined ? null : keyIn(sent.after)
  const queue = await queueOf(desk, sessionOf(request).person, filter, after)
  const shown = await shownQueue(desk, faults.length > 0 ? { ...queue, rows: [], total: 0, after: null } : queue)
  if (faults.length > 0) reply.code(400)
  const data = { ...shown, sent, faults, params: filterParams(filter), paged: after !== null }
  return reply.page('staff-cases', staffCasesPage(staffContextOf(desk, request, locale), data))
}

/** 查找: what was typed goes on to the address of the queue, somebody's phone or code as its mark; what cannot be read comes back in its field. */
function searched(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/cases', { config: { action: 'case.read' } }, async (request, reply) => {
    const typed = typedFilters(sentOf(request.body))
    const { q, ...others } = typed
    const found = await somebodyIn(desk, request, q)
    const params = found === null ? typed : typedFilters({ ...others, ...found })
    if (readFilter(params).faults.length > 0) return showQueue({ desk, locale, request, reply }, typed)
    return reply.redirect(queueAddress({ locale }, params), 303)
  })
}

/** Where a reader goes on: to the view that he opens his queue with, or from somebody's phone to its mark. Null: he stays. */
async function insteadOf(
  desk: Desk,
  request: FastifyRequest,
  sent: Record<string, string>,
): Promise<QueueFilter | null> {
  const { person } = sessionOf(request)
  if (!FILTERS.some((name) => name in sent) && sent.after === undefined) {
    const first = await asCaseStaff(desk.db, person.id, (tx) => defaultFilter(tx, person.id))
    return first === null ? null : filterFrom(first)
  }
  const found = await somebodyIn(desk, request, sent.q)
  if (found === null) return null
  const { q: _, ...rest } = readFilter(sent).filter
  return { ...rest, ...found }
}

/** 盲索引 in place of a phone or a code: the entity of that code, or the mark of somebody, with the words beside it; null where none was typed. */
async function somebodyIn(
  desk: Desk,
  request: FastifyRequest,
  q: string | undefined,
): Promise<Pick<QueueFilter, 'q' | 'entity' | 'who'> | null> {
  const somebody = somebodyAmong(q ?? '')
  if (somebody === null) return null
  const { kind, value, words } = somebody
  const beside = words === '' ? {} : { q: words }
  const reference = await desk.reference(desk.head.release())
  if (kind === 'credit_code' && reference.of.entity.has(value)) return { ...beside, entity: value }
  await audited(desk, request, 'case.find-person', 'cases')
  return { ...beside, who: personMark(desk.keys, kind, value) }
}

const Key = z.tuple([z.union([Day, z.literal('infinity')]), z.coerce.number().int().min(0)])

/** Where the page before ended: `2026-11-27_123`. */
function keyIn(text: string): QueueKey {
  const read = Key.safeParse(text.split('_'))
  if (!read.success) throw new Refusal('bad-cursor')
  return { due: read.data[0], id: read.data[1] }
}
