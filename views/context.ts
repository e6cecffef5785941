import type { Day } from '../catalogue/day.ts'
import { type Locale, prefixOf } from './locale/locale.ts'

/** What every page is told: its language and address, and the day and release it shows. */
export type PageContext = {
  locale: Locale
  /** The address without the language prefix: `/fees/pilotage`. */
  path: string
  query: Record<string, string>
  publicUrl: string
  on: Day
  today: Day
  release: number
  /** When the release that the page tells was published. */
  published: Date
  head: { release: number }
  /** Which of the two the reader asked for by name, so that links keep it. */
  pinned: { on: boolean; release: boolean }
  assets: (name: string) => string
  showDemoNotice: boolean
}

export type Params = Record<string, string | undefined>

/** An address of the portal in the page's language that keeps the day and release the reader asked for. */
export const link = (ctx: PageContext, path: string, params?: Params): string =>
  params === undefined ? plainLink(ctx, path) : address(ctx, path, { ...params, ...pins(ctx), ...given(params) })

/** The same, fixed to the very day and release shown: for downloads and for what is cited. */
export const pinnedLink = (ctx: PageContext, path: string, params: Params = {}): string =>
  address(ctx, path, { ...params, on: ctx.on, release: String(ctx.release), ...given(params) })

/** An address of the portal in the page's language, with these parameters and no others. */
export const address = ({ locale }: Pick<PageContext, 'locale'>, path: string, params: Params = {}): string => {
  const query = queryText(params)
  const whole = `${prefixOf(locale)}${path}`
  return (whole === '/en/' ? '/en' : whole) + (query === '' ? '' : `?${query}`)
}

/** `q=引航&port=CNNGB` percent-encoded, leaving out what is not given or empty. */
const queryText = (params: Params): string =>
  Object.entries(given(params))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

/** A page prints hundreds of these, so they are put together without any object between. */
const plainLink = (ctx: PageContext, path: string): string => {
  const { on, release } = ctx.pinned
  const day = on ? `?on=${ctx.on}` : ''
  const seq = release ? `${on ? '&' : '?'}release=${ctx.release}` : ''
  return (path === '/' && ctx.locale === 'en' ? '/en' : prefixOf(ctx.locale) + path) + day + seq
}

const pins = ({ pinned, on, release }: PageContext): Params => ({
  ...(pinned.on ? { on } : {}),
  ...(pinned.release ? { release: String(release) } : {}),
})

const given = (params: Params): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  )
