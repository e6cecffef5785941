import { addDays, type Day } from '../../catalogue/day.ts'
import type { Differences } from '../../catalogue/listing.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { address, type Frame, frame, link, type PageContext } from '../frame.ts'
import { dayText } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type ChangeLine, differenceLine } from '../words/change-line.ts'
import { type Pager, pagerOf } from '../words/pager.ts'
import { type PortOption, portChoice } from '../words/port-choice.ts'

/** What differs between two days; `found` is null where none were given yet. */
export type DiffData = {
  from: Day | null
  to: Day | null
  port: string | null
  found: Differences | null
  reference: Reference
}

/** `/diff`: two days side by side. */
export type DiffPage = {
  frame: Frame
  title: string
  form: {
    action: string
    from: string
    to: string
    ports: PortOption[]
    kept: { name: string; value: string }[]
  }
  examples: { href: string; text: string }[]
  asked: boolean
  count: string | null
  lines: ChangeLine[]
  pager: Pager | null
  words: Messages['changes']
  common: Messages['common']
}

export function diffPage(ctx: PageContext, data: DiffData): DiffPage {
  const t = translator(ctx.locale)
  const { from, to, port, found, reference } = data
  const title = titleOf(from, to, t)
  const lines = found?.rows.map((row) => differenceLine(row, ctx, reference, t)) ?? []
  return {
    frame: frame(ctx, { title, description: t.words.changes.diffDescription, ...(found ? { robots: 'noindex' } : {}) }),
    title,
    form: {
      action: address(ctx, '/diff'),
      from: from ?? addDays(ctx.on, -365),
      to: to ?? ctx.on,
      ports: portChoice(port, t.words.changes.allPorts, ctx, reference),
      kept: ctx.pinned.release ? [{ name: 'release', value: String(ctx.release) }] : [],
    },
    examples: examplesOf(ctx),
    asked: found !== null,
    count: found?.total ? t('changes.diffCount', { n: found.total }) : null,
    lines,
    pager: found && pagerOf(found, '/diff', { from: from ?? '', to: to ?? '', port: port ?? '' }, ctx),
    words: t.words.changes,
    common: t.words.common,
  }
}

const titleOf = (from: Day | null, to: Day | null, t: Translate): string =>
  from === null || to === null
    ? t.words.changes.diffTitle
    : t('changes.diffTitleDays', { from: dayText(from, t.locale), to: dayText(to, t.locale) })

/** Around the 2022 notice, the step of 2024, and the year up to the day shown. */
const examplesOf = (ctx: PageContext) =>
  [
    ['2022-03-31', '2022-04-01'],
    ['2023-12-31', '2024-01-01'],
    [addDays(ctx.on, -365), ctx.on],
  ].map(([from, to]) => ({
    href: link(ctx, '/diff', { from, to }),
    text: `${dayText(from as Day, ctx.locale)} – ${dayText(to as Day, ctx.locale)}`,
  }))
