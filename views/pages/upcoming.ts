import { type Day, daysBetween } from '../../catalogue/day.ts'
import type { Difference, Differences } from '../../catalogue/listing.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { dayText } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type ChangeLine, differenceLine } from '../words/change-line.ts'
import { portName } from '../words/names.ts'
import { type Pager, pagerOf } from '../words/pager.ts'
import { keptPins, type PortOption, portChoice } from '../words/port-choice.ts'

/** What takes effect after the page's day, in order of days. */
export type UpcomingData = { port: string | null; coming: Differences; reference: Reference }

type Group = { id: string; day: string; left: string; lines: ChangeLine[] }

/** `/upcoming`: what has been published and takes effect later. */
export type UpcomingPage = {
  frame: Frame
  title: string
  form: { action: string; ports: PortOption[]; kept: { name: string; value: string }[] }
  feeds: { href: string; text: string; type: string }[]
  groups: Group[]
  empty: string
  pager: Pager | null
  words: Messages['changes']
  common: Messages['common']
}

export function upcomingPage(ctx: PageContext, { port, coming, reference }: UpcomingData): UpcomingPage {
  const t = translator(ctx.locale)
  const feeds = feedsOf(ctx, t)
  const title =
    port === null
      ? t.words.changes.upcomingTitle
      : t('changes.upcomingTitlePort', { port: portName(reference, port, ctx.on, ctx.locale).text })
  return {
    frame: frame(ctx, {
      title,
      description: t.words.changes.upcomingDescription,
      alternates: feeds.map(({ type, href, text }) => ({ type, href, title: text })),
    }),
    title,
    form: {
      action: address(ctx, '/upcoming'),
      ports: portChoice(port, t.words.changes.allPorts, ctx, reference),
      kept: keptPins(ctx),
    },
    feeds,
    groups: [...Map.groupBy(coming.rows, ({ on }) => on)].map(([day, rows]) => groupOf(day, rows, ctx, reference, t)),
    empty: port === null ? t.words.changes.noUpcoming : t.words.changes.noUpcomingPort,
    pager: pagerOf(coming, '/upcoming', { port: port ?? '' }, ctx),
    words: t.words.changes,
    common: t.words.common,
  }
}

const groupOf = (day: Day, rows: Difference[], ctx: PageContext, ref: Reference, t: Translate): Group => ({
  id: `on-${day}`,
  day: dayText(day, ctx.locale),
  left: t('changes.daysLeft', { n: daysBetween(ctx.on, day) }),
  lines: rows.map((row) => differenceLine(row, ctx, ref, t)),
})

const feedsOf = (ctx: PageContext, t: Translate) => [
  { href: address(ctx, '/upcoming.ics'), text: t.words.changes.ics, type: 'text/calendar' },
  { href: address(ctx, '/upcoming.atom'), text: t.words.changes.atom, type: 'application/atom+xml' },
  { href: address(ctx, '/changes.atom'), text: t.words.changes.changesAtom, type: 'application/atom+xml' },
]
