import { z } from 'zod'
import { Day } from '../../../catalogue/day.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { translator } from '../../../views/locale/locale.ts'
import { type AuditFilterField, OUTCOMES, staffAuditPage } from '../../../views/pages/staff-audit.ts'
import type { App } from '../../app.ts'
import { audit } from '../../db/audit.ts'
import { type AuditFilter, actsTried, everyEntry, readAudit } from '../../db/audit-trail.ts'
import { Refusal } from '../../errors.ts'
import { auditCsv } from '../../files/audit-csv.ts'
import { type Desk, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { sentOf } from '../../staff/sent.ts'

const Filter = z
  .object({
    who: z.string().trim().max(60).optional(),
    act: z.string().max(60).optional(),
    outcome: z.enum(OUTCOMES).optional(),
    from: Day.optional(),
    to: Day.optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { path: ['to'], error: 'bad-value' })
const Before = z.coerce.number().int().min(1).optional().catch(undefined)

/** So many entries on a page. */
const PAGE = 50

/** 审计: everything that was tried, to be read and taken away. */
export function auditPages(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff/audit', { config: { action: 'audit.read' } }, async (request, reply) => {
    const { filter, sent, faults } = asked(request.query)
    const before = Before.parse(sent.before)
    const entries = faults.length > 0 ? [] : await readAudit(desk.db, filter, { before, limit: PAGE + 1 })
    const older = entries.length > PAGE ? entries[PAGE - 1]!.id : null
    const acts = await actsTried(desk.db)
    if (faults.length > 0) reply.code(400)
    const data = { entries: entries.slice(0, PAGE), acts, sent, faults, older }
    return reply.page('staff-audit', staffAuditPage(staffContextOf(desk, request, locale), data))
  })
  scope.get('/staff/audit.csv', { config: { action: 'audit.read' } }, async (request, reply) => {
    const { filter, faults } = asked(request.query)
    if (faults.length > 0)
      throw new Refusal(
        'bad-value',
        {},
        faults.map((field) => ({ field, code: 'bad-value', value: null })),
      )
    const { id, login } = sessionOf(request).person
    const entry = { at: desk.now(), by: id, login, address: request.ip, object: null, detail: { ...filter } }
    await audit(desk.db, { ...entry, act: 'audit.download', outcome: 'done' })
    const name = encodeURIComponent(`${translator(locale).words.audit.fileName}.csv`)
    return reply
      .headers({ 'content-disposition': `attachment; filename="audit.csv"; filename*=UTF-8''${name}` })
      .type('text/csv; charset=utf-8')
      .send(auditCsv(everyEntry(desk.db, filter)))
  })
}

function asked(query: unknown): { filter: AuditFilter; sent: Record<string, string>; faults: AuditFilterField[] } {
  const sent = Object.fromEntries(Object.entries(sentOf(query)).filter(([, value]) => value.trim() !== ''))
  const read = Filter.safeParse(sent)
  const faults = (read.error?.issues ?? []).map(({ path }) => path[0] as AuditFilterField)
  return { filter: definedIn(read.data ?? {}), sent, faults: [...new Set(faults)] }
}

const definedIn = (filter: Record<string, unknown>): AuditFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
