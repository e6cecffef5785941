import type { Basis } from '../../catalogue/basis.ts'
import { nearest, type Reference } from '../../catalogue/reference.ts'
import { link, type PageContext } from '../context.ts'
import type { Said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { areaName, basisWords, entityName, itemName, portName } from './names.ts'
import { type PricingTag, pricingTag } from './tag.ts'

/** What the rows of one page say alike — names, links, kinds of pricing — worked out once for the page, not for each row. */
export type Alike = {
  item: (code: string) => { name: Said; href: string; pricing: PricingTag | null }
  entity: (code: string) => Said & { href: string; demo: boolean }
  port: (code: string) => Said & { href: string }
  area: (place: string) => Said
  basis: (document: Basis['document']) => { text: Said; href: string }
}

/** The same for every row of a page: it lives as long as the page's context does. */
export function alike(ctx: PageContext, ref: Reference, t: Translate): Alike {
  const known = pages.get(ctx)
  if (known?.ref === ref) return known.alike
  const made = madeFor(ctx, ref, t)
  pages.set(ctx, { ref, alike: made })
  return made
}

const pages = new WeakMap<PageContext, { ref: Reference; alike: Alike }>()

function madeFor(ctx: PageContext, ref: Reference, t: Translate): Alike {
  const { on, locale } = ctx
  const policies = link(ctx, '/policies')
  return {
    item: once((code) => {
      const pricing = nearest(ref, 'item', code, on)?.pricing
      const name = itemName(ref, code, on, locale)
      return { name, href: link(ctx, `/fees/${code}`), pricing: pricing ? pricingTag(pricing, t) : null }
    }),
    entity: once((code) => ({
      ...entityName(ref, code, on, locale),
      href: link(ctx, `/entities/${code}`),
      demo: nearest(ref, 'entity', code, on)?.demo ?? false,
    })),
    port: once((code) => ({ ...portName(ref, code, on, locale), href: link(ctx, `/ports/${code}`) })),
    area: once((place) => {
      const [port, area] = place.split('/') as [string, string]
      return areaName(ref, port, area, on, locale)
    }),
    basis: once((document) => ({
      text: basisWords(ref, { document, article: null }, on, t).short,
      href: `${policies}#${document}`,
    })),
  }
}

function once<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}
