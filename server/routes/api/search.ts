import { z } from 'zod'
import { MOST_FOUND, Selection } from '../../../catalogue/listing.ts'
import type { App } from '../../app.ts'
import { apiDay, asOfNow } from '../../as-of.ts'
import { search } from '../../db/search.ts'
import type { Site } from '../../site.ts'
import { matchesOut, metaOut } from './out.ts'
import { errors, Matches, Meta } from './shapes.ts'

const Search = {
  summary: 'Items, entities, ports and documents by their names',
  tags: ['fees'],
  querystring: z.strictObject({ q: Selection.shape.q.unwrap(), ...apiDay }),
  response: { 200: z.object({ meta: Meta, data: Matches, nearest: Matches }), ...errors },
}

/** 检索: the names that words mean. */
export function searchNames(scope: App, site: Site): void {
  scope.get('/search', { schema: Search }, async (request) => {
    const { q, as_of, release } = request.query
    const asOf = asOfNow(site, { on: as_of, release })
    const [reference, found] = await Promise.all([
      site.reference(asOf.release),
      search(site.db, q, { release: asOf.release }, MOST_FOUND),
    ])
    const { matches, nearest } = matchesOut(found, reference, asOf.on)
    return { meta: metaOut(asOf), data: matches, nearest }
  })
}
