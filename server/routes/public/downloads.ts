import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type AsOf, Selection } from '../../../catalogue/listing.ts'
import type { Reference } from '../../../catalogue/reference.ts'
import { type Locale, translator } from '../../../views/locale/locale.ts'
import { selectionInWords } from '../../../views/words/selection.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay } from '../../as-of.ts'
import { findRelease } from '../../db/releases.ts'
import { Refusal } from '../../errors.ts'
import { allStandards, selectFees } from '../../fees.ts'
import { csvStream } from '../../files/csv.ts'
import { type ExportRow, exportRow } from '../../files/rows.ts'
import { feesWorkbook, TooManyRows } from '../../files/xlsx.ts'
import type { Site } from '../../site.ts'
import { metaOut, standardOut } from '../api/out.ts'

const Asked = Selection.extend(pageDay)
type Asking = FastifyRequest<{ Querystring: z.infer<typeof Asked> }>
type Wanted = { selection: Selection; asOf: AsOf; reference: Reference; total: number }

/** The very selection of `/fees` as a file: every row of it, dated by day and release. */
export function downloads(scope: App, site: Site, locale: Locale): void {
  csvFile(scope, site, locale) //  /fees.csv
  xlsxFile(scope, site, locale) // /fees.xlsx
  jsonFile(scope, site, locale) // /fees.json
}

function csvFile(scope: App, site: Site, locale: Locale): void {
  const querystring = Asked.extend({ bom: z.enum(['0', '1']).optional() })
  scope.get('/fees.csv', { schema: { querystring } }, async (request, reply) => {
    const { bom, ...query } = request.query
    const wanted = await wantedOf(site, query)
    named(reply, wanted, 'csv', locale).type('text/csv; charset=utf-8')
    return reply.send(csvStream(exportRows(site, wanted, locale), { bom: bom === '1' }))
  })
}

function xlsxFile(scope: App, site: Site, locale: Locale): void {
  scope.get('/fees.xlsx', { schema: { querystring: Asked } }, async (request, reply) => {
    const wanted = await wantedOf(site, request.query)
    const workbook = await workbookOf(site, wanted, request, locale)
    return named(reply, wanted, 'xlsx', locale).type(XLSX).send(workbook)
  })
}

function jsonFile(scope: App, site: Site, locale: Locale): void {
  scope.get('/fees.json', { schema: { querystring: Asked } }, async (request, reply) => {
    const wanted = await wantedOf(site, request.query)
    named(reply, wanted, 'json', locale).type('application/json; charset=utf-8')
    return reply.send(Readable.from(jsonOf(site, wanted, locale)))
  })
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function wantedOf(site: Site, { on, release, ...selection }: z.infer<typeof Asked>): Promise<Wanted> {
  const asOf = asOfNow(site, { on, release })
  const { list, reference } = await selectFees(site, selection, { cursor: null, limit: 1 }, asOf)
  return { selection, asOf, reference, total: list.total }
}

/** The name a file is saved under says its day and release, and its headers how many rows make it whole. */
function named(reply: FastifyReply, { asOf, total }: Wanted, ending: string, locale: Locale): FastifyReply {
  const plain = `port-fees-${asOf.on}-r${asOf.release}.${ending}`
  const full = `${translator(locale)('fees.fileName', { day: asOf.on, release: String(asOf.release) })}.${ending}`
  return reply.headers({
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(full)}`,
    'x-row-count': String(total),
  })
}

async function* exportRows(
  site: Site,
  { selection, asOf, reference }: Wanted,
  locale: Locale,
): AsyncGenerator<ExportRow> {
  for await (const rows of allStandards(site, selection, asOf))
    for (const row of rows) {
      const out = exportRow(row, reference, asOf.on, locale)
      if (out !== null) yield out
    }
}

/** The address that gives this very file again: its selection, with the day and the release it was made for. */
function lastingAddress(site: Site, request: Asking, { on, release }: AsOf): string {
  const address = new URL(request.url, site.publicUrl)
  address.searchParams.set('on', on)
  address.searchParams.set('release', String(release))
  return address.toString()
}

async function workbookOf(site: Site, wanted: Wanted, request: Asking, locale: Locale): Promise<Buffer> {
  const { asOf, selection, reference } = wanted
  const release = await findRelease(site.db, asOf.release)
  const source = {
    address: lastingAddress(site, request, asOf),
    on: asOf.on,
    release: asOf.release,
    publishedAt: release?.publishedAt ?? site.head.publishedAt(),
    selection: selectionInWords(selection, reference, asOf.on, translator(locale)),
    locale,
  }
  try {
    return await feesWorkbook(exportRows(site, wanted, locale), source)
  } catch (error) {
    if (error instanceof TooManyRows) throw new Refusal('too-many-rows', { total: wanted.total })
    throw error
  }
}

async function* jsonOf(
  site: Site,
  { selection, asOf, reference, total }: Wanted,
  locale: Locale,
): AsyncGenerator<string> {
  yield `{"meta":${JSON.stringify(metaOut(asOf))},"total":${total},"data":[`
  let first = true
  for await (const rows of allStandards(site, selection, asOf)) {
    const texts = rows.map((row) => JSON.stringify(standardOut(row, reference, asOf.on, locale)))
    if (texts.length > 0) yield (first ? '' : ',') + texts.join(',')
    first = false
  }
  yield ']}\n'
}
