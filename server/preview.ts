import rateLimit from '@fastify/rate-limit'
import fastify from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { type Locale, prefixOf } from '../views/locale/locale.ts'
import type { App } from './app.ts'
import { registerErrors } from './error-pages.ts'
import { page } from './page.ts'
import { publicPages } from './routes/public/pages.ts'
import type { Site } from './site.ts'

/** A public page as it was rendered: what it answers, and where it leads when it is no page but a way to one. */
export type PublicAnswer = { status: number; html: string; location: string | null }

/** Asks the public pages over a site for one address, as a reader would; a file is no page and gives null. */
export async function publicPage(site: Site, url: string, locale: Locale): Promise<PublicAnswer | null> {
  const app = await publicApp(site, locale)
  try {
    const { statusCode, headers, payload } = await app.inject({ url: filledIn(url), headers: { accept: 'text/html' } })
    const { location, 'content-type': type } = headers
    if (location === undefined && !String(type).startsWith('text/html')) return null
    return { status: statusCode, html: payload, location: location ?? null }
  } finally {
    await app.close()
  }
}

async function publicApp(site: Site, locale: Locale): Promise<App> {
  const app: App = fastify({
    routerOptions: { maxParamLength: 16_384, ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(() => JSON.stringify)
  app.decorateReply('page', page)
  await app.register(rateLimit, { global: false })
  registerErrors(app, site)
  await app.register(publicPages(site, locale), { prefix: prefixOf(locale) })
  return app
}

/** An empty field of a form is a field not filled in. */
function filledIn(url: string): string {
  const [path, query] = url.split('?')
  const filled = [...new URLSearchParams(query)].filter(([, value]) => value !== '')
  return filled.length === 0 ? path! : `${path}?${new URLSearchParams(filled)}`
}
