import { type Bar, barOf } from './bar.ts'
import { address, link, type PageContext, type Params, pinnedLink } from './context.ts'
import { type Locale, type Messages, translator } from './locale/locale.ts'

export { address, link, type PageContext, pinnedLink } from './context.ts'

/** What a page says of itself. `alternates` are the same thing in other formats; `bar: false` on pages that show no day. */
export type PageHead = {
  title: string
  description: string
  robots?: string
  jsonLd?: object
  alternates?: Alternate[]
  bar?: boolean
}
export type Alternate = { type: string; href: string; title: string }

/** Everything around a page, ready to print. */
export type Frame = {
  lang: Locale
  title: string
  description: string
  robots: string | null
  canonical: string
  languages: { lang: string; href: string }[]
  alternates: Alternate[]
  jsonLd: object | null
  /** `more` are of pages about complaints alone. */
  assets: { css: string; js: string; icon: string; more: { css: string[]; js: string[] } }
  searchDescription: string
  home: string
  isHome: boolean
  nav: { href: string; text: string; current: boolean }[]
  other: { href: string; lang: Locale; text: string }
  bar: Bar | null
  demo: boolean
  machines: { href: string; text: string }[]
  words: Messages['frame']
  /** This very answer, day and release fixed: what a letter or an invoice check would quote. */
  cite: string
  labels: { copied: string; copy: string; print: string }
}

/** The frame of a page: head, masthead, bar of day and release, footer. */
export function frame(ctx: PageContext, head: PageHead): Frame {
  const words = translator(ctx.locale).words.frame
  const isHome = ctx.path === '/'
  const pinned = ctx.pinned.on || ctx.pinned.release
  const { copied, copy, print } = translator(ctx.locale).words.common
  return {
    lang: ctx.locale,
    title: isHome ? `${words.site} · ${words.region}` : `${head.title} · ${words.site}`,
    description: head.description,
    robots: head.robots ?? (pinned ? 'noindex' : null),
    canonical: ctx.publicUrl + canonicalIn(ctx, ctx.locale),
    languages: languagesOf(ctx),
    alternates: head.alternates ?? [],
    jsonLd: head.jsonLd ?? null,
    assets: {
      css: ctx.assets('portal.css'),
      js: ctx.assets('portal.js'),
      icon: ctx.assets('favicon.svg'),
      more: moreOf(ctx),
    },
    searchDescription: address(ctx, '/opensearch.xml'),
    home: link(ctx, '/'),
    isHome,
    nav: navOf(ctx, words),
    other: otherLanguage(ctx, words),
    bar: head.bar === false ? null : barOf(ctx),
    demo: ctx.showDemoNotice,
    machines: machinesOf(ctx, words),
    words,
    cite: ctx.publicUrl + (head.bar === false ? canonicalIn(ctx, ctx.locale) : pinnedLink(ctx, ctx.path, lasting(ctx))),
    labels: { copied, copy, print },
  }
}

/** What only pages about complaints need, and no other has to carry. */
function moreOf({ path, assets }: PageContext): Frame['assets']['more'] {
  if (!/^\/(complaints|verify|cases|stats|entities)(\/|$)/.test(path)) return { css: [], js: [] }
  return { css: [assets('complaints.css')], js: path.startsWith('/complaints') ? [assets('filing.js')] : [] }
}

const NAV = [
  ['/fees', 'fees'],
  ['/ports', 'ports'],
  ['/calculator', 'calculator'],
  ['/check', 'check'],
  ['/changes', 'changes'],
  ['/upcoming', 'upcoming'],
  ['/operating-times', 'times'],
  ['/complaints', 'complaints'],
  ['/policies', 'policies'],
  ['/glossary', 'glossary'],
] as const

/** What stands under another heading than its address begins with: what came of complaints is read with them. */
const UNDER = new Map([
  ['/cases', '/complaints'],
  ['/stats', '/complaints'],
  ['/verify', '/complaints'],
])

const headingOf = (path: string): string => {
  const first = `/${path.split('/')[1]}`
  return UNDER.get(first) ?? first
}

const navOf = (ctx: PageContext, words: Messages['frame']) => [
  ...NAV.map(([path, word]) => ({
    href: link(ctx, path),
    text: words[word],
    current: headingOf(ctx.path) === path,
  })),
  { href: '/api/docs', text: words.api, current: false },
]

const machinesOf = (ctx: PageContext, words: Messages['frame']) => [
  { href: address(ctx, '/changes.atom'), text: words.feed },
  { href: address(ctx, '/upcoming.ics'), text: words.calendar },
  { href: link(ctx, '/fees.csv', { bom: '1' }), text: words.download },
  { href: link(ctx, '/fees.xlsx'), text: words.downloadXlsx },
  { href: '/openapi.json', text: words.openapi },
  { href: address(ctx, '/cases'), text: translator(ctx.locale).words.outcomes.title },
  { href: address(ctx, '/stats'), text: translator(ctx.locale).words.stats.title },
  { href: address(ctx, '/quality'), text: translator(ctx.locale).words.quality.title },
  { href: address(ctx, '/log'), text: translator(ctx.locale).words.transparency.title },
]

function otherLanguage(ctx: PageContext, words: Messages['frame']): Frame['other'] {
  const locale = ctx.locale === 'en' ? 'zh-CN' : 'en'
  return { href: address({ locale }, ctx.path, ctx.query), lang: locale, text: words.otherLanguage }
}

const languagesOf = (ctx: PageContext) =>
  (['zh-CN', 'en', 'x-default'] as const).map((lang) => ({
    lang,
    href: ctx.publicUrl + canonicalIn(ctx, lang === 'en' ? 'en' : 'zh-CN'),
  }))

/** A page's lasting address is that of today's answer: without day, release or place in the list. */
const canonicalIn = (ctx: PageContext, locale: Locale): string => address({ locale }, ctx.path, lasting(ctx))

const lasting = ({ query }: PageContext): Params => ({ ...query, on: undefined, release: undefined, cursor: undefined })
