import { coverageOn } from '../catalogue/covered.ts'
import type { AsOf, CoverageAnswer, Found, Match, Page, Selection } from '../catalogue/listing.ts'
import { MOST_FOUND } from '../catalogue/listing.ts'
import { allOn, nearest, type Reference } from '../catalogue/reference.ts'
import type { ChangePlace } from './db/changes.ts'
import { listStandards } from './db/listing.ts'
import { search } from './db/search.ts'
import type { Filter } from './db/selection.ts'
import { known } from './places.ts'
import type { Site } from './site.ts'

/** A selection of standards, answered: the page of them, what the words found, and whether the list is whole that day. */
export type Answered = {
  selection: Selection
  list: Page
  found: Found | null
  coverage: CoverageAnswer
  reference: Reference
}

/** Where in the list, and how much of it. */
export type Place = { cursor: string | null; limit: number }

/** The one way a selection of fees is read: the page, the API and the downloads all come here. */
export async function selectFees(site: Site, selection: Selection, place: Place, asOf: AsOf): Promise<Answered> {
  const reference = await site.reference(asOf.release)
  const found =
    selection.q === undefined ? null : await search(site.db, selection.q, { release: asOf.release }, MOST_FOUND)
  const filter = filterOf(selection, found?.matches ?? null, reference, asOf)
  const sort = selection.sort ?? 'item'
  const list = nothingFound(found) ? EMPTY : await listStandards(site.db, { filter, sort, ...place }, asOf)
  return { selection, list, found, coverage: coverageOf(selection, reference, asOf), reference }
}

const EMPTY: Page = { rows: [], total: 0, next: null, previous: null }

const nothingFound = (found: Found | null): boolean => found !== null && found.matches.length === 0

/** A selection in the words of the list. A port, entity or item that was never published is refused by name. */
export function filterOf(selection: Selection, matches: Match[] | null, reference: Reference, asOf: AsOf): Filter {
  const { port, entity, item, link, pricing } = selection
  known(reference, 'port', port, asOf.on)
  known(reference, 'entity', entity, asOf.on)
  known(reference, 'item', item, asOf.on)
  const items =
    item === undefined && link === undefined && pricing === undefined ? undefined : itemsOf(selection, reference, asOf)
  return {
    ...(port ? { port: { code: port, without: itemsNotUsedAt(port, reference, asOf) } } : {}),
    ...(entity ? { entity } : {}),
    ...(items ? { items } : {}),
    ...(matches ? { found: foundCodes(matches) } : {}),
  }
}

/** Items that a selection names, by what they are on the day: pricing and link may change. */
const itemsOf = ({ item, link, pricing }: Selection, reference: Reference, { on }: AsOf): string[] =>
  allOn(reference, 'item', on)
    .filter(
      (one) =>
        (item === undefined || one.code === item) &&
        (link === undefined || one.link === link) &&
        (pricing === undefined || one.pricing === pricing),
    )
    .map(({ code }) => code)

/** Items that are charged at ports of another kind only: what government sets of them for the country is no price here. */
export function itemsNotUsedAt(port: string, reference: Reference, { on }: AsOf): string[] {
  const kind = nearest(reference, 'port', port, on)!.kind
  return allOn(reference, 'item', on)
    .filter(({ at }) => !at.includes(kind))
    .map(({ code }) => code)
}

/** A port and all items ever used at a port of its kind, for what changes there: an item may end on the very day. */
export function changesAt(port: string | null, reference: Reference, { on }: AsOf): ChangePlace | null {
  if (port === null) return null
  const { kind } = nearest(reference, 'port', port, on)!
  const used = [...reference.of.item].filter(([, versions]) =>
    versions.some(({ payload }) => payload?.at.includes(kind)),
  )
  return { code: port, items: used.map(([code]) => code) }
}

/** A port or an entity opens its whole list only by its own name; that it merely sounds like the words is no reason. */
const foundCodes = (matches: Match[]): NonNullable<Filter['found']> => {
  const keys = (kind: Match['kind'], named: boolean) =>
    matches.filter((match) => match.kind === kind && (!named || NAMES.has(match.field))).map(({ key }) => key)
  return { items: keys('item', false), entities: keys('entity', true), ports: keys('port', true) }
}

const NAMES: ReadonlySet<Match['field']> = new Set(['code', 'name_zh', 'name_en'])

/** Coverage of what was asked: of the entity at its port, of the port, or of the government's items. */
function coverageOf({ port, entity }: Selection, reference: Reference, { on }: AsOf): CoverageAnswer {
  const at = port ?? (entity ? nearest(reference, 'entity', entity, on)?.ports[0] : undefined) ?? null
  return coverageOn(reference, at, entity ?? null, on)
}

/** All that government sets of a selection: never cut short, since what is missing would read as not set. */
export async function governmentOf(site: Site, filter: Filter, asOf: AsOf): Promise<Page['rows']> {
  const rows: Page['rows'] = []
  let cursor: string | null = null
  do {
    const question = { filter: { ...filter, setBy: 'government' as const }, sort: 'item' as const, cursor, limit: 500 }
    const page: Page = await listStandards(site.db, question, asOf)
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== null)
  return rows.toSorted((a, b) => weight(a) - weight(b))
}

/** What government sets for the port itself comes first, what is not verified last; otherwise as the list has them. */
const weight = ({ payload }: Page['rows'][number]): number =>
  (payload!.port === null ? 1 : 0) + (payload!.provenance.mark === 'recall' ? 2 : 0)

/** Every standard of a selection, page by page: for downloads. */
export async function* allStandards(site: Site, selection: Selection, asOf: AsOf): AsyncGenerator<Page['rows']> {
  let cursor: string | null = null
  do {
    const { list }: Answered = await selectFees(site, selection, { cursor, limit: 1000 }, asOf)
    yield list.rows
    cursor = list.next
  } while (cursor !== null)
}
