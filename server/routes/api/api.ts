import type { App } from '../../app.ts'
import { keepFresh } from '../../freshness.ts'
import type { Site } from '../../site.ts'
import { changeRoutes } from './changes.ts'
import { feeRoutes } from './fees.ts'
import { placeRoutes } from './places.ts'

/** 接口: `/api/v1`, JSON for machines. Anyone may read it from any site; it knows no cookie. */
export const apiRoutes = (site: Site) => async (scope: App) => {
  keepFresh(scope, site, 'as_of')
  scope.addHook(
    'onRequest',
    async (_request, reply) =>
      void reply.headers({
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'etag, link, retry-after',
        link: '</openapi.json>; rel="service-desc", </api/docs>; rel="service-doc"',
      }),
  )

  feeRoutes(scope, site) //      /fees /fees/:code /fees/:code/history /search
  changeRoutes(scope, site) //   /releases /releases/:release /upcoming /diff
  placeRoutes(scope, site) //    /ports /entities /documents /operating-times
}
