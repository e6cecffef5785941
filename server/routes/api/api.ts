import type { App } from '../../app.ts'
import { keepFresh } from '../../freshness.ts'
import type { Site } from '../../site.ts'
import { changeRoutes } from './changes.ts'
import { feeRoutes } from './fees.ts'
import { placeRoutes } from './places.ts'
import { releaseRoutes } from './releases.ts'

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

  scope.options('/*', { schema: { hide: true } }, async (_request, reply) => reply.code(204).headers(PREFLIGHT).send())
  feeRoutes(scope, site) //      /fees /fees/:code /fees/:code/history /search
  releaseRoutes(scope, site) //  /releases /releases/:release
  changeRoutes(scope, site) //   /upcoming /diff
  placeRoutes(scope, site) //    /ports /entities /documents /operating-times
}

/** What another site's page may ask of the API: to read, and to read only what is new. */
const PREFLIGHT = {
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'if-none-match, accept-language',
  'access-control-max-age': '86400',
  'cache-control': 'public, max-age=86400',
}
