import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AsOf } from '../../../catalogue/listing.ts'
import { type Locale, translator } from '../../../views/locale/locale.ts'
import { type CalculatorData, calculatorPage } from '../../../views/pages/calculator.ts'
import { printedEstimate } from '../../../views/print/estimate.ts'
import { estimateInWords } from '../../../views/words/estimate.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay } from '../../as-of.ts'
import { calculate } from '../../calculator/answer.ts'
import { findRelease } from '../../db/releases.ts'
import { forMachine } from '../../error-pages.ts'
import { type FieldFault, Refusal } from '../../errors.ts'
import { estimateWorkbook } from '../../files/estimate-sheet.ts'
import { pdfOf } from '../../files/pdf.ts'
import { contextOf } from '../../page.ts'
import { COSTLY } from '../../policy.ts'
import type { Site } from '../../site.ts'

/** Day and release are read as everywhere; what is wrong with a field of the form is said beside the field. */
const Asked = z.looseObject(pageDay)
type Asking = FastifyRequest<{ Querystring: z.infer<typeof Asked> }>

/** 费用估算: what a ship's call or a shipment should cost, as a page and as files of the very same answer. */
export function calculator(scope: App, site: Site, locale: Locale): void {
  scope.get('/calculator', { schema: { querystring: Asked } }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const data = await calculate(site, request.query, asOf)
    if (data.faults.length > 0 && forMachine(request)) throw refused(data.faults)
    if (data.faults.length > 0) reply.code(400)
    return reply.page('calculator', calculatorPage(contextOf(site, request, locale, asOf), data))
  })
  scope.get('/calculator.xlsx', { schema: { querystring: Asked } }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const { source, ...told } = await toldOf(site, request, asOf, locale)
    const selection = told.asked.map((pair) => pair.join(' ')).join(' · ')
    const workbook = await estimateWorkbook({ ...told, source: { ...source, selection, locale } })
    return named(reply, asOf, 'xlsx', locale).type(XLSX).send(workbook)
  })
  scope.get('/calculator.pdf', { schema: { querystring: Asked }, config: COSTLY }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const pdf = await pdfOf(printedEstimate({ ...(await toldOf(site, request, asOf, locale)), locale }))
    return named(reply, asOf, 'pdf', locale).type('application/pdf').send(pdf)
  })
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The faults of the form as a refusal, for who does not see the form. */
const refused = (faults: CalculatorData['faults']): Refusal => new Refusal('bad-value', {}, faults as FieldFault[])

/** The answer as files tell it; a form that cannot be answered is refused, field by field. */
async function toldOf(site: Site, request: Asking, asOf: AsOf, locale: Locale) {
  const data = await calculate(site, request.query, asOf)
  if (data.faults.length > 0) throw refused(data.faults)
  if (data.answer === null) throw new Refusal('bad-value', {}, [{ field: 'port', code: 'port-needed', value: null }])
  const release = await findRelease(site.db, asOf.release)
  return {
    ...estimateInWords(data, data.answer, asOf.on, translator(locale)),
    reference: data.reference,
    source: {
      address: lastingAddress(site, request, asOf),
      on: asOf.on,
      release: asOf.release,
      publishedAt: release?.publishedAt ?? site.head.publishedAt(),
    },
  }
}

/** The address of the page that shows this very answer, with the day and the release it was made for. */
function lastingAddress(site: Site, request: Asking, { on, release }: AsOf): string {
  const address = new URL(request.url, site.publicUrl)
  address.pathname = address.pathname.replace(/\.(xlsx|pdf)$/, '')
  address.searchParams.set('on', on)
  address.searchParams.set('release', String(release))
  return address.toString()
}

/** The name a file is saved under says its day and release. */
function named(reply: FastifyReply, { on, release }: AsOf, ending: string, locale: Locale): FastifyReply {
  const full = `${translator(locale)('calculator.fileName', { day: on, release: String(release) })}.${ending}`
  const plain = `port-cost-estimate-${on}-r${release}.${ending}`
  return reply.header(
    'content-disposition',
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(full)}`,
  )
}
