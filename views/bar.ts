import { address, type PageContext } from './context.ts'
import { dayText, instantText } from './locale/format.ts'
import { type Translate, translator } from './locale/locale.ts'

/** The bar of day and release: what this page shows, how to see another, and a warning when it is not today's. */
export type Bar = {
  says: string
  action: string
  kept: { name: string; value: string }[]
  on: string
  release: string
  head: number | null
  latest: string
  releases: string
  reset: string | null
  warnings: string[]
}

/** The bar of one page. */
export function barOf(ctx: PageContext): Bar {
  const t = translator(ctx.locale)
  const kept = Object.entries(ctx.query).filter(([name, value]) => value !== '' && !LEFT_OUT.has(name))
  const away = ctx.pinned.on || ctx.pinned.release
  return {
    says: dayOf(ctx, t) + releaseOf(ctx, t),
    action: address(ctx, ctx.path),
    kept: kept.map(([name, value]) => ({ name, value })),
    on: ctx.on,
    release: ctx.pinned.release ? String(ctx.release) : '',
    head: fixed(ctx) ? null : ctx.head.release,
    latest: fixed(ctx) ? '' : t('frame.latest', { head: String(ctx.head.release) }),
    releases: address(ctx, '/changes'),
    reset: away ? address(ctx, ctx.path, Object.fromEntries(kept)) : null,
    warnings: warningsOf(ctx, t),
  }
}

const LEFT_OUT = new Set(['on', 'release', 'cursor'])

/**
 * Day and release both named: such a page never changes, so it does not speak of today or of the latest. Who compares
 * two days names the day by the later one.
 */
export const fixed = ({ pinned, query }: Pick<PageContext, 'pinned' | 'query'>): boolean =>
  (pinned.on || query.to !== undefined) && pinned.release

function dayOf(ctx: PageContext, t: Translate): string {
  const day = dayText(ctx.on, ctx.locale)
  return t(ctx.on === ctx.today && !fixed(ctx) ? 'frame.barToday' : 'frame.barDay', { day })
}

function releaseOf(ctx: PageContext, t: Translate): string {
  const { head, locale } = ctx
  const said = { release: String(ctx.release), published: instantText(ctx.published, locale) }
  if (fixed(ctx)) return t('frame.barFixed', said)
  return ctx.release === head.release
    ? t('frame.barHead', said)
    : t('frame.barOld', { ...said, head: String(head.release) })
}

function warningsOf(ctx: PageContext, t: Translate): string[] {
  const { on, today, release, head } = ctx
  if (fixed(ctx)) return [t('frame.warnFixed')]
  return [
    ...(on < today ? [t('frame.warnPast')] : []),
    ...(on > today ? [t('frame.warnFuture')] : []),
    ...(release < head.release ? [t('frame.warnOld', { release: String(release) })] : []),
  ]
}
