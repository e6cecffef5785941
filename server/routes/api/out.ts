import type { Basis, Provenance } from '../../../catalogue/basis.ts'
import type { Day } from '../../../catalogue/day.ts'
import type { AsOf, CoverageAnswer, Difference, Found, Match } from '../../../catalogue/listing.ts'
import { allOn, nearest, on as onDay, type Reference, versionsOf } from '../../../catalogue/reference.ts'
import type { Release } from '../../../catalogue/release.ts'
import type { Restatement } from '../../../catalogue/restatement.ts'
import type { Statement } from '../../../catalogue/statement.ts'
import type { Payloads } from '../../../catalogue/subject.ts'
import { lastDay, type Validity } from '../../../catalogue/validity.ts'
import { type Locale, translator } from '../../../views/locale/locale.ts'
import { itemName } from '../../../views/words/names.ts'
import { rateInWords } from '../../../views/words/rate.ts'

/** The day and release an answer is for, and whether what is absent from it was not on the list (覆盖). */
export const metaOut = ({ on, release, head }: AsOf, coverage?: CoverageAnswer) => ({
  as_of: on,
  release,
  head_release: head,
  ...(coverage
    ? { coverage: { complete: coverage.complete, from: coverage.from, verified_through: coverage.verifiedThrough } }
    : {}),
})

/** 有效期 as the API says it: the first day and the last, inclusive. */
export const periodOut = (valid: Validity) => ({ effective_from: valid.from, effective_to: lastDay(valid) })

const basisOut = (basis: readonly Basis[], ref: Reference, on: Day) =>
  basis.map(({ document, article }) => {
    const said = nearest(ref, 'document', document, on)
    return { document, number: said?.number ?? null, title: said?.title.zh ?? document, article }
  })

const sourceOut = ({ mark, source }: Provenance) => ({ mark, source, unverified: mark === 'recall' })

/** 收费标准, with the names of what it refers to, its rate in words and the documents it rests on. */
export function standardOut(statement: Statement<'standard'>, ref: Reference, on: Day, locale: Locale) {
  const standard = statement.payload!
  const item = nearest(ref, 'item', standard.item, on)
  const entity = standard.entity === null ? undefined : nearest(ref, 'entity', standard.entity, on)
  const { item: code, port, area, entity: uscc, line, basis, provenance, ...rest } = standard
  return {
    id: statement.id,
    key: statement.key,
    item: code,
    item_name: item?.name ?? { zh: code, en: null },
    pricing: onDay(ref, 'item', code, on)?.pricing ?? null,
    port,
    area,
    entity: uscc,
    entity_name: entity?.name ?? null,
    demo: entity?.demo ?? false,
    line,
    ...rest,
    text: rateInWords(standard, translator(locale), (other) => itemName(ref, other, on, locale).text).main,
    basis: basisOut(basis, ref, on),
    provenance: sourceOut(provenance),
    ...periodOut(statement.valid),
    release: statement.line.release,
    change: statement.change,
  }
}

/** 收费项目, with its sub-items, its documents and what became of it. */
export function itemOut(
  { payload, valid }: Statement<'item'> & { payload: Payloads['item'] },
  ref: Reference,
  on: Day,
) {
  const { at: _at, position: _position, basis, provenance, ...item } = payload
  return {
    ...item,
    decided_by: item.decided_by ?? 'service',
    children: allOn(ref, 'item', on)
      .filter(({ parent }) => parent === item.code)
      .map(({ code }) => code),
    basis: basisOut(basis, ref, on),
    provenance: sourceOut(provenance),
    lineage: lineageOut(item.code, ref),
    ...periodOut(valid),
  }
}

/** What became of an item, and what it came from. */
export const lineageOut = (code: string, ref: Reference) =>
  [...ref.of.lineage.keys()]
    .filter((key) => key.split('/').includes(code))
    .flatMap((key) => versionsOf(ref, 'lineage', key))
    .flatMap(({ payload, valid }) => {
      if (payload === null) return []
      const { from, to, kind, ceiling, note } = payload
      return [{ from, to, kind, ceiling, effective_from: valid.from, note }]
    })

/** What a search found, best first, and the nearest when nothing was. */
export const matchesOut = ({ matches, nearest }: Found, ref: Reference, on: Day) => ({
  matches: matches.map((match) => matchOut(match, ref, on)),
  nearest: nearest.map((match) => matchOut(match, ref, on)),
})

const matchOut = ({ kind, key, ...match }: Match, ref: Reference, on: Day) => ({
  kind,
  key,
  name: nameOf(kind, key, ref, on),
  ...match,
})

function nameOf(kind: Match['kind'], key: string, ref: Reference, on: Day) {
  const said = nearest(ref, kind, key, on)
  return said === undefined ? null : 'name' in said ? said.name : said.title
}

/** 发布: its number, when, how many lines, and which earlier answers it puts right. */
export const releaseOut = (
  { seq, publishedAt, ...release }: Release,
  restated: readonly Pick<Restatement, 'kind' | 'key' | 'days'>[],
) => ({
  release: seq,
  published_at: publishedAt.toISOString(),
  ...release,
  restates: restated.map(({ kind, key, days }) => ({ kind, key, from: days.from, to: lastDay(days) })),
})

/** 陈述 on both axes: the days it holds, and the releases that say so. */
export const statementOut = ({ valid, known, id, kind, key, change, remainder, payload, why, line }: Statement) => ({
  id,
  kind,
  key,
  change,
  remainder,
  ...periodOut(valid),
  known_from: known.from,
  known_until: known.until,
  payload,
  why,
  line,
})

/** 差异: what a subject was before a day and is from it on. */
export const differenceOut = ({ kind, key, on, change, before, after }: Difference) => ({
  kind,
  key,
  effective_from: on,
  change,
  before: before && statementOut(before),
  after: after && statementOut(after),
})
