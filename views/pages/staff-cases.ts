import { type FilterParams, type FilterSaying, queueAddress } from '../cases/filter-words.ts'
import { type QueueFiltersShown, queueFilters } from '../cases/queue-filters.ts'
import { type CaseTold, type QueueRowShown, queueRow } from '../cases/queue-row.ts'
import { type CaseTile, type Counted, caseTiles, countText, sameFilter, type TileTold } from '../cases/tiles.ts'
import { address } from '../context.ts'
import { dayText } from '../locale/format.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'

/** What is done to several cases at once. */
export const BULK_ACTS = ['assign', 'transfer', 'ask_supplement', 'duplicates', 'cluster'] as const
export type BulkAct = (typeof BULK_ACTS)[number]
/** To no more than so many. */
export const MOST_AT_ONCE = 200

export type ViewTold = { id: number; name: string; params: FilterParams; count: Counted | null; first: boolean }

/** What the queue is made of. */
export type CasesData = Omit<FilterSaying, 't'> & {
  params: FilterParams
  sent: FilterParams
  faults: readonly string[]
  rows: readonly CaseTold[]
  total: Counted
  after: string | null
  paged: boolean
  tiles: readonly TileTold[]
  views: readonly ViewTold[]
}

/** `/staff/cases`: the handlers' queue, the nearest deadline first. */
export type StaffCasesPage = {
  frame: StaffFrame
  lead: string
  tiles: CaseTile[]
  views: { href: string; name: string; count: string | null; first: boolean; current: boolean }[]
  save: string | null
  manage: string
  action: string
  filters: QueueFiltersShown
  reset: string | null
  faulty: string | null
  wrongSearch: boolean
  count: string
  csv: string
  keys: string
  rows: QueueRowShown[]
  bulk: { action: string; acts: { value: BulkAct; text: string }[]; back: string; says: string } | null
  csrf: string
  empty: { says: string; mend: string }
  first: string | null
  next: string | null
  words: Messages['caseQueue']
  common: Messages['common']
}

export function staffCasesPage(ctx: StaffContext, data: CasesData): StaffCasesPage {
  const t = translator(ctx.locale)
  const words = t.words.caseQueue
  const { params, faults, total, rows } = data
  const saying = { ...data, t }
  const narrowed = Object.keys(params).some((name) => name !== 'show' || params.show !== 'open')
  return {
    frame: staffFrame(ctx, words.title),
    lead: t('caseQueue.lead', { day: dayText(data.today, t.locale) }),
    ...{ tiles: caseTiles(data.tiles, ctx, params), views: viewsOf(ctx, data) },
    save:
      ctx.may('case.view') && narrowed && params.who === undefined ? address(ctx, '/staff/cases/views', params) : null,
    ...{ manage: address(ctx, '/staff/cases/views'), action: address(ctx, '/staff/cases') },
    filters: queueFilters(data, ctx, saying),
    reset: narrowed ? queueAddress(ctx, {}) : null,
    faulty: faults.includes('q') ? words.faultSearch : faults.length > 0 ? words.faultsTitle : null,
    wrongSearch: faults.includes('q'),
    count: total.n > total.most ? t('caseQueue.countMore', { n: total.most }) : t('caseQueue.count', { n: total.n }),
    ...{ csv: address(ctx, '/staff/cases/export', params), keys: address(ctx, '/staff/cases/keys') },
    rows: rows.map((row) => queueRow(row, ctx, saying)),
    bulk: ctx.may('case.write') ? bulkOf(ctx, params) : null,
    csrf: ctx.csrf,
    empty: narrowed ? { says: words.empty, mend: words.emptySays } : { says: words.emptyAll, mend: words.emptyAllSays },
    first: data.paged ? queueAddress(ctx, params) : null,
    next: data.after === null ? null : address(ctx, '/staff/cases', { ...params, after: data.after }),
    ...{ words, common: t.words.common },
  }
}

const viewsOf = (ctx: StaffContext, { views, params }: CasesData): StaffCasesPage['views'] => {
  const t = translator(ctx.locale)
  return [
    {
      href: queueAddress(ctx, {}),
      name: t.words.caseQueue.everything,
      count: null,
      first: false,
      current: sameFilter(params, {}),
    },
    ...views.map(({ name, params: behind, count, first }) => ({
      href: queueAddress(ctx, behind),
      name,
      count: count === null ? null : t('caseQueue.viewCount', { n: countText(count, ctx.locale) }),
      first,
      current: sameFilter(behind, params),
    })),
  ]
}

function bulkOf(ctx: StaffContext, params: FilterParams): NonNullable<StaffCasesPage['bulk']> {
  const t = translator(ctx.locale)
  return {
    action: address(ctx, '/staff/cases/bulk'),
    acts: BULK_ACTS.map((value) => ({ value, text: t.words.caseQueue[`act-${value}`] })),
    back: new URLSearchParams(params).toString(),
    says: t('caseQueue.bulkSays', { n: MOST_AT_ONCE }),
  }
}
