import { z } from 'zod'
import { coverageOn } from '../../../catalogue/covered.ts'
import type { Estimated } from '../../../catalogue/price/estimate-line.ts'
import type { Reference } from '../../../catalogue/reference.ts'
import { type Locale, translator } from '../../../views/locale/locale.ts'
import { sentencesOf } from '../../../views/words/steps.ts'
import type { App } from '../../app.ts'
import { asOfNow } from '../../as-of.ts'
import { estimate } from '../../estimates.ts'
import type { Site } from '../../site.ts'
import { EstimateIn, type EstimateLineOut, EstimateOut } from './estimate-shapes.ts'
import { metaOut, periodOut } from './out.ts'
import { articlesOut, priceOut } from './price-out.ts'
import { errors, Problem } from './shapes.ts'

const Estimates = {
  summary: 'What charges come to, with every step',
  description:
    'Prices each line by the standard in force on its day, as told at one release. A line that cannot be priced says why; the others are answered all the same.',
  tags: ['estimates'],
  querystring: z.strictObject({
    lang: z.enum(['zh', 'en']).optional().meta({ description: 'Language of the steps; Chinese when left out' }),
  }),
  body: EstimateIn,
  response: { 200: EstimateOut, ...errors, 413: Problem, 415: Problem },
}

/** 估算: `POST /api/v1/estimates`. What is asked is nobody else's business, so no answer is kept. */
export function estimateRoutes(scope: App, site: Site): void {
  scope.post('/estimates', { schema: Estimates, bodyLimit: 256 * 1024 }, async (request, reply) => {
    const { as_of, release, port, lines } = request.body
    const asOf = asOfNow(site, { on: as_of, release })
    const { estimated, total, book } = await estimate(site, { on: asOf.on, release: asOf.release, port, lines })
    const locale = request.query.lang === 'en' ? 'en' : 'zh-CN'
    reply.headers({ 'cache-control': 'no-store', 'portal-release': String(asOf.release) })
    return {
      meta: metaOut(asOf, coverageOn(book.reference, port, null, asOf.on)),
      lines: estimated.map((line) => lineOut(line, book.reference, locale)),
      total: total.high,
      totals: { ...total, currency: 'CNY' as const },
    }
  })
}

function lineOut(estimated: Estimated, ref: Reference, locale: Locale): z.infer<typeof EstimateLineOut> {
  const { line, on, status, reason, missing, outcome, ceiling, standards, periods, candidates } = estimated
  const [standard = null, ...added] = standards.map((one) => priceOut(one, ref, on, locale))
  const { low, high } = outcome?.kind === 'priced' ? outcome : { low: null, high: null }
  return {
    ...{ item: line.item, entity: line.entity ?? null, on, status, reason, missing: [...missing] },
    ...{ amount: low === high ? low : null, low, high, ceiling, standard, added },
    candidates: candidates.map((one) => priceOut(one, ref, on, locale)),
    steps: stepsOut(estimated, ref, locale),
    ...(periods.length > 0 ? { periods: periods.map(periodOut) } : {}),
  }
}

function stepsOut({ outcome, on }: Estimated, ref: Reference, locale: Locale) {
  const steps = outcome?.steps ?? []
  const sentences = sentencesOf(steps, ref, on, translator(locale))
  return steps.map(({ rule, value, high, basis }, n) => {
    const step = { rule, text: sentences[n]!, value, basis: articlesOut(basis, ref, on, locale) }
    return high === null ? step : { ...step, high }
  })
}
