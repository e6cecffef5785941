import type { Release } from '../../catalogue/release.ts'
import { Change } from '../../catalogue/statement.ts'
import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { inChinese, instantText, releaseText, type Said, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type Moment, published } from '../words/moment.ts'

/** A release, and how many of its lines are of each kind of change. */
export type ReleaseSummary = {
  release: Release
  counts: Partial<Record<Change, number>>
  emergency: Emergency | null
}

/** 紧急发布: why, and when a third person confirmed it. */
export type Emergency = { reason: string; confirmedAt: Date | null }
/** The same in words. */
export type EmergencyWords = { reason: Said; confirmed: boolean; confirmation: string }

/** What the list of releases is made of, newest first; `newer` and `older` are the `before` of the pages on either side. */
export type ChangesData = { releases: ReleaseSummary[]; newer: number | 'newest' | null; older: number | null }

export type ChangeCount = { shape: Change; text: string }
type Row = {
  href: string
  number: string
  moment: Moment
  title: Said
  note: Said | null
  lines: string
  counts: ChangeCount[]
  backfilled: boolean
  emergency: EmergencyWords | null
}

/** `/changes`: the releases. */
export type ChangesPage = {
  frame: Frame
  rows: Row[]
  feeds: { href: string; text: string; type: string }[]
  diff: string
  pager: { newer: string | null; older: string | null } | null
  words: Messages['changes']
  common: Messages['common']
}

export function changesPage(ctx: PageContext, { releases, newer, older }: ChangesData): ChangesPage {
  const t = translator(ctx.locale)
  const { title, description } = t.words.changes
  const feeds = feedsOf(ctx, t)
  const to = (before: number | 'newest' | null) =>
    before === null ? null : address(ctx, '/changes', before === 'newest' ? {} : { before: String(before) })
  return {
    frame: frame(ctx, {
      title,
      description,
      alternates: feeds.map(({ type, href, text }) => ({ type, href, title: text })),
    }),
    rows: releases.map((summary) => rowOf(summary, ctx, t)),
    feeds,
    diff: address(ctx, '/diff'),
    pager: newer === null && older === null ? null : { newer: to(newer), older: to(older) },
    words: t.words.changes,
    common: t.words.common,
  }
}

/** How many lines of each kind, each with the shape of its kind; kinds without lines left out. */
export const countsOf = (counts: ReleaseSummary['counts'], t: Translate): ChangeCount[] =>
  Change.options.flatMap((shape) => {
    const n = counts[shape] ?? 0
    return n === 0 ? [] : [{ shape, text: t('changes.countOf', { n, word: t.words.change[shape] }) }]
  })

/** That a release went past the second pair of eyes, why, and whether a third person confirmed it since. */
export const emergencyOf = (emergency: Emergency | null, t: Translate): EmergencyWords | null =>
  emergency && {
    reason: inChinese(emergency.reason, t.locale),
    confirmed: emergency.confirmedAt !== null,
    confirmation:
      emergency.confirmedAt === null
        ? t.words.changes.unconfirmed
        : t('changes.confirmed', { day: instantText(emergency.confirmedAt, t.locale) }),
  }

const rowOf = ({ release, counts, emergency }: ReleaseSummary, ctx: PageContext, t: Translate): Row => ({
  href: address(ctx, `/changes/${release.seq}`),
  number: releaseText(release.seq, t),
  moment: published(release.publishedAt, t),
  title: said(release.title, ctx.locale),
  note: release.note && said(release.note, ctx.locale),
  lines: t('changes.lines', { n: release.lines }),
  counts: countsOf(counts, t),
  backfilled: release.backfilled,
  emergency: emergencyOf(emergency, t),
})

const feedsOf = (ctx: PageContext, t: Translate) => [
  { href: address(ctx, '/changes.atom'), text: t.words.changes.atom, type: 'application/atom+xml' },
  { href: address(ctx, '/changes.json'), text: t.words.changes.jsonFeed, type: 'application/feed+json' },
]
