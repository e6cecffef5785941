import type { Finding } from '../../catalogue/lint/rule.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { address, type PageContext } from '../context.ts'
import type { Said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { entityName, itemName, portName } from './names.ts'

/** A subject by its key alone: its name and address, who charges and where, and which line of a list it is. */
export type KeyWords = { name: Said; href: string | null; where: Said[]; line: string }

type Subject = Finding['subjects'][number]

export function keyInWords({ kind, key }: Subject, ctx: PageContext, ref: Reference, t: Translate): KeyWords {
  const parts = placesOf({ kind, key })
  const names = { item: (code: string) => itemName(ref, code, ctx.on, t.locale), where: whereOf(parts, ctx, ref, t) }
  const plain = (name: Said, path: string | null): KeyWords => ({
    ...{ name, href: path === null ? null : address(ctx, path), where: [], line: '' },
  })
  if (kind === 'standard') {
    const href = address(ctx, `/fees/${parts.item}/history`, { line: key })
    return { name: names.item(parts.item!), href, where: names.where, line: parts.line ?? '' }
  }
  if (kind === 'item') return plain(names.item(key), `/fees/${key}/history`)
  if (kind === 'entity') return plain(entityName(ref, key, ctx.on, t.locale), `/entities/${key}`)
  if (kind === 'lineage') return plain(names.item(key.split('/')[0]!), `/fees/${key.split('/')[0]}/history`)
  const named = { text: t.words.quality[`kind_${kind}`], lang: null }
  return { ...plain(named, kind === 'port' ? `/ports/${key}` : null), where: names.where }
}

type Places = { item?: string; port: string | null; entity: string | null; line?: string }

/** Who charges and where, as the key of a subject says it; null where it says neither. */
export function placesOf({ kind, key }: Subject): Places {
  const [a = '-', b = '-', , d = '-', e = ''] = key.split('/')
  const given = (part: string) => (part === '-' ? null : part)
  switch (kind) {
    case 'standard':
      return { item: a, port: given(b), entity: given(d), line: e }
    case 'coverage':
      return { port: given(a), entity: given(b) }
    case 'operating_time':
      return { port: given(b), entity: given(a) }
    default:
      return { port: kind === 'port' ? key : null, entity: kind === 'entity' ? key : null }
  }
}

const whereOf = ({ entity, port }: Places, ctx: PageContext, ref: Reference, t: Translate): Said[] => [
  ...(entity === null ? [] : [entityName(ref, entity, ctx.on, t.locale)]),
  ...(port === null ? [] : [portName(ref, port, ctx.on, t.locale)]),
]
