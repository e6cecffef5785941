import { type Locale, prefixOf } from '../../views/locale/locale.ts'

/** Where the portal is seen from outside, and in which language: `https://fees.example.cn`, no slash at the end. */
export type Place = { base: string; locale: Locale }

/** The full address of a path of the portal in one language. */
export const addressOf = ({ base, locale }: Place, path: string): string =>
  path === '/' && locale === 'en' ? `${base}/en` : `${base}${prefixOf(locale)}${path}`

/** The same thing’s name for ever, whatever its address or language: `tag:fees.example.cn,2026:release/12` (RFC 4151). */
export const tagOf = (base: string, what: string): string => `tag:${hostOf(base)},2026:${encodeURI(what)}`

export const hostOf = (base: string): string => new URL(base).hostname
