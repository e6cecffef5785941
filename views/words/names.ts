import type { Basis } from '../../catalogue/basis.ts'
import type { Day } from '../../catalogue/day.ts'
import { nearest, type Reference } from '../../catalogue/reference.ts'
import { inChinese, type Said, said } from '../locale/format.ts'
import type { Locale, Translate } from '../locale/locale.ts'

/** What things are called on a day: by their names, and only where the portal has none, by their code. */
export const itemName = (ref: Reference, code: string, on: Day, locale: Locale): Said =>
  named(nearest(ref, 'item', code, on)?.name, code, locale)

export const portName = (ref: Reference, code: string, on: Day, locale: Locale): Said =>
  named(nearest(ref, 'port', code, on)?.name, code, locale)

export const entityName = (ref: Reference, code: string, on: Day, locale: Locale): Said =>
  named(nearest(ref, 'entity', code, on)?.name, code, locale)

/** A port area, said after its port: 宁波舟山港 北仑港区. */
export const areaName = (ref: Reference, port: string, area: string, on: Day, locale: Locale): Said =>
  named(nearest(ref, 'port', port, on)?.areas.find(({ code }) => code === area)?.name, area, locale)

/** A document and the article of it: 交水规〔2019〕2号 第十条, with its title and where it stands on the policies page. */
export type BasisWords = { code: string; short: Said; title: Said; article: Said | null }
export const basisWords = (ref: Reference, { document, article }: Basis, on: Day, t: Translate): BasisWords => {
  const found = nearest(ref, 'document', document, on)
  const title = named(found?.title, document, t.locale)
  return {
    code: document,
    short: found?.number ? inChinese(found.number, t.locale) : title,
    title,
    article: article === null ? null : inChinese(article, t.locale),
  }
}

const named = (name: Parameters<typeof said>[0] | undefined, code: string, locale: Locale): Said =>
  name === undefined ? { text: code, lang: null } : said(name, locale)
