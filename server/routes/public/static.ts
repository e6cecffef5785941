import { z } from 'zod'
import { GLOSSARY } from '../../../catalogue/glossary.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { glossaryPage } from '../../../views/pages/glossary.ts'
import { problemsPage } from '../../../views/pages/problems.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay } from '../../as-of.ts'
import { contextOf } from '../../page.ts'
import type { Site } from '../../site.ts'

/** Pages that no release changes: the words of the trade, and what each refusal means. */
export function staticPages(scope: App, site: Site, locale: Locale): void {
  const Asked = { schema: { querystring: z.strictObject(pageDay) } }
  scope.get('/glossary', Asked, async (request, reply) =>
    reply.page('glossary', glossaryPage(contextOf(site, request, locale, asOfNow(site, request.query)), GLOSSARY)),
  )
  scope.get('/problems', Asked, async (request, reply) =>
    reply.page('problems', problemsPage(contextOf(site, request, locale, asOfNow(site, request.query)))),
  )
}
