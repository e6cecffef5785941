import { z } from 'zod'
import { Day } from '../../../catalogue/day.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffEffectsPage } from '../../../views/pages/staff-effects.ts'
import { staffPreviewFault } from '../../../views/pages/staff-preview-fault.ts'
import type { App } from '../../app.ts'
import { Unpublishable } from '../../db/as-if.ts'
import { effectsOf } from '../../effects.ts'
import { COSTLY } from '../../policy.ts'
import { type Desk, staffContextOf } from '../../staff/desk.ts'
import { setOf } from '../../staff/set-of.ts'

const Asked = z.object({ on: Day.optional() })

/** 影响: what a set would change for three sample cases, on its first day or another. */
export function effectPages(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff/sets/:set/effects', { config: { action: 'set.read', ...COSTLY } }, async (request, reply) => {
    const set = await setOf(desk, request)
    const ctx = staffContextOf(desk, request, locale)
    const asked = Asked.safeParse(request.query)
    reply.header('cache-control', 'private, no-store')
    if (!asked.success) {
      const data = { set, effects: null, asked: (ctx.query.on ?? '').slice(0, 60) }
      return reply.code(400).page('staff-effects', staffEffectsPage(ctx, data))
    }
    try {
      const effects = await effectsOf(desk, set.id, asked.data.on)
      return reply.page('staff-effects', staffEffectsPage(ctx, { set, effects, asked: null }))
    } catch (error) {
      if (!(error instanceof Unpublishable)) throw error
      const fault = { set: set.id, line: error.line, kind: error.kind }
      return reply.code(409).page('staff-preview-fault', staffPreviewFault(ctx, fault))
    }
  })
}
