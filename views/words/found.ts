import type { Match } from '../../catalogue/listing.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { link, type PageContext } from '../context.ts'
import type { Said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { type Segment, segments } from './highlight.ts'
import { basisWords, entityName, itemName, portName } from './names.ts'

/** One thing a search found: its name, and by which of its names, with the found stretches marked. */
export type FoundName = { name: Said; href: string; kind: string; field: string; term: Segment[] }

/** What a search found, best first, ready to print. */
export const foundNames = (matches: readonly Match[], ctx: PageContext, ref: Reference, t: Translate): FoundName[] =>
  matches.map(({ kind, key, field, term, marks }) => ({
    ...target[kind](key, ctx, ref, t),
    kind: t.words.subject[kind],
    field: t.words.field[field],
    term: segments(term, marks),
  }))

type Target = (key: string, ctx: PageContext, ref: Reference, t: Translate) => { name: Said; href: string }

const target: Record<Match['kind'], Target> = {
  item: (key, ctx, ref) => ({ name: itemName(ref, key, ctx.on, ctx.locale), href: link(ctx, `/fees/${key}`) }),
  entity: (key, ctx, ref) => ({ name: entityName(ref, key, ctx.on, ctx.locale), href: link(ctx, `/entities/${key}`) }),
  port: (key, ctx, ref) => ({ name: portName(ref, key, ctx.on, ctx.locale), href: link(ctx, `/ports/${key}`) }),
  document: (key, ctx, ref, t) => ({
    name: basisWords(ref, { document: key, article: null }, ctx.on, t).title,
    href: `${link(ctx, '/policies')}#${key}`,
  }),
}
