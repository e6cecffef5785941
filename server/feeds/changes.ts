import type { Release } from '../../catalogue/release.ts'
import type { Change } from '../../catalogue/statement.ts'
import { said } from '../../views/locale/format.ts'
import { type Translate, translator } from '../../views/locale/locale.ts'
import { addressOf, type Place, tagOf } from './address.ts'
import type { Category, Feed, FeedEntry, FeedFormat, Paging } from './feed.ts'
import type { FeedPage } from './pages.ts'

/**
 * A release, how many of its lines say something new, revise, correct, confirm or withdraw, and for how many stretches of
 * days it answers otherwise than before.
 */
export type ReleaseNews = { release: Release; changes: Partial<Record<Change, number>>; restated: number }

export type ChangesFeed = Place & {
  format: FeedFormat
  page: FeedPage
  headPublishedAt: Date
  news: readonly ReleaseNews[]
}

/** 变更订阅: one page of the releases as a feed, newest first; `news` are the releases of that page in any order. */
export function changesFeed({ base, locale, format, page, headPublishedAt, news }: ChangesFeed): Feed {
  const t = translator(locale)
  const place = { base, locale }
  const path = `/changes.${format}`
  const entries = news.toSorted((a, b) => b.release.seq - a.release.seq).map((one) => entryOf(one, place, t))
  return {
    id: tagOf(base, locale === 'en' ? 'changes/en' : 'changes'),
    locale,
    title: `${t.words.frame.site} · ${t.words.frame.changes}`,
    about: null,
    author: t.words.frame.site,
    url: addressOf(place, '/changes'),
    self: addressOf(place, page.page === null ? path : `${path}?page=${page.page}`),
    updated: entries[0]?.updated ?? headPublishedAt,
    paging: pagingOf(page, (number) => addressOf(place, number === null ? path : `${path}?page=${number}`)),
    entries,
  }
}

const pagingOf = ({ page, archive, archives }: FeedPage, at: (page: number | null) => string): Paging => ({
  archive,
  current: page === null ? null : at(null),
  previous: page === null ? (archives > 0 ? at(archives) : null) : page > 1 ? at(page - 1) : null,
  next: archive ? at(page! + 1) : null,
})

function entryOf({ release, changes, restated }: ReleaseNews, place: Place, t: Translate): FeedEntry {
  const { seq, title, note, publishedAt } = release
  return {
    id: tagOf(place.base, `release/${seq}`),
    url: addressOf(place, `/changes/${seq}`),
    title: said(title, t.locale),
    text: [
      [t('common.nth', { release: String(seq) }), ...marksOf(release, t)].join(' · '),
      `${t('common.count', { n: release.lines })}${t.words.frame.separator}${countsOf(changes, t)}`,
      ...(restated === 0 ? [] : [t('changes.restatesSays', { n: restated })]),
      ...(note === null ? [] : [said(note, t.locale).text]),
    ].join('\n'),
    published: publishedAt,
    updated: publishedAt,
    categories: [
      ...countedIn(changes).map(([change]) => categoryOf(change, place, t)),
      ...(release.emergency ? [emergencyIn(place, t)] : []),
    ],
  }
}

const marksOf = ({ backfilled, emergency }: Release, t: Translate): string[] => [
  ...(backfilled ? [t.words.history.backfilled] : []),
  ...(emergency ? [t.words.changes.emergency] : []),
]

const emergencyIn = ({ base }: Place, t: Translate): Category => ({
  term: 'emergency',
  scheme: tagOf(base, 'release'),
  label: t.words.changes.emergency,
})

const countsOf = (changes: ReleaseNews['changes'], t: Translate): string =>
  countedIn(changes)
    .map(([change, count]) => `${t.words.change[change]} ${count}`)
    .join(t.words.common.comma)

const categoryOf = (change: Change, { base }: Place, t: Translate): Category => ({
  term: change,
  scheme: tagOf(base, 'change'),
  label: t.words.change[change],
})

const countedIn = (changes: ReleaseNews['changes']): [Change, number][] =>
  ORDER.flatMap((change) => (changes[change] ? [[change, changes[change]] as [Change, number]] : []))

const ORDER: Change[] = ['new', 'revise', 'correct', 'confirm', 'withdraw']
