import { address } from './context.ts'
import { type Locale, type Messages, translator } from './locale/locale.ts'

/** What every page of the desk is told: its language and address, who reads it, and what they may do. */
export type StaffContext = {
  locale: Locale
  /** The address without the language prefix: `/staff/sets/12`. */
  path: string
  query: Record<string, string>
  publicUrl: string
  assets: (name: string) => string
  now: Date
  demo: boolean
  /** The token that every form of the desk sends back as `csrf`. */
  csrf: string
  person: { id: number; login: string; name: string; held: readonly { role: string; entity: string | null }[] } | null
  may: (action: string) => boolean
  /** Was the second factor given within the last minutes? Else a form that publishes asks for it. */
  strong: boolean
}

/** Everything around a page of the desk. */
export type StaffFrame = {
  lang: Locale
  title: string
  assets: { css: string; js: string; cases: string; desk: string; deskJs: string; icon: string }
  home: string
  nav: { href: string; text: string; current: boolean }[]
  other: { href: string; lang: Locale; text: string }
  person: { name: string; account: string; signOut: string } | null
  csrf: string
  done: string | null
  /** Does the page ask for itself again until something is done, where no script does? */
  reloads: boolean
  site: string
  words: Messages['staff']
}

/** The frame of a page of the desk. `?done=` in its address names what was just done: words `staff.done-<what>`. */
export function staffFrame(ctx: StaffContext, title: string): StaffFrame {
  const { words } = translator(ctx.locale)
  const done = ctx.query.done === undefined ? undefined : `done-${ctx.query.done}`
  return {
    lang: ctx.locale,
    title: `${title} · ${words.staff.desk} · ${words.frame.site}`,
    assets: {
      css: ctx.assets('portal.css'),
      js: ctx.assets('portal.js'),
      cases: ctx.assets('complaints.css'),
      desk: ctx.assets('desk.css'),
      deskJs: ctx.assets('desk.js'),
      icon: ctx.assets('favicon.svg'),
    },
    home: address(ctx, '/'),
    nav: ctx.person === null ? [] : navOf(ctx, words.staff),
    other: otherLanguage(ctx),
    person:
      ctx.person === null
        ? null
        : { name: ctx.person.name, account: address(ctx, '/staff/account'), signOut: address(ctx, '/staff/sign-out') },
    csrf: ctx.csrf,
    done: done !== undefined && done in words.staff ? words.staff[done as keyof Messages['staff']] : null,
    reloads: false,
    site: words.frame.site,
    words: words.staff,
  }
}

const NAV = [
  ['/staff', 'desk', 'desk.open'],
  ['/staff/sets', 'sets', 'set.read'],
  ['/staff/imports', 'imports', 'import.read'],
  ['/staff/cases', 'cases', 'case.read'],
  ['/staff/calendar', 'calendar', 'calendar.read'],
  ['/staff/retention', 'retention', 'retention.read'],
  ['/staff/people', 'people', 'people.read'],
  ['/staff/settings', 'settings', 'settings.read'],
  ['/staff/audit', 'audit', 'audit.read'],
] as const

const navOf = (ctx: StaffContext, words: Messages['staff']): StaffFrame['nav'] =>
  NAV.filter(([, , action]) => ctx.may(action)).map(([path, word]) => ({
    href: address(ctx, path),
    text: words[word],
    current: ctx.path === path || (path !== '/staff' && ctx.path.startsWith(`${path}/`)),
  }))

function otherLanguage(ctx: StaffContext): StaffFrame['other'] {
  const locale = ctx.locale === 'en' ? 'zh-CN' : 'en'
  return {
    href: address({ locale }, ctx.path, ctx.query),
    lang: locale,
    text: translator(ctx.locale).words.frame.otherLanguage,
  }
}
