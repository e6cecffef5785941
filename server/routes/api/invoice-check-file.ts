import { Socket } from 'node:net'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { CreditCode, PortCode } from '../../../catalogue/codes.ts'
import { coverageOn } from '../../../catalogue/covered.ts'
import { Day } from '../../../catalogue/day.ts'
import { type Locale, translator } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import { asOfNow, ReleaseNumber } from '../../as-of.ts'
import { type BulkAsked, checkRows } from '../../bulk-checks.ts'
import { rowsOfFile } from '../../bulk-file.ts'
import { type BulkJobs, type BulkTurn, bulkJobsOf } from '../../bulk-jobs.ts'
import { checkBill } from '../../checks.ts'
import { Refusal } from '../../errors.ts'
import { bulkHeading, bulkLines } from '../../files/bulk-csv.ts'
import { BillRefusal } from '../../files/in/refusal.ts'
import { known, knownPort } from '../../places.ts'
import { COSTLY } from '../../policy.ts'
import type { Site } from '../../site.ts'
import { acceptUploads, type SpooledFile, spooled, spooledBody } from '../../uploads.ts'
import { BULK_MOST } from '../public/bulk-check.ts'
import { billOfFile } from './bill-of-file.ts'
import { checkedOut } from './check-out.ts'
import { CheckOut } from './check-shapes.ts'
import { metaOut } from './out.ts'
import { errors, Problem } from './shapes.ts'

const Asked = z.strictObject({
  port: PortCode.optional(),
  entity: CreditCode.optional(),
  charged_on: Day.optional(),
  release: ReleaseNumber.optional(),
  lang: z.enum(['zh', 'en']).optional().meta({ description: 'Language of the reasons; Chinese when left out' }),
  format: z.enum(['json', 'csv']).optional().meta({ description: 'csv: any number of lines, streamed, row for row' }),
})

const File = {
  summary: 'The same with the lines as a file',
  description:
    'CSV or XLSX, as the body (`text/csv`, the media type of XLSX) or as `file` of a form. Columns are told by their headings, in Chinese or English. What the rows do not say (port, entity, charged_on) is given in the address. JSON holds one bill of up to 2000 lines; with `format=csv` or `Accept: text/csv` any number of rows of any number of bills is answered as CSV while it is read. Nothing is kept.',
  tags: ['checks'],
  consumes: ['text/csv', XLSX(), 'multipart/form-data'],
  querystring: Asked,
  response: { 200: CheckOut, ...errors, 413: Problem, 415: Problem, 422: Problem, 503: Problem },
}

/** 核对文件: `POST /api/v1/invoice-checks/file`. */
export function invoiceCheckFileRoute(scope: App, site: Site): void {
  void scope.register(async (posting: App) => {
    await acceptUploads(posting)
    posting.addContentTypeParser(['text/csv', XLSX()], (_request, payload, done) => done(null, payload))
    posting.post('/invoice-checks/file', { schema: File, config: COSTLY }, async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const asked = await askedIn(site, request.query)
      const jobs = bulkJobsOf(site)
      if (jobs.full) throw new Refusal('busy')
      const file = await fileOf(request)
      const turn = await takenFor(file, jobs)
      reply.raw.once('close', () => void file.discard().finally(turn.end))
      const locale: Locale = request.query.lang === 'en' ? 'en' : 'zh-CN'
      const taken = { site, request, file, asked, locale, turn }
      return wantsCsv(request) ? streamed(taken, reply) : answered(taken, reply)
    })
  })
}

/** A place is taken once the file is here, so that a slow sender holds none; it is given back when the answer is over. */
async function takenFor(file: SpooledFile, jobs: BulkJobs): Promise<BulkTurn> {
  try {
    return jobs.turn()
  } catch (error) {
    await file.discard()
    throw error
  }
}

function XLSX(): string {
  return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
}

type Query = z.infer<typeof Asked>

async function askedIn(site: Site, { port, entity, charged_on, release }: Query): Promise<BulkAsked> {
  const asOf = asOfNow(site, { on: charged_on, release })
  const reference = await site.reference(asOf.release)
  knownPort(reference, port, asOf.on)
  known(reference, 'entity', entity, asOf.on)
  return { release: asOf.release, ...(port && { port }), ...(entity && { entity }), ...(charged_on && { charged_on }) }
}

const wantsCsv = ({ query, headers }: FastifyRequest): boolean => {
  const { format } = query as Query
  return format === undefined ? /\btext\/csv\b/.test(headers.accept ?? '') : format === 'csv'
}

async function fileOf(request: FastifyRequest): Promise<SpooledFile> {
  if (!request.isMultipart()) return spooledBody(request, { most: BULK_MOST })
  const { file } = await spooled(request, { most: BULK_MOST })
  if (file === null) throw new Refusal('bad-value', {}, [{ field: 'file', code: 'not-one-value', value: null }])
  return file
}

type Taken = {
  site: Site
  request: FastifyRequest
  file: SpooledFile
  asked: BulkAsked
  locale: Locale
  turn: BulkTurn
}

/** A reader who takes nothing for so long is let go of, and the place with him. */
const IDLE_MS = 30_000

/** The first batch is read before anything is answered, so that a file that cannot be read is refused with a reason. */
async function streamed({ site, request, file, asked, locale, turn }: Taken, reply: FastifyReply) {
  try {
    await turn.come
    const lines = bulkLines(await site.reference(asked.release), locale)
    const batches = checkRows(site, rowsOfFile(file), asked)
    const first = await batches.next()
    const result = async function* (): AsyncGenerator<string> {
      yield bulkHeading() + (first.done ? '' : lines(first.value))
      for await (const batch of batches) yield lines(batch)
    }
    letGo(request)
    reply.headers({ 'portal-release': String(asked.release) }).type('text/csv; charset=utf-8')
    return reply.send(Readable.from(result(), { objectMode: false }))
  } catch (error) {
    throw refusalOf(error, request)
  }
}

/** A request made within the process has no line that could fall silent. */
function letGo({ raw: { socket } }: FastifyRequest): void {
  if (socket instanceof Socket) socket.setTimeout(IDLE_MS, () => void socket.destroy())
}

async function answered({ site, request, file, asked, locale, turn }: Taken, reply: FastifyReply) {
  await turn.come
  const invoice = await billOfFile(site, file, asked).catch((error: unknown) => {
    throw refusalOf(error, request)
  })
  const bill = await checkBill(site, invoice, { release: asked.release })
  const asOf = asOfNow(site, { on: invoice.charged_on, release: bill.release })
  reply.header('portal-release', String(bill.release))
  const coverage = coverageOn(bill.reference, invoice.port, invoice.entity ?? null, invoice.charged_on)
  return { meta: metaOut(asOf, coverage), ...checkedOut(bill, locale) }
}

/** A file that cannot be read as a bill is a problem like any other: what is wrong, where, and how to mend it. */
function refusalOf(error: unknown, { headers }: FastifyRequest): unknown {
  if (!(error instanceof BillRefusal)) return error
  const t = translator(/^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'zh-CN')
  return new Refusal(error.code === 'busy' ? 'busy' : 'unreadable-file', {
    what: t(`billFiles.${error.code}`, error.values),
    mend: t(`billFiles.${error.code}-mend`, error.values),
  })
}
