import { z } from 'zod'
import { Day } from '../../../catalogue/day.ts'
import { readLeaf } from '../../../catalogue/log/leaf.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { linePage } from '../../../views/pages/line.ts'
import type { App } from '../../app.ts'
import { asOfNow, ReleaseNumber } from '../../as-of.ts'
import { leafOfLine } from '../../db/log-tree.ts'
import { findRelease, linesOfRelease } from '../../db/releases.ts'
import { Refusal } from '../../errors.ts'
import { contextOf } from '../../page.ts'
import type { Site } from '../../site.ts'

const LineNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'not-a-number' })
  .transform(Number)

/** 一条记载: the page of one published line, with its proof. */
export function linePages(scope: App, site: Site, locale: Locale): void {
  const params = z.object({ release: ReleaseNumber, n: LineNumber })
  const querystring = z.strictObject({ on: Day.optional() })
  scope.get('/changes/:release/:n', { schema: { params, querystring } }, async (request, reply) => {
    const { release: seq, n } = request.params
    const asOf = asOfNow(site, { on: request.query.on, release: seq })
    const [release, [line], leaf, reference] = await Promise.all([
      findRelease(site.db, seq),
      linesOfRelease(site.db, seq, n - 1, 1),
      leafOfLine(site.db, seq, n),
      site.reference(seq),
    ])
    if (!release || line?.n !== n) throw new Refusal('not-found')
    const logged = leaf ? { ...leaf, said: readLeaf(leaf.data) } : null
    const context = contextOf(site, request, locale, asOf)
    return reply.page('line', linePage(context, { release, line, leaf: logged, reference }))
  })
}
