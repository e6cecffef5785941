import type { z } from 'zod'
import type { Basis } from '../../../catalogue/basis.ts'
import type { Day } from '../../../catalogue/day.ts'
import type { FeeStandard } from '../../../catalogue/fee-standard.ts'
import { nearest, type Reference, versionsOf } from '../../../catalogue/reference.ts'
import type { Statement } from '../../../catalogue/statement.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import type { EstimateLineOut } from './estimate-shapes.ts'
import { standardOut } from './out.ts'

type PriceOut = z.infer<typeof EstimateLineOut>['added'][number]
type ArticleOut = z.infer<typeof EstimateLineOut>['steps'][number]['basis'][number]

/** The published price that a line of an estimate or a verdict on a bill rests on. */
export const priceOut = writtenOnce((statement: Statement<'standard'>, ref, on, locale): PriceOut => {
  const { id, key, port, area, entity, line, label, own_name, text, unit, ceiling, ...rest } = standardOut(
    statement,
    ref,
    on,
    locale,
  )
  const { conditions, basis, provenance, effective_from, effective_to, release } = rest
  return {
    ...{ id, key, port, area, entity, line, label, own_name, text, unit, ceiling },
    ...{ conditions, basis, provenance, effective_from, effective_to, release },
  }
}, namedBy)

/** The articles that a step rests on, by the numbers of their documents. */
export const articlesOut = writtenOnce(
  (basis: readonly Basis[], ref, on): ArticleOut[] =>
    basis.map(({ document, article }) => ({
      ...{ document, number: nearest(ref, 'document', document, on)?.number ?? null },
      article,
    })),
  (basis, ref) => documentsOf(basis, ref),
)

const documentsOf = (basis: readonly Basis[], ref: Reference): Statement[] =>
  basis.flatMap(({ document }) => versionsOf(ref, 'document', document))

/** All that a price says by name: its documents, and the items of which it is a percentage. */
function namedBy({ payload }: Statement<'standard'>, ref: Reference): Statement[] {
  const { basis, rate } = payload as FeeStandard
  const rates = rate.form === 'sum' ? rate.parts.map((part) => part.rate) : [rate]
  const items = rates.flatMap((one) => (one.form === 'percent_of' ? versionsOf(ref, 'item', one.item) : []))
  return [...documentsOf(basis, ref), ...items]
}

type Written<Out> = Stretch & { ref: Reference; locale: Locale; out: Out }
type Stretch = { from: Day | null; until: Day | null }

/** So many are kept of each thing: stretches of days, releases, languages. */
const MOST = 8

/**
 * What is written of something published, as it was written before: the same for all days on which nothing that it
 * names changes. Kept as long as the thing itself, and few of each, so nothing that is asked can fill the memory.
 */
function writtenOnce<Of extends object, Out>(
  write: (of: Of, ref: Reference, on: Day, locale: Locale) => Out,
  named: (of: Of, ref: Reference) => readonly Statement[],
): (of: Of, ref: Reference, on: Day, locale: Locale) => Out {
  const written = new WeakMap<Of, Written<Out>[]>()
  return (of, ref, on, locale) => {
    const before = written.get(of) ?? []
    for (const one of before) if (one.ref === ref && one.locale === locale && within(one, on)) return one.out
    const out = write(of, ref, on, locale)
    written.set(of, [{ ...{ ref, locale, out }, ...unchanged(named(of, ref), on) }, ...before.slice(0, MOST - 1)])
    return out
  }
}

const within = ({ from, until }: Stretch, on: Day): boolean =>
  (from === null || from <= on) && (until === null || on < until)

/** The days around one on which all of these stay what they are. */
function unchanged(named: readonly Statement[], on: Day): Stretch {
  const days = named.flatMap(({ valid }) => (valid.until === null ? [valid.from] : [valid.from, valid.until]))
  const order = days.toSorted()
  return { from: order.findLast((day) => day <= on) ?? null, until: order.find((day) => day > on) ?? null }
}
