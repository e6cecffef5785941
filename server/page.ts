import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AsOf } from '../catalogue/listing.ts'
import { fixed } from '../views/bar.ts'
import type { PageContext } from '../views/context.ts'
import type { Locale } from '../views/locale/locale.ts'
import { type Pages, render } from '../views/render.ts'
import { presentOf } from './present.ts'
import type { Site } from './site.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** Sends a page of views/pages. */
    page<Name extends keyof Pages>(name: Name, model: Pages[Name]): FastifyReply
  }
}

/** `reply.page`, to decorate a reply with. */
export function page<Name extends keyof Pages>(this: FastifyReply, name: Name, model: Pages[Name]): FastifyReply {
  return this.type('text/html; charset=utf-8').send(render(name, model))
}

/** What a page is told of its request. A page that names both day and release never hears of the present. */
export function contextOf(site: Site, request: FastifyRequest, locale: Locale, asOf: AsOf): PageContext {
  const asked = request.query as Record<string, unknown>
  const pinned = { on: 'on' in asked || 'cursor' in asked, release: 'release' in asked || 'cursor' in asked }
  const query = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)]))
  const lasts = fixed({ pinned, query })
  return {
    locale,
    path: pathOf(request.url),
    query,
    publicUrl: site.publicUrl,
    on: asOf.on,
    today: lasts ? asOf.on : presentOf(site).today,
    release: asOf.release,
    published: site.head.publishedAt(asOf.release),
    head: { release: lasts ? asOf.release : asOf.head },
    pinned,
    assets: site.assets,
    showDemoNotice: site.demo,
  }
}

/** The path without the language before it: `/fees/pilotage`. */
export const pathOf = (url: string): string => url.split('?')[0]!.replace(/^\/en(?=\/|$)/, '') || '/'
