import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import { keepFresh } from '../../freshness.ts'
import type { Site } from '../../site.ts'
import { bulkCheckPages } from './bulk-check.ts'
import { calculator } from './calculator.ts'
import { changePages } from './changes.ts'
import { checkPages } from './check.ts'
import { downloads } from './downloads.ts'
import { entityPages } from './entities.ts'
import { feeds } from './feeds.ts'
import { feePages } from './fees.ts'
import { home } from './home.ts'
import { linePages } from './lines.ts'
import { operatingTimePages } from './operating-times.ts'
import { policyPages } from './policies.ts'
import { portPages } from './ports.ts'
import { releasePages } from './releases.ts'
import { staticPages } from './static.ts'

/** 公开页面: what anyone may read without an account or a cookie, in one language. */
export const publicPages = (site: Site, locale: Locale) => async (scope: App) => {
  keepFresh(scope, site, 'on')
  scope.addHook('onRequest', async (_request, reply) => void reply.header('content-language', locale))

  home(scope, site, locale) //               /
  feePages(scope, site, locale) //           /fees /fees/:code /fees/:code/history
  downloads(scope, site, locale) //          /fees.csv /fees.xlsx /fees.json
  feeds(scope, site, locale) //              /changes.atom /changes.json /upcoming.atom /upcoming.json /upcoming.ics
  portPages(scope, site, locale) //          /ports /ports/:code
  entityPages(scope, site, locale) //        /entities/:uscc
  releasePages(scope, site, locale) //       /changes /changes/:release
  linePages(scope, site, locale) //          /changes/:release/:n
  changePages(scope, site, locale) //        /upcoming /diff
  calculator(scope, site, locale) //         /calculator /calculator.xlsx /calculator.pdf
  checkPages(scope, site, locale) //         /check /check.xlsx /check.pdf
  bulkCheckPages(scope, site, locale) //     /check/bulk /check/bulk/:id /check/bulk/:id/result.csv
  operatingTimePages(scope, site, locale) // /operating-times /operating-times/*
  policyPages(scope, site, locale) //        /policies /policies/:code
  staticPages(scope, site, locale) //        /glossary /problems
}
