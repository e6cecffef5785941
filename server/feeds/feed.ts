import type { Said } from '../../views/locale/format.ts'
import type { Locale } from '../../views/locale/locale.ts'

/** What an entry is about, as a code for programs and a word for people. */
export type Category = { term: string; scheme: string; label: string }

/** One thing that happened: a release, or a change that takes effect. `id` never changes. */
export type FeedEntry = {
  id: string
  url: string
  title: Said
  text: string
  published: Date
  updated: Date
  categories: Category[]
}

/** RFC 5005: is this page closed for ever, and where are its neighbours and the page that is still written to. */
export type Paging = { archive: boolean; current: string | null; previous: string | null; next: string | null }

/** 订阅: a list of entries, newest first, as any feed format tells it. */
export type Feed = {
  id: string
  locale: Locale
  title: string
  /** What a reader must know of the list itself, as that it is cut short. */
  about: string | null
  author: string
  url: string
  self: string
  updated: Date
  paging: Paging
  entries: FeedEntry[]
}

/** The formats a feed is given in; also the endings of its address. */
export type FeedFormat = 'atom' | 'json'

/** A feed that fits on one page. */
export const UNPAGED: Paging = { archive: false, current: null, previous: null, next: null }
