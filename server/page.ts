import type { FastifyReply, FastifyRequest } from 'fastify'
import { chinaDay } from '../catalogue/day.ts'
import type { AsOf } from '../catalogue/listing.ts'
import type { PageContext } from '../views/context.ts'
import type { Locale } from '../views/locale/locale.ts'
import { type Pages, render } from '../views/render.ts'
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
  const query = request.query as Record<string, unknown>
  const pinned = { on: 'on' in query || 'cursor' in query, release: 'release' in query || 'cursor' in query }
  const fixed = pinned.on && pinned.release
  return {
    locale,
    path: pathOf(request.url),
    query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
    publicUrl: site.publicUrl,
    on: asOf.on,
    today: fixed ? asOf.on : chinaDay(site.now()),
    release: asOf.release,
    head: { release: fixed ? asOf.release : asOf.head, publishedAt: site.head.publishedAt() },
    pinned,
    assets: site.assets,
    showDemoNotice: site.demo,
  }
}

/** The path without the language before it: `/fees/pilotage`. */
export const pathOf = (url: string): string => url.split('?')[0]!.replace(/^\/en(?=\/|$)/, '') || '/'
