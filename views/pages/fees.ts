import { type CoverageAnswer, type Found, MOST_FOUND, type Page, type Selection } from '../../catalogue/listing.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { type Frame, frame, link, type PageContext } from '../frame.ts'
import { dayText, type Said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { coverageWords } from '../words/coverage.ts'
import { type Download, downloadsOf } from '../words/downloads.ts'
import { type FoundName, foundNames } from '../words/found.ts'
import { itemName, portName } from '../words/names.ts'
import { type Pager, pagerOf } from '../words/pager.ts'
import { type StandardRow, standardRow } from '../words/standard-row.ts'
import { type Filters, filtersOf } from './fees-filters.ts'

/** What the list of fees is made of; `found` only when words were searched for. */
export type FeesData = {
  selection: Selection
  list: Page<Statement<'standard'>>
  found: Found | null
  coverage: CoverageAnswer
  reference: Reference
}

/** `/fees`: the list. */
export type FeesPage = {
  frame: Frame
  title: string
  count: string
  filters: Filters
  item: { name: Said; clear: string } | null
  found: FoundName[]
  foundTitle: string
  foundMost: string | null
  nearest: FoundName[]
  nothing: string | null
  coverage: { text: string; complete: boolean }
  rows: StandardRow[]
  empty: string[]
  pager: Pager | null
  downloads: Download[]
  words: Messages['fees']
  common: Messages['common']
}

export function feesPage(ctx: PageContext, data: FeesData): FeesPage {
  const t = translator(ctx.locale)
  const { selection, list, found, coverage, reference } = data
  const title = titleOf(selection, reference, ctx, t)
  const asked = selection.q ?? ''
  return {
    frame: frame(ctx, headOf(title, data, ctx, t)),
    title,
    count: t('common.count', { n: list.total }),
    filters: filtersOf(selection, ctx, reference, t),
    item: selection.item
      ? {
          name: itemName(reference, selection.item, ctx.on, ctx.locale),
          clear: link(ctx, '/fees', { ...selection, item: undefined }),
        }
      : null,
    found: found ? foundNames(found.matches.slice(0, 8), ctx, reference, t) : [],
    foundTitle: t('fees.found', { q: asked }),
    foundMost: found && found.matches.length >= MOST_FOUND ? t('fees.foundMost', { q: asked, n: MOST_FOUND }) : null,
    nearest: found ? foundNames(found.nearest.slice(0, 6), ctx, reference, t) : [],
    nothing: found && found.matches.length === 0 ? t('fees.nothingFound', { q: asked }) : null,
    coverage: { text: coverageWords(coverage, t), complete: coverage.complete },
    rows: list.rows.flatMap((row) => standardRow(row, ctx, reference, t) ?? []),
    empty: list.total === 0 ? [t.words.fees.empty, emptyBecause(coverage, t), t.words.fees.mend] : [],
    pager: pagerOf(list, '/fees', selection, ctx),
    downloads: downloadsOf('/fees', selection, ctx),
    words: t.words.fees,
    common: t.words.common,
  }
}

const titleOf = ({ port }: Selection, ref: Reference, { on, locale }: PageContext, t: Translate): string =>
  port ? t('fees.titlePort', { port: portName(ref, port, on, locale).text }) : t.words.fees.title

const headOf = (title: string, { selection, list }: FeesData, ctx: PageContext, t: Translate) => ({
  title,
  description: t('fees.description', { day: dayText(ctx.on, ctx.locale), n: list.total }),
  ...(selection.q ? { robots: 'noindex' } : {}),
  alternates: downloadsOf('/fees', selection, ctx).map(({ type, href, text }) => ({ type, href, title: text })),
})

const emptyBecause = ({ complete }: CoverageAnswer, t: Translate): string =>
  complete ? t.words.fees.emptyComplete : t.words.fees.emptyNoData
