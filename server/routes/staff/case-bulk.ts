import type { FastifyReply, FastifyRequest } from 'fastify'
import { chinaDay } from '../../../catalogue/day.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffCasesBulkPage } from '../../../views/pages/staff-cases-bulk.ts'
import { staffCasesDonePage } from '../../../views/pages/staff-cases-done.ts'
import type { App } from '../../app.ts'
import { type BulkAsked, type BulkDone, type BulkFault, doBulk, readBulk, tickedIn } from '../../cases/queue/bulk.ts'
import { filterFrom, filterText } from '../../cases/queue/filter.ts'
import { audit } from '../../db/audit.ts'
import { asCaseStaff } from '../../db/case-doors.ts'
import { casesNamed, colleagues } from '../../db/case-queue.ts'
import { type Desk, sessionOf, staffContextOf } from '../../staff/desk.ts'
import type { Fields } from '../../staff/form.ts'
import { sentOf } from '../../staff/sent.ts'

type Showing = { desk: Desk; request: FastifyRequest; reply: FastifyReply; locale: Locale }

/** 批量办理: first the page that asks what the act needs, then, with `step=do`, what became of each case. */
export function caseBulk(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/cases/bulk', { config: { action: 'case.write' } }, async (request, reply) => {
    const { case: ticks } = (request.body ?? {}) as Fields
    const { csrf: _, ...sent }: Record<string, string> = { ...sentOf(request.body), back: backOf(request.body) }
    const ticked = tickedIn(ticks)
    const showing = { desk, request, reply, locale }
    const read = readBulk(sent, ticked, chinaDay(desk.now()))
    if (read.ok && sent.step === 'do') return showDone(showing, read.asked, sent)
    const act = read.ok ? read.asked.act : read.act
    const faults = read.ok ? [] : read.faults.filter(({ field }) => sent.step === 'do' || UNASKED.has(field))
    if (faults.length > 0) reply.code(422)
    return showAsked(showing, act === 'undo' ? null : act, ticked, sent, faults)
  })
}

/** What is wrong before anything was asked. */
const UNASKED: ReadonlySet<string> = new Set(['act', 'case'])

/** The filters of the queue that one came from, read as any address is. */
const backOf = (body: unknown): string => filterText(filterFrom(sentOf(body).back ?? ''))

async function showAsked(
  { desk, request, reply, locale }: Showing,
  act: Exclude<BulkAsked['act'], 'undo'> | null,
  ticked: BulkAsked['ticked'],
  sent: Record<string, string>,
  faults: BulkFault[],
) {
  const { person } = sessionOf(request)
  const { orgs } = await desk.law.current()
  const known = await asCaseStaff(desk.db, person.id, async (tx) => ({
    cases:
      ticked.length === 0
        ? []
        : await casesNamed(
            tx,
            ticked.slice(0, SHOWN).map(({ no }) => no),
          ),
    colleagues: await colleagues(tx),
  }))
  const data = { act, ticked, sent, faults, offices: orgs, ...known }
  return reply.page('staff-cases-bulk', staffCasesBulkPage(staffContextOf(desk, request, locale), data))
}
const SHOWN = 200

async function showDone({ desk, request, reply, locale }: Showing, asked: BulkAsked, sent: Record<string, string>) {
  const { person } = sessionOf(request)
  const done = await doBulk(desk, person, asked)
  await auditEach(desk, request, asked.act, done)
  const page = staffCasesDonePage(staffContextOf(desk, request, locale), { act: asked.act, done, sent })
  return reply.page('staff-cases-done', page)
}

async function auditEach(desk: Desk, request: FastifyRequest, act: string, done: readonly BulkDone[]): Promise<void> {
  const { id: by, login } = sessionOf(request).person
  const [failed, well] = [
    done.filter(({ refused }) => refused !== null),
    done.filter(({ refused }) => refused === null),
  ]
  const outcome = well.length > 0 ? 'done' : 'refused'
  const detail = { step: act, done: well.length, failed: failed.length }
  await audit(desk.db, {
    at: desk.now(),
    by,
    login,
    act: 'case.bulk',
    object: 'cases',
    outcome,
    detail,
    address: request.ip,
  })
}
