import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { FeeItemCode } from '../../../catalogue/codes.ts'
import { coverageOn } from '../../../catalogue/covered.ts'
import { Selection } from '../../../catalogue/listing.ts'
import { periodsOf, type Reference, versionsOf } from '../../../catalogue/reference.ts'
import { inForce } from '../../../catalogue/validity.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import { apiDay, asOfNow } from '../../as-of.ts'
import { historyOf, linesOfItem } from '../../db/history.ts'
import { listStandards } from '../../db/listing.ts'
import { search } from '../../db/search.ts'
import { Refusal } from '../../errors.ts'
import { filterOf, selectFees } from '../../fees.ts'
import type { Site } from '../../site.ts'
import { itemOut, lineageOut, matchOut, metaOut, periodOut, standardOut, statementOut } from './out.ts'
import { ItemOut, Limit, LineageOut, MatchOut, Meta, Problem, StandardOut, StatementOut } from './shapes.ts'

const Cursor = z.string().max(600).optional().meta({ description: '`next` of the page before' })
const Lang = z.enum(['zh', 'en']).optional().meta({ description: 'Language of `text`; Chinese when left out' })
const Line = z
  .string()
  .regex(/^[\w/-]{1,300}$/)
  .meta({ description: '`key` of a standard' })
export const localeOf = (lang: 'zh' | 'en' | undefined): Locale => (lang === 'en' ? 'en' : 'zh-CN')
const Item = z.object({ code: FeeItemCode })

/** Fee items and standards, on any day, as told at any release. */
export function feeRoutes(scope: App, site: Site): void {
  const List = {
    summary: 'Standards in force on a day',
    tags: ['fees'],
    querystring: Selection.extend({ ...apiDay, limit: Limit, cursor: Cursor, lang: Lang }),
    response: {
      200: z.object({
        meta: Meta,
        data: z.array(StandardOut),
        total: z.int(),
        next: z.string().nullable(),
        matches: z.array(MatchOut).optional(),
        nearest: z.array(MatchOut).optional(),
      }),
      400: Problem,
      404: Problem,
    },
  }
  scope.get('/fees', { schema: List }, async (request, reply) => {
    const { as_of, release, limit = 100, cursor, lang, ...selection } = request.query
    const asOf = asOfNow(site, { on: as_of, release, cursor })
    const { list, found, coverage, reference } = await selectFees(
      site,
      selection,
      { cursor: cursor ?? null, limit },
      asOf,
    )
    const matches = (some: Parameters<typeof matchOut>[0][]) => some.map((match) => matchOut(match, reference, asOf.on))
    if (list.next)
      reply.header('link', `<${nextAddress(site, request, list.next)}>; rel="next", ${reply.getHeader('link')}`)
    return {
      meta: metaOut(asOf, coverage),
      data: list.rows.map((row) => standardOut(row, reference, asOf.on, localeOf(lang))),
      total: list.total,
      next: list.next,
      ...(found ? { matches: matches(found.matches), nearest: matches(found.nearest) } : {}),
    }
  })

  const One = {
    summary: 'One item with its standards on a day',
    tags: ['fees'],
    params: Item,
    querystring: z.strictObject({
      ...Selection.pick({ port: true, entity: true }).shape,
      ...apiDay,
      limit: Limit.meta({ description: '1 to 1000 rows; 1000 when left out' }),
      cursor: Cursor,
      lang: Lang,
    }),
    response: {
      200: z.object({
        meta: Meta,
        data: ItemOut.extend({ standards: z.array(StandardOut) }),
        next: z.string().nullable(),
      }),
      400: Problem,
      404: Problem,
    },
  }
  scope.get('/fees/:code', { schema: One }, async (request) => {
    const { as_of, release, limit = 1000, cursor, lang, port, entity } = request.query
    const { code } = request.params
    const asOf = asOfNow(site, { on: as_of, release, cursor })
    const reference = await site.reference(asOf.release)
    const item = inForce(versionsOf(reference, 'item', code), asOf.on)
    if (!item?.payload) throw notInForce(code, reference, asOf.on)
    const filter = filterOf({ item: code, port, entity }, null, reference, asOf)
    const list = await listStandards(site.db, { filter, sort: 'item', cursor: cursor ?? null, limit }, asOf)
    const standards = list.rows.map((row) => standardOut(row, reference, asOf.on, localeOf(lang)))
    return {
      meta: metaOut(asOf, coverageOn(reference, port ?? null, entity ?? null, asOf.on)),
      data: { ...itemOut({ ...item, payload: item.payload }, reference, asOf.on), standards },
      next: list.next,
    }
  })

  const History = {
    summary: 'Everything ever said of an item, on both axes',
    description:
      'Without `line`: the item itself and the price lines it has. With `line`: the statements of that price line.',
    tags: ['fees'],
    params: Item,
    querystring: z.strictObject({ ...apiDay, line: Line.optional() }),
    response: {
      200: z.object({
        meta: Meta,
        data: z.object({
          code: z.string(),
          line: z.string().nullable(),
          statements: z.array(StatementOut),
          lines: z.array(z.string()),
          lineage: z.array(LineageOut),
        }),
      }),
      400: Problem,
      404: Problem,
    },
  }
  scope.get('/fees/:code/history', { schema: History }, async (request) => {
    const { as_of, release, line } = request.query
    const { code } = request.params
    const asOf = asOfNow(site, { on: as_of, release })
    const reference = await site.reference(asOf.release)
    if (versionsOf(reference, 'item', code).length === 0) throw new Refusal('not-found')
    if (line !== undefined && !line.startsWith(`${code}/`)) throw new Refusal('not-found')
    const said =
      line === undefined
        ? await historyOf(site.db, 'item', code, asOf.release)
        : await historyOf(site.db, 'standard', line, asOf.release)
    if (said.length === 0) throw new Refusal('not-found')
    const lines = await linesOfItem(site.db, code, asOf.release, 1000)
    return {
      meta: metaOut(asOf),
      data: {
        code,
        line: line ?? null,
        statements: said.map(statementOut),
        lines: lines.map(({ key }) => key),
        lineage: lineageOut(code, reference),
      },
    }
  })

  const Search = {
    summary: 'Items, entities, ports and documents by their names',
    tags: ['fees'],
    querystring: z.strictObject({ q: Selection.shape.q.unwrap(), ...apiDay }),
    response: {
      200: z.object({ meta: Meta, data: z.array(MatchOut), nearest: z.array(MatchOut) }),
      400: Problem,
      404: Problem,
    },
  }
  scope.get('/search', { schema: Search }, async (request) => {
    const { q, as_of, release } = request.query
    const asOf = asOfNow(site, { on: as_of, release })
    const [reference, found] = await Promise.all([
      site.reference(asOf.release),
      search(site.db, q, { release: asOf.release }, 60),
    ])
    const out = (match: (typeof found.matches)[number]) => matchOut(match, reference, asOf.on)
    return { meta: metaOut(asOf), data: found.matches.map(out), nearest: found.nearest.map(out) }
  })
}

/** Known but not in force: the answer names the periods in which it was, and what it became. */
function notInForce(code: string, reference: Reference, on: string): Refusal {
  const versions = versionsOf(reference, 'item', code)
  if (versions.length === 0) return new Refusal('not-found')
  const name = versions.findLast(({ payload }) => payload !== null)?.payload?.name.zh ?? code
  const became = lineageOut(code, reference).filter(({ from }) => from === code)
  return new Refusal('not-in-force', { name, on }, [], {
    periods: periodsOf(versions).map(periodOut),
    replaced_by: became,
  })
}

function nextAddress(site: Site, request: FastifyRequest, cursor: string): string {
  const address = new URL(request.url, site.publicUrl)
  for (const [name, value] of [...address.searchParams]) if (value === '') address.searchParams.delete(name)
  address.searchParams.set('cursor', cursor)
  return address.toString()
}
