import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Locale } from '../../../views/locale/locale.ts'
import { checkPage } from '../../../views/pages/check.ts'
import { checkColumnsPage } from '../../../views/pages/check-columns.ts'
import { EXAMPLE } from '../../../views/pages/check-example.ts'
import { checkResultPage } from '../../../views/pages/check-result.ts'
import type { CheckFault } from '../../../views/words/sent-bill.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay } from '../../as-of.ts'
import { type Asked, askedBy, FILE_MOST, type Filled, formOf } from '../../check/asked.ts'
import { billOf, tooMany } from '../../check/bill.ts'
import { type HeadRead, readHead } from '../../check/head.ts'
import { tableText } from '../../check/table.ts'
import { rowsSent } from '../../check/typed.ts'
import { checkBill } from '../../checks.ts'
import { contextOf } from '../../page.ts'
import { COSTLY } from '../../policy.ts'
import { refuseCrossSite } from '../../same-site.ts'
import type { Site } from '../../site.ts'
import { acceptUploads, CutShort, received } from '../../uploads.ts'
import { checkReports } from './check-reports.ts'

/** 账单核对: lines typed, pasted or sent as a file, compared with what was published. Nothing of a bill is kept. */
export function checkPages(scope: App, site: Site, locale: Locale): void {
  emptyForm(scope, site, locale)
  void scope.register(async (posting: App) => {
    await acceptUploads(posting)
    posting.addHook('onRequest', refuseCrossSite)
    posting.post('/check', { config: COSTLY }, async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return answer({ site, locale, request, reply }, await sentTo(site, request))
    })
    checkReports(posting, site, locale) // /check.xlsx /check.pdf
  })
}

const Opening = z.strictObject({ ...pageDay, example: z.literal('1').optional() })

/** The day and release of the page the reader comes from are those of the bill. */
function emptyForm(scope: App, site: Site, locale: Locale): void {
  scope.get('/check', { schema: { querystring: Opening } }, async (request, reply) => {
    const { on, release, example } = request.query
    const asOf = asOfNow(site, { release })
    const opened = { ...(on ? { charged_on: on } : {}), ...(release ? { release: String(release) } : {}) }
    const filled = example ? EXAMPLE[locale] : { values: opened, rows: [] }
    const head = { values: filled.values, faults: [], reference: await site.reference(asOf.release) }
    return reply.page(
      'check',
      checkPage(contextOf(site, request, locale, asOf), { head, rows: filled.rows, faults: [] }),
    )
  })
}

export type Answering = { site: Site; locale: Locale; request: FastifyRequest; reply: FastifyReply }

/** A form of up to thousands of fields and a file; what was too large is asked for again in the form as it was. */
export async function sentTo(site: Site, request: FastifyRequest): Promise<Asked> {
  const reference = await site.reference(site.head.release())
  try {
    return await askedBy(await received(request, FORM), reference)
  } catch (error) {
    if (!(error instanceof CutShort) || error.fields.step === undefined) throw error
    const faults = [{ field: 'file', code: 'too-large', values: error.values }]
    return { kind: 'form', values: { ...error.fields, way: 'file' }, rows: rowsSent(error.fields), faults }
  }
}

const FORM = { most: FILE_MOST, fields: 5_000, text: 4 * 2 ** 20, fieldsFirst: true }

async function answer(to: Answering, asked: Asked): Promise<FastifyReply> {
  const head = await readHead(to.site, asked.values)
  if (asked.kind === 'form') return showForm(to, asked, asked.faults.length > 0 ? head : { ...head, faults: [] })
  if (asked.kind === 'columns') return showColumns(to, asked, head)
  if (tooMany(asked.lines)) return showForm(to, asFormAgain(asked, 'too-many-lines'), head)
  if (head.head === null && asked.table !== null)
    return showColumns(to, { ...asked, kind: 'columns', table: asked.table, lines: asked.lines.length }, head)
  if (head.head === null) return showForm(to, { ...formOf(asked.values, asked.lines), faults: [] }, head)
  return showResult(to, asked, { ...head, head: head.head })
}

function asFormAgain(asked: Asked & { kind: 'lines' }, code: string): Filled {
  const faults = [{ field: 'lines', code, values: { n: asked.lines.length } }]
  if (asked.table === null) return { ...formOf(asked.values, asked.lines), faults }
  return { values: { ...asked.values, way: 'paste', paste: tableText(asked.table.rows) }, rows: [], faults }
}

async function showForm(to: Answering, { values, rows, faults }: Filled, { faults: ofHead, reference }: HeadRead) {
  const ctx = contextOf(to.site, to.request, to.locale, asOfNow(to.site, {}))
  to.reply.code(statusOf([...ofHead, ...faults]))
  return to.reply.page('check', checkPage(ctx, { head: { values, faults: ofHead, reference }, rows, faults }))
}

async function showColumns(to: Answering, asked: Asked & { kind: 'columns' }, { faults: ofHead, reference }: HeadRead) {
  const ctx = contextOf(to.site, to.request, to.locale, asOfNow(to.site, {}))
  const { values, table, faults, lines } = asked
  to.reply.code(statusOf([...ofHead, ...faults]))
  const head = { values, faults: ofHead, reference }
  return to.reply.page(
    'check-columns',
    checkColumnsPage(ctx, { head, table, text: tableText(table.rows), faults, lines }),
  )
}

type Sound = HeadRead & { head: NonNullable<HeadRead['head']> }

async function showResult(to: Answering, asked: Asked & { kind: 'lines' }, { head }: Sound): Promise<FastifyReply> {
  const { site, locale, request, reply } = to
  const invoice = billOf(head, asked.lines)
  const bill = await checkBill(site, invoice, head.release === undefined ? {} : { release: head.release })
  const ctx = contextOf(site, request, locale, asOfNow(site, { on: head.charged_on, release: bill.release }))
  reply.code(statusOf(asked.faults))
  const { values, lines, faults, notes, skipped, table } = asked
  const read = table === null ? null : { table, text: tableText(table.rows) }
  const data = {
    head: { values, faults: [], reference: bill.reference },
    invoice,
    bill,
    lines,
    faults,
    notes,
    skipped,
    read,
  }
  return reply.page('check-result', checkResultPage(ctx, data))
}

/** 413 for what is too large, 422 for a file that cannot be read, 400 for any other fault. */
function statusOf(faults: readonly CheckFault[]): number {
  if (faults.length === 0) return 200
  if (faults.some(({ code }) => code.startsWith('too-large') || code.startsWith('too-many-'))) return 413
  return faults.some(({ field }) => field === 'file' || field === 'paste') ? 422 : 400
}
