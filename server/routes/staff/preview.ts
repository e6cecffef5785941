import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Day } from '../../../catalogue/day.ts'
import { type Locale, prefixOf } from '../../../views/locale/locale.ts'
import { staffPreviewFault } from '../../../views/pages/staff-preview-fault.ts'
import { staffPreviewStrip } from '../../../views/pages/staff-preview-strip.ts'
import { render } from '../../../views/render.ts'
import type { App } from '../../app.ts'
import { seenAsIf } from '../../as-if.ts'
import { Unpublishable } from '../../db/as-if.ts'
import type { ChangeSet, ProposedLine } from '../../db/change-sets.ts'
import { Refusal } from '../../errors.ts'
import { COSTLY } from '../../policy.ts'
import { publicPage } from '../../preview.ts'
import { inPreview, isFile, moved, previewPlace } from '../../preview-html.ts'
import { type Desk, staffContextOf } from '../../staff/desk.ts'
import { setOf } from '../../staff/set-of.ts'
import { effectPages } from './effects.ts'

/** 预览: the public pages of any day as if a set were published. They are read only, kept by nobody and found by nobody. */
export function previewPages(scope: App, desk: Desk, locale: Locale): void {
  const config = { action: 'set.read' as const, ...COSTLY }
  const show = async (request: FastifyRequest, reply: FastifyReply) => {
    const set = await setOf(desk, request)
    const start = `${prefixOf(locale)}/staff/sets/${set.id}/preview`
    const asked = request.url.slice(start.length)
    if (isFile(asked)) throw new Refusal('not-found')
    try {
      return await showPage(desk, set, { asked, locale }, request, reply)
    } catch (error) {
      if (!(error instanceof Unpublishable)) throw error
      const fault = { set: set.id, line: error.line, kind: error.kind }
      const ctx = staffContextOf(desk, request, locale)
      return reply.code(409).page('staff-preview-fault', staffPreviewFault(ctx, fault))
    }
  }
  scope.get('/staff/sets/:set/preview', { config }, show)
  scope.get('/staff/sets/:set/preview/*', { config }, show)
  effectPages(scope, desk, locale)
}

type Asked = { asked: string; locale: Locale }

async function showPage(
  desk: Desk,
  set: ChangeSet,
  { asked, locale }: Asked,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const url = prefixOf(locale) + (asked.startsWith('/') ? asked : `/${asked}`)
  const { answer, days } = await seenAsIf(desk, set.id, async (site, { lines }) => ({
    answer: await publicPage(site, url, locale),
    days: firstDays(lines),
  }))
  if (answer === null) throw new Refusal('not-found')
  const place = previewPlace(set.id, desk.publicUrl)
  reply.code(answer.status).headers({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' })
  if (answer.location !== null) return reply.header('location', moved(answer.location, place)).send()
  const ctx = staffContextOf(desk, request, locale)
  const strip = render('staff-preview-strip', staffPreviewStrip(ctx, { ...set, days }))
  return reply.type('text/html; charset=utf-8').send(inPreview(answer.html, place, strip))
}

/** The first days from which lines of a set apply, so that one can look at them. */
const firstDays = (lines: readonly ProposedLine[]): Day[] =>
  [...new Set(lines.map(({ line }) => line.valid.from))].toSorted().slice(0, MOST_DAYS)
const MOST_DAYS = 4
