import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Locale, translator } from '../../../views/locale/locale.ts'
import { type CheckReport, printedCheck } from '../../../views/print/check.ts'
import type { App } from '../../app.ts'
import type { Asked } from '../../check/asked.ts'
import { billOf } from '../../check/bill.ts'
import { readHead } from '../../check/head.ts'
import { checkBill } from '../../checks.ts'
import { Refusal } from '../../errors.ts'
import { checkWorkbook } from '../../files/check-sheet.ts'
import { pdfOf } from '../../files/pdf.ts'
import { TooManyRows } from '../../files/xlsx.ts'
import { COSTLY } from '../../policy.ts'
import type { Site } from '../../site.ts'
import { sentTo } from './check.ts'

/** 核对报告: the very result of the page as a file, made again from what its form carries. */
export function checkReports(scope: App, site: Site, locale: Locale): void {
  scope.post('/check.xlsx', { config: COSTLY }, (request, reply) => report(reply, request, 'xlsx', checkWorkbook))
  scope.post('/check.pdf', { config: COSTLY }, (request, reply) =>
    report(reply, request, 'pdf', (made) => pdfOf(printedCheck(made))),
  )

  async function report(
    reply: FastifyReply,
    request: FastifyRequest,
    ending: keyof typeof TYPES,
    write: (report: CheckReport) => Promise<Buffer>,
  ): Promise<FastifyReply> {
    const made = await reportOf(site, await sentTo(site, request), locale)
    const file = await written(made, write)
    return named(reply, made, ending).type(TYPES[ending]).send(file)
  }
}

const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', pdf: 'application/pdf' }

/** The report of what a result carries; refused where that is no result. */
export async function reportOf(site: Site, asked: Asked, locale: Locale): Promise<CheckReport> {
  const { head } = await readHead(site, asked.values)
  if (asked.kind !== 'lines' || head === null) throw new Refusal('bad-request')
  const invoice = billOf(head, asked.lines)
  const checked = await checkBill(site, invoice, head.release === undefined ? {} : { release: head.release })
  return {
    ...{ invoice, checked, ref: checked.reference, locale, madeAt: site.now() },
    publishedAt: site.head.publishedAt(checked.release),
    address: `${site.publicUrl}${locale === 'en' ? '/en' : ''}/check`,
  }
}

async function written(made: CheckReport, write: (report: CheckReport) => Promise<Buffer>): Promise<Buffer> {
  try {
    return await write(made)
  } catch (error) {
    if (error instanceof TooManyRows) throw new Refusal('too-many-rows', { total: made.invoice.lines.length })
    throw error
  }
}

/** The name says the bill's number or port, its day and the release: 账单核对-A1024-2026-03-02-r55.xlsx. */
export function reportName(
  { invoice: { number, port, charged_on }, ref, locale }: CheckReport,
  ending: string,
): string {
  const of = (number ?? port).replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60)
  return `${translator(locale).words.check.fileName}-${of}-${charged_on}-r${ref.release}.${ending}`
}

function named(reply: FastifyReply, made: CheckReport, ending: string): FastifyReply {
  const tail = `${made.invoice.charged_on}-r${made.ref.release}.${ending}`
  const full = reportName(made, ending)
  const disposition = `attachment; filename="bill-check-${tail}"; filename*=UTF-8''${encodeURIComponent(full)}`
  return reply.headers({ 'content-disposition': disposition, 'cache-control': 'no-store' })
}
