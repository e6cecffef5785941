import { translator } from '../../views/locale/locale.ts'
import { addressOf, type Place, tagOf } from './address.ts'
import type { EffectiveChange } from './effective.ts'
import { type Feed, type FeedEntry, type FeedFormat, UNPAGED } from './feed.ts'

export type UpcomingFeed = Place & {
  format: FeedFormat
  headPublishedAt: Date
  changes: readonly EffectiveChange[]
  about: string | null
}

/** 即将生效 as a feed: an entry for each change on the day it takes effect, the last published first. */
export function upcomingFeed({ base, locale, format, headPublishedAt, changes, about }: UpcomingFeed): Feed {
  const { words } = translator(locale)
  const newest = changes.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
  return {
    id: tagOf(base, locale === 'en' ? 'upcoming/en' : 'upcoming'),
    locale,
    title: `${words.frame.site} · ${words.frame.upcoming}`,
    about,
    author: words.frame.site,
    url: addressOf({ base, locale }, '/upcoming'),
    self: addressOf({ base, locale }, `/upcoming.${format}`),
    updated: newest[0]?.publishedAt ?? headPublishedAt,
    paging: UNPAGED,
    entries: newest.map((change) => entryOf(change, base)),
  }
}

const entryOf = (
  { path, url, title, text, publishedAt, direction, word, on }: EffectiveChange,
  base: string,
): FeedEntry => ({
  id: tagOf(base, path),
  url,
  title: { text: `${on} · ${title}`, lang: null },
  text,
  published: publishedAt,
  updated: publishedAt,
  categories: [{ term: direction, scheme: tagOf(base, 'effect'), label: word }],
})
