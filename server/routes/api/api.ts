import type { App } from '../../app.ts'
import { keepFresh } from '../../freshness.ts'
import type { Site } from '../../site.ts'
import type { Desk } from '../../staff/desk.ts'
import { changeRoutes } from './changes.ts'
import { complaintRoutes } from './complaints.ts'
import { estimateRoutes } from './estimates.ts'
import { feeRoutes } from './fees.ts'
import { importApi } from './imports.ts'
import { invoiceCheckFileRoute } from './invoice-check-file.ts'
import { invoiceCheckRoutes } from './invoice-checks.ts'
import { placeRoutes } from './places.ts'
import { qualityRoutes } from './quality.ts'
import { releaseRoutes } from './releases.ts'

/** 接口: `/api/v1`, JSON for machines. Anyone may read it from any site; it knows no cookie. */
export const apiRoutes = (site: Site, desk: Desk) => async (scope: App) => {
  scope.removeContentTypeParser('text/plain')
  scope.addHook('onRequest', (_request, reply, done) => {
    reply.headers(FOR_ANYONE)
    done()
  })
  scope.options('/*', { schema: { hide: true } }, async (_request, reply) => reply.code(204).headers(PREFLIGHT).send())
  await scope.register(async (catalogue: App) => catalogueRoutes(catalogue, site))
  await scope.register(async (quality: App) => qualityRoutes(quality, site)) // /quality /lint-rules
  await scope.register(async (complaints: App) => complaintRoutes(complaints, desk)) // /complaints /complaints/lookup
  await scope.register(importApi(desk)) //                                      /imports
}

/** What is dated by day and release. */
function catalogueRoutes(scope: App, site: Site): void {
  keepFresh(scope, site, 'as_of')
  feeRoutes(scope, site) //              /fees /fees/:code /fees/:code/history /search
  releaseRoutes(scope, site) //          /releases /releases/:release
  changeRoutes(scope, site) //           /upcoming /diff
  placeRoutes(scope, site) //            /ports /entities /documents /operating-times
  estimateRoutes(scope, site) //         /estimates
  invoiceCheckRoutes(scope, site) //     /invoice-checks
  invoiceCheckFileRoute(scope, site) //  /invoice-checks/file
}

/** Any site's page may read any answer, and learn where the API is described. */
const FOR_ANYONE = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, link, portal-release, retry-after',
  link: '</openapi.json>; rel="service-desc", </api/docs>; rel="service-doc"',
}

/** What another site's page may ask of the API: to read, to read only what is new, and to have something worked out. */
const PREFLIGHT = {
  'access-control-allow-methods': 'GET, HEAD, POST',
  'access-control-allow-headers':
    'if-none-match, accept-language, content-type, authorization, idempotency-key, portal-proof',
  'access-control-max-age': '86400',
  'cache-control': 'public, max-age=86400',
}
