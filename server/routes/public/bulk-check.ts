import { createReadStream } from 'node:fs'
import { PassThrough, pipeline } from 'node:stream'
import { z } from 'zod'
import { type Locale, prefixOf, translator } from '../../../views/locale/locale.ts'
import { checkBulkPage } from '../../../views/pages/check-bulk.ts'
import { checkBulkJobPage } from '../../../views/pages/check-bulk-job.ts'
import type { CheckFault } from '../../../views/words/sent-bill.ts'
import type { App } from '../../app.ts'
import { asOfNow } from '../../as-of.ts'
import { type BulkJob, bulkJobsOf } from '../../bulk-jobs.ts'
import { readFields } from '../../check/head.ts'
import { Refusal } from '../../errors.ts'
import { contextOf } from '../../page.ts'
import { COSTLY } from '../../policy.ts'
import { refuseCrossSite } from '../../same-site.ts'
import type { Site } from '../../site.ts'
import { acceptUploads, CutShort, received, type SpooledFile, spooled } from '../../uploads.ts'
import type { Answering } from './check.ts'

/** The most bytes of a file for the bulk mode. */
export const BULK_MOST = 64 * 2 ** 20

const Named = { params: z.object({ id: z.string().regex(/^[\w-]{24}$/, { error: 'bad-value' }) }) }

/** 批量核对: a large file is checked row by row, its result fetched within the hour and then deleted. */
export function bulkCheckPages(scope: App, site: Site, locale: Locale): void {
  const jobs = bulkJobsOf(site)
  jobs.failed = (err) => scope.log.error({ err }, 'a bulk check failed')
  scope.addHook('onClose', () => jobs.close())
  scope.get('/check/bulk', { schema: { querystring: z.strictObject({}) } }, async (request, reply) => {
    return showForm({ site, locale, request, reply }, {}, [])
  })
  scope.get('/check/bulk/:id', { schema: Named }, async (request, reply) => {
    const job = jobOf(request.params.id)
    reply.removeHeader('etag').header('cache-control', 'no-store')
    const ctx = contextOf(site, request, locale, asOfNow(site, {}))
    return reply.page('check-bulk-job', checkBulkJobPage(ctx, { job, now: site.now() }))
  })
  results(scope)
  void scope.register(async (posting: App) => {
    await acceptUploads(posting)
    posting.addHook('onRequest', refuseCrossSite)
    posting.post('/check/bulk', { config: COSTLY }, async (request, reply) => begin({ site, locale, request, reply }))
    posting.post('/check/bulk/:id', { schema: Named }, async (request, reply) => {
      await received(request, { most: 0 })
      await jobs.remove(jobOf(request.params.id).id)
      return reply.redirect(`${prefixOf(locale)}/check/bulk`, 303)
    })
  })

  function jobOf(id: string): BulkJob {
    const job = jobs.find(id)
    if (job === undefined) throw new Refusal('not-found')
    return job
  }

  /** The result as it stands on disk; `bom` for an Excel that asks for one. */
  function results(scope: App): void {
    const querystring = z.strictObject({ bom: z.enum(['0', '1']).optional() })
    scope.get('/check/bulk/:id/result.csv', { schema: { ...Named, querystring } }, async (request, reply) => {
      const { result, name, asked } = jobOf(request.params.id)
      if (result === null) throw new Refusal('not-found')
      const full = `${translator(locale).words.check.fileName}-${name.replace(/\.\w+$/, '')}-r${asked.release}.csv`
      const disposition = `attachment; filename="bill-check.csv"; filename*=UTF-8''${encodeURIComponent(full)}`
      reply.removeHeader('etag').headers({ 'content-disposition': disposition, 'cache-control': 'no-store' })
      const file = new PassThrough()
      if (request.query.bom === '1') file.write('\uFEFF')
      pipeline(createReadStream(result), file, () => {})
      return reply.type('text/csv; charset=utf-8').send(file)
    })
  }

  async function begin(to: Answering) {
    to.reply.header('cache-control', 'no-store')
    if (jobs.full) throw new Refusal('busy')
    const sent = await sentFile(to)
    if ('faults' in sent) return showForm(to, sent.values, sent.faults)
    try {
      const { fields, faults } = await readFields(site, sent.values)
      if (faults.length > 0) {
        await sent.file.discard()
        return showForm(to, sent.values, [...faults, { field: 'file', code: 'file-again', values: {} }])
      }
      const { number: _, seller: __, release = site.head.release(), ...asked } = fields
      const job = jobs.begin(sent.file, { ...asked, release }, locale)
      return to.reply.redirect(`${prefixOf(locale)}/check/bulk/${job.id}`, 303)
    } catch (error) {
      await sent.file.discard()
      throw error
    }
  }
}

type Sent = { values: Record<string, string> } & ({ file: SpooledFile } | { faults: CheckFault[] })

async function sentFile({ request }: Answering): Promise<Sent> {
  const fault = (values: Record<string, string>, code: string, of = {}): Sent => ({
    values,
    faults: [{ field: 'file', code, values: of }],
  })
  try {
    const { file, fields } = await spooled(request, { most: BULK_MOST, fieldsFirst: true })
    return file === null ? fault(fields, 'file-missing') : { values: fields, file }
  } catch (error) {
    if (error instanceof CutShort) return fault(error.fields, 'too-large', error.values)
    throw error
  }
}

async function showForm(
  { site, locale, request, reply }: Answering,
  values: Record<string, string>,
  faults: CheckFault[],
) {
  const ctx = contextOf(site, request, locale, asOfNow(site, {}))
  if (faults.length > 0) reply.code(faults.some(({ code }) => code === 'too-large') ? 413 : 400)
  const head = { values, faults, reference: await site.reference(site.head.release()) }
  return reply.page('check-bulk', checkBulkPage(ctx, head))
}
